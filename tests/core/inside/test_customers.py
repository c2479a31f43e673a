"""Customers as witnesses of culture."""

from __future__ import annotations

import pytest
from tests.core.inside.known_organisations import DAY, SOURCE

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.customers import customers_view, level_of
from leitstern.core.inside.ratings import View
from leitstern.core.stats.estimate import Estimate

DEFAULTS = Assumptions()


@pytest.mark.parametrize(
    ("share", "level"), [(0, 0), (0.2, 0), (0.4, 1), (0.5, 1.5), (0.6, 2), (0.8, 3), (0.9, 3.5), (1, 4)]
)
def test_levels_rise_with_the_share(share: float, level: float) -> None:
    assert level_of(share, DEFAULTS) == pytest.approx(level)


def test_an_unsure_share_is_an_unsure_level() -> None:
    sure, unsure = (
        customers_view(Estimate(0.5, 0.5 - half, 0.5 + half, 90), DEFAULTS, SOURCE, DAY)
        for half in (0.01, 0.1)
    )
    assert unsure.spread == pytest.approx(10 * sure.spread)
    assert unsure.spread == pytest.approx(0.5 / 1.645, rel=0.001)
    assert (sure.view, sure.n) == (View.CUSTOMERS, 90)
