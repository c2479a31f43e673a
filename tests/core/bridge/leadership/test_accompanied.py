"""Whether a change is lived where leaders are there: teams side by side, an association."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.bridge.leadership.accompanied import NO_TEAM, Accompanied, compare
from leitstern.core.stats.estimate import Estimate

TODAY = date(2026, 6, 30)
OFTEN = tuple(Accompanied(team, acts, 1, lives=True) for team, acts in (("a", 4), ("b", 9)))
SELDOM = (Accompanied("c", 3, 3, lives=True), *(Accompanied(team, 0, 0, lives=False) for team in "de"))


def test_four_acts_in_a_year_are_often_and_shares_have_wilsons_interval() -> None:
    found = compare([*OFTEN, *SELDOM], TODAY)
    assert isinstance(found.often, Estimate)
    assert isinstance(found.seldom, Estimate)
    assert (found.often.value, found.often.n, found.seldom.n) == (1.0, 2, 3)
    assert found.seldom.value == pytest.approx(1 / 3)
    assert found.seldom.low == pytest.approx(0.0783, abs=1e-4)  # at 90 %
    assert found.seldom.high == pytest.approx(0.7465, abs=1e-4)
    assert (
        found.sentence.en
        == "Where leaders were at least once a quarter, 2 of 2 teams live it; elsewhere 1 of 3."
    )


def test_where_all_or_none_were_accompanied_there_is_nothing_to_compare_with() -> None:
    nowhere, everywhere = compare(SELDOM, TODAY), compare(OFTEN, TODAY)
    assert nowhere.often is NO_TEAM
    assert nowhere.sentence.en.startswith("Leaders were with none of the 3 teams")
    assert nowhere.sentence.en.endswith("1 of them live it.")
    assert everywhere.seldom is NO_TEAM
    assert everywhere.sentence.de.startswith("Die Führung war bei allen 2 Teams")
