"""Is placement right? Simulated organisations whose truth is known, and a bias larger than the one assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.core.inside.known_organisations import Organisation, organisation, raters, ratings

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.placement import Placement, place_units
from leitstern.core.inside.ratings import View
from leitstern.core.inside.seeing import look
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats

ORGANISATIONS = 1000


type Simulated = tuple[dict[str, Organisation], dict[str, Placement]]


@pytest.fixture(scope="module")
def world() -> Simulated:
    """Organisations and where they were placed."""
    rng = np.random.default_rng(3)
    simulated = {str(i): organisation(rng) for i in range(ORGANISATIONS)}
    ratings_of = {slug: each.views for slug, each in simulated.items()}
    return simulated, place_units(ratings_of, Assumptions(), rng, 1000).units


def test_all_views_together_beat_the_mean_of_all_self_ratings(world: Simulated) -> None:
    simulated, placed = world

    right = np.mean([placed[slug].candidates[0] == each.kind for slug, each in simulated.items()])
    pooled = np.mean([each.pooled() == each.kind for each in simulated.values()])
    declared = [slug for slug, found in placed.items() if found.declared]
    right_when_declared = np.mean([placed[slug].declared == simulated[slug].kind for slug in declared])

    assert right > pooled + 0.05
    assert right_when_declared >= 0.95
    assert len(declared) > 0.7 * ORGANISATIONS


def test_the_interval_of_all_views_together_covers_the_truth(world: Simulated) -> None:
    simulated, placed = world
    for axis in Axis:
        inside = [
            isinstance(found := getattr(placed[slug].fused, axis), Estimate)
            and found.low <= each.truth[axis] <= found.high
            for slug, each in simulated.items()
        ]
        assert 0.88 <= np.mean(inside) <= 0.96


@pytest.mark.parametrize("n", [3, 4, 5, 8, 12, 20])
def test_the_interval_of_one_view_covers_what_people_like_these_would_say(n: int) -> None:
    rng = np.random.default_rng(n)
    assumptions, inside = Assumptions(), []
    everybody = _grid_of_truths()
    for _ in range(1000):
        truth = rng.uniform(0.8, 3.2)
        levels = raters(dict.fromkeys(Axis, truth), n, rng, dict.fromkeys(Axis, 0.0), spread=0.45)
        found = look(ratings(View.STAFF, levels), assumptions).measured(Axis.CULTURE)
        target = np.interp(truth, *everybody)
        assert isinstance(found, Estimate)
        inside.append(found.low <= target <= found.high)
    assert 0.88 <= np.mean(inside) <= 0.96


def _grid_of_truths() -> tuple[Floats, Floats]:
    """True levels, and what very many people would answer on average: whole numbers end at 0 and 4."""
    rng = np.random.default_rng(1)
    grid = np.linspace(0.7, 3.3, 27)
    latent = rng.normal(0, np.sqrt(0.45**2 + 0.4**2 + 0.6**2), 40_000)
    return grid, np.array([np.clip(np.rint(truth + latent), 0, 4).mean() for truth in grid])
