"""Rates of what is counted."""

from __future__ import annotations

import pytest
from scipy.stats import chi2  # type: ignore[import-untyped]

from leitstern.core.stats.poisson import rate


def test_published_limits() -> None:
    """Garwood (1936), as every table of Poisson limits has them: 10 events, 95 %: 4.80 to 18.39; 90 %: 5.43 to 16.96."""
    ten = rate(10, 1, level=0.95)
    assert (round(ten.low, 2), round(ten.high, 2)) == (4.8, 18.39)
    assert (round(rate(10, 1).low, 2), round(rate(10, 1).high, 2)) == (5.43, 16.96)


def test_none_at_all_has_an_upper_limit() -> None:
    """The rule of three: 3.00 events at one-sided 95 %."""
    none = rate(0, 1)
    assert (none.value, none.low, round(none.high, 2)) == (0.0, 0.0, 3.0)


@pytest.mark.parametrize("count", [1, 7, 60, 1200])
def test_limits_are_quantiles_of_chi_square(count: int) -> None:
    found = rate(count, 2.0)
    assert found.value == count / 2
    assert found.low == pytest.approx(chi2.ppf(0.05, 2 * count) / 4)
    assert found.high == pytest.approx(chi2.ppf(0.95, 2 * count + 2) / 4)
