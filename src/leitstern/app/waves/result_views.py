"""What a wave found: by level and unit, hidden groups marked, on a page, as a table and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.waves.queries import taking_part, wave_by_id
from leitstern.app.waves.results import HEADER, Results, results_before, results_of, rows, unit_name
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.groups import Group
from leitstern.core.inside.ratings import VIEWS, View
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.inside.instrument import Dimension


def results(request: HttpRequest, wave_id: int) -> HttpResponse:
    """The results of a published wave; `?level=` and `?unit=` choose a group, `?format=csv|json` takes all along."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = results_of(wave_by_id(wave_id))
    wanted = request.GET.get("format")
    if wanted == "csv":
        return csv_response(f"wave-{wave_id}", HEADER, rows(found, get_language() or "en"))
    if wanted == "json":
        return JsonResponse(found.content, json_dumps_params={"ensure_ascii": False})
    level = next((each for each in found.levels if each == request.GET.get("level")), _first(found))
    unit = request.GET.get("unit", COMPANY)
    whole = Group(wave_id, level, unit)
    parts = found.parts(level, unit)
    context = {
        "wave": found.wave,
        "results": found,
        "taking_part": taking_part(found.wave),
        "level": level,
        "level_name": VIEWS[level],
        "levels": [(each, VIEWS[each]) for each in found.levels],
        "unit": unit,
        "unit_name": unit_name(found.wave, unit),
        "parts": [(group, found.name(group), len(found.parts(level, group.unit)) > 1) for group in parts],
        "lines": _lines(found, whole),
        "table": [
            (dimension, [found.shown(group, dimension.slug) for group in parts])
            for dimension in found.dimensions
        ],
        "before": results_before(found.wave),
        "flagged": found.flagged(level),
        "comments": found.content["comments"],
        "lowest": _extreme(found, whole, lowest=True),
        "highest": _extreme(found, whole, lowest=False),
    }
    return render(request, "waves/results.html", context)


def _first(found: Results) -> View:
    return View.STAFF if View.STAFF in found.levels else next(iter(found.levels), View.STAFF)


def _lines(found: Results, group: Group) -> list[dict[str, object]]:
    """Every dimension of one group: score, change since the wave before, without flagged people."""
    before = results_before(found.wave)
    return [
        {
            "dimension": dimension,
            "shown": found.shown(group, dimension.slug),
            "change": found.change(before, group, dimension.slug) if before else None,
            "without": None if group.unit != COMPANY else found.without_flagged(group.level, dimension.slug),
            "reliability": found.content["reliability"].get(dimension.slug),
        }
        for dimension in found.dimensions
    ]


def _extreme(found: Results, group: Group, *, lowest: bool) -> tuple[Dimension, Estimate] | None:
    """The dimension a group sees lowest or highest."""
    seen = [
        (dimension, level)
        for dimension in found.dimensions
        if isinstance(level := found.shown(group, dimension.slug).level, Estimate)
    ]
    chosen = min if lowest else max
    return chosen(seen, key=lambda entry: entry[1].value) if seen else None
