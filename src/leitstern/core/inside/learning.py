"""What a company's own gap teaches about how far its self-images err: a prior, and what it becomes.

People who guess that more customers are satisfied than are, take their culture for better than it is. The gap between
belief and lived experience at the touchpoints is measured in levels by the same table that makes customers a view of
culture, and counts as one look at the bias *b*, no sharper than that table is (`customers_spread`):

    d̄ | b ~ N(b, s² + customers_spread²),  b ~ N(μ, τ²)  ⇒  b | d̄ ~ N(μ′, τ′²)
    1/τ′² = 1/τ² + 1/(s² + customers_spread²),  μ′ = τ′² · (μ/τ² + d̄/(s² + customers_spread²))

with *s²* the squared standard error of the mean gap *d̄* over touchpoints (conjugate normal; Gelman et al., Bayesian
Data Analysis, 2013, section 2.5). Guesses about customers are no ratings of culture, so nothing counts twice: what
leaders rate, what proof shows and what assessors see stay out of it. The prior is always the default of the register:
learning twice from the same gap changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.customers import level_of
from leitstern.core.inside.instrument import HIGHEST_LEVEL, Axis
from leitstern.core.inside.ratings import VIEWS, View
from leitstern.core.inside.wording import decimal, listed
from leitstern.core.stats.estimate import LEVEL, Estimate
from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.assumptions import Assumptions

LEARNING = (View.EXECUTIVES, View.MANAGERS, View.STAFF)  # who guesses and rates
FEWEST_TOUCHPOINTS = 2  # one touchpoint may be a special case


@dataclass(frozen=True, slots=True)
class Gap:
    """One touchpoint: what a group believes, and what customers live, as shares 0–1."""

    believed: Estimate
    lived: Estimate


@dataclass(frozen=True, slots=True)
class Learned:
    """The bias of one group on culture, in levels: `gap` is the company's own mean gap, n its touchpoints.

    `bias` is what it becomes, with its 90 % interval; `spread` its standard deviation; `prior` and `prior_spread` what
    the register assumes by default.
    """

    view: View
    prior: float
    prior_spread: float
    gap: Estimate
    bias: Estimate
    spread: float

    @property
    def slugs(self) -> tuple[str, str]:
        """The assumptions it would replace: the bias and how unsure it is."""
        return f"bias_{self.view}_{Axis.CULTURE}", f"bias_spread_{self.view}_{Axis.CULTURE}"

    @property
    def values(self) -> dict[str, float]:
        """What they would become, to two decimals."""
        return dict(zip(self.slugs, (round(self.bias.value, 2), round(self.spread, 2)), strict=True))


def learn_bias(
    view: View, gaps: Sequence[Gap], assumptions: Assumptions, defaults: Assumptions
) -> Learned | None:
    """What the gaps of one group teach; None of fewer than two touchpoints. `defaults` hold the priors."""
    if len(gaps) < FEWEST_TOUCHPOINTS:
        return None
    apart = np.array(
        [
            level_of(each.believed.value, assumptions) - level_of(each.lived.value, assumptions)
            for each in gaps
        ]
    )
    own = np.array(
        [_error(each.believed, assumptions) ** 2 + _error(each.lived, assumptions) ** 2 for each in gaps]
    )
    mean = float(apart.mean())
    # Touchpoints that differ, and each known only so well: whichever is larger.
    error2 = max(float(apart.var(ddof=1)), float(own.mean())) / len(gaps)
    slug, spread_slug = f"bias_{view}_{Axis.CULTURE}", f"bias_spread_{view}_{Axis.CULTURE}"
    prior, prior_spread = defaults[slug], defaults[spread_slug]
    seen = 1 / (error2 + assumptions["customers_spread"] ** 2)
    spread = sqrt(1 / (prior_spread**-2 + seen))
    bias = spread**2 * (prior / prior_spread**2 + mean * seen)
    return Learned(
        view,
        prior,
        prior_spread,
        _estimate(mean, sqrt(error2), len(gaps)),
        _estimate(bias, spread, len(gaps)),
        spread,
    )


SHIFT = Text(
    en="Your own gap corrects what is assumed of self-images: {groups}.",
    de="Ihre eigene Lücke berichtigt, was über Selbstbilder angenommen ist: {groups}.",
)
TOO_HIGH = Text(
    en="{who} {value} levels too high [{low} to {high}] instead of {prior}",
    de="{who} {value} Stufen zu hoch [{low} bis {high}] statt {prior}",
)
TOO_LOW = Text(
    en="{who} {value} levels too low [{low} to {high}] instead of {prior}",
    de="{who} {value} Stufen zu niedrig [{low} bis {high}] statt {prior}",
)
CONFIRMED = Text(
    en="Your own gap bears out what is assumed of self-images.",
    de="Ihre eigene Lücke bestätigt, was über Selbstbilder angenommen ist.",
)
PLUS_MINUS = Text(en="{value} ± {spread}", de="{value} ± {spread}")
_AND = Text(en="and", de="und")


def learned_sentence(found: Sequence[Learned]) -> Text:
    """What the gap makes of the assumptions about those groups for which it changes one."""
    moved = [each for each in found if round(each.bias.value, 1) != round(each.prior, 1)]
    if not moved:
        return CONFIRMED
    return SHIFT.fill(groups=listed([_changed(each) for each in moved], _AND))


def _changed(found: Learned) -> Text:
    low, value, high, prior = found.bias.low, found.bias.value, found.bias.high, found.prior
    frame = TOO_HIGH
    if value < 0:
        frame, low, value, high, prior = TOO_LOW, 0 - high, 0 - value, 0 - low, 0 - prior
    said = {"low": low, "value": value, "high": high, "prior": prior}
    return frame.fill(who=VIEWS[found.view], **{name: decimal(each, 1) for name, each in said.items()})


def bias_words(bias: float, spread: float) -> Text:
    """0.6 ± 0.4."""
    return PLUS_MINUS.fill(value=decimal(bias, 2), spread=decimal(spread, 2))


def _error(share: Estimate, assumptions: Assumptions) -> float:
    """The standard error of a share, in levels."""
    low, high = level_of(share.low, assumptions), level_of(share.high, assumptions)
    return (high - low) / (2 * normal_quantile((1 + share.level) / 2))


def _estimate(value: float, error: float, n: int) -> Estimate:
    half = normal_quantile((1 + LEVEL) / 2) * error
    ends = (max(value - half, -HIGHEST_LEVEL), min(value + half, HIGHEST_LEVEL))
    return Estimate(value, min(ends[0], value), max(ends[1], value), n, "stated")
