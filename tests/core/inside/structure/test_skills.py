"""Skills of a unit: a number that would tell about fewer than five people is told as a range."""

from __future__ import annotations

from itertools import product

import pytest
from tests.core.inside.structure.bank import REGISTER

from leitstern.core.inside.structure.skills import BOTH, CUSTOMER, DATA, Range, Staffing, skills, told


@pytest.mark.parametrize(
    ("people", "size", "low", "high"),
    [
        (0, 12, 0, 0),
        (12, 12, 12, 12),
        (6, 12, 6, 6),
        (1, 12, 1, 4),
        (4, 12, 1, 4),
        (9, 12, 8, 11),
        (3, 7, 1, 6),
        (6, 7, 1, 6),
        (5, 10, 5, 5),
    ],
)
def test_how_a_number_is_told(people: int, size: int, low: int, high: int) -> None:
    assert told(people, size, 5) == Range(low, high)


def test_nothing_told_points_at_fewer_than_five() -> None:
    """From the range and the size nobody can tell a group of one to four, or those outside it."""
    for size in range(5, 30):
        possible: dict[Range, set[int]] = {}
        for people in range(size + 1):
            possible.setdefault(told(people, size, 5), set()).add(people)
        for found, hidden in possible.items():
            if found.exact:
                assert not 0 < found.low < 5
                assert not 0 < size - found.low < 5
            else:
                assert len(hidden) >= 4


def test_a_small_unit_and_one_of_unknown_size_are_left_out() -> None:
    found = skills([Staffing("finance", DATA, 3, 1), Staffing("nowhere", DATA, 3, 1)], REGISTER)
    assert (found.lines, found.totals, found.hidden) == ((), (), 2)


def test_gap_and_totals_add_up_what_is_shown_and_nothing_else() -> None:
    staffed = [
        Staffing("branches", DATA, 10, 2),
        Staffing("lending", DATA, 6, 6),
        Staffing("finance", DATA, 4, 4),
    ]
    found = skills(staffed, REGISTER)
    assert [(line.staffing.unit, line.gap) for line in found.lines] == [
        ("branches", Range(6, 9)),
        ("lending", Range(0, 0)),
    ]
    (total,) = found.totals
    assert (total.units, total.needed, total.there, total.gap) == (2, 16, Range(7, 10), Range(6, 9))


def both(size_unit: str, data: int, customer: int, either: int) -> Range:
    staffed = [
        Staffing(size_unit, DATA, 1, data),
        Staffing(size_unit, CUSTOMER, 1, customer),
        Staffing(size_unit, BOTH, 1, either),
    ]
    found = skills(staffed, REGISTER)
    (double,) = found.double
    (line,) = [each for each in found.lines if each.staffing.skill == BOTH]
    (total,) = [each for each in found.totals if each.skill == BOTH]
    assert line.there == total.there == double.people  # nowhere is more told than here
    return double.people


def test_who_can_both_is_exact_only_if_no_group_is_too_small() -> None:
    assert both("branches", 20, 25, 10) == Range(10, 10)
    assert both("branches", 10, 25, 7) == Range(0, 10)  # three who only read data would follow
    assert both("lending", 12, 6, 6) == Range(6, 6)


def test_the_range_of_both_never_says_more_than_the_two_numbers_do() -> None:
    for data, customer in product(range(13), repeat=2):
        for double in range(max(0, data + customer - 12), min(data, customer) + 1):
            found = both("lending", data, customer, double)
            assert found.low <= double <= found.high


def test_a_skill_the_register_added_stands_after_those_of_the_catalogue() -> None:
    found = skills([Staffing("branches", "Welding", 1, 0), Staffing("branches", "ux", 6, 0)], REGISTER)
    assert [total.skill for total in found.totals] == ["ux", "Welding"]
    assert skills([Staffing("branches", DATA, 1, 0)], REGISTER).double == ()


def test_both_beside_one_of_the_two_gives_nobody_away() -> None:
    """Nine read data, six can both: three who only read data would follow."""
    staffed = [Staffing("branches", DATA, 1, 9), Staffing("branches", BOTH, 1, 6)]
    found = skills(staffed, REGISTER)
    assert [double.people for double in found.double] == [Range(0, 9)]
    alone = skills([Staffing("branches", BOTH, 1, 6)], REGISTER)
    assert [double.people for double in alone.double] == [Range(6, 6)]
