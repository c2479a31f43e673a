"""The gap as a picture, on the page and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, locale, side, words
from leitstern.charts.gap_dumbbell import GapRow, gap_dumbbell
from leitstern.charts.harm_scatter import HarmPoint, harm_scatter
from leitstern.charts.sheet import Sheet
from leitstern.charts.sparkline import sparkline
from leitstern.charts.units import OF_HUNDRED
from leitstern.core.company.taxonomy import Stage, Touchpoint
from leitstern.core.gap.findings import KINDS, Finding
from leitstern.core.gap.statements import observed_apart
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.outside.reading import Published
    from leitstern.app.outside.trends import Period
    from leitstern.core.gap.findings import GapReport, TouchpointGap


def by_size(report: GapReport) -> list[TouchpointGap]:
    """Declared gaps first, then by the larger of the two gaps; what nobody can compare comes last."""

    def order(line: TouchpointGap) -> tuple[bool, float]:
        gaps = [gap for kind in KINDS if isinstance(gap := line.gap(kind), Finding)]
        declared = any(gap.state == "declared" for gap in gaps)
        return not declared, -max((gap.estimate.value for gap in gaps), default=-2.0)

    return sorted(report.touchpoints, key=order)


def found(gap: Finding | Missing) -> Finding | str:
    """What core found, or the words that say why there is nothing to find."""
    return words(gap.reason) if isinstance(gap, Missing) else gap


def gap_rows(state: Published, lines: Sequence[TouchpointGap], *, linked: bool) -> list[GapRow]:
    """The lines as the chart wants them; `linked` ones lead to their touchpoint."""
    points, stages = state.taxonomy.lookup(Touchpoint), state.taxonomy.lookup(Stage)
    rows = []
    for line in lines:
        touchpoint = points.slug(line.touchpoint)
        stage = stages.slug(touchpoint.stage) if touchpoint else None
        rows.append(
            GapRow(
                name=words(line.touchpoint_name),
                promise=side(line.promise),
                belief=side(line.belief),
                lived=side(line.lived),
                delivery_gap=found(line.delivery),
                perception_gap=found(line.perception),
                note=" · ".join(filter(None, [words(line.facet_name), words(stage.name) if stage else ""])),
                href=reverse("web:touchpoint", args=[line.touchpoint]) if linked else "",
                observed=observed_apart(line),
            )
        )
    return rows


def gap_chart(state: Published, lines: Sequence[TouchpointGap]) -> SafeString | str:
    """Promise, belief and lived experience of these lines, wide and narrow."""
    if not lines:
        return ""
    rows = gap_rows(state, lines, linked=True)
    return fitted(
        lambda sheet: gap_dumbbell(rows, sheet),
        "gap",
        gettext("Promise, belief and lived experience"),
        gettext(
            "Of 100 customers per touchpoint: how many were promised it, how many we believe, how many live it."
        ),
    )


def harm_chart(report: GapReport) -> SafeString | str:
    """Both rankings in one picture, numbered as the lists are; nothing while no gap is declared."""
    lines = {(line.touchpoint, line.facet): line for line in report.touchpoints}
    harm_ranks = {(entry.touchpoint, entry.facet): rank for rank, entry in enumerate(report.most_harm, 1)}
    points = []
    for rank, entry in enumerate(report.most_people, 1):
        line = lines[key := (entry.touchpoint, entry.facet)]
        gap = line.gap(entry.kind)
        if isinstance(gap, Finding) and entry.size.value >= 1:
            name = f"{words(line.touchpoint_name)} ({words(line.facet_name)})"
            href = reverse("web:touchpoint", args=[entry.touchpoint])
            points.append(HarmPoint(name, entry.size, gap.estimate, rank, harm_ranks[key], href))
    if not points:
        return ""
    return fitted(
        lambda sheet: harm_scatter(points, OF_HUNDRED, sheet),
        "harm",
        gettext("How many people, and how deeply"),
        gettext(
            "To the right: customers who live less than promised or believed. Upwards: how many of 100 that is."
        ),
    )


def development(periods: Sequence[Period], name: str) -> SafeString | str:
    """The lived share of the latest periods as a line the size of a word."""
    recent = [side(period.share) for period in periods[-18:]]
    if sum(isinstance(value, Estimate) for value in recent) < 2:
        return ""
    sheet = Sheet(name, gettext("Development"), gettext("Lived share over time"), 96, locale())
    # Drawn by leitstern.charts, which escapes every word it is given.
    return mark_safe(sparkline(recent, 0, 1, sheet))  # noqa: S308
