"""Variants: which paths customers really take, and how few of them cover how many journeys."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from leitstern.core.outside.sampling import customer_sums, share_statistics
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.tables.lake import PATH_BASE

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from ibis.expr.types import BooleanColumn
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured


@dataclass(frozen=True, slots=True)
class Variant:
    """One path (touchpoint codes in order) and everybody who took exactly it.

    `share` 0–1 of all journeys; `coverage` of all journeys by this variant and all more frequent ones.
    """

    path: tuple[int, ...]
    customers: int
    journeys: int
    weighted: float
    share: Measured
    coverage: Measured


@dataclass(frozen=True, slots=True)
class Variants:
    """The most frequent variants, and how many different ones and journeys there are in all."""

    variants: tuple[Variant, ...]
    distinct: int
    journeys: int


def variants(journeys: Table, top: int) -> Table:
    """The `top` variants by weight, ranked from 0; equal weights in the order of their path."""
    import ibis

    each = journeys.aggregate(by=["path", "person"], journeys=journeys.count(), good=journeys.weight.sum())
    people = each.aggregate(by="person", journeys_in_all=each.journeys.sum(), weight=each.good.sum())
    whole = people.aggregate(
        n=people.count(),
        answers=people.journeys_in_all.sum(),
        weight=people.weight.sum(),
        weight2=(people.weight * people.weight).sum(),
    )
    paths = each.aggregate(
        by="path", frequency=each.good.sum().round(6)
    )  # ties must not hang on a last digit
    order = [ibis.desc("frequency"), "path"]
    paths = paths.mutate(rank=ibis.row_number().over(order_by=order))
    whole = whole.cross_join(paths.aggregate(distinct=paths.count()))
    ranked = each.join(paths, "path").join(people, "person")
    upto = ibis.window(group_by="person", order_by="rank", preceding=None, following=0)
    ranked = ranked.mutate(covered=ranked.good.sum().over(upto))
    # How much Σ (customer's covered weight)² grows with this variant; running sums give it for every rank.
    growth = ranked.good * (2 * ranked.covered - ranked.good)
    counted = ranked.aggregate(
        by=["rank", "path"],
        customers=ranked.count(),
        journeys=ranked.journeys.sum(),
        good=ranked.good.sum(),
        good2=(ranked.good * ranked.good).sum(),
        good_weight=(ranked.good * ranked.weight).sum(),
        covered2=growth.sum(),
    )
    return counted.filter(counted["rank"] < top).cross_join(whole).order_by("rank")


def read_variants(rows: Rows, as_of: date | None = None) -> Variants:
    """The result of `variants`."""
    ranked = sorted(rows.to_pylist(), key=lambda row: row["rank"])
    covered = zip(
        accumulate(row["good"] for row in ranked),
        accumulate(row["covered2"] for row in ranked),
        accumulate(row["good_weight"] for row in ranked),
        strict=True,
    )
    found = []
    for row, (good, good2, good_weight) in zip(ranked, covered, strict=True):
        together = row | {"good": good, "good2": good2, "good_weight": good_weight}
        found.append(
            Variant(
                path=decode(row["path"]),
                customers=row["customers"],
                journeys=row["journeys"],
                weighted=row["good"],
                share=share_estimate(share_statistics(row, "good"), as_of),
                coverage=share_estimate(share_statistics(together, "good"), as_of),
            )
        )
    first = ranked[0] if ranked else {"distinct": 0, "answers": 0}
    return Variants(tuple(found), first["distinct"], first["answers"])


def moves_on(journeys: Table) -> BooleanColumn:
    """Whether a journey visits more than one touchpoint, however often."""
    return journeys.path.replace(journeys.path.substr(0, 1), "") != ""


def staying(journeys: Table) -> Table:
    """One row: the journeys that stay at one touchpoint, against all of them."""
    import ibis

    return customer_sums(
        journeys.mutate(single=ibis.ifelse(moves_on(journeys), 0, 1)), [], "person", ["single"]
    )


def read_staying(rows: Rows, as_of: date | None = None) -> Measured:
    """The share (0–1) of journeys in `staying`; n = customers."""
    (row,) = rows.to_pylist()
    return share_estimate(share_statistics(row, "single"), as_of)


def decode(path: str) -> tuple[int, ...]:
    """The touchpoint codes in a stored path."""
    return tuple(ord(character) - PATH_BASE for character in path)
