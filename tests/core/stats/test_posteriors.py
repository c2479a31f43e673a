"""Posteriors against the figures they were chosen for."""

from __future__ import annotations

import numpy as np
import pytest

from leitstern.core.inside.beliefs import PRIOR
from leitstern.core.stats.posteriors import Beta, NormalInverseChi2, shrunk, summarise

AN_ENDLESS_COMPANY = np.array([1e12])


def lived(good: int, customers: int) -> Beta:
    """Lived experience drawn towards a company in which 45 of 100 agree."""
    share, n = np.array([good / customers]), np.array([float(customers)])
    return shrunk(share, n, np.array([0.45]), AN_ENDLESS_COMPANY)


def gap_example(good: int, customers: int) -> tuple[float, float, float, float]:
    """9 of 10 leaders believe it is good: Beta(2, 2) before they were asked."""
    rng = np.random.default_rng(1)
    believed = Beta(np.array([9 + 2.0]), np.array([1 + 2.0])).draw(rng, 400_000)
    draws = (believed - lived(good, customers).draw(rng, 400_000))[0]
    gap = summarise(draws, customers, "measured")
    return gap.value, gap.low, gap.high, float((draws > 0.1).mean())


@pytest.mark.parametrize(
    ("good", "customers", "exact", "published"),
    [
        (4, 31, (11 / 14 - 13 / 51, 0.3126, 0.7118, 0.9988), (0.53, 0.32, 0.71, 0.999)),
        (1, 2, (11 / 14 - 10 / 22, 0.0752, 0.5630, 0.9329), (0.33, 0.08, 0.57, 0.94)),
    ],
)
def test_nine_of_ten_leaders_against_a_few_customers(
    good: int, customers: int, exact: tuple[float, ...], published: tuple[float, ...]
) -> None:
    found = gap_example(good, customers)
    assert found == pytest.approx(exact, abs=0.002)  # by numerical integration
    # Published from 20,000 draws and two digits: half a digit and two Monte Carlo errors.
    assert found == pytest.approx(published, abs=0.005 + 2 * 0.0025)


def test_lived_shares_of_the_example_are_fractions() -> None:
    assert lived(4, 31).mean == pytest.approx([13 / 51])
    assert lived(1, 2).mean == pytest.approx([10 / 22])


class TestBeta:
    def test_mean_and_variance_are_those_of_its_draws(self) -> None:
        share = Beta(np.array([3.0, 30.0]), np.array([7.0, 2.0]))
        drawn = share.draw(np.random.default_rng(2), 200_000)
        assert drawn.mean(axis=1) == pytest.approx(share.mean, abs=0.002)
        assert drawn.var(axis=1) == pytest.approx(share.variance, rel=0.02)

    def test_nobody_elsewhere_leaves_a_uniform_prior(self) -> None:
        share = shrunk(np.array([0.75]), np.array([8.0]), np.array([0.0]), np.array([0.0]))
        assert (share.alpha.item(), share.beta.item()) == (6 + 1, 2 + 1)

    def test_few_people_elsewhere_weigh_as_many_as_they_are(self) -> None:
        share = shrunk(np.array([0.5]), np.array([8.0]), np.array([1.0]), np.array([3.0]))
        assert (share.alpha.item(), share.beta.item()) == (4 + 3 + 1, 4 + 1)

    def test_a_whole_company_elsewhere_weighs_twenty(self) -> None:
        share = lived(0, 10)
        assert (share.alpha + share.beta).item() == pytest.approx(10 + 20)


class TestNormalInverseChi2:
    def test_three_answers_by_hand(self) -> None:
        prior = NormalInverseChi2(np.array(0.5), np.array(1.0), np.array(4.0), np.array(0.04))
        posterior = prior.learn(np.array(3.0), np.array(0.9), np.array(0.02))
        assert posterior.mean == pytest.approx((0.5 + 2.7) / 4)
        assert posterior.freedom == 7
        assert posterior.spread2 == pytest.approx((0.16 + 0.02 + 3 / 4 * 0.4**2) / 7)
        assert posterior.variance == pytest.approx(posterior.spread2 / 4 * 7 / 5)

    def test_means_stay_on_the_scale_and_do_not_pile_up_at_its_end(self) -> None:
        sure = PRIOR.learn(np.array([5.0]), np.array([0.98]), np.array([0.001]))
        drawn = sure.draw(np.random.default_rng(3), 100_000)[0]
        assert drawn.min() >= 0
        assert drawn.max() <= 1
        clipped = np.clip(
            sure.mean + np.sqrt(sure.variance) * np.random.default_rng(3).normal(size=100_000), 0, 1
        )
        assert (drawn == 1).mean() == 0 < 0.2 < (clipped == 1).mean()

    def test_draws_have_the_mean_and_variance_of_student_far_from_the_ends(self) -> None:
        belief = PRIOR.learn(np.array([30.0]), np.array([0.6]), np.array([30 * 0.1**2]))
        drawn = belief.draw(np.random.default_rng(4), 200_000)[0]
        assert drawn.mean() == pytest.approx(belief.mean.item(), abs=0.001)
        assert drawn.var() == pytest.approx(belief.variance.item(), rel=0.02)


@pytest.mark.parametrize("people", [5, 8, 12])
@pytest.mark.parametrize(("truth", "spread"), [(0.5, 0.25), (0.7, 0.2), (0.85, 0.15), (0.93, 0.1)])
def test_beliefs_from_single_guesses_cover_at_least_85_of_100(
    people: int, truth: float, spread: float
) -> None:
    rng = np.random.default_rng(people)
    strength = truth * (1 - truth) / spread**2 - 1
    guesses = np.round(20 * rng.beta(truth * strength, (1 - truth) * strength, (2000, people))) / 20
    mean = guesses.mean(axis=1)
    belief = PRIOR.learn(np.full(2000, float(people)), mean, ((guesses - mean[:, None]) ** 2).sum(axis=1))
    low, high = np.quantile(belief.draw(rng, 600), [0.05, 0.95], axis=1)
    assert ((low <= truth) & (truth <= high)).mean() >= 0.85


class TestSummary:
    def test_value_interval_and_scale(self) -> None:
        found = summarise(np.linspace(0, 1, 101), 7, "stated", scale=100)
        assert (found.value, found.low, found.high, found.n) == pytest.approx((50, 5, 95, 7))

    def test_a_mean_outside_the_central_interval_widens_it(self) -> None:
        skewed = np.zeros(1000)
        skewed[:20] = 1.0
        found = summarise(skewed, 5, "measured")
        assert (found.low, found.value, found.high) == (0, 0.02, 0.02)
