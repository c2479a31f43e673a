"""The whole course of a programme on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.programme.at import At
from leitstern.app.programme.drawing import lanes_drawing
from leitstern.app.watch.course import course, said
from leitstern.app.watch.table import COURSE_HEADER, course_rows
from leitstern.core.bridge.programme.gates import State

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def overview(request: HttpRequest) -> HttpResponse:
    """From the beginning to today, quarter by quarter; `?format=csv` as a list."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = course()
    if request.GET.get("format") == "csv":
        return csv_response("course", COURSE_HEADER, course_rows(found, get_language() or "en"))
    until, row = found.quarters[-1].day, found.programme
    context = {
        "found": found,
        "chart": lanes_drawing(found.gates, At(until, row.began, until)),
        "rows": [
            (each, said(each.moved), each.count(State.CREDITED), each.count(State.FALLEN))
            for each in found.quarters
        ],
    }
    return render(request, "watch/course.html", context)
