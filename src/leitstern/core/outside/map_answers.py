"""What customers on a designed journey said and were promised, and how long each step keeps them waiting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.along import blocks
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.lineage import with_journey
from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.waits import waits
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.outside.along import Designed
    from leitstern.core.stats.estimate import Measured

FITTING = 140  # characters: long enough to tell something, short enough to be read aloud
TOLD = 3  # of the words of one touchpoint


@dataclass(frozen=True, slots=True)
class Words:
    """What customers wrote, with how many of them wrote exactly that; None where fewer than five did."""

    comment: str
    language: str
    customers: int | None


@dataclass(frozen=True, slots=True)
class Pains:
    """What customers at a touchpoint wrote who do not agree: how many they are, and words, the most frequent first."""

    touchpoint: int
    customers: int
    words: tuple[Words, ...]


def of_journeys(facts: Table, journeys: Table, contacts: Table, transitions: Table) -> Table:
    """Those `facts` (feedback or promises) that belong to these journeys."""
    linked = with_journey(facts, contacts, transitions)
    kept = linked.semi_join(journeys.select("journey"), "journey")
    return kept.select(*facts.columns)


def pains(feedback: Table, touchpoints: Sequence[int]) -> Table:
    """Per touchpoint the three wordings of those who do not agree: `wrote` (customers) exactly that, of `customers`.

    What most wrote comes first; among equals what nothing was masked in, then the most telling length.
    """
    import ibis

    rows = feedback.filter(
        feedback.comment.notnull()
        & feedback.touchpoint.isin(sorted(touchpoints))
        & (feedback.value < feedback.good_from)
    )
    everybody = rows.aggregate(by="touchpoint", customers=rows.entity_id.nunique())
    each = rows.aggregate(
        by=["touchpoint", "comment"], wrote=rows.entity_id.nunique(), language=rows.language.min()
    )
    order = [
        ibis.desc(ibis.ifelse(each.wrote >= FEWEST, each.wrote, 0)),
        each.comment.contains("["),
        (each.comment.length() - FITTING).abs(),
        each.comment,
    ]
    each = each.mutate(place=ibis.row_number().over(group_by="touchpoint", order_by=order))
    told = each.filter(each.place < TOLD).join(everybody, "touchpoint")
    return told.order_by(["touchpoint", "place"])


def read_pains(rows: Rows) -> tuple[Pains, ...]:
    """The result of `pains`, by touchpoint; of fewer than five customers nothing is told."""
    found: dict[int, Pains] = {}
    for row in rows.to_pylist():
        if row["customers"] < FEWEST:
            continue
        known = found.get(row["touchpoint"], Pains(row["touchpoint"], row["customers"], ()))
        said = Words(row["comment"], row["language"] or "", row["wrote"] if row["wrote"] >= FEWEST else None)
        found[row["touchpoint"]] = Pains(known.touchpoint, known.customers, (*known.words, said))
    return tuple(found.values())


def step_waits(transitions: Table, steps: Sequence[Designed]) -> Table | None:
    """Per step (`step`, from 0) median and 90th percentile of the wait until the next one; None where none follows.

    Steps that may come in any order do not wait for each other: each waits for what the map has after them.
    """
    import ibis

    pairs = _pairs(steps)
    if not pairs:
        return None
    rows = [
        waits(transitions, steps[at].touchpoint, steps[then].touchpoint).mutate(
            step=ibis.literal(at, "int16")
        )
        for at, then in pairs
    ]
    each = ibis.union(*rows) if len(rows) > 1 else rows[0]
    each = each.filter(each.wait_us.notnull())
    return quantiles(
        each.mutate(hours=each.wait_us // HOUR_US), ["step"], "wait_us", "hours", "person", (50, 90)
    )


def read_step_waits(rows: Rows | None, as_of: date | None = None) -> dict[int, tuple[Measured, Measured]]:
    """The result of `step_waits` in hours: per step median and 90th percentile."""
    found = {}
    for row in rows.to_pylist() if rows is not None else ():
        measured = [quantile_estimate(row, percent, HOUR_US, as_of) for percent in (50, 90)]
        found[row["step"]] = (_safe(measured[0]), _safe(measured[1]))
    return found


def _pairs(steps: Sequence[Designed]) -> list[tuple[int, int]]:
    """Each step with the first one after its block."""
    ordered = blocks(steps)
    return [
        (at, following[0])
        for place, block in enumerate(ordered[:-1])
        for at in block
        for following in [ordered[place + 1]]
        if steps[at].touchpoint != steps[following[0]].touchpoint
    ]


def _safe(measured: Measured) -> Measured:
    return TOO_FEW_CUSTOMERS if isinstance(measured, Estimate) and measured.n < FEWEST else measured
