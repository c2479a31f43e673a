"""Units on both axes, dimension by department, and what moved since the wave before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language, gettext, ngettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.by_unit import heat_map, movements
from leitstern.app.placement.drawing import heat_chart, movement_chart, units_chart
from leitstern.app.placement.table import UNITS_HEADER, heat_rows, movement_rows, unit_rows
from leitstern.app.placement.units import unit_placements
from leitstern.core.inside.ratings import VIEWS
from leitstern.core.inside.unit_words import apart_sentence, type_words, whole_sentence

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.placement.by_unit import Movements


def units(request: HttpRequest) -> HttpResponse:
    """Where each department stands, by the newest published wave."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = unit_placements()
    if found is None:
        return render(request, "placement/no_wave.html", {"title": gettext("Unit by unit")})
    language = get_language() or "en"
    if request.GET.get("format") == "csv":
        return csv_response("units", UNITS_HEADER, unit_rows(found, language))
    context = {
        "found": found,
        "lines": [(each, type_words(each.placed) if each.placed else None) for each in found.units],
        "hidden": sum(each.placed is None for each in found.units),
        "chart": units_chart(found, assumptions()) if found.units else "",
        "whole": whole_sentence(found.whole),
    }
    return render(request, "placement/units.html", context)


def dimensions(request: HttpRequest) -> HttpResponse:
    """The newest published wave (`?level=` chooses the group of people)."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = heat_map(request.GET.get("level", ""))
    if found is None:
        return render(request, "placement/no_wave.html", {"title": gettext("Dimension by department")})
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
        "apart": apart_sentence(
            found.columns[1:], [(dimension.name, cells[1:]) for dimension, cells in found.rows]
        ),
        "hidden": hidden,
        "since": since,
        "moved": _moved(since) if since else "",
        "movement": movement_chart(since),
    }
    return render(request, "placement/dimensions.html", context)


def _moved(since: Movements) -> str:
    """How many dimensions moved, in a sentence."""
    directions = [line.movement.direction for _dimension, line in since.lines]
    rose, fell = (sum(each == way for each in directions) for way in ("up", "down"))
    if rose and fell:
        said = ngettext(
            "%(n)s dimension rose since the wave before, %(fell)s fell.",
            "%(n)s dimensions rose since the wave before, %(fell)s fell.",
            rose,
        )
    elif rose:
        said = ngettext(
            "%(n)s dimension rose since the wave before.",
            "%(n)s dimensions rose since the wave before.",
            rose,
        )
    elif fell:
        said = ngettext(
            "%(n)s dimension fell since the wave before.",
            "%(n)s dimensions fell since the wave before.",
            fell,
        )
    else:
        said = gettext("Since the wave before nothing moved beyond noise.")
    return said % {"n": rose or fell, "fell": fell}
