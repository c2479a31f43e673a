"""What waves teach about a route: the pace observed so far narrows the forecast; and when a culture has settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.stats.quantiles import normal_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.durations import Durations


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the culture stood at one wave: months since the first wave, level 0–4 and its standard error."""

    month: float
    level: float
    error: float


@dataclass(frozen=True, slots=True)
class Settled:
    """How many of the last waves in a row lay surely above the target, and how many it takes."""

    waves: int
    needed: int

    @property
    def done(self) -> bool:
        """Reached, and stayed there."""
        return self.waves >= self.needed


def target(assumptions: Assumptions) -> float:
    """The level of culture from which an organisation may call itself a Star."""
    return assumptions["cut_culture"] + assumptions["target_margin"]


def learn(worlds: Durations, stands: Sequence[Stand], assumptions: Assumptions) -> Durations:
    """The same worlds, those more likely that fit the pace seen so far, and culture's time counted from the last wave.

    In a world in which changing the culture takes T months, it moves by (target − first level)/T a month. The observed
    pace is the weighted least-squares slope over the waves; its error adds to how unevenly culture moves anyway. One
    wave, or a culture at its target from the start, teaches nothing about pace.
    """
    if len(stands) < 2:
        return worlds
    way = target(assumptions) - stands[0].level
    elapsed = stands[-1].month - stands[0].month
    if way <= 0 or elapsed <= 0:
        return worlds
    pace, error = _slope(stands)
    expected = way / worlds.culture
    spread = np.sqrt(error**2 + (assumptions["pace_spread"] * expected) ** 2)
    log_likelihood = -0.5 * ((pace - expected) / spread) ** 2 - np.log(spread)
    likelihood = np.exp(log_likelihood - log_likelihood.max()) * worlds.weight
    return replace(
        worlds, weight=likelihood / likelihood.sum(), culture=np.maximum(worlds.culture - elapsed, 0.0)
    )


def settled(stands: Sequence[Stand], assumptions: Assumptions) -> Settled:
    """Settled means: so many waves in a row above the target without relapse.

    A wave counts if the risk that the culture lies below the target after all is small enough; one that does not starts
    the count anew.
    """
    surely = normal_quantile(1 - assumptions["settled_risk"])
    aim, waves = target(assumptions), 0
    for stand in stands:
        waves = waves + 1 if stand.level - surely * stand.error > aim else 0
    return Settled(waves, round(assumptions["settled_waves"]))


def _slope(stands: Sequence[Stand]) -> tuple[float, float]:
    """Weighted least-squares slope per month, and its standard error."""
    month, level, error = (
        np.array([getattr(stand, part) for stand in stands]) for part in ("month", "level", "error")
    )
    weight = 1 / error**2
    centred = month - np.average(month, weights=weight)
    squares = float((weight * centred**2).sum())
    return float((weight * centred * level).sum() / squares), squares**-0.5
