"""Waits from one touchpoint to another: how long until customers are there, and how often within an hour, a day, a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.quantiles import NOTHING_MEASURED, quantile_estimate, quantiles
from leitstern.core.outside.sampling import customer_sums, share_statistics
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

MINUTE_US, DAY_US = HOUR_US // 60, 24 * HOUR_US
WITHIN = (HOUR_US, DAY_US, 7 * DAY_US, 30 * DAY_US)
# Where a span of the histogram ends (inclusive), each a few times as long as the one before; the last has no end.
ENDS = (
    *(MINUTE_US, 10 * MINUTE_US, HOUR_US, 6 * HOUR_US),
    *(DAY_US, 3 * DAY_US, 7 * DAY_US, 30 * DAY_US, 90 * DAY_US),
)


@dataclass(frozen=True, slots=True)
class Span:
    """Waits longer than `above_us` and not longer than `until_us` (None: however long): their share 0–1 of all."""

    above_us: int | None
    until_us: int | None
    share: Measured


@dataclass(frozen=True, slots=True)
class Waits:
    """Waits in hours from contacts at one touchpoint to the first at the other later in the journey; n = customers.

    `followed`: the share 0–1 of contacts at the first touchpoint after which the other comes at all; `within`: of the
    waits, shares of those no longer than an hour, a day, a week and 30 days.
    """

    customers: int
    followed: Measured
    median: Measured
    p90: Measured
    within: tuple[Measured, ...]
    spans: tuple[Span, ...]


def waits(transitions: Table, start: int, then: int | None) -> Table:
    """One row per contact at `start`: person, weight, and `wait_us` until the first contact at `then` (None: at any
    touchpoint) that comes later in the journey; null where none does."""
    import ibis

    if then is None:
        rows = transitions.mutate(until_us=transitions.ts_us + transitions.wait_us)
    else:
        rows = transitions.filter(transitions.touchpoint.isin({start, then}))
        later = ibis.window(group_by="journey", order_by="position", rows=(1, None))
        rows = rows.mutate(until_us=rows.ts_us.min(where=rows.touchpoint == then).over(later))
    rows = rows.filter(rows.touchpoint == start)
    return rows.select("person", "weight", wait_us=rows.until_us - rows.ts_us)


def wait_sums(found: Table) -> Table:
    """Of `waits`: one row with the sufficient statistics of every share."""
    rows = found.filter(found.wait_us.notnull())
    measures = {_within(at): rows.wait_us <= end for at, end in enumerate(WITHIN)}
    inside = {}
    for at, (above, until) in enumerate(_spans()):
        longer = rows.wait_us > (-1 if above is None else above)
        inside[_span(at)] = longer if until is None else longer & (rows.wait_us <= until)
    measures |= inside
    rows = rows.mutate(**{name: each.cast("int64") for name, each in measures.items()})
    sums = customer_sums(rows, [], "person", list(measures))
    people = rows.aggregate(
        **{f"people_{name}": rows.person.nunique(where=rows[name] == 1) for name in inside}
    )
    return sums.cross_join(people)


def wait_followed(found: Table) -> Table:
    """Of `waits`: one row with the statistics of how often the second touchpoint comes at all."""
    rows = found.mutate(followed=found.wait_us.notnull().cast("int64"))
    return customer_sums(rows, [], "person", ["followed"])


def wait_quantiles(found: Table) -> Table:
    """Of `waits`: median and 90th percentile; no row where nobody waited."""
    rows = found.filter(found.wait_us.notnull())
    return quantiles(rows.mutate(hours=rows.wait_us // HOUR_US), [], "wait_us", "hours", "person", (50, 90))


def read_waits(sums: Rows, followed: Rows, measured: Rows, as_of: date | None = None) -> Waits:
    """The results of the three; nothing of fewer than five customers is left in them."""
    row, at_all = sums.to_pylist()[0], followed.to_pylist()[0]
    lasting = next(iter(measured.to_pylist()), None)
    few = (row["n"] or 0) < FEWEST

    def share(name: str) -> Measured:
        return _safe(share_estimate(share_statistics(row, name), as_of))

    def quantile(percent: int) -> Measured:
        if lasting is None:
            return NOTHING_MEASURED
        return _safe(quantile_estimate(lasting, percent, HOUR_US, as_of))

    spans = []
    for at, (above, until) in enumerate(_spans()):
        hidden = few or 0 < _people(row, at) < FEWEST
        spans.append(Span(above, until, TOO_FEW_CUSTOMERS if hidden else share(_span(at))))
    return Waits(
        customers=row["n"] or 0,
        followed=_safe(share_estimate(share_statistics(at_all, "followed"), as_of)),
        median=quantile(50),
        p90=quantile(90),
        within=tuple(share(_within(at)) for at in range(len(WITHIN))),
        spans=tuple(spans),
    )


def _people(row: Mapping[str, Any], at: int) -> int:
    return row[f"people_{_span(at)}"] or 0


def _safe(measured: Measured) -> Measured:
    return TOO_FEW_CUSTOMERS if isinstance(measured, Estimate) and measured.n < FEWEST else measured


def _spans() -> list[tuple[int | None, int | None]]:
    return list(zip((None, *ENDS), (*ENDS, None), strict=True))


def _within(at: int) -> str:
    return f"within_{at}_"


def _span(at: int) -> str:
    return f"span_{at}_"
