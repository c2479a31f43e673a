"""What followed an occasion: after a touchpoint was met or a milestone reached, did another contact come within some days?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.milestones import NOWHERE, reached_by
from leitstern.core.outside.periods import LENGTHS, Length, after, begin, finest
from leitstern.core.outside.sampling import attach, customer_sums, share_statistics
from leitstern.core.stats.intervals import NOBODY, share_estimate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import Milestone, Taxonomy
    from leitstern.core.stats.estimate import Measured

WHOLE, PENDING = "whole", "pending"
EVER = date(1, 1, 1)  # where these two begin
_GROUP = ["length", "start"]


@dataclass(frozen=True, slots=True)
class Counted:
    """Of so many `occasions` so many were `followed`, in all or in the period that begins at `start`.

    `share` (0–1) with n = customers. Of fewer than five customers nothing is told: the counts are None.
    """

    share: Measured
    occasions: int | None = None
    followed: int | None = None
    start: date | None = None
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """All occasions whose days are over, and the same by the shortest periods of which none has one to four customers.

    Where even years have fewer, there are no periods. `pending` occasions may still be followed in time; None where
    that are fewer than five customers.
    """

    whole: Counted
    pending: int | None
    periods: tuple[Counted, ...] = ()


def met(contacts: Table, touchpoint: int, as_of: date) -> Table:
    """One row per customer and time they were at the touchpoint: entity_id, reached_us, reached_date, weight, occasion."""
    import ibis

    here = contacts.filter((contacts.touchpoint == touchpoint) & (contacts.local_date <= ibis.literal(as_of)))
    here = here.select("entity_id", "weight", reached_us="ts_us", reached_date="local_date")
    found = here.aggregate(by=["entity_id", "reached_us", "reached_date"], weight=here.weight.max())
    return found.mutate(occasion=ibis.literal(touchpoint, "int32"))


def milestone_met(contacts: Table, milestone: Milestone, taxonomy: Taxonomy, as_of: date) -> Table:
    """The same for a milestone of the taxonomy that no contact marks, such as an anniversary."""
    import ibis

    found = reached_by(contacts, milestone, taxonomy, as_of)
    return found.mutate(occasion=ibis.literal(NOWHERE, "int32"))


def followed(occasions: Table, contacts: Table, touchpoint: int, days: tuple[int, int], as_of: date) -> Table:
    """The occasions with 0/1 columns: `followed` by a contact at `touchpoint`, and `judged`: all of the days are over.

    Calendar days decide, the first and the last of `days` included; 0 is the day of the occasion. A contact of the same
    moment follows it unless it is the occasion itself.
    """
    import ibis

    first, last = days
    there = contacts.filter(contacts.touchpoint == touchpoint)
    pairs = occasions.left_join(there.select("entity_id", "ts_us", "local_date"), "entity_id")
    passed = pairs.local_date.delta(pairs.reached_date, unit="day")
    same_moment = (pairs.ts_us == pairs.reached_us) & (pairs.occasion != touchpoint)
    follows = ((pairs.ts_us > pairs.reached_us) | same_moment) & (passed >= first) & (passed <= last)
    pairs = pairs.mutate(follows=ibis.ifelse(follows, 1, 0).fill_null(0))
    found = pairs.aggregate(
        by=["entity_id", "reached_us", "reached_date", "weight"], followed=pairs.follows.max()
    )
    elapsed = ibis.literal(as_of).delta(found.reached_date, unit="day")
    return found.mutate(judged=ibis.ifelse(elapsed > last, 1, 0))


def followed_sums(rows: Table) -> Table:
    """Counts and sufficient statistics of `followed`, by `length` and `start`: in all, still pending, and by periods."""
    import ibis

    ever = ibis.literal(EVER)
    judged = rows.filter(rows.judged == 1)
    parts = [
        judged.mutate(length=ibis.literal(WHOLE), start=ever),
        rows.filter(rows.judged == 0).mutate(length=ibis.literal(PENDING), start=ever),
        *(
            judged.mutate(length=ibis.literal(length), start=begin(judged.reached_date, length))
            for length in LENGTHS
        ),
    ]
    counted = ibis.union(*parts)
    shares = customer_sums(counted, _GROUP, "entity_id", ["followed"])
    return attach(shares, counted.aggregate(by=_GROUP, times=counted.followed.sum()), _GROUP)


def read_followed(rows: Rows, as_of: date | None = None) -> Followed:
    """The result of `followed_sums`; nothing of fewer than five customers is left in it."""
    found: dict[str, dict[date, Mapping[str, Any]]] = {}
    for row in rows.to_pylist():
        found.setdefault(row["length"], {})[row["start"]] = row
    whole, pending = (found.get(name, {}).get(EVER) for name in (WHOLE, PENDING))
    return Followed(
        _counted(whole, as_of),
        0 if pending is None else pending["answers"] if pending["n"] >= FEWEST else None,
        _periods(found, as_of),
    )


def _periods(
    found: Mapping[str, Mapping[date, Mapping[str, Any]]], as_of: date | None
) -> tuple[Counted, ...]:
    if not found.get(LENGTHS[0]):
        return ()
    length = finest({each: [row["n"] for row in found[each].values()] for each in LENGTHS})
    rows = found[length]
    if any(row["n"] < FEWEST for row in rows.values()):
        return ()
    periods, start, last = [], min(rows), max(rows)
    while start <= last:
        periods.append(_counted(rows.get(start), as_of, start, length))
        start = after(start, length)
    return tuple(periods)


def _counted(
    row: Mapping[str, Any] | None,
    as_of: date | None,
    start: date | None = None,
    length: Length | None = None,
) -> Counted:
    if row is None:
        return Counted(NOBODY, 0, 0, start, length)
    if row["n"] < FEWEST:
        return Counted(TOO_FEW_CUSTOMERS, start=start, length=length)
    share = share_estimate(share_statistics(row, "followed"), as_of)
    return Counted(share, row["answers"], row["times"], start, length)
