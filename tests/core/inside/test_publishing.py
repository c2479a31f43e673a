"""What of a wave is shown, and why the rest is not."""

from __future__ import annotations

import pytest

from leitstern.core.inside.groups import COMPANY, Cohort, Group, Participation
from leitstern.core.inside.publishing import PROTECTS, TOO_FEW, Published, beside, decide, may_leave_out
from leitstern.core.inside.ratings import View

STAFF = View.STAFF
PARENTS = {"sales": COMPANY, "tech": COMPANY}


def wave(number: int = 1, **people: int) -> Participation:
    return Participation(number, PARENTS, {(STAFF, unit): n for unit, n in people.items()})


def test_each_group_is_shown_or_says_why_not() -> None:
    assert decide(wave(sales=4, tech=9), (), 5) == {
        Group(1, STAFF, "sales"): TOO_FEW,
        Group(1, STAFF, "tech"): PROTECTS,
        Group(1, STAFF, COMPANY): None,
    }


@pytest.mark.parametrize("answered", [0, 1, 4])
def test_whether_nobody_or_few_answered_is_not_told(answered: int) -> None:
    asked = frozenset({(STAFF, "sales"), (STAFF, "tech")})
    latest = Participation(1, PARENTS, {(STAFF, "sales"): 9, (STAFF, "tech"): answered}, asked=asked)
    decided = decide(latest, (), 5)
    assert set(decided) == {Group(1, STAFF, unit) for unit in ("sales", "tech", COMPANY)}
    assert decided[Group(1, STAFF, "tech")] == TOO_FEW


def test_groups_without_anybody_are_not_there() -> None:
    assert set(decide(wave(sales=9), (), 5)) == {Group(1, STAFF, "sales"), Group(1, STAFF, COMPANY)}


def test_a_wave_may_ask_for_more_than_five() -> None:
    decided = decide(wave(sales=7, tech=9), (), 8)
    assert decided[Group(1, STAFF, "sales")] == TOO_FEW
    assert decided[Group(1, STAFF, "tech")] == PROTECTS


def test_what_was_shown_before_counts() -> None:
    """The same nine of tech answered again: showing them now would say what the four of sales said before."""
    nine = {(STAFF, "tech"): Cohort(1, 1, 9)}
    first = Participation(1, PARENTS, {(STAFF, "sales"): 4, (STAFF, "tech"): 9}, nine)
    shown = frozenset(group for group, why in decide(first, (), 5).items() if why is None)
    second = Participation(2, PARENTS, {(STAFF, "sales"): 6, (STAFF, "tech"): 9}, nine)
    decided = decide(second, [Published(first, shown)], 5)
    assert decided[Group(2, STAFF, "tech")] == PROTECTS
    assert decided[Group(2, STAFF, COMPANY)] is None


@pytest.mark.parametrize(
    ("flagged", "allowed"), [(4, False), (5, True), (46, False), (0, False), (50, False)]
)
def test_with_and_without_is_only_told_of_five_people_and_more_on_both_sides(
    flagged: int, allowed: bool
) -> None:
    latest = wave(sales=20, tech=30)
    shown = [group for group, why in decide(latest, (), 5).items() if why is None]
    half = flagged * 2 // 5
    out = {(STAFF, "sales"): half, (STAFF, "tech"): flagged - half}
    assert may_leave_out(latest, out, (), shown, 5) == (frozenset({STAFF}) if allowed else frozenset())


def test_turnout_beside_published_numbers_says_nothing_of_few_people() -> None:
    """Of 13 invited 9 are in sales and 4 in tech: turnout of all less the published n of sales is that of tech."""
    everybody, sales, invited = Group(1, STAFF, COMPANY), Group(1, STAFF, "sales"), wave(sales=9, tech=4)
    assert beside([everybody], [], invited, 5) == [everybody]
    assert beside([everybody], [everybody], invited, 5) == [everybody]
    assert beside([everybody], [sales], invited, 5) == []
    assert beside([everybody], [sales], wave(sales=9, tech=5), 5) == [everybody]
