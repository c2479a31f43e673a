"""Misdiagnosis: where leaders see the main deficit, and where everybody else shows it.

The source paper: many companies believe they lack technology while their culture is the graver problem. So the axes are
compared first; the weakest dimension on either side makes it concrete.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.ratings import AXES, LEADERS, View, axis_of
from leitstern.core.inside.seeing import MIDDLE, PRIOR_FREEDOM, PRIOR_RATERS
from leitstern.core.stats.posteriors import NormalInverseChi2
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.ratings import Ratings

State = Literal["misdiagnosis", "agreement", "cannot tell"]
SURE = 0.8  # probability from which an axis is called the weaker one
DRAWS = 4000
SHOWN_BY = (View.STAFF, View.EVIDENCE, View.INDEPENDENT)  # who rates dimensions and does not lead

MISDIAGNOSED = Text(
    en="Leaders see the main deficit in {stated} ({weakest}); everybody else shows it in {shown} ({other}).",
    de="Die Führenden sehen das Hauptdefizit in der {stated} ({weakest}); alle anderen zeigen es in der {shown} ({other}).",
)
AGREED = Text(
    en="Leaders and everybody else see the main deficit in {shown}; the weakest dimension is {other}.",
    de="Führende und alle anderen sehen das Hauptdefizit in der {shown}; am schwächsten ist „{other}“.",
)
UNSURE = Text(
    en="Where the main deficit lies cannot be told yet: culture and technology are too close, on one side at least.",
    de="Wo das Hauptdefizit liegt, lässt sich noch nicht sagen: Kultur und Technologie liegen auf mindestens einer Seite zu nah beieinander.",
)


@dataclass(frozen=True, slots=True)
class Deficit:
    """Where one side shows the main deficit: axis and weakest dimension, each with its probability."""

    axis: Axis
    axis_probability: float
    dimension: str
    dimension_probability: float


@dataclass(frozen=True, slots=True)
class Misdiagnosis:
    """Leaders' diagnosis against everybody else's."""

    state: State
    stated: Deficit
    shown: Deficit
    sentence: Text


def misdiagnose(
    ratings: Sequence[Ratings],
    names: Mapping[str, Text],
    assumptions: Assumptions,
    rng: np.random.Generator,
) -> Misdiagnosis | None:
    """Compare the two; None unless leaders and somebody else rated dimensions of both axes.

    `names` are those of the dimensions. Everybody's bias on an axis as a whole is left in: what counts here is what
    they say, not what is true.
    """
    leaders = next((each for view in LEADERS for each in ratings if each.view is view), None)
    others = [each for each in ratings if each.view in SHOWN_BY]
    if leaders is None or not others:
        return None
    stated, shown = (_deficit(side, assumptions, rng) for side in ([leaders], others))
    if stated is None or shown is None:
        return None
    words = {
        "stated": _axis(stated.axis),
        "shown": _axis(shown.axis),
        "weakest": names.get(stated.dimension, Text(stated.dimension, stated.dimension)),
        "other": names.get(shown.dimension, Text(shown.dimension, shown.dimension)),
    }
    if min(stated.axis_probability, shown.axis_probability) < SURE:
        return Misdiagnosis("cannot tell", stated, shown, UNSURE)
    if stated.axis is shown.axis:
        return Misdiagnosis("agreement", stated, shown, AGREED.fill(**words))
    return Misdiagnosis("misdiagnosis", stated, shown, MISDIAGNOSED.fill(**words))


def _axis(axis: Axis) -> Text:
    return Text(AXES[axis].en.lower(), AXES[axis].de)


def _deficit(side: Sequence[Ratings], assumptions: Assumptions, rng: np.random.Generator) -> Deficit | None:
    """The weaker axis and the weakest dimension of one side; None unless it rated both axes."""
    drawn: dict[str, NDArray[np.float64]] = {}
    for dimension in sorted({slug for each in side for slug in each.dimensions}):
        levels = _draw(dimension, side, assumptions, rng) if axis_of(dimension) else None
        if levels is not None:
            drawn[dimension] = levels
    by_axis = {
        axis: np.mean([levels for slug, levels in drawn.items() if axis_of(slug) is axis], axis=0)
        for axis in Axis
        if any(axis_of(slug) is axis for slug in drawn)
    }
    if len(by_axis) < len(Axis):
        return None
    culture_weaker = float((by_axis[Axis.CULTURE] < by_axis[Axis.TECHNOLOGY]).mean())
    axis = Axis.CULTURE if culture_weaker >= 0.5 else Axis.TECHNOLOGY
    slugs = list(drawn)
    lowest = np.bincount(np.argmin(np.stack(list(drawn.values())), axis=0), minlength=len(slugs)) / DRAWS
    there = [i for i, slug in enumerate(slugs) if axis_of(slug) is axis]
    first = max(there, key=lambda i: (lowest[i], -float(drawn[slugs[i]].mean())))
    return Deficit(axis, max(culture_weaker, 1 - culture_weaker), slugs[first], float(lowest[first]))


def _draw(
    dimension: str, side: Sequence[Ratings], assumptions: Assumptions, rng: np.random.Generator
) -> NDArray[np.float64] | None:
    """Draws of the level of one dimension, several views weighted by how precise they are."""
    means, precisions = [], []
    for each in side:
        said = each.said(dimension)
        if said is None:
            continue
        if each.view in {View.EVIDENCE, View.INDEPENDENT}:
            variance = assumptions["assessor_spread"] ** 2 / said.n + assumptions["evidence_spread"] ** 2
            mean = said.mean
        else:
            prior = NormalInverseChi2(
                np.array(MIDDLE),
                np.array(PRIOR_RATERS),
                np.array(PRIOR_FREEDOM),
                np.array(
                    assumptions["rater_spread"] ** 2 * 2
                ),  # one dimension spreads more than a mean of many
            )
            found = prior.learn(np.array(said.n), np.array(said.mean), np.array(said.squares))
            mean, variance = float(found.mean), float(found.variance)
        means.append(mean)
        precisions.append(1 / variance)
    if not means:
        return None
    precision = np.array(precisions)
    centre_of_all = float((precision * np.array(means)).sum() / precision.sum())
    return rng.normal(centre_of_all, precision.sum() ** -0.5, DRAWS)
