"""The page of the three lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.lanes import keeping_apart
from leitstern.app.lanes.queries import lanes
from leitstern.app.lanes.table import (
    ANCHORING_HEADER,
    CONFLICTS_HEADER,
    DEPARTMENTS_HEADER,
    FIGURES_HEADER,
    anchoring_rows,
    conflict_rows,
    department_rows,
    figure_rows,
)
from leitstern.core.bridge.anchoring import DIMENSIONS
from leitstern.core.bridge.lanes.apart import sentence
from leitstern.core.bridge.lanes.conflicts import DECIDE, LOOKED_AT, RULES, SEVERITIES, Severity
from leitstern.core.bridge.lanes.lane import LANES, SUBS, Lane

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

TONES = {Lane.TECHNOLOGY: "inside", Lane.ORGANISATION: "bridge", Lane.EXPERIENCE: "outside"}


def overview(request: HttpRequest) -> HttpResponse:
    """Three lanes and their conflicts; `?format=csv` of the numbers, `conflicts` and `anchoring` of these."""
    require(person_of(request), Capability.SEE_INSIDE)
    found, language = lanes(), get_language() or "en"
    match request.GET.get("format"):
        case "csv":
            return csv_response("lanes", FIGURES_HEADER, figure_rows(found, language))
        case "conflicts":
            return csv_response("lanes-conflicts", CONFLICTS_HEADER, conflict_rows(found, language))
        case "anchoring":
            return csv_response("anchoring", ANCHORING_HEADER, anchoring_rows(found.anchoring, language))
    anchored = found.anchoring
    context = {
        "found": found,
        "sides": [(side, LANES[side.lane], SUBS[side.lane], TONES[side.lane]) for side in found.sides],
        "conflicts": [
            (
                each,
                [LANES[lane] for lane in each.lanes],
                SEVERITIES[each.severity],
                each.severity is Severity.FELT,
                DECIDE[each.rule],
            )
            for each in found.conflicts
        ],
        "checks": [(each, RULES[each.rule], LOOKED_AT[each.rule], len(each.found)) for each in found.checks],
        "anchored": anchored,
        "anchors": [
            (each, DIMENSIONS[each.dimension], each is anchored.weakest) for each in anchored.anchors
        ],
        "today": timezone.localdate(),
    }
    return render(request, "lanes/overview.html", context)


def departments(request: HttpRequest) -> HttpResponse:
    """What each department has for itself, and the part it shares; `?format=csv` of it."""
    require(person_of(request), Capability.SEE_INSIDE)
    found, names = keeping_apart.departments(), unit_names()
    if request.GET.get("format") == "csv":
        rows = department_rows(found, names, get_language() or "en")
        return csv_response("departments", DEPARTMENTS_HEADER, rows)
    context = {
        "rows": [
            (each, names.get(each.unit, each.unit)) for each in sorted(found, key=lambda one: not one.alone)
        ],
        "sentence": sentence(found),
    }
    return render(request, "lanes/departments.html", context)
