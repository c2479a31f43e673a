"""The situation (Lagebild): the finding as a sentence, the two indices, where it hurts, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.bridge.queries import measures
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.queries import customers_at, moods_by_stage, moods_by_touchpoint, promises_by, scores_by
from leitstern.app.outside.reading import Published, published
from leitstern.app.common.drawing import fitted, side, words
from leitstern.charts.gap_dumbbell import GapRow, gap_dumbbell
from leitstern.charts.journey_map import MapStage, MapTouchpoint, journey_map
from leitstern.core.company.facets import SATISFIED
from leitstern.core.company.taxonomy import Stage, Touchpoint
from leitstern.core.gap.findings import KINDS, Finding, GapReport, TouchpointGap
from leitstern.core.gap.headlines import evidence, headline
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.safestring import SafeString

    from leitstern.core.stats.estimate import Measured

ROWS = 8  # lines of the chart; the table below has all


def situation(request: HttpRequest) -> HttpResponse:
    """The start page."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    state = published()
    if state is None:
        return render(request, "web/situation_empty.html")
    report = gap_report(state)
    if request.GET.get("format") == "csv":
        return csv_response("gap", HEADER, (_csv_row(line) for line in report.touchpoints))
    lines = by_size(report)
    shown = [line for line in lines if _largest(line) is not None][:ROWS] or lines[:ROWS]
    context = {
        "state": state,
        "report": report,
        "lines": lines,
        "headline": headline(report),
        "evidence": evidence(report),
        "chart": gap_chart(state, shown),
        "journey": journey_chart(state),
        "stages": _stage_rows(state),
        "nps": next((s for s in scores_by(state) if isinstance(s.net_promoter, Estimate)), None),
        "promises": kept_promises(state),
        "touchpoints": {t.slug: t for t in state.taxonomy.touchpoints},
        "facets": {f.slug: f for f in state.taxonomy.facets},
        "measures": measures()[:5],
    }
    return render(request, "web/situation.html", context)


@dataclass(frozen=True, slots=True)
class KeptPromises:
    """What became of all promises together."""

    kept: Estimate
    overdue: int


def kept_promises(state: Published) -> KeptPromises | None:
    """The share of promises kept in time; None where none has fallen due."""
    found = promises_by(state, [])
    if not found or isinstance(found[0].late, Missing):
        return None
    late = found[0].late
    kept = replace(late, value=1 - late.value, low=1 - late.high, high=1 - late.low)
    return KeptPromises(kept, found[0].overdue)


def by_size(report: GapReport) -> list[TouchpointGap]:
    """Declared gaps first, then by the larger of the two gaps; what nobody can compare comes last."""

    def order(line: TouchpointGap) -> tuple[bool, float]:
        gaps = [gap for kind in KINDS if isinstance(gap := line.gap(kind), Finding)]
        declared = any(gap.state == "declared" for gap in gaps)
        return not declared, -max((gap.estimate.value for gap in gaps), default=-2.0)

    return sorted(report.touchpoints, key=order)


def gap_chart(state: Published, lines: Sequence[TouchpointGap]) -> SafeString | str:
    """Promise, belief and lived experience of these lines."""
    if not lines:
        return ""
    taxonomy = state.taxonomy
    rows = []
    for line in lines:
        touchpoint = taxonomy.lookup(Touchpoint).slug(line.touchpoint)
        stage = taxonomy.lookup(Stage).slug(touchpoint.stage) if touchpoint else None
        rows.append(
            GapRow(
                name=words(line.touchpoint_name),
                promise=side(line.promise),
                belief=side(line.belief),
                lived=side(line.lived),
                delivery_gap=side(line.measured_gap("delivery")),
                perception_gap=side(line.measured_gap("perception")),
                note=" · ".join(filter(None, [words(line.facet_name), words(stage.name) if stage else ""])),
                href=reverse("web:touchpoint", args=[line.touchpoint]),
            )
        )
    return fitted(
        lambda sheet: gap_dumbbell(rows, sheet),
        "gap",
        gettext("Promise, belief and lived experience"),
        gettext("Of 100 customers per touchpoint: how many were promised it, how many we believe, how many live it."),
    )


def journey_chart(state: Published) -> SafeString | str:
    """The stages with what customers felt there."""
    stages = _stage_rows(state)
    if not stages:
        return ""
    return fitted(
        lambda sheet: journey_map(stages, sheet),
        "journey",
        gettext("The journey as customers live it"),
        gettext("Stages with their touchpoints; the curve shows what customers' answers say of their mood."),
        width=1080,
    )


def _stage_rows(state: Published) -> list[MapStage]:
    taxonomy = state.taxonomy
    at_stage, at_touchpoint, came = moods_by_stage(state), moods_by_touchpoint(state), customers_at(state)
    no_answer = gettext("no answers")
    stages = []
    for stage in taxonomy.stages:
        here = [t for t in taxonomy.touchpoints if t.stage == stage.slug and t.code in came]
        busiest = sorted(here, key=lambda t: -came[t.code][1])[:4]
        if not here:
            continue
        touchpoints = tuple(
            MapTouchpoint(
                name=words(t.name),
                n=came[t.code][0],
                emotion=side(at_touchpoint[t.code].mood) if t.code in at_touchpoint else no_answer,
                href=reverse("web:touchpoint", args=[t.slug]),
            )
            for t in here
            if t in busiest
        )
        mood = side(at_stage[stage.code].mood) if stage.code in at_stage else no_answer
        stages.append(MapStage(words(stage.name), mood, touchpoints))
    return stages


HEADER = [
    "touchpoint",
    "facet",
    *(
        f"{name}{part}"
        for name in ("promise", "belief", "lived", "delivery_gap", "perception_gap")
        for part in ("", "_low", "_high", "_n")
    ),
    "delivery_state",
    "perception_state",
]


def _csv_row(line: TouchpointGap) -> list[object]:
    cells: list[object] = [line.touchpoint, line.facet]
    for measured in (
        line.promise,
        line.belief,
        line.lived,
        line.measured_gap("delivery"),
        line.measured_gap("perception"),
    ):
        cells += _cells(measured)
    for kind in KINDS:
        gap = line.gap(kind)
        cells.append(gap.state if isinstance(gap, Finding) else gap.code)
    return cells


def _cells(measured: Measured) -> list[object]:
    if isinstance(measured, Missing):
        return [measured.code, None, None, None]
    return [measured.value, measured.low, measured.high, measured.n]


def _largest(line: TouchpointGap) -> float | None:
    gaps = [gap.estimate.value for kind in KINDS if isinstance(gap := line.gap(kind), Finding)]
    return max(gaps, default=None)


def satisfied_line(report: GapReport, touchpoint: str) -> TouchpointGap | None:
    """The line about satisfaction, else the first about this touchpoint."""
    lines = [line for line in report.touchpoints if line.touchpoint == touchpoint]
    return next((line for line in lines if line.facet == SATISFIED.slug), lines[0] if lines else None)
