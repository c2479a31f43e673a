"""Exact weighted quantiles with intervals, without sorting everything."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any

from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from ibis import Table

NOTHING_MEASURED = Missing(
    "nothing-measured", Text(en="There is nothing to measure here.", de="Hier gibt es nichts zu messen.")
)
_ROUNDING = 1e-12  # of the weight: sums of weights may differ in their last digit


def quantiles(
    rows: Table, by: Sequence[str], value: str, bucket: str, customer: str, percents: Sequence[int]
) -> Table:
    """Per group `by` (empty: of everything): `measured` (customers) and q50, q50_low, q50_high for percent 50, ….

    A quantile is the smallest `value` at or below which lies that share of the `weight`. Its interval is Woodruff's
    (1952): the quantiles at p ± z·√(p(1−p)/n), n being the effective number of customers (Σw)²/Σw².
    `bucket` must not decrease while `value` grows (it may be `value` itself): sums per bucket tell in which few
    buckets the quantiles lie, and only those are sorted.
    """
    import ibis

    groups = list(by) or ["everything"]
    rows = rows.filter(rows[value].notnull())
    if not by:
        rows = rows.mutate(everything=ibis.literal(0))
    rows = rows.select(*groups, customer=customer, value=value, bucket=bucket, weight="weight")
    each = rows.aggregate(by=[*groups, "customer"], weight=rows.weight.sum())
    sizes = each.aggregate(
        by=groups,
        measured=each.count(),
        total=each.weight.sum(),
        spread=(each.weight * each.weight).sum().sqrt(),
    )
    wanted = cuts(percents, sizes.total, sizes.spread, ibis.least)
    sizes = sizes.mutate(**wanted)
    histogram = rows.aggregate(by=[*groups, "bucket"], inside=rows.weight.sum())
    upto = ibis.window(group_by=groups, order_by="bucket", preceding=None, following=0)
    histogram = histogram.mutate(upto=histogram.inside.sum().over(upto))
    histogram = histogram.mutate(before=histogram.upto - histogram.inside)
    found = histogram.join(sizes, groups)
    lowest = found.before <= 0
    hit = [(found[name] <= found.upto) & ((found.before < found[name]) | lowest) for name in wanted]
    found = found.filter(ibis.or_(*hit)).select(*groups, "bucket", "before", *wanted)
    near = rows.join(found, [*groups, "bucket"])
    inner = ibis.window(group_by=[*groups, "bucket"], order_by="value", preceding=None, following=0)
    near = near.mutate(reached=near.before + near.weight.sum().over(inner))
    values = near.aggregate(
        by=groups, **{name: near.value.min(where=near.reached >= near[name]) for name in wanted}
    )
    answer = sizes.select(*groups, "measured").join(values, groups)
    return answer if by else answer.drop("everything")


def cuts(
    percents: Sequence[int], total: Any, spread: Any, least: Callable[[Any, Any], Any]
) -> dict[str, Any]:
    """Below how much of the `total` weight lie q50, q50_low, q50_high for percent 50, …; `spread` is √Σ customers' w²."""
    found: dict[str, Any] = {}
    for percent in percents:
        share = percent / 100
        margin = normal_quantile((1 + LEVEL) / 2) * sqrt(share * (1 - share)) * spread
        found[f"q{percent}"] = share * total
        found[f"q{percent}_low"] = share * total - margin
        found[f"q{percent}_high"] = least(share * total + margin, total)
    return {name: cut - _ROUNDING * total for name, cut in found.items()}


def quantile_estimate(
    row: Mapping[str, Any], percent: int, unit: float = 1, as_of: date | None = None
) -> Measured:
    """The quantile in a row of `quantiles`, in multiples of `unit`; n = customers."""
    name = f"q{percent}"
    if row[name] is None:
        return NOTHING_MEASURED
    return Estimate(
        row[name] / unit, row[f"{name}_low"] / unit, row[f"{name}_high"] / unit, row["measured"], as_of=as_of
    )
