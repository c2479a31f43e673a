"""Quantiles of Student's t, Fisher's F and χ², and the incomplete beta function, against published tables."""

from __future__ import annotations

import numpy as np
import pytest

from leitstern.core.stats.quantiles import (
    chi_square_quantile,
    fisher_quantile,
    incomplete_beta,
    normal_quantile,
    student_quantile,
)


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


@pytest.mark.parametrize(
    ("numerator", "denominator", "published"),
    [  # NIST/SEMATECH e-Handbook 1.3.6.7.3, Upper critical values of the F distribution, 5 %
        (1, 1, 161.448),
        (3, 10, 3.708),
        (5, 20, 2.711),
        (10, 100, 1.927),
    ],
)
def test_fishers_f_as_tabulated(numerator: int, denominator: int, published: float) -> None:
    assert fisher_quantile(0.95, numerator, denominator) == pytest.approx(published, abs=5e-4)


def test_fishers_f_mirrors_itself() -> None:
    assert fisher_quantile(0.05, 7, 12) == pytest.approx(1 / fisher_quantile(0.95, 12, 7))


@pytest.mark.parametrize(
    ("freedom", "probability", "published"),
    [  # NIST/SEMATECH e-Handbook 1.3.6.7.4, Critical values of the chi-square distribution
        (4, 0.05, 0.711),
        (4, 0.95, 9.488),
        (10, 0.05, 3.940),
        (10, 0.95, 18.307),
        (100, 0.05, 77.929),
        (100, 0.999, 149.449),
    ],
)
def test_chi_square_nearly_as_tabulated(freedom: int, probability: float, published: float) -> None:
    assert chi_square_quantile(probability, float(freedom)) == pytest.approx(
        published, rel=0.03 if freedom < 10 else 0.005
    )


def test_few_degrees_of_freedom_err_to_the_careful_side() -> None:
    found = chi_square_quantile(0.05, np.array([1.0, 2, 3]))
    assert (found < [0.0039, 0.103, 0.352]).all()
