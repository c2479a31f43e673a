"""Of many findings, few are chance."""

from __future__ import annotations

import numpy as np

from leitstern.core.stats.discoveries import discoveries

# Table of Benjamini & Hochberg (1995), section 4.1: fifteen hypotheses of a study on heart attacks.
PUBLISHED = (
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
)


def test_the_published_example_rejects_the_first_four() -> None:
    assert discoveries(PUBLISHED, 0.05).tolist() == [True] * 4 + [False] * 11


def test_the_order_does_not_matter() -> None:
    assert discoveries(PUBLISHED[::-1], 0.05).tolist() == [False] * 11 + [True] * 4


def test_one_finding_alone_is_judged_by_itself() -> None:
    assert discoveries([0.05], 0.05).all()
    assert not discoveries([0.0501], 0.05).any()
    assert discoveries([], 0.05).size == 0


def test_where_nothing_is_true_few_families_find_anything() -> None:
    chances = np.random.default_rng(3).random((2_000, 20))
    found = np.mean([discoveries(family, 0.05).any() for family in chances])
    assert abs(found - 0.05) < 3 * (0.05 * 0.95 / 2_000) ** 0.5
