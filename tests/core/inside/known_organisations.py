"""Simulated organisations whose truth is known: leaders take themselves for better than they are, above all in culture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.org_types import OrgType, quadrant
from leitstern.core.inside.ratings import DIMENSIONS, Ratings, View
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

DAY = date(2026, 6, 30)
SOURCE = Text(en="Simulation", de="Simulation")
ALL = (*DIMENSIONS[Axis.CULTURE], *DIMENSIONS[Axis.TECHNOLOGY])
PEOPLE = {View.EXECUTIVES: 4, View.MANAGERS: 6, View.STAFF: 12}
BIAS = {View.EXECUTIVES: 0.9, View.MANAGERS: 0.4, View.STAFF: 0.0}  # larger than what placement assumes
LESS_ON_TECHNOLOGY = 0.3


def ratings(view: View, levels: NDArray[np.float64] | list[list[float]], **more: object) -> Ratings:
    """A view of all dimensions."""
    array = np.asarray(levels, dtype=np.float64)
    dimensions = ALL if array.shape[1] == len(ALL) else ("culture",)
    return Ratings(view, dimensions, array, SOURCE, DAY, **more)  # type: ignore[arg-type]


def flat(view: View, culture: float, technology: float, people: int = 1) -> Ratings:
    """A view that sees every dimension of an axis alike."""
    row = [culture] * len(DIMENSIONS[Axis.CULTURE]) + [technology] * len(DIMENSIONS[Axis.TECHNOLOGY])
    return ratings(view, np.array([row] * people))


def customers(level: float, n: int = 400) -> Ratings:
    """What customers live, as a level of culture."""
    return ratings(View.CUSTOMERS, [[level]], n=n, spread=0.05)


@dataclass(frozen=True)
class Organisation:
    """One of them: its truth, and what everybody says."""

    truth: dict[Axis, float]
    views: tuple[Ratings, ...]

    @property
    def kind(self) -> OrgType:
        """What it really is."""
        return quadrant(culture=self.truth[Axis.CULTURE] >= 2, technology=self.truth[Axis.TECHNOLOGY] >= 2)

    def pooled(self) -> OrgType:
        """What the mean of everybody's self-rating makes of it."""
        levels = np.vstack([view.levels for view in self.views if view.view in PEOPLE])
        split = len(DIMENSIONS[Axis.CULTURE])
        return quadrant(
            culture=bool(levels[:, :split].mean() >= 2), technology=bool(levels[:, split:].mean() >= 2)
        )


def raters(
    truth: Mapping[Axis, float],
    n: int,
    rng: np.random.Generator,
    bias: Mapping[Axis, float],
    spread: float = 0.4,
) -> NDArray[np.float64]:
    """Levels of n people on all dimensions: whole numbers 0–4; who errs high on one axis leans so on the other."""
    leaning = rng.normal(0, 1, n)
    parts = []
    for axis in Axis:
        own = 0.5 * leaning + np.sqrt(0.75) * rng.normal(0, 1, n)
        offsets = dimension_offsets(axis, rng)
        latent = truth[axis] + bias[axis] + offsets + spread * own[:, None]
        parts.append(latent + rng.normal(0, 0.6, latent.shape))
    return np.clip(np.rint(np.hstack(parts)), 0, 4)


def dimension_offsets(axis: Axis, rng: np.random.Generator, spread: float = 0.4) -> NDArray[np.float64]:
    """How far the dimensions of an axis lie from its mean."""
    offsets = rng.normal(0, spread, len(DIMENSIONS[axis]))
    return offsets - offsets.mean()


def organisation(rng: np.random.Generator, truth: Mapping[Axis, float] | None = None) -> Organisation:
    """Anything between a Camper and a Star."""
    real = dict(truth or {axis: rng.uniform(0.6, 3.4) for axis in Axis})
    views = []
    for view, n in PEOPLE.items():
        bias = {
            axis: BIAS[view] * (1 if axis is Axis.CULTURE else LESS_ON_TECHNOLOGY) + rng.normal(0, 0.3)
            for axis in Axis
        }
        views.append(ratings(view, raters(real, n, rng, bias)))
    shown = np.hstack([real[axis] + rng.normal(0, 0.35, len(DIMENSIONS[axis])) for axis in Axis])
    views.append(ratings(View.EVIDENCE, np.clip(np.rint(shown), 0, 4)[None, :]))
    lived = float(np.clip(real[Axis.CULTURE] + rng.normal(0, 0.35), 0, 4))
    views.append(customers(lived))
    return Organisation(real, tuple(views))
