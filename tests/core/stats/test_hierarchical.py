"""Partial pooling against the textbook's example."""

from __future__ import annotations

import numpy as np
import pytest

from leitstern.core.stats.hierarchical import pooled

# Effects of coaching in eight schools and their standard errors: Gelman et al. (2013), table 5.2.
EFFECTS = np.array([28.0, 8, -3, 7, -1, 1, 18, 12])
ERRORS = np.array([15.0, 10, 16, 11, 9, 11, 10, 18])


def test_eight_schools() -> None:
    drawn = pooled(EFFECTS, ERRORS**2, np.random.default_rng(1), 50_000)
    # Table 5.3, posterior medians and quartiles of schools A to H, from 200 draws there.
    published = [
        (7, 10, 16),
        (3, 8, 12),
        (2, 7, 11),
        (4, 8, 11),
        (1, 5, 10),
        (2, 6, 10),
        (7, 10, 15),
        (3, 8, 13),
    ]
    assert pytest.approx(np.array(published), abs=1.5) == np.quantile(drawn, [0.25, 0.5, 0.75], axis=1).T


def test_is_what_summing_over_all_means_and_spreads_gives() -> None:
    values, errors = np.array([0.0, 1, 5]), np.array([1.0, 1.5, 2])
    reach = max(values.std(ddof=1), np.sqrt((errors**2).mean()))
    spread, mean = np.meshgrid(np.linspace(0.001, 5 * reach, 500), np.linspace(-60, 60, 2001))
    total = spread[..., None] ** 2 + errors**2
    density = np.exp(-((values - mean[..., None]) ** 2 / total + np.log(total)).sum(axis=-1) / 2)
    own = spread[..., None] ** 2 / total
    centre = own * values + (1 - own) * mean[..., None]
    exact = (density[..., None] * centre).sum(axis=(0, 1)) / density.sum()
    drawn = pooled(values, errors**2, np.random.default_rng(1), 200_000)
    assert drawn.mean(axis=1) == pytest.approx(exact, abs=0.02)


def test_what_is_known_exactly_stays() -> None:
    drawn = pooled(np.array([1.0, 2, 3, 4]), np.full(4, 1e-8), np.random.default_rng(1))
    assert drawn.mean(axis=1) == pytest.approx([1, 2, 3, 4], abs=0.001)


def test_nothing_but_noise_is_drawn_together() -> None:
    noise = np.random.default_rng(2).normal(size=20)
    drawn = pooled(noise, np.ones(20), np.random.default_rng(1))
    assert drawn.mean(axis=1).std() < 0.5 * noise.std()


def test_two_entries_keep_their_own_estimate() -> None:
    drawn = pooled(np.array([0.0, 4.0]), np.ones(2), np.random.default_rng(1), 20_000)
    assert drawn.mean(axis=1) == pytest.approx([0, 4], abs=0.03)
