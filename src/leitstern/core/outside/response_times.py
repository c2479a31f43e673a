"""Promised and measured response times: how long it takes from when a promise was made until it is kept.

What is still open has lasted at least until now, and is counted so: left out, the slowest answers would make a place
look fast.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.sampling import attach, customer_sums
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.survival import quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

DAY_US = 24 * HOUR_US
MINUTES_LONG = 2 * 24 * 60  # times beyond this are told apart by hours, shorter ones by minutes
FEWEST_FOR_MOST = 20  # customers; of fewer, the slowest of twenty is nobody
NOT_REACHED = Missing(
    "not-reached",
    Text(en="so many are open that this is not reached yet", de="noch nicht erreicht, so viele sind offen"),
)
TOO_FEW_FOR_MOST = Missing(
    "too-few-for-95",
    Text(en="fewer than twenty customers so far", de="bisher weniger als zwanzig Kundinnen und Kunden"),
)


@dataclass(frozen=True, slots=True)
class ResponseTime:
    """Of one promise (its code), whose making is known: `open` of the `promises` are not kept so far.

    `promised_days`: the typical number of calendar days promised. `half` and `most` in hours: the time within which
    half, and 95 of 100, are kept, open ones counted as lasting longer than they have so far. n = customers.
    """

    promise: int
    customers: int
    promises: int
    open: int
    promised_days: Measured
    half: Measured
    most: Measured


def timed(promises: Table, as_of_us: int) -> Table:
    """The promises of which it is known when they were made, with `minutes` (so far), `kept` 0 or 1, and `days` promised.

    Without a time of making the lake holds the due one in its place; such promises say nothing about time.
    """
    import ibis

    rows = promises.filter((promises.ts_us != promises.due_us) & (promises.ts_us <= as_of_us))
    kept = rows.kept_us.notnull() & (rows.kept_us <= as_of_us)
    took = ibis.ifelse(kept, rows.kept_us, ibis.literal(as_of_us)) - rows.ts_us
    rows = rows.mutate(
        kept=ibis.ifelse(kept, 1, 0), took=took, days=(rows.due_us - rows.ts_us + DAY_US - 1) // DAY_US
    )
    rows = rows.filter(rows.took >= 0)
    minutes = (rows.took // (HOUR_US // 60)).cast("int64")
    return rows.mutate(minutes=ibis.ifelse(minutes < MINUTES_LONG, minutes, minutes // 60 * 60))


def response_sums(found: Table) -> Table:
    """Of `timed`: one row per promise with customers, promises, open ones, and the typical number of days promised."""
    rows = found.mutate(open=1 - found.kept)
    sums = customer_sums(rows, ["promise"], "entity_id", ["open"])
    counted = rows.aggregate(by="promise", still_open=rows.open.sum())
    days = quantiles(rows, ["promise"], "days", "days", "entity_id", (50,))
    return attach(attach(sums, counted, ["promise"]), days, ["promise"])


def response_tallies(found: Table) -> Table:
    """Of `timed`: the weight of the promises kept, and of those open, after so many minutes."""
    return found.aggregate(by=["promise", "kept", "minutes"], weight=found.weight.sum())


def read_response_times(sums: Rows, tallies: Rows, as_of: date | None = None) -> tuple[ResponseTime, ...]:
    """The results of both, most promises first; nothing of fewer than five customers is left in them."""
    ends: dict[int, dict[float, float]] = defaultdict(dict)
    runs: dict[int, dict[float, float]] = defaultdict(dict)
    for row in tallies.to_pylist():
        (ends if row["kept"] else runs)[row["promise"]][row["minutes"] / 60] = row["weight"]
    found = []
    for row in sums.to_pylist():
        code, n = row["promise"], row["n"]
        # In units of customers: several promises to one of them are not several pieces of evidence.
        unit = row["weight"] / row["weight2"]
        over, running = ({time: weight * unit for time, weight in of[code].items()} for of in (ends, runs))
        found.append(
            ResponseTime(
                promise=code,
                customers=n,
                promises=row["answers"],
                open=row["still_open"],
                promised_days=_enough(n) or quantile_estimate(row, 50, as_of=as_of),
                half=_enough(n) or _within(0.5, over, running, n, as_of),
                most=_enough(n)
                or (TOO_FEW_FOR_MOST if n < FEWEST_FOR_MOST else _within(0.95, over, running, n, as_of)),
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.promises, each.promise)))


def _enough(n: int) -> Missing | None:
    return TOO_FEW_CUSTOMERS if n < FEWEST else None


def _within(
    share: float, over: Mapping[float, float], running: Mapping[float, float], n: int, as_of: date | None
) -> Measured:
    found = quantile(share, over, running)
    return NOT_REACHED if found is None else Estimate(*found, n, as_of=as_of)
