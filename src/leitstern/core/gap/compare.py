"""One kind of gap over all touchpoints: each gap with what may be said about it, and the index."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.gap.findings import Finding, IndexFinding, Kind, State
from leitstern.core.gap.reasons import NOTHING_TO_COMPARE
from leitstern.core.gap.twin import Chance, Twin, chance
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.stats.null import Limits, half_together, together
from leitstern.core.stats.posteriors import summarise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leitstern.core.gap.inputs import Rules
    from leitstern.core.gap.sides import Lived
    from leitstern.core.stats.posteriors import Bools, Floats


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One side at all entries: what may be shown, and draws `(entries, draws)` that mean nothing where it is missing."""

    measured: tuple[Measured, ...]
    draws: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """All gaps of one kind with their index; rows of `draws` mean nothing where the gap is missing."""

    findings: tuple[Finding | Missing, ...]
    index: IndexFinding
    draws: Floats


def compare(
    kind: Kind,
    claimed: Side,
    lived: Side,
    experience: Lived,
    twin: Callable[[Bools], Twin],
    rng: np.random.Generator,
    rules: Rules,
) -> Comparison:
    """Claim − lived at every entry; `twin` makes twins of those entries that have both sides."""
    draws = claimed.draws - lived.draws
    pairs = [_pair(claim, life) for claim, life in zip(claimed.measured, lived.measured, strict=True)]
    rows = np.array([not isinstance(pair, Missing) for pair in pairs], dtype=bool)
    if not rows.any():
        reasons = tuple(pair for pair in pairs if isinstance(pair, Missing))
        return Comparison(reasons, _no_index(kind, reasons), draws)

    weights = experience.matters[rows] / experience.matters[rows].sum()
    by_chance = chance(twin(rows), experience, rows, weights, rng, rules.quantile)
    standardised = np.full(len(rows), np.nan)
    standardised[rows] = by_chance.standardised
    findings = tuple(
        pair
        if isinstance(pair, Missing)
        else _judge(kind, *pair, draws[entry], float(standardised[entry]), by_chance.limits, rules)
        for entry, pair in enumerate(pairs)
    )
    # Errors at different touchpoints hang together: the index must not treat them as if they averaged out.
    gaps = together(claimed.draws[rows]) - half_together(lived.draws[rows], rng)
    found = [finding for finding in findings if isinstance(finding, Finding)]
    index = _index(kind, weights @ np.maximum(gaps, 0), found, by_chance, rules)
    return Comparison(findings, index, draws)


def _pair(claim: Measured, life: Measured) -> tuple[Estimate, Estimate] | Missing:
    if isinstance(claim, Missing):
        return claim
    return life if isinstance(life, Missing) else (claim, life)


def _judge(
    kind: Kind,
    claim: Estimate,
    life: Estimate,
    draws: Floats,
    standardised: float,
    limits: Limits,
    rules: Rules,
) -> Finding:
    # A promise stands by itself; a belief rests on people, and the gap on the thinner of its two sides.
    n = life.n if kind == "delivery" else min(claim.n, life.n)
    estimate = summarise(draws, n, "measured", life.as_of)
    state: State = "cannot tell"
    if standardised > limits.high and estimate.value > rules.relevant:
        state = "declared"
    elif estimate.high < rules.relevant:
        state = "no gap"
    return Finding(
        claim=claim,
        lived=life,
        estimate=estimate,
        above_zero=float((draws > 0).mean()),
        clear=float((draws > rules.clear).mean()),
        state=state,
        strength=standardised < limits.low and estimate.value < -rules.relevant,
    )


def _index(
    kind: Kind, draws: Floats, found: Sequence[Finding], by_chance: Chance, rules: Rules
) -> IndexFinding:
    """Declared if any gap is (then the mean of positive gaps is positive), or if all together exceed chance."""
    as_of, n = found[0].estimate.as_of, sum(gap.estimate.n for gap in found)
    estimate = summarise(draws, n, "measured", as_of, scale=100)
    mean, low, high = (
        by_chance.indices.mean(),
        *np.quantile(by_chance.indices, [1 - rules.quantile, rules.quantile]),
    )
    relevant = 100 * rules.relevant
    state: State = "cannot tell"
    places = sum(gap.state == "declared" for gap in found)
    on_average = bool(by_chance.index > high and estimate.value > relevant)
    if places or on_average:
        state = "declared"
    elif estimate.high < relevant:
        state = "no gap"
    return IndexFinding(
        kind=kind,
        estimate=estimate,
        chance=Estimate(
            value=float(mean),
            # Where nothing varies, rounding alone may put the mean outside.
            low=float(min(low, mean)),
            high=float(max(high, mean)),
            n=rules.companies,
            grade="simulated",
            level=2 * rules.quantile - 1,
            as_of=as_of,
        ),
        state=state,
        touchpoints=len(found),
        places=places,
        on_average=on_average,
    )


def _no_index(kind: Kind, missing: Sequence[Missing]) -> IndexFinding:
    """No index, for the reason that holds at most entries (the first of several)."""
    reasons = {reason.code: reason for reason in missing}
    commonest = Counter(reason.code for reason in missing).most_common(1)
    reason = reasons[commonest[0][0]] if commonest else NOTHING_TO_COMPARE
    return IndexFinding(kind, estimate=reason, chance=reason, state="cannot tell", touchpoints=0)
