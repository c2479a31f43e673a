"""The page of published figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.claims.queries import register
from leitstern.app.claims.table import HEADER, rows
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.core.bridge.claims.claim import GRADES, Grade
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def claims(request: HttpRequest) -> HttpResponse:
    """Everything published; `?grade=` narrows it, `?format=csv` takes it along."""
    require(person_of(request), Capability.SEE_INSIDE)
    asked = request.GET.get("grade", "")
    grade = Grade(asked) if asked in GRADES else None
    everything = register()
    found = [each for each in everything if grade in (None, each.claim.grade)]
    if request.GET.get("format") == "csv":
        return csv_response("published-figures", HEADER, rows(found, get_language() or "en"))
    context = {
        "found": [
            (each, [(figure, figure.by_chance(each.claim.n)) for figure in each.claim.figures])
            for each in found
        ],
        "total": len(everything),
        "carrying": sum(each.carries for each in everything),
        "measured": sum(isinstance(each.own, Estimate) for each in everything),
        "grades": GRADES,
        "grade": grade,
    }
    return render(request, "claims/claims.html", context)
