"""One touchpoint: what was promised, believed and lived here, why, in whose words, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.bridge.queries import measures_at
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.lookups import or_not_found
from leitstern.app.gap.drawing import gap_chart
from leitstern.app.gap.queries import gap_report, lines_at, reasons_at
from leitstern.app.outside.heard import heard_at, whom_we_hear
from leitstern.app.outside.periods import repeats_around
from leitstern.app.outside.queries import (
    all_flows,
    all_repeats,
    customers_at,
    promises_by,
)
from leitstern.app.outside.reading import Published, require_published
from leitstern.app.outside.trends import trend
from leitstern.app.outside.voices import voices
from leitstern.charts.driver_bars import DriverBar, driver_bars
from leitstern.charts.trend import TrendEvent, TrendPoint
from leitstern.charts.trend import trend as trend_chart
from leitstern.charts.units import OF_HUNDRED
from leitstern.core.company.facets import SATISFIED
from leitstern.core.company.taxonomy import Department, Promise, Stage, Touchpoint
from leitstern.core.gap.statements import lived_said
from leitstern.core.outside.reasons import drivers_of
from leitstern.core.stats.attribution import Attribution
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.safestring import SafeString

    from leitstern.core.gap.findings import GapReport, Priority, Spot, TouchpointGap
    from leitstern.core.outside.flows import Flow

NO_SUCH = Text(
    en="There is no such touchpoint in the current taxonomy. It may have been renamed; the situation lists all.",
    de="Diesen Kontaktpunkt gibt es in der aktuellen Taxonomie nicht. Vielleicht wurde er umbenannt; das Lagebild "
    "zeigt alle.",
)
NEXT = 6  # ways on from here
LATELY = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Way:
    """A neighbour on customers' journeys; `handoff` says another department stands behind it."""

    touchpoint: Touchpoint | None
    flow: Flow
    handoff: Department | None


def touchpoint(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of one touchpoint; `?facet=` chooses the statement whose history is shown."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    state = require_published()
    here = or_not_found(state.taxonomy.lookup(Touchpoint).slug(slug), NO_SUCH)
    report = gap_report(state)
    lines = lines_at(report, here)
    chosen = chosen_line(report, lines, request.GET.get("facet", ""))
    facet = chosen.facet if chosen else SATISFIED.slug
    explained = next((f for f in (facet, SATISFIED.slug) if reasons_at(state, here, f)), facet)
    found = reasons_at(state, here, explained)
    context = {
        "state": state,
        "here": here,
        "stage": state.taxonomy.lookup(Stage).slug(here.stage),
        "department": state.taxonomy.lookup(Department).slug(here.department),
        "lines": lines,
        "chosen": chosen,
        "sentences": sentences(report, slug, facet),
        "apart": bool(chosen and lived_said(chosen)),
        "both": lived_said(chosen) if chosen and not sentences(report, slug, facet) else None,
        "chart": gap_chart(state, lines),
        "customers": customers_at(state).get(here.code, (0, 0.0))[0],
        "trend": trend_drawing(state, here, facet),
        "periods": trend(state, here.code, facet),
        "explained": explained,
        "explained_name": next(f.name for f in state.taxonomy.facets if f.slug == explained),
        "drivers": found.explanation.attribution if found else None,
        "driver_chart": driver_drawing(state, found.explanation.attribution) if found else "",
        "alike": found.alike if found else None,
        "driver_names": {driver.slug: driver.name for driver in drivers_of(state.taxonomy)},
        "bad": voices(state, here.code, good=False),
        "good": voices(state, here.code, good=True, most=2),
        "ways_here": ways_here(state, here),
        "ways_on": ways_on(state, here),
        "repeats": next((r for r in all_repeats(state) if r.touchpoint == here.code), None),
        "repeats_before_and_lately": repeats_around(state, here.code, state.as_of - LATELY),
        "promises": promises_here(state, here),
        "heard": heard_at(state, here.code),
        "heard_since": whom_we_hear(state).since,
        "facets": {facet.slug: facet.name for facet in state.taxonomy.facets},
        "measures": measures_at(slug),
        "may_decide": Capability.DECIDE in me.capabilities,
        "may_see_inside": Capability.SEE_INSIDE in me.capabilities,
        "may_guess": Capability.RUN_GUESS in me.capabilities,
    }
    return render(request, "web/touchpoint.html", context)


def trend_drawing(state: Published, here: Touchpoint, facet: str) -> SafeString | str:
    """The lived share period by period; nothing while fewer than two periods are known."""
    points = [
        TrendPoint(period.start, side(period.share), words(tick) if (tick := period.short_name) else "")
        for period in trend(state, here.code, facet)
    ]
    if sum(isinstance(point.value, Estimate) for point in points) < 2:
        return ""
    promise = next(
        (p.share for p in state.taxonomy.promises if (p.touchpoint, p.facet) == (here.slug, facet)), None
    )
    events = [TrendEvent(m.due, m.title) for m in measures_at(here.slug) if m.due and m.due <= state.as_of]
    return fitted(
        lambda sheet: trend_chart(points, OF_HUNDRED, sheet, promise, events),
        "trend",
        gettext("Lived share over time"),
        gettext("Of 100 customers per period, how many agree, with interval."),
        width=620,
    )


def driver_drawing(state: Published, found: Attribution | Missing) -> SafeString | str:
    """What goes along with good and bad answers here; nothing where nobody can tell."""
    if isinstance(found, Missing):
        return ""
    names = {driver.slug: driver.name for driver in drivers_of(state.taxonomy)}
    rows = [DriverBar(words(names[driver.slug]), driver.share) for driver in found.drivers]
    return fitted(
        lambda sheet: driver_bars(rows, sheet),
        "drivers",
        gettext("Visible reasons"),
        gettext(
            "Share of each visible reason in what all of them explain together; an association, not a cause."
        ),
        width=460,
    )


def chosen_line(report: GapReport, lines: Sequence[TouchpointGap], facet: str) -> TouchpointGap | None:
    """The line asked for, or else the one that leads the page; None where nothing is known."""
    by_facet = {line.facet: line for line in lines}
    led_by = [said.facet for said in _said(report) if lines and said.touchpoint == lines[0].touchpoint]
    return next((by_facet[wanted] for wanted in (facet, *led_by, *by_facet) if wanted in by_facet), None)


def sentences(report: GapReport, slug: str, facet: str) -> list[Text]:
    """What was found here, first of the chosen statement: whom it harms, then what is worth a look of its own."""
    found: dict[str, Text] = {}
    for said in sorted((s for s in _said(report) if s.touchpoint == slug), key=lambda s: s.facet != facet):
        found.setdefault(said.facet, said.here)
    return list(found.values())


def _said(report: GapReport) -> tuple[Priority | Spot, ...]:
    """All that was found, what leads first."""
    return (*report.most_people, *report.most_harm, *report.spots)


def ways_on(state: Published, here: Touchpoint) -> list[Way]:
    """The most frequent next touchpoints."""
    flows = [flow for flow in all_flows(state) if flow.touchpoint == here.code][:NEXT]
    return [_way(state, here, flow, flow.next_touchpoint) for flow in flows]


def ways_here(state: Published, here: Touchpoint) -> list[Way]:
    """The most frequent touchpoints before this one."""
    flows = [flow for flow in all_flows(state) if flow.next_touchpoint == here.code][:NEXT]
    return [_way(state, here, flow, flow.touchpoint) for flow in flows]


def _way(state: Published, here: Touchpoint, flow: Flow, code: int | None) -> Way:
    neighbour = state.taxonomy.lookup(Touchpoint).code(code) if code is not None else None
    other = neighbour is not None and neighbour.department != here.department
    department = state.taxonomy.lookup(Department).slug(neighbour.department) if neighbour and other else None
    return Way(neighbour, flow, department)


def promises_here(state: Published, here: Touchpoint) -> list[tuple[Promise, object]]:
    """What was promised here, and what became of it."""
    codes = {promise.code: promise for promise in state.taxonomy.promises if promise.touchpoint == here.slug}
    records = {int(str(r.group[0])): r for r in promises_by(state, ["promise"])}
    return [(promise, records.get(code)) for code, promise in codes.items()]
