"""Scores from feedback: NPS, satisfaction, effort, ratings and mood, with adjusted intervals and n."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.sampling import customer_sums, mean_statistics, share_statistics
from leitstern.core.stats.estimate import Missing
from leitstern.core.stats.intervals import mean_estimate, share_estimate
from leitstern.core.stats.scores import (
    DETRACTORS_TO,
    FEW,
    MOOD_HIGH,
    MOOD_LOW,
    PROMOTERS_FROM,
    net_promoter_score,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

NOT_RECOMMENDATION = Missing(
    "not-recommendation",
    Text(
        en="Only answers from 0 to 10 to the question of recommendation give a Net Promoter Score.",
        de="Nur Antworten von 0 bis 10 auf die Frage nach der Weiterempfehlung ergeben einen Net Promoter Score.",
    ),
)


@dataclass(frozen=True, slots=True)
class Score:
    """All answers of one kind, statement and scale in one group (`group`: values of the columns asked for).

    `good` is the share (0–1) of answers that agree (from `good_from` on), `best` of those at the top of the scale,
    `mean` the mean answer on the scale, `net_promoter` in points −100…+100. `few`: fewer than 20 customers.
    """

    group: tuple[object, ...]
    kind: str
    facet: str
    low: float
    high: float
    customers: int
    answers: int
    good: Measured
    best: Measured
    mean: Measured
    net_promoter: Measured
    few: bool


@dataclass(frozen=True, slots=True)
class Mood:
    """How customers feel in one group, from −2 (worst answer possible) to +2 (best); `few`: fewer than 20."""

    group: tuple[object, ...]
    mood: Measured
    few: bool


def with_month(rows: Table) -> Table:
    """`rows` with `month`, the first day of the month in the business time zone."""
    return rows.mutate(month=rows.local_date.truncate("M"))


def scores(feedback: Table, by: Sequence[str]) -> Table:
    """Sufficient statistics per group `by` (touchpoint, month, channel, … – any columns), kind, facet and scale."""
    import ibis

    promoter = ibis.ifelse(feedback.value >= PROMOTERS_FROM, 1, 0)
    detractor = ibis.ifelse(feedback.value <= DETRACTORS_TO, 1, 0)
    rows = feedback.mutate(
        good=ibis.ifelse(feedback.value >= feedback.good_from, 1, 0),
        best=ibis.ifelse(feedback.value >= feedback.high, 1, 0),
        promoter=promoter,
        detractor=detractor,
        net=promoter - detractor,
    )
    groups = [*by, "kind", "facet", "low", "high"]
    return customer_sums(rows, groups, "entity_id", ["good", "best", "value", "promoter", "detractor", "net"])


def read_scores(rows: Rows, by: Sequence[str], as_of: date | None = None) -> tuple[Score, ...]:
    """The result of `scores`, in the order of the groups."""
    found = []
    for row in rows.to_pylist():
        nps: Measured = NOT_RECOMMENDATION
        if (row["kind"], row["low"], row["high"]) == ("nps", 0, 10):
            nps = net_promoter_score(mean_statistics(row, "net"), row["promoter"], row["detractor"], as_of)
        found.append(
            Score(
                group=tuple(row[column] for column in by),
                kind=row["kind"],
                facet=row["facet"],
                low=row["low"],
                high=row["high"],
                customers=row["n"],
                answers=row["answers"],
                good=share_estimate(share_statistics(row, "good"), as_of),
                best=share_estimate(share_statistics(row, "best"), as_of),
                mean=mean_estimate(mean_statistics(row, "value"), row["low"], row["high"], as_of),
                net_promoter=nps,
                few=row["n"] < FEW,
            )
        )
    return tuple(
        sorted(found, key=lambda score: (*score.group, score.kind, score.facet, score.low, score.high))
    )


def moods(feedback: Table, by: Sequence[str]) -> Table:
    """Sufficient statistics of mood per group `by`: the place of each answer on its scale, from −2 to +2."""
    width = (feedback.high - feedback.low).nullif(0)
    place = (feedback.value - feedback.low) / width * (MOOD_HIGH - MOOD_LOW) + MOOD_LOW
    rows = feedback.mutate(mood=place)
    return customer_sums(rows.filter(rows.mood.notnull()), by, "entity_id", ["mood"])


def read_moods(rows: Rows, by: Sequence[str], as_of: date | None = None) -> tuple[Mood, ...]:
    """The result of `moods`, in the order of the groups."""
    found = [
        Mood(
            group=tuple(row[column] for column in by),
            mood=mean_estimate(mean_statistics(row, "mood"), MOOD_LOW, MOOD_HIGH, as_of),
            few=row["n"] < FEW,
        )
        for row in rows.to_pylist()
    ]
    return tuple(sorted(found, key=lambda mood: mood.group))
