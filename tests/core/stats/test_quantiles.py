"""Quantiles of Student's t and the incomplete beta function, against published tables."""

from __future__ import annotations

import pytest

from leitstern.core.stats.quantiles import incomplete_beta, normal_quantile, student_quantile


@pytest.mark.parametrize(
    ("freedom", "probability", "published"),
    [  # NIST/SEMATECH e-Handbook 1.3.6.7.2, Critical values of the Student's t distribution
        (1, 0.90, 3.078),
        (1, 0.95, 6.314),
        (1, 0.975, 12.706),
        (1, 0.995, 63.657),
        (2, 0.975, 4.303),
        (5, 0.995, 4.032),
        (10, 0.95, 1.812),
        (30, 0.975, 2.042),
        (100, 0.95, 1.660),
    ],
)
def test_students_t_as_tabulated(freedom: int, probability: float, published: float) -> None:
    assert student_quantile(probability, freedom) == pytest.approx(published, abs=5e-4)


def test_the_median_is_zero() -> None:
    assert student_quantile(0.5, 3) == 0


def test_many_degrees_of_freedom_are_normal() -> None:
    assert student_quantile(0.95, 999_999) == pytest.approx(normal_quantile(0.95), abs=2e-6)
    assert student_quantile(0.95, 2_000_000) == normal_quantile(0.95)


def test_incomplete_beta_where_it_is_a_polynomial() -> None:
    assert incomplete_beta(0.3, 1, 1) == pytest.approx(0.3)
    assert incomplete_beta(0.3, 2, 1) == pytest.approx(0.09)
    assert incomplete_beta(0.9, 2, 3) == pytest.approx(6 * 0.9**2 - 8 * 0.9**3 + 3 * 0.9**4)
