"""What became of trainings: counts exactly, samples with an interval, and nothing about few people."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.inside.structure.register import Register, Unit
from leitstern.core.inside.structure.skills import BOTH, DATA, Range, Staffing
from leitstern.core.inside.structure.trainings import (
    NO_COUNT,
    NO_SIZE,
    NOT_SAID,
    TOO_FEW,
    Count,
    Effect,
    Training,
    effects,
    open_positions,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

SERVICE, BOARD = (Unit(slug, Text(slug, slug), size=size) for slug, size in (("service", 100), ("board", 4)))
KNOWN = Register((SERVICE, BOARD), ())
BEFORE, MIDDLE, AFTER = date(2026, 1, 10), date(2026, 3, 1), date(2026, 6, 1)
HELD = [Training("service", BOTH, MIDDLE, 12), Training("service", DATA, date(2026, 4, 1), 30)]


def effect(*counts: Count) -> Effect:
    (found,) = effects(HELD, {"service": counts}, KNOWN).units
    return found


def test_two_full_counts_give_an_exact_difference() -> None:
    found = effect(Count(BEFORE, 10, 100), Count(MIDDLE, 11, 100), Count(AFTER, 25, 100))
    assert (found.trainings, found.first, found.last, found.places) == (
        2,
        MIDDLE,
        date(2026, 4, 1),
        Range(42, 42),
    )
    assert isinstance(found.before, Estimate)
    assert found.before.value == 0.11  # counted on the day of the first training
    assert isinstance(found.change, Estimate)
    assert found.change.value == found.change.low == found.change.high == pytest.approx(0.14)
    assert found.risen


def test_a_sample_has_an_interval_and_a_small_one_cannot_tell() -> None:
    sure = effect(Count(BEFORE, 10, 100, 100), Count(AFTER, 60, 100, 100))
    assert isinstance(sure.change, Estimate)
    assert 0.3 < sure.change.low < 0.5 < sure.change.high < 0.65
    assert sure.risen
    unsure = effect(Count(BEFORE, 10, 100, 10), Count(AFTER, 30, 100, 10))
    assert isinstance(unsure.change, Estimate)
    assert unsure.change.low < 0 < unsure.change.high
    assert unsure.risen is None


def test_without_a_count_on_each_side_nothing_can_be_told() -> None:
    for counts in ((), (Count(BEFORE, 10, 100),), (Count(AFTER, 25, 100),)):
        assert effect(*counts).change is NO_COUNT
    assert effect(Count(BEFORE, 10, None), Count(AFTER, 25, 100)).change == NO_SIZE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Count(BEFORE, 3, 100), Count(AFTER, 25, 100)),  # three of them
        (Count(BEFORE, 10, 100), Count(AFTER, 98, 100)),  # two could not
        (Count(BEFORE, 10, 100), Count(AFTER, 12, 100)),  # two learned it
        (Count(BEFORE, 10, 100, None, (12, 50)), Count(AFTER, 25, 100)),  # two read data alone
    ],
)
def test_nothing_leads_to_fewer_than_five_people(before: Count, after: Count) -> None:
    found = effect(before, after)
    assert found.change == TOO_FEW
    assert TOO_FEW in (found.before, found.after)
    assert found.risen is None


def test_a_unit_of_few_is_counted_and_not_shown() -> None:
    held = [*HELD, Training("board", BOTH, MIDDLE, 2), Training("service", "ux", MIDDLE, 9)]
    found = effects(held, {}, KNOWN)
    assert [each.unit for each in found.units] == ["service"]
    assert (found.hidden, found.units[0].trainings) == (1, 2)
    assert effects([Training("service", DATA, MIDDLE, 3)], {}, KNOWN).units[0].places == Range(1, 4)


def test_open_positions_count_data_skills_of_units_that_are_shown() -> None:
    def staffed(unit: str, skill: str, needed: int, vacant: int | None) -> Staffing:
        return Staffing(unit, skill, needed, 0, open=vacant)

    rows = [
        staffed("service", DATA, 30, 4),
        staffed("service", BOTH, 10, None),  # nobody said
        staffed("service", "ux", 10, 10),
        staffed("board", DATA, 2, 2),
    ]
    found = open_positions(rows, KNOWN)
    assert isinstance(found, Estimate)
    assert (found.value, found.low, found.n) == (4 / 30, 4 / 30, 30)
    assert open_positions(rows[1:], KNOWN) == NOT_SAID
