"""What followed an occasion: against a slow reading of the same contacts, one after the other."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import ibis
import pytest
from tests.core.known import known
from tests.core.outside.small_lake import ANNA, CALL, OFFER, PAY, THANKS, SmallLake, run

from leitstern.core.company.taxonomy import Milestone, Taxonomy, Touchpoint
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.outside.followed import (
    Followed,
    followed,
    followed_sums,
    met,
    milestone_met,
    read_followed,
)
from leitstern.core.outside.periods import half_year
from leitstern.core.stats.estimate import Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

HOURS = 24
LATER = date(2027, 6, 1)
NAME = Text(en="–", de="–")


def asked(
    contacts: Any, at: int, then: int, days: tuple[int, int] = (0, 30), as_of: date = LATER
) -> Followed:
    rows = followed(met(contacts, at, as_of), contacts, then, days, as_of)
    return read_followed(run(followed_sums(rows)), as_of)


def paid(thanked_after: list[float | None]) -> SmallLake:
    """So many customers paid at the same time; each was thanked so many days later, or never."""
    lake = SmallLake()
    for customer, days in enumerate(thanked_after, start=1):
        lake.contact(customer, PAY, 0)
        if days is not None:
            lake.contact(customer, THANKS, days * HOURS)
    return lake


def test_what_came_in_time_followed() -> None:
    found = asked(paid([0, 2, 30, 31, None]).contacts, PAY, THANKS)
    assert (found.whole.occasions, found.whole.followed, found.pending) == (5, 3, 0)
    share = known(found.whole.share)
    assert (share.value, share.low, share.high) == pytest.approx((0.6, *wilson(0.6, 5)))


def test_days_may_begin_later() -> None:
    assert asked(paid([0, 2, 30, 31, None]).contacts, PAY, THANKS, (31, 60)).whole.followed == 1
    assert asked(paid([0, 2, 30, 31, None]).contacts, PAY, THANKS, (0, 0)).whole.followed == 1


def test_occasions_whose_days_are_not_over_are_not_judged() -> None:
    lake = paid([1] * 5)
    found = asked(lake.contacts, PAY, THANKS, as_of=date(2026, 3, 31))
    assert (found.whole.occasions, found.pending) == (0, 5)
    assert asked(lake.contacts, PAY, THANKS, as_of=date(2026, 4, 1)).whole.occasions == 5


def test_of_four_customers_nothing_is_told() -> None:
    four = asked(paid([1] * 4).contacts, PAY, THANKS)
    assert four.whole.share is TOO_FEW_CUSTOMERS
    assert (four.whole.occasions, four.whole.followed, four.periods) == (None, None, ())
    assert asked(paid([1] * 4).contacts, PAY, THANKS, as_of=date(2026, 3, 9)).pending is None


def test_the_occasion_does_not_follow_itself() -> None:
    lake = SmallLake()
    for customer in range(1, 6):
        lake.contact(customer, CALL, 0)
    lake.contact(ANNA, CALL, 5)
    assert asked(lake.contacts, CALL, CALL).whole.followed == 1
    assert asked(lake.contacts, CALL, CALL).whole.occasions == 6


def test_another_touchpoint_at_the_same_moment_follows() -> None:
    assert asked(paid([0] * 5).contacts, PAY, THANKS).whole.followed == 5


def test_an_anniversary_is_an_occasion() -> None:
    bank = Taxonomy(
        NAME,
        "Europe/Berlin",
        touchpoints=(Touchpoint(code=PAY, slug="pay", name=NAME, stage="", department=""),),
    )
    year = Milestone(code=1, slug="year", name=NAME, since="pay", years=1)
    lake = paid([366, 368, 380, 500, None])
    contacts = lake.contacts
    rows = followed(milestone_met(contacts, year, bank, LATER), contacts, THANKS, (0, 30), LATER)
    found = read_followed(run(followed_sums(rows)), LATER)
    assert (found.whole.occasions, found.whole.followed) == (5, 3)


def test_periods_widen_until_none_has_one_to_four_customers() -> None:
    lake = SmallLake()
    for customer in range(1, 13):  # three a month
        lake.contact(customer, PAY, (customer - 1) // 3 * 31 * HOURS)
    found = asked(lake.contacts, PAY, THANKS)
    assert [each.length for each in found.periods] == ["half-year"]  # March alone is too little for a quarter
    assert found.periods[0].occasions == found.whole.occasions == 12


def test_without_enough_in_a_year_there_are_no_periods() -> None:
    lake = paid([1, 1, 1, None, None])
    lake.contact(9, PAY, -100 * HOURS)  # alone in the year before
    found = asked(lake.contacts, PAY, THANKS)
    assert (found.whole.occasions, found.periods) == (6, ())


@pytest.mark.parametrize("seed", range(2))
def test_against_reading_one_contact_after_the_other(seed: int) -> None:
    chance = random.Random(seed)
    lake = SmallLake()
    for _ in range(500):
        lake.contact(
            chance.randint(1, 60), chance.choice([CALL, PAY, THANKS, OFFER]), chance.randint(0, 400) * 12
        )
    days, as_of = (chance.randint(0, 3), chance.randint(5, 20)), date(2026, 8, 20)
    for at, then in ((PAY, THANKS), (CALL, CALL)):
        occasions = slowly(lake, at, then, days, as_of)
        found = asked(lake.contacts, at, then, days, as_of)
        judged = [each for each in occasions if each[3]]
        assert (found.whole.occasions, found.whole.followed) == (len(judged), sum(e[2] for e in judged))
        waiting = [each for each in occasions if not each[3]]
        hidden = 0 < len({each[0] for each in waiting}) < 5
        assert found.pending == (None if hidden else len(waiting))
        expected = by_periods(judged)
        assert {each.start: (each.occasions, each.followed) for each in found.periods} == expected
        shuffled = run(lake.contacts).take(chance.sample(range(500), 500))
        assert asked(ibis.memtable(shuffled), at, then, days, as_of) == found


type Slow = tuple[int, date, bool, bool]


def slowly(lake: SmallLake, at: int, then: int, days: tuple[int, int], as_of: date) -> list[Slow]:
    """Customer, day, followed, judged of each occasion."""
    rows = run(lake.contacts).to_pylist()
    found: dict[tuple[int, int], Slow] = {}
    for row in rows:
        who, us, day = row["entity_id"], row["ts_us"], row["local_date"]
        if row["touchpoint"] != at or day > as_of:
            continue
        came = any(
            other["entity_id"] == who
            and other["touchpoint"] == then
            and (other["ts_us"] > us or (other["ts_us"] == us and then != at))
            and days[0] <= (other["local_date"] - day).days <= days[1]
            for other in rows
        )
        found[who, us] = (who, day, came, as_of - day > timedelta(days=days[1]))
    return list(found.values())


def by_periods(judged: list[Slow]) -> dict[date | None, tuple[int | None, int | None]]:
    """The shortest periods of which none has one to four customers."""
    begins: list[Callable[[date], date]] = [
        lambda day: day.replace(day=1),
        lambda day: date(day.year, 3 * ((day.month - 1) // 3) + 1, 1),
        half_year,
        lambda day: date(day.year, 1, 1),
    ]
    for begin in begins:
        groups = defaultdict(list)
        for each in judged:
            groups[begin(each[1])].append(each)
        if all(len({each[0] for each in group}) >= 5 for group in groups.values()):
            return {start: (len(group), sum(e[2] for e in group)) for start, group in groups.items()}
    return {}


def test_nobody_at_all() -> None:
    found = asked(SmallLake().contacts, PAY, THANKS)
    assert isinstance(found.whole.share, Missing)
    assert (found.whole.occasions, found.pending, found.periods) == (0, 0, ())
