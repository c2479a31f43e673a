"""Many estimates of the same kind, each drawn towards their common mean as far as their noise demands.

Looking at twenty dimensions at once makes the largest difference look larger than it is. Partial pooling takes that
back without stars or corrected p-values (Gelman et al. 2013, Bayesian Data Analysis, section 5.4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats

_GRID = 400  # values of the spread of true entries
_WIDE = 5.0  # times the spread of the estimates: beyond it nothing is plausible


def pooled(values: Floats, variances: Floats, rng: np.random.Generator, draws: int = 4000) -> Floats:
    """Draws `(entries, draws)` of the true entries behind estimates with known error `variances` > 0.

    True entries are normal around an unknown mean with an unknown spread, both flat beforehand. From three entries
    on; fewer say nothing about the spread and keep their own estimate.
    """
    if len(values) < 3:
        return values[:, None] + np.sqrt(variances)[:, None] * rng.standard_normal((len(values), draws))
    reach = max(float(values.std(ddof=1)), float(np.sqrt(variances.mean())))
    spreads = np.linspace(0, _WIDE * reach, _GRID)
    precision = 1 / (variances[:, None] + spreads**2)
    together = precision.sum(axis=0)
    means = (values[:, None] * precision).sum(axis=0) / together
    surprise = (precision * (values[:, None] - means) ** 2).sum(axis=0)
    log_density = (np.log(precision).sum(axis=0) - np.log(together) - surprise) / 2
    density = np.exp(log_density - log_density.max())
    chosen = rng.choice(_GRID, size=draws, p=density / density.sum())
    mean = rng.normal(means[chosen], 1 / np.sqrt(together[chosen]))
    spread2 = spreads[chosen] ** 2
    own = spread2 / (spread2 + variances[:, None])  # how much of an estimate is its own
    centre = own * values[:, None] + (1 - own) * mean
    drawn: Floats = centre + np.sqrt(own * variances[:, None]) * rng.standard_normal(own.shape)
    return drawn
