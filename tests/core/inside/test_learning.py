"""What the own gap teaches about how far self-images err."""

from __future__ import annotations

import numpy as np
import pytest

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.learning import Gap, Learned, bias_words, learn_bias, learned_sentence
from leitstern.core.inside.ratings import View
from leitstern.core.stats.estimate import Estimate

DEFAULTS = Assumptions()


def share(value: float, half: float = 0.02) -> Estimate:
    return Estimate(value, value - half, value + half, 60, "stated")


def learn(*gaps: tuple[float, float], assumptions: Assumptions = DEFAULTS) -> Learned:
    found = learn_bias(View.EXECUTIVES, [Gap(share(a), share(b)) for a, b in gaps], assumptions, DEFAULTS)
    assert found
    return found


def test_the_update_by_hand() -> None:
    """Gaps of 1.0 and 0.5 levels: mean 0.75, squared error 0.0625; with 0.45² it is a look of variance 0.265."""
    found = learn((0.8, 0.6), (0.7, 0.6))
    assert found.gap.value == pytest.approx(0.75)
    seen = 1 / (0.125 / 2 + 0.45**2)
    precision = 1 / 0.4**2 + seen
    assert found.bias.value == pytest.approx((0.6 / 0.4**2 + 0.75 * seen) / precision)
    assert found.spread == pytest.approx(precision**-0.5)
    assert found.bias.high - found.bias.low == pytest.approx(2 * 1.6449 * found.spread, rel=1e-3)


def test_an_honest_company_is_believed_more_and_a_vain_one_less() -> None:
    honest, vain = learn((0.6, 0.6), (0.7, 0.72)), learn((0.9, 0.5), (0.95, 0.4))
    assert honest.bias.value < 0.6 < vain.bias.value
    assert honest.spread < 0.4
    assert vain.spread < 0.4


def test_one_touchpoint_teaches_nothing() -> None:
    assert learn_bias(View.EXECUTIVES, [Gap(share(0.8), share(0.6))], DEFAULTS, DEFAULTS) is None


def test_learning_again_from_the_same_gap_changes_nothing() -> None:
    first = learn((0.8, 0.6), (0.7, 0.6))
    taken = DEFAULTS.with_values(first.values)
    assert learn((0.8, 0.6), (0.7, 0.6), assumptions=taken) == first


def test_touchpoints_that_differ_teach_less_than_touchpoints_that_agree() -> None:
    assert learn((0.9, 0.6), (0.6, 0.6)).spread > learn((0.75, 0.6), (0.75, 0.6)).spread


def test_what_is_learned_covers_the_truth_even_where_leaders_err_more_than_assumed() -> None:
    """Biases of 0.9 ± 0.3 where 0.6 ± 0.4 is assumed: learning comes closer, and its interval still holds nine of ten."""
    rng = np.random.default_rng(4)
    closer, covered = [], []
    for _ in range(1000):
        bias = rng.normal(0.9, 0.3)
        seen = bias + rng.normal(0, 0.45)
        shares = 0.5 + (seen + rng.normal(0, 0.2, 6)) * 0.2
        found = learn(*((float(each), 0.5) for each in np.clip(shares, 0.2, 1)))
        closer.append((found.bias.value - bias) ** 2 - (0.6 - bias) ** 2)
        covered.append(found.bias.low <= bias <= found.bias.high)
    assert np.mean(closer) < 0
    assert 0.88 <= np.mean(covered) <= 0.97


def test_in_words() -> None:
    found = learn((0.8, 0.6), (0.7, 0.6))
    assert (
        learned_sentence([found]).de == "Ihre eigene Lücke berichtigt, was über Selbstbilder angenommen ist: "
        "Geschäftsleitung 0,7 Stufen zu hoch [0,1 bis 1,2] statt 0,6."
    )
    humble = learned_sentence([learn((0.4, 0.8), (0.3, 0.8), (0.4, 0.9))]).en
    assert "Executives 0." in humble
    assert "levels too low [" in humble
    even = [(0.8, 0.68), (0.7, 0.58)]
    assert learned_sentence([learn(*even)]).de.startswith("Ihre eigene Lücke bestätigt")
    assert bias_words(0.6, 0.4).de == "0,60 ± 0,40"
    assert set(found.values) == {"bias_executives_culture", "bias_spread_executives_culture"}
