"""What leaders have taken on against the hours they declared."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.bridge.leadership.capacity import (
    NO_HOURS,
    NOT_DECLARED,
    NOTHING_TO_DROP,
    Commitment,
    Load,
    drop,
    loads,
)
from leitstern.core.bridge.leadership.terms import Work
from leitstern.core.stats.estimate import Estimate

DAY = date(2026, 7, 1)


def takes(title: str, hours: float, *, droppable: bool = False, work: Work = Work.CHANGE) -> Commitment:
    return Commitment(title, hours, work, droppable, date(2026, 1, 1))


def test_over_a_hundred_percent_is_said_with_what_could_be_dropped() -> None:
    load = Load(
        "technology",
        24,
        (
            takes("Roll-out", 14),
            takes("Steering", 8, work=Work.RUNNING),
            takes("Association", 9, droppable=True, work=Work.RUNNING),
            takes("Podium", 4, droppable=True, work=Work.RUNNING),
        ),
        DAY,
    )
    assert isinstance(load.share, Estimate)
    assert load.share.value == pytest.approx(35 / 24)
    assert load.over
    assert load.change_hours == 14
    assert load.sentence.en == "35 of 24 hours a month are taken: 11 too many."
    assert load.advice is not None
    assert load.advice.en == "Without “Association” and “Podium” it would fit: 22 hours a month."
    assert load.advice.de.startswith("Ohne „Association“ und „Podium“")


def test_one_that_is_just_large_enough_is_better_than_several() -> None:
    marked = [takes("A", 2), takes("B", 5), takes("C", 9)]
    assert [each.title for each in drop(marked, 4)] == ["B"]
    assert [each.title for each in drop(marked, 10)] == ["C", "B"]
    assert len(drop(marked, 100)) == 3


def test_what_cannot_be_dropped_is_said() -> None:
    assert Load("a", 10, (takes("A", 14),), DAY).advice is NOTHING_TO_DROP
    not_enough = Load("a", 10, (takes("A", 14), takes("B", 1, droppable=True)), DAY).advice
    assert not_enough is not None
    assert "Even without" in not_enough.en


def test_hours_of_none_and_none_declared_are_no_share() -> None:
    nothing, zero = Load("a", None, (takes("A", 4),), DAY), Load("a", 0, (takes("A", 4),), DAY)
    assert nothing.share is NOT_DECLARED
    assert not nothing.over
    assert zero.share is NO_HOURS
    assert zero.over
    assert "none were declared" in zero.sentence.en
    assert Load("a", 10, (), DAY).advice is None


def test_only_what_takes_hours_on_the_day_counts() -> None:
    ended = Commitment("Old", 5, Work.CHANGE, False, date(2025, 1, 1), date(2026, 6, 30))
    coming = Commitment("New", 5, Work.CHANGE, False, date(2026, 8, 1))
    (found, other) = loads(["a", "b"], {"a": 10.0}, {"a": [ended, coming, takes("Now", 3)]}, DAY)
    assert (found.hours, other.hours) == (3, 0)
