"""What reaching a goal costs customers: journeys on a designed map, lived beside designed, and how many arrive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.both_values.kinds import with_persona
from leitstern.core.outside.breaks import begins_at
from leitstern.core.outside.cases import within_cases
from leitstern.core.outside.lived import statements
from leitstern.core.outside.sampling import customer_sums, mean_statistics, share_statistics
from leitstern.core.tables.lake import PATH_BASE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ibis import Table
    from ibis.expr.types import IntegerValue
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import JourneyMap, Reach, Taxonomy
    from leitstern.core.stats.means import MeanStatistics
    from leitstern.core.stats.share import ShareStatistics

BACK = timedelta(days=730)  # as far as journeys and answers are looked at
DAY_US = 86_400_000_000
PARTS = ("contacts", "designed", "more", "wait_days", "repeats", "handoffs", "designed_handoffs")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map as it is looked for in journeys: codes of its first and last necessary step, and what it designs.

    `once` and `often` are the codes of steps that it has once, and that may be repeated.
    """

    code: int
    start: int
    end: int
    once: tuple[int, ...]
    often: tuple[int, ...]
    handoffs: int  # changes of department among the steps that nobody may leave out


def drawn(taxonomy: Taxonomy) -> tuple[Drawn, ...]:
    """Every map whose steps the taxonomy knows."""
    return tuple(found for each in taxonomy.maps if (found := _drawn(each, taxonomy)))


def _drawn(journey_map: JourneyMap, taxonomy: Taxonomy) -> Drawn | None:
    lookup = taxonomy.lookup(Touchpoint)
    known = [(step, point) for step in journey_map.steps if (point := lookup.slug(step.touchpoint))]
    needed = [point for step, point in known if not step.optional] or [point for _, point in known[:1]]
    start = lookup.slug(begins_at(journey_map)) if journey_map.steps else None
    if not needed or start is None:
        return None
    often = {point.code for step, point in known if step.repeatable}
    return Drawn(
        journey_map.code,
        start.code,
        needed[-1].code,
        tuple(sorted({point.code for _, point in known} - often)),
        tuple(sorted(often)),
        sum(one.department != other.department for one, other in pairwise(needed)),
    )


def effort(journeys: Table, contacts: Table, kinds: Table, taxonomy: Taxonomy, as_of: date) -> Table:
    """Sufficient statistics of PARTS per journey, by persona, over cases on a map that began in BACK and are over.

    A journey is on the first map of the taxonomy whose first necessary step it comes to. `designed` are its contacts that
    the map has, optional ones too, `more` all others: elsewhere, or once more where the map has a step once. A journey is
    over when nothing has happened for as long as a new one would begin.
    """
    maps = drawn(taxonomy)
    over = _over(within_cases(journeys, contacts), taxonomy, as_of)
    number = _first(over, maps)
    on = over.mutate(on=number).filter(number >= 0)
    designed = _by_map(on, {at: _designed(on, each) for at, each in enumerate(maps)})
    planned = _by_map(on, {at: each.handoffs for at, each in enumerate(maps)})
    rows = on.select(
        "person",
        "weight",
        "contacts",
        "repeats",
        "handoffs",
        designed=designed,
        more=on.contacts - designed,
        wait_days=on.wait_us / DAY_US,
        designed_handoffs=planned,
    )
    return customer_sums(with_persona(rows, kinds, "person"), ["persona"], "person", PARTS)


def read_effort(rows: Rows) -> dict[int, dict[str, MeanStatistics]]:
    """The result of `effort`: by persona, the statistics of every part."""
    return {row["persona"]: {part: mean_statistics(row, part) for part in PARTS} for row in rows.to_pylist()}


def arriving(
    journeys: Table, contacts: Table, kinds: Table, found: Drawn, taxonomy: Taxonomy, as_of: date
) -> Table:
    """Sufficient statistics of the share of journeys on one map that come to its last necessary step, by persona."""
    import ibis

    over = _over(within_cases(journeys, contacts), taxonomy, as_of)
    on = over.filter(over.path.contains(_sign(found.start)))
    rows = on.select("person", "weight", good=ibis.ifelse(on.path.contains(_sign(found.end)), 1, 0))
    return customer_sums(with_persona(rows, kinds, "person"), ["persona"], "person", ["good"])


def agreeing(
    feedback: Table, promises: Table, kinds: Table, reach: Reach, taxonomy: Taxonomy, as_of: date
) -> Table:
    """Sufficient statistics of the share who agree with a statement at a touchpoint, by persona, since BACK."""
    point = taxonomy.lookup(Touchpoint).slug(reach.touchpoint)
    said = statements(feedback, promises, as_of)
    here = said.filter(
        (said.touchpoint == (point.code if point else -1))
        & (said.facet == reach.facet)
        & (said.day > as_of - BACK)
    )
    return customer_sums(with_persona(here, kinds, "entity_id"), ["persona"], "entity_id", ["good"])


def read_shares(rows: Rows) -> dict[int, ShareStatistics]:
    """The result of `arriving` or `agreeing`, by persona."""
    return {row["persona"]: share_statistics(row, "good") for row in rows.to_pylist()}


def _over(journeys: Table, taxonomy: Taxonomy, as_of: date) -> Table:
    import ibis

    quiet = as_of - timedelta(days=taxonomy.journey_gap_days)
    ended = ibis.literal(quiet).cast("timestamp").epoch_seconds() * 1_000_000
    return journeys.filter((journeys.start_date > as_of - BACK) & (journeys.end_us < ended))


def _first(journeys: Table, maps: tuple[Drawn, ...]) -> Table:
    """The place among `maps` of the first that a journey is on; −1 for none."""
    import ibis

    if not maps:
        return ibis.literal(-1)
    branches = [(journeys.path.contains(_sign(each.start)), at) for at, each in enumerate(maps)]
    return ibis.cases(*branches, else_=-1)


def _by_map(on: Table, told: Mapping[int, IntegerValue | int]) -> IntegerValue:
    """What holds of the map that each journey is on."""
    import ibis

    branches = [(on.on == at, value) for at, value in told.items()]
    found: IntegerValue = ibis.cases(*branches, else_=0) if branches else ibis.literal(0)
    return found


def _designed(journeys: Table, found: Drawn) -> IntegerValue:
    """Contacts of a journey that a map has: each step once, those that may be repeated as often as they came."""
    import ibis

    path = journeys.path
    total: IntegerValue = ibis.literal(0)
    for code in found.once:
        total += ibis.ifelse(path.contains(_sign(code)), 1, 0)
    for code in found.often:
        total += path.length() - path.replace(_sign(code), "").length()
    return total


def _sign(code: int) -> str:
    return chr(PATH_BASE + code)
