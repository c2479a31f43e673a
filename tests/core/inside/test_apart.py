"""Which view lies furthest from all of them together."""

from __future__ import annotations

import numpy as np
from tests.core.inside.known_organisations import customers, flat

from leitstern.core.inside.apart import furthest
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.placement import place
from leitstern.core.inside.ratings import Ratings, View


def said(*views: Ratings) -> str:
    found = place(views, Assumptions(), np.random.default_rng(1))
    return furthest(found.views, found.fused).de


def test_the_view_furthest_away_beyond_its_interval() -> None:
    views = (
        flat(View.EXECUTIVES, 3.4, 1.7, people=9),
        flat(View.STAFF, 1.2, 1.8, people=60),
        flat(View.EVIDENCE, 1, 2),
    )
    assert said(*views).startswith("Die Geschäftsleitung sieht die Kultur ")
    assert said(*views).endswith(" Stufen höher als alle Sichten zusammen.")


def test_lower_is_said_as_lower() -> None:
    views = (
        flat(View.EXECUTIVES, 1.0, 3, people=9),
        flat(View.STAFF, 3.2, 3, people=60),
        flat(View.EVIDENCE, 3, 3),
    )
    assert "Stufen niedriger" in said(*views)


def test_views_that_agree_and_a_view_alone() -> None:
    assert said(flat(View.EVIDENCE, 2.2, 2.2), flat(View.INDEPENDENT, 2.2, 2.2), customers(2.2)).startswith(
        "Keine Sicht"
    )
    assert said(flat(View.STAFF, 3, 3, people=9)) == "Bisher nur eine Sicht."
