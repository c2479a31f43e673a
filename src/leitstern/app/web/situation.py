"""The situation (Lagebild): the finding as a sentence, the two indices, where it hurts, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.bridge.queries import measures
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.exports import csv_response
from leitstern.app.gap.drawing import by_size, development, gap_chart, harm_chart
from leitstern.app.gap.queries import gap_report
from leitstern.app.gap.table import HEADER, table_rows
from leitstern.app.outside.queries import (
    customers_at,
    kept_promises,
    moods_by_stage,
    moods_by_touchpoint,
    scores_by,
)
from leitstern.app.outside.reading import Published, published
from leitstern.app.outside.trends import trends
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.queries import placement
from leitstern.app.ties.left import left
from leitstern.charts.journey_map import MapStage, MapTouchpoint, journey_map
from leitstern.core.bridge.ties.left import sentence as who_left
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.gap.findings import KINDS
from leitstern.core.gap.headlines import evidence, headline
from leitstern.core.inside.assumptions import departures
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.safestring import SafeString

    from leitstern.core.gap.findings import GapReport, TouchpointGap

ROWS = 8  # lines of the chart; the table below has all
SHOWN = 4  # touchpoints of a stage on the journey map


def situation(request: HttpRequest) -> HttpResponse:
    """The start page."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    inside = _inside() if Capability.SEE_INSIDE in me.capabilities else {}
    state = published()
    if state is None:
        may_workshop = Capability.RUN_WORKSHOP in me.capabilities
        return render(request, "web/situation_empty.html", {**inside, "may_workshop": may_workshop})
    report = gap_report(state)
    if request.GET.get("format") == "csv":
        return csv_response("gap", HEADER, table_rows(report))
    lines, stages = by_size(report), _stage_rows(state, report)
    context = {
        "state": state,
        "report": report,
        "lines": lines,
        "headline": headline(report),
        "evidence": evidence(report),
        "chart": gap_chart(state, lines[:ROWS]),
        "harm": harm_chart(report),
        "developments": _developments(state, lines),
        "journey": journey_chart(stages),
        "stages": stages,
        "nps": next((s for s in scores_by(state) if isinstance(s.net_promoter, Estimate)), None),
        "promises": kept_promises(state),
        "touchpoints": {t.slug: t for t in state.taxonomy.touchpoints},
        "facets": {f.slug: f for f in state.taxonomy.facets},
        "measures": measures()[:5],
        **inside,
    }
    return render(request, "web/situation.html", context)


def _inside() -> dict[str, object]:
    """Where the organisation stands, what is assumed differently for it, and what is to be handed over."""
    gone = left()
    return {
        "placement": placement(),
        "departures": departures(assumptions()),
        "left": who_left(gone) if gone else None,
    }


def _developments(
    state: Published, lines: Sequence[TouchpointGap]
) -> dict[tuple[str, str], SafeString | str]:
    points, periods = state.taxonomy.lookup(Touchpoint), trends(state)
    return {
        (line.touchpoint, line.facet): development(
            periods.get((here.code, line.facet), ()), f"line-{position}"
        )
        for position, line in enumerate(lines)
        if (here := points.slug(line.touchpoint))
    }


def journey_chart(stages: Sequence[MapStage]) -> SafeString | str:
    """The stages with what customers felt there."""
    if not stages:
        return ""
    return fitted(
        lambda sheet: journey_map(stages, sheet),
        "journey",
        gettext("The journey as customers live it"),
        gettext("Stages with their touchpoints; the curve shows what customers' answers say of their mood."),
    )


def _stage_rows(state: Published, report: GapReport) -> list[MapStage]:
    """Per stage its mood, and the touchpoints with a declared gap before the busiest others."""
    hurting = {line.touchpoint for kind in KINDS for line, _gap in report.declared(kind)}
    taxonomy = state.taxonomy
    at_stage, at_touchpoint, came = moods_by_stage(state), moods_by_touchpoint(state), customers_at(state)
    no_answer = gettext("no answers")
    stages = []
    for stage in taxonomy.stages:
        here = [t for t in taxonomy.touchpoints if t.stage == stage.slug and t.code in came]
        shown = sorted(here, key=lambda t: (t.slug not in hurting, -came[t.code][1]))[:SHOWN]
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
            if t in shown
        )
        mood = side(at_stage[stage.code].mood) if stage.code in at_stage else no_answer
        stages.append(MapStage(words(stage.name), mood, touchpoints))
    return stages
