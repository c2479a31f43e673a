"""The gap as a table of plain values, for CSV from the page and from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.gap.findings import KINDS, Finding, TouchpointGap
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.gap.findings import GapReport
    from leitstern.core.stats.estimate import Measured

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
    "observed",
    "observed_agreeing",
    "observed_n",
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
    seen = line.observed
    return [*cells, *((seen.share, seen.agreeing, seen.n) if seen else (None, None, None))]


def _cells(measured: Measured) -> list[object]:
    if isinstance(measured, Missing):
        return [measured.code, None, None, None]
    return [measured.value, measured.low, measured.high, measured.n]


def table_rows(report: GapReport) -> Iterator[list[object]]:
    """A row per statement and touchpoint; a missing side has its code in place of the value."""
    return (_csv_row(line) for line in report.touchpoints)
