"""The page of importance and performance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from leitstern.app.accounts.request import person_of
from leitstern.app.answers.drivers import HEADER, drawn, found_fields, lines, rows, sentence
from leitstern.app.answers.pages import tabs
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.outside.reading import published

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def drivers(request: HttpRequest) -> HttpResponse:
    """Which visible reasons matter, and how they are lived; `?format=csv` for a spreadsheet."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    state = published()
    if state is None:
        return render(request, "answers/drivers.html", {"state": None})
    if request.GET.get("format") == "csv":
        return csv_response("answers-drivers", HEADER, rows(state))
    found = found_fields(state)
    told = lines(state, found)
    context = {
        "state": state,
        "tabs": tabs("drivers"),
        "found": found,
        "lines": told,
        "sentence": sentence(state, found),
        "chart": drawn(told, found),
    }
    return render(request, "answers/drivers.html", context)
