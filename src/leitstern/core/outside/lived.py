"""Lived experience: which share of customers agree with a statement at a touchpoint, and how deep disappointment goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.facets import IN_TIME
from leitstern.core.outside.periods import begin
from leitstern.core.outside.promises import judged
from leitstern.core.outside.sampling import attach, customer_sums, share_statistics
from leitstern.core.stats.intervals import mean_estimate
from leitstern.core.stats.means import MeanStatistics

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.outside.periods import Length
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.stats.share import ShareStatistics


@dataclass(frozen=True, slots=True)
class Lived:
    """What customers lived at one touchpoint, in one statement: agreement, and how far the others fall short.

    `shortfall` and `worst` are of those who do not agree: how far below good, and who gave the worst answer possible.
    `depth` 0–1 is their mean shortfall; nobody to count if all agree.
    """

    touchpoint: int
    facet: str
    period: date | None
    agreement: ShareStatistics
    shortfall: MeanStatistics
    worst: ShareStatistics

    @property
    def depth(self) -> Measured:
        """How deep disappointment goes, 0 (just short of good) to 1 (the worst answer possible)."""
        return mean_estimate(self.shortfall, 0, 1)


def lived_statistics(feedback: Table, promises: Table, as_of: date) -> Table:
    """One row per touchpoint and facet, from answers (`value` ≥ `good_from` agrees) and from what became of promises
    (facet `in_time`: kept in time agrees, broken or overdue at `as_of` does not, not yet due is not counted).

    Columns: touchpoint, facet, n (customers), answers, weight, weight2, good, good2, good_weight, as
    `ShareStatistics` wants them. Of those who do *not* agree: bad (customers), bad_answers, bad_weight, bad_weight2;
    shortfall, shortfall2, shortfall_weight, the `MeanStatistics` of their shortfall (good_from − value) ÷
    (good_from − low), 0–1, a broken promise falls wholly short; worst, worst2, worst_weight, the `ShareStatistics` of
    the worst answer possible (value = low).
    """
    return _statistics(statements(feedback, promises, as_of), ["touchpoint", "facet"])


def lived_statistics_by_period(feedback: Table, promises: Table, as_of: date, length: Length) -> Table:
    """The same per `period` too (its first day, in the business time zone): of the answer, or of the day promised."""
    rows = statements(feedback, promises, as_of)
    return _statistics(rows.mutate(period=begin(rows.day, length)), ["touchpoint", "facet", "period"])


def statements(feedback: Table, promises: Table, as_of: date) -> Table:
    """Answers and judged promises, a row each: touchpoint, facet, `day` (of the answer, or on which it fell due),
    entity_id, weight, agreement `good` (0/1), `shortfall` (0–1) and the `worst` answer possible (0/1)."""
    import ibis

    good = feedback.value >= feedback.good_from
    distance = (feedback.good_from - feedback.value) / (feedback.good_from - feedback.low).nullif(0)
    said = feedback.select(
        touchpoint="touchpoint",
        facet="facet",
        day="local_date",
        entity_id="entity_id",
        weight="weight",
        good=ibis.ifelse(good, 1, 0),
        shortfall=ibis.ifelse(good, 0.0, distance.clip(0, 1)).fill_null(0.0),
        worst=ibis.ifelse(feedback.value <= feedback.low, 1, 0),
    )
    due = judged(promises, as_of)
    due = due.filter(due.due == 1)
    happened = due.select(
        touchpoint="touchpoint",
        facet=ibis.literal(IN_TIME.slug),
        day="due_date",
        entity_id="entity_id",
        weight="weight",
        good=1 - due.late,
        shortfall=due.late.cast("float64"),
        worst=due.late,
    )
    return ibis.union(said, happened.cast(dict(said.schema())))


def _statistics(rows: Table, by: Sequence[str]) -> Table:
    agreeing = customer_sums(rows, by, "entity_id", ["good"])
    bad = customer_sums(rows.filter(rows.good == 0), by, "entity_id", ["shortfall", "worst"])
    bad = bad.rename(bad="n", bad_answers="answers", bad_weight="weight", bad_weight2="weight2")
    return attach(agreeing, bad, by)


def read_lived(rows: Rows) -> tuple[Lived, ...]:
    """The result of `lived_statistics` or `lived_statistics_by_period`, in order."""
    found = [
        Lived(
            touchpoint=row["touchpoint"],
            facet=row["facet"],
            period=row.get("period"),
            agreement=share_statistics(row, "good"),
            shortfall=MeanStatistics(
                n=row["bad"] or 0,
                answers=row["bad_answers"] or 0,
                weight=row["bad_weight"] or 0.0,
                total=row["shortfall"] or 0.0,
                weight2=row["bad_weight2"] or 0.0,
                total2=row["shortfall2"] or 0.0,
                total_weight=row["shortfall_weight"] or 0.0,
            ),
            worst=share_statistics(
                {
                    **row,
                    **{name: row[f"bad_{name}"] for name in ("answers", "weight", "weight2")},
                    "n": row["bad"],
                },
                "worst",
            ),
        )
        for row in rows.to_pylist()
    ]
    return tuple(sorted(found, key=lambda lived: (lived.touchpoint, lived.facet, str(lived.period))))
