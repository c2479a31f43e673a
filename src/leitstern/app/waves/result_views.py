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
from leitstern.app.outside.voices import in_own_language
from leitstern.app.waves.keys import wrong_keys
from leitstern.app.waves.queries import instrument_of, wave_by_id
from leitstern.app.waves.result_lines import by_axis, lines_of, meaning, units_chart
from leitstern.app.waves.results import HEADER, Results, results_before, results_of, rows, unit_name
from leitstern.app.waves.turnout import taking_part
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.groups import Group
from leitstern.core.inside.ratings import VIEWS, View
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.inside.instrument import Dimension

COMMENTS_FIRST = 8  # the others are one click away


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
    parts, before = found.parts(level, unit), results_before(found.wave)
    lines, said = lines_of(found, before, whole), _comments(found)
    context = {
        "wave": found.wave,
        "results": found,
        "taking_part": taking_part(found.wave),
        "level": level,
        "level_name": VIEWS[level],
        "levels": [(each, VIEWS[each]) for each in found.levels],
        "unit": unit,
        "unit_name": unit_name(found.wave, unit),
        "parts": [(group, found.name(group)) for group in parts],
        "deeper": [
            (group, found.name(group))
            for group in parts
            if group.unit != unit and not group.own and len(found.parts(level, group.unit)) > 1
        ],
        "lines": lines,
        "axes": by_axis(lines),
        "meaning": meaning(lines),
        "chart": units_chart(found, parts) if len(parts) > 1 else "",
        "table": [
            (dimension, [found.shown(group, dimension.slug) for group in parts])
            for dimension in found.dimensions
        ],
        "before": before,
        "flagged": found.flagged(level),
        "comments": said[:COMMENTS_FIRST],
        "more_comments": said[COMMENTS_FIRST:],
        "wrong_keys": () if unit else wrong_keys(instrument_of(found.wave), found.content),
        "lowest": _extreme(found, whole, lowest=True),
        "highest": _extreme(found, whole, lowest=False),
    }
    return render(request, "waves/results.html", context)


def _first(found: Results) -> View:
    return View.STAFF if View.STAFF in found.levels else next(iter(found.levels), View.STAFF)


def _comments(found: Results) -> list[str]:
    """What people wrote, with the marks of what was masked in the reader's language."""
    language = get_language() or "en"
    return [in_own_language(comment, language) for comment in found.content["comments"]]


def _extreme(found: Results, group: Group, *, lowest: bool) -> tuple[Dimension, Estimate] | None:
    """The dimension a group sees lowest or highest."""
    seen = [
        (dimension, level)
        for dimension in found.dimensions
        if isinstance(level := found.shown(group, dimension.slug).level, Estimate)
    ]
    chosen = min if lowest else max
    return chosen(seen, key=lambda entry: entry[1].value) if seen else None
