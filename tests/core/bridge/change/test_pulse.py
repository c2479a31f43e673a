"""What the pulse says, from published cells alone."""

from __future__ import annotations

import pytest

from leitstern.core.bridge.change.pulse import NOT_ASKED, Asked, UnitPulse, sentence, share_of
from leitstern.core.inside.publishing import TOO_FEW
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text


def level(yes: int, n: int) -> Estimate:
    """As a wave publishes it: a level from 0 to 4, with an interval of its own."""
    value = round(4 * yes / n, 2)
    return Estimate(value, max(value - 1, 0), min(value + 1, 4), n)


def unit(name: str, **shares: tuple[int, int]) -> UnitPulse:
    found: dict[Asked, Measured] = {
        Asked[key.upper()]: share_of(level(*given)) for key, given in shares.items()
    }
    return UnitPulse(name.lower(), Text(name, name), found)


def test_a_level_of_a_yes_or_no_question_is_a_share_with_wilsons_interval() -> None:
    found = share_of(level(9, 12))
    assert isinstance(found, Estimate)
    assert (found.value, found.n) == (0.75, 12)
    assert (found.low, found.high) == pytest.approx(wilson(0.75, 12))


def test_even_if_all_agree_the_interval_stays_open() -> None:
    found = share_of(level(6, 6))
    assert isinstance(found, Estimate)
    assert found.value == found.high == 1
    assert found.low < 0.75


def test_what_is_hidden_stays_hidden_with_its_reason() -> None:
    assert share_of(TOO_FEW) == TOO_FEW
    assert UnitPulse("x", Text("X", "X"), {}).share(Asked.WHY) == NOT_ASKED


def test_a_department_is_low_only_where_surely_fewer_than_half_know() -> None:
    assert unit("Campaigns", why=(5, 30)).understands_little
    assert not unit("Campaigns", why=(4, 10)).understands_little


def test_overload_is_said_of_time_and_tasks_never_of_people() -> None:
    busy = unit("Campaigns", load=(10, 30), right=(28, 30))
    assert busy.overloaded
    assert not busy.doubting
    (note,) = busy.notes
    assert "not of the people" in note.en
    assert not unit("Service", load=(5, 8)).overloaded  # too few to be sure


def test_who_leaves_customers_to_the_team_is_the_rest_of_a_question_put_the_other_way_round() -> None:
    assert unit("Bank", ours=(12, 40)).excused.en.startswith("70 of 100 (57 to 80, n 40)")
    assert unit("Bank").excused == NOT_ASKED.reason


def test_doubt_is_a_reason_to_ask() -> None:
    (note,) = unit("Campaigns", right=(8, 30)).notes
    assert note.de.endswith("Zweifel sehen Fehler oft zuerst.")


def test_the_sentence_names_the_department_that_knows_least() -> None:
    company = unit("Bank", why=(60, 100))
    low, lower = unit("Cards", why=(10, 40)), unit("Campaigns", why=(4, 40))
    assert sentence(None, ()).en.startswith("Nobody has been asked")
    assert sentence(company, ()).en == "60 of 100 can explain why we do this."
    assert sentence(company, (low,)).en == "In Cards fewer than half can explain why we do this."
    assert sentence(company, (low, lower)).en.endswith("fewest in Campaigns.")
    hidden = UnitPulse("", Text("Bank", "Bank"), {Asked.WHY: Missing("x", Text("hidden", "verdeckt"))})
    assert sentence(hidden, ()).en == "hidden"
