"""How evenly something is spread over teams, how long it took, and whether two things go together."""

from __future__ import annotations

from math import atanh, sqrt, tanh
from typing import TYPE_CHECKING

from leitstern.core.inside.adoption.rungs import ENOUGH
from leitstern.core.months import between
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.quantiles import normal_quantile, student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

FEWEST_TEAMS = 5
FEWEST_PAIRS = 6
TOO_FEW_TEAMS = Missing(
    "too-few-teams",
    Text(en="known of fewer than five teams", de="von weniger als fünf Teams bekannt"),
)
TOO_FEW_PAIRS = Missing(
    "too-few-pairs",
    Text(en="both known of fewer than six teams", de="beides von weniger als sechs Teams bekannt"),
)
NOTHING_THERE = Missing("nothing-there", Text(en="it is zero everywhere", de="es ist überall null"))
ALL_ALIKE = Missing("all-alike", Text(en="all teams are alike", de="alle Teams sind gleich"))
NEVER_LIVED = Missing("never-lived", Text(en="not yet", de="noch nicht"))


def gini(values: Sequence[float], as_of: date | None = None) -> Measured:
    """0 where all teams have the same, towards 1 where one has it all: half the relative mean difference (Gini 1912).

    Interval: jackknife over teams, Student with teams − 1 degrees of freedom.
    """
    n = len(values)
    if n < FEWEST_TEAMS:
        return TOO_FEW_TEAMS
    if not sum(values):
        return NOTHING_THERE
    value = _gini(values)
    without = [_gini([*values[:at], *values[at + 1 :]]) for at in range(n)]
    mean = sum(without) / n
    error = sqrt((n - 1) / n * sum((each - mean) ** 2 for each in without))
    half = student_quantile((1 + LEVEL) / 2, n - 1) * error
    return Estimate(value, max(0.0, value - half), min(1.0, value + half), n, as_of=as_of)


def _gini(values: Sequence[float]) -> float:
    total, n = sum(values), len(values)
    if not total:
        return 0.0
    return sum((2 * rank - n - 1) * each for rank, each in enumerate(sorted(values), start=1)) / (n * total)


def together(pairs: Sequence[tuple[float, float]], as_of: date | None = None) -> Measured:
    """Pearson's correlation of two things over teams with Fisher's interval: an association of teams, nothing else."""
    n = len(pairs)
    if n < FEWEST_PAIRS:
        return TOO_FEW_PAIRS
    means = [sum(pair[at] for pair in pairs) / n for at in (0, 1)]
    deviations = [(x - means[0], y - means[1]) for x, y in pairs]
    xx, yy = (sum(pair[at] ** 2 for pair in deviations) for at in (0, 1))
    if min(xx, yy) < 1e-12:
        return ALL_ALIKE
    r = sum(x * y for x, y in deviations) / sqrt(xx * yy)
    z = atanh(max(-0.999999, min(0.999999, r)))
    half = normal_quantile((1 + LEVEL) / 2) / sqrt(n - 3)
    low, high = tanh(z - half), tanh(z + half)
    return Estimate(r, min(low, r), max(high, r), n, "association", as_of=as_of)


def lag(live: date, by_month: Mapping[date, Measured]) -> int | Missing:
    """Whole months from going live to the first month in which the team lived it; missing if it has not yet."""
    for month, measured in sorted(by_month.items()):
        if isinstance(measured, Estimate) and measured.value >= ENOUGH and month >= live.replace(day=1):
            return between(live, month)
    return NEVER_LIVED
