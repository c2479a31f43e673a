"""Rewards that hang on customers, month by month: each month with the weights, people and figures it had."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.incentives.keeping import reward
from leitstern.app.incentives.models import Figure, Weight
from leitstern.app.incentives.streams import streams
from leitstern.app.structure.models import Headcount, Role
from leitstern.app.structure.roles import change_role, enter_role
from leitstern.core.bridge.watch.reading import read
from leitstern.core.bridge.watch.settled import Period
from leitstern.core.months import first, later

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from leitstern.core.bridge.watch.stream import Stream


def at(ago: int) -> datetime:
    """Noon on the second of the month so many months ago."""
    return datetime.combine(later(timezone.localdate(), -ago), time(12, tzinfo=UTC)) + timedelta(days=1)


def rewarded(name: str, people: int, ago: int, **percents: int) -> Role:
    """A role, and from when on its reward hangs on what."""
    found = Role.objects.filter(name=name).first()
    if found is None:
        found = enter_role(COMMAND_LINE, name, "service", people)
        Headcount.objects.update(since=at(40))
    before = set(Weight.objects.values_list("pk", flat=True))
    reward(COMMAND_LINE, found, percents)
    Weight.objects.exclude(pk__in=before).update(created=at(ago))
    return found


def rewards() -> Stream:
    (found,) = streams(timezone.localdate())
    return found


def values() -> list[float]:
    return [round(point.value, 3) for point in rewards().points]


@pytest.fixture
def figures(tug: tuple[Figure, Figure]) -> tuple[str, str]:
    """Cost, and what customers have of it; nobody is rewarded yet."""
    Weight.objects.all().delete()
    return tug[0].slug, tug[1].slug


def test_each_month_has_the_weights_of_its_last_day(figures: tuple[str, str]) -> None:
    cost, solved = figures
    rewarded("Adviser", 40, 3, **{cost: 10})
    rewarded("Adviser", 40, 1, **{cost: 10, solved: 10})
    assert values() == [0, 0, 0.5]
    assert rewards().points[-1].day == first(timezone.localdate()) - timedelta(days=1)
    assert {point.error for point in rewards().points} == {0}


def test_whoever_goes_or_comes_today_changes_no_month_before(
    figures: tuple[str, str], enter: Callable[..., Figure]
) -> None:
    cost, solved = figures
    rewarded("Adviser", 40, 3, **{cost: 10, solved: 10})
    other = rewarded("Collector", 20, 3, **{cost: 20})
    before = values()
    assert before == [pytest.approx(0.333, abs=0.001)] * 3
    change_role(COMMAND_LINE, other, other.name, "service", 200)
    Figure.objects.filter(slug=cost).update(retired=timezone.now())
    Role.objects.filter(pk=other.pk).update(retired=timezone.now())
    assert values() == before


def test_what_went_in_between_counts_until_then(figures: tuple[str, str]) -> None:
    cost, solved = figures
    rewarded("Adviser", 40, 4, **{cost: 10, solved: 10})
    other = rewarded("Collector", 20, 4, **{cost: 20})
    Role.objects.filter(pk=other.pk).update(retired=at(2))
    assert values() == [0.333, 0.333, 0.5, 0.5]


def test_old_key_figures_that_come_back_sound_once_they_stay(figures: tuple[str, str]) -> None:
    cost, solved = figures
    rewarded("Adviser", 40, 12, **{cost: 10, solved: 10})
    rewarded("Adviser", 40, 4, **{cost: 18, solved: 2})
    one = rewards()

    def month(ago: int) -> date:
        return one.points[-ago].day

    found = read(one, Period(month(12), month(5)))
    assert found.alarm
    assert (found.alarm.since.day, found.alarm.point.day) == (month(4), month(2))
    assert found.sums == (1, 2, 3, 4)
