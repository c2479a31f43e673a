"""Employees' part in delighting and in frustrating experiences: how many of the best and of the worst answers were
given where customers meet an employee.

Taking part is not causing. Beside both stands the share among all answers: whoever asks mostly after phone calls finds
employees everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.sampling import customer_sums, share_statistics
from leitstern.core.stats.differences import difference
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import Channel, Taxonomy, Touchpoint
    from leitstern.core.stats.estimate import Measured

BEST, WORST, ALL = "best", "worst", "all"


@dataclass(frozen=True, slots=True)
class PeoplePart:
    """Shares (0–1) of answers given where customers meet an employee: of the best possible, of the worst, of all.

    `worse` is worst − best: above 0, employees take part in more of what frustrates.
    """

    best: Measured
    worst: Measured
    all: Measured
    worse: Measured


def meets_people(touchpoint: Touchpoint, channel: Channel | None) -> bool | None:
    """Whether customers meet an employee at a touchpoint on a channel; None if nobody says how they come there."""
    if touchpoint.people is not None:
        return touchpoint.people
    if touchpoint.digital is not None:
        return not touchpoint.digital
    if channel is None:
        return None
    return not channel.digital if channel.people is None else channel.people


def people_part(feedback: Table, taxonomy: Taxonomy) -> Table:
    """Sufficient statistics of the share `people`, one row each of the `best`, the `worst` and `all` answers (`of`).

    Answers at touchpoints that no longer exist, or without any known channel, are left out.
    """
    import ibis

    branches = [
        ((feedback.touchpoint == point.code) & (feedback.channel == code), int(meets))
        for point in taxonomy.touchpoints
        for code, channel in ((0, None), *((channel.code, channel) for channel in taxonomy.channels))
        if (meets := meets_people(point, channel)) is not None
    ]
    people = ibis.cases(*branches) if branches else ibis.null("int8")
    rows = feedback.mutate(people=people)
    rows = rows.filter(rows.people.notnull()).select("entity_id", "weight", "people", "value", "low", "high")
    told = ibis.union(
        rows.filter(rows.value >= rows.high).mutate(of=ibis.literal(BEST)),
        rows.filter(rows.value <= rows.low).mutate(of=ibis.literal(WORST)),
        rows.mutate(of=ibis.literal(ALL)),
    )
    return customer_sums(told, ["of"], "entity_id", ["people"])


def read_people_part(rows: Rows, as_of: date | None = None) -> PeoplePart:
    """The result of `people_part`; fewer than five customers are never shown."""
    found: dict[str, Measured] = {
        row["of"]: share_estimate(share_statistics(row, "people"), as_of)
        for row in rows.to_pylist()
        if row["n"] >= FEWEST
    }
    best, worst, every = (found.get(name, TOO_FEW_CUSTOMERS) for name in (BEST, WORST, ALL))
    return PeoplePart(best, worst, every, difference(worst, best))
