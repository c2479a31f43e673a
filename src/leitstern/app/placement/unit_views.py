"""Dimension by department, and what moved since the wave before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.placement.by_unit import heat_map, movements
from leitstern.app.placement.drawing import heat_chart, movement_chart
from leitstern.app.placement.table import heat_rows, movement_rows
from leitstern.core.inside.ratings import VIEWS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def dimensions(request: HttpRequest) -> HttpResponse:
    """The newest published wave (`?level=` chooses the group of people)."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = heat_map(request.GET.get("level", ""))
    if found is None:
        return render(request, "placement/no_wave.html")
    language, since = get_language() or "en", movements(found.level)
    if request.GET.get("format") == "csv":
        return csv_response("dimensions", *heat_rows(found, language))
    if request.GET.get("format") == "movement":
        return csv_response("movement", *movement_rows(since))
    hidden = sum(not hasattr(cell, "value") for _dimension, cells in found.rows for cell in cells)
    context = {
        "found": found,
        "level_name": VIEWS[found.level],
        "levels": [(each, VIEWS[each], each is found.level) for each in found.levels],
        "chart": heat_chart(found),
        "hidden": hidden,
        "since": since,
        "movement": movement_chart(since),
        "rose": sum(line.movement.direction == "up" for _dimension, line in since.lines) if since else 0,
        "fell": sum(line.movement.direction == "down" for _dimension, line in since.lines) if since else 0,
    }
    return render(request, "placement/dimensions.html", context)
