"""Whatever people answer or leave out, every statistic of a wave gives a value or a reason, and no warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.stats.agreement import agreement_by_unit
from leitstern.core.stats.careless import careless
from leitstern.core.stats.chance_agreement import by_chance
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intraclass import GroupSize, OneWay, icc1, icc2, one_way_of, two_way
from leitstern.core.stats.krippendorff import Metric, krippendorff_alpha
from leitstern.core.stats.movement import move
from leitstern.core.stats.posteriors import NormalInverseChi2
from leitstern.core.stats.reliability import Covariance, alpha, covariance, omega

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.stats.estimate import Measured
    from leitstern.core.stats.posteriors import Floats

PRIOR = NormalInverseChi2(np.array(2.0), np.array(0.3), np.array(6.0), np.array(0.25))


def everything(rng: np.random.Generator, answers: Floats, high: int) -> Iterator[Measured]:
    """All there is to say about answers 1 to `high`, `(people, items)`."""
    people, items = answers.shape
    units = rng.integers(0, 4, (people,))
    for found in agreement_by_unit(answers, units, 1, high).values():
        yield from (found.uniform, found.skewed, found.deviation, found.awg)
    yield by_chance(answers, 1, high, rng, draws=50)
    anova = one_way_of(answers[:, 0], units)
    if isinstance(anova, OneWay):
        yield from (icc1(anova, GroupSize.MEAN), icc1(anova, GroupSize.SEARLE), icc2(anova))
    six = two_way(answers)
    yield from (six.one_way, six.agreement, six.consistency)
    yield from (six.one_way_of_mean, six.agreement_of_mean, six.consistency_of_mean)
    known = covariance(answers)
    if isinstance(known, Covariance):
        yield from (alpha(known), omega(known))
    yield from (krippendorff_alpha(answers, metric, rng, draws=50) for metric in Metric)
    half = people // 2
    yield from (found.change.gap for found in move(answers[:half], answers[half:], PRIOR, rng))
    flags = careless(answers, rng.integers(0, 3, (items,)), rng.random((items,)) < 0.3, 1, high).flagged
    assert flags.shape == (people,)


@pytest.mark.parametrize("seed", range(300))
def test_is_a_value_or_a_reason(seed: int) -> None:
    rng = np.random.default_rng(seed)
    people, items, high = (int(n) for n in (rng.integers(0, 12), rng.integers(1, 8), rng.integers(2, 12)))
    answers = rng.integers(1, rng.integers(1, high + 1) + 1, (people, items)).astype(float)
    answers[rng.random(answers.shape) < rng.choice([0, 0.2, 0.7])] = np.nan
    for found in everything(rng, answers, high):
        if isinstance(found, Estimate):
            assert np.isfinite([found.value, found.low, found.high]).all()
        else:
            assert isinstance(found, Missing)
