"""The customer as sampling unit: sums per customer first, then over customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leitstern.core.stats.means import MeanStatistics
from leitstern.core.stats.share import ShareStatistics

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ibis import Table


def customer_sums(rows: Table, by: Sequence[str], customer: str, measures: Sequence[str]) -> Table:
    """Sufficient statistics of weighted shares and means per group `by` (empty: of everything).

    `rows` has a `weight` and numeric `measures` without nulls. Columns out: `by`, n (customers), answers (rows),
    weight, weight2, and for every measure y: y (Σ), y2 (Σ of squares) and y_weight (Σ of products with the weight),
    all over the customers' own weighted sums.
    """
    each = rows.aggregate(
        by=[*by, customer],
        answers=rows.count(),
        weight=rows.weight.sum(),
        **{measure: (rows.weight * rows[measure]).sum() for measure in measures},
    )
    sums = {}
    for measure in measures:
        sums[measure] = each[measure].sum()
        sums[f"{measure}2"] = (each[measure] * each[measure]).sum()
        sums[f"{measure}_weight"] = (each[measure] * each.weight).sum()
    return each.aggregate(
        by=by,
        n=each.count(),
        answers=each.answers.sum(),
        weight=each.weight.sum(),
        weight2=(each.weight * each.weight).sum(),
        **sums,
    )


def attach(left: Table, right: Table, by: Sequence[str]) -> Table:
    """`left` with the other columns of `right` (one row per group `by`, empty: one row), null where it has none."""
    added = [name for name in right.columns if name not in by]
    return left.left_join(right, list(by) or True).select(*left.columns, *added)


def share_statistics(row: Mapping[str, Any], measure: str) -> ShareStatistics:
    """The statistics of a 0/1 measure in a row of `customer_sums`."""
    return ShareStatistics(
        n=row["n"] or 0,
        answers=row["answers"] or 0,
        weight=row["weight"] or 0.0,
        good=row[measure] or 0.0,
        weight2=row["weight2"] or 0.0,
        good2=row[f"{measure}2"] or 0.0,
        good_weight=row[f"{measure}_weight"] or 0.0,
    )


def mean_statistics(row: Mapping[str, Any], measure: str) -> MeanStatistics:
    """The statistics of a numeric measure in a row of `customer_sums`."""
    return MeanStatistics(
        n=row["n"] or 0,
        answers=row["answers"] or 0,
        weight=row["weight"] or 0.0,
        total=row[measure] or 0.0,
        weight2=row["weight2"] or 0.0,
        total2=row[f"{measure}2"] or 0.0,
        total_weight=row[f"{measure}_weight"] or 0.0,
    )
