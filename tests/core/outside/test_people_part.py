"""Employees' part in the best and in the worst answers."""

from __future__ import annotations

from random import Random

import pytest
from tests.core.known import known
from tests.core.outside.small_lake import CALL, PAY, PHONE, WEB, SmallLake, run

from leitstern.core.company.taxonomy import Channel, Department, Stage, Taxonomy, Touchpoint
from leitstern.core.outside.people_part import meets_people, people_part, read_people_part
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

NAME = Text(en="It", de="Es")
ONLINE, SPOKEN = Channel(WEB, "web", NAME, digital=True), Channel(PHONE, "phone", NAME, digital=False)
SHOP = Taxonomy(
    company=NAME,
    time_zone="UTC",
    departments=(Department(1, "sales", NAME),),
    channels=(ONLINE, SPOKEN),
    stages=(Stage(1, "buy", NAME),),
    touchpoints=(
        Touchpoint(CALL, "call", NAME, "buy", "sales", "phone"),
        Touchpoint(PAY, "pay", NAME, "buy", "sales", "web", people=True),
    ),
)


def place(digital: bool | None = None, people: bool | None = None) -> Touchpoint:
    return Touchpoint(1, "it", NAME, "buy", "sales", digital=digital, people=people)


@pytest.mark.parametrize(
    ("touchpoint", "channel", "meets"),
    [
        (place(), ONLINE, False),
        (place(), SPOKEN, True),
        (place(), Channel(3, "letter", NAME, digital=False, people=False), False),
        (place(), Channel(4, "video", NAME, digital=True, people=True), True),
        (place(digital=True), SPOKEN, False),
        (place(digital=True, people=True), SPOKEN, True),
        (place(), None, None),
        (place(people=False), None, False),
    ],
)
def test_who_meets_an_employee_where(
    touchpoint: Touchpoint, channel: Channel | None, meets: bool | None
) -> None:
    assert meets_people(touchpoint, channel) is meets


def test_shares_of_the_best_the_worst_and_all_are_those_counted_by_hand() -> None:
    random, lake = Random(3), SmallLake()
    for _ in range(120):
        who, value = random.randint(1, 30), random.randint(1, 5)
        point, channel = random.choice([(CALL, PHONE), (CALL, WEB), (PAY, WEB), (CALL, 0), (9, PHONE)])
        lake.answer(who, point, 1, value, channel=channel, weight=random.choice([1.0, 3.0]))
    found = read_people_part(run(people_part(lake.feedback, SHOP)))
    told = [row for row in lake._feedback if row["touchpoint"] in {CALL, PAY} and row["channel"]]

    def slowly(*values: int) -> float:
        rows = [row for row in told if row["value"] in values]
        with_people = [row for row in rows if row["touchpoint"] == PAY or row["channel"] == PHONE]
        return float(sum(row["weight"] for row in with_people) / sum(row["weight"] for row in rows))

    assert known(found.best).value == pytest.approx(slowly(5))
    assert known(found.worst).value == pytest.approx(slowly(1))
    assert known(found.all).value == pytest.approx(slowly(1, 2, 3, 4, 5))
    assert known(found.worse).value == pytest.approx(slowly(1) - slowly(5))
    assert known(found.all).n == len({row["entity_id"] for row in told})


def test_of_one_to_four_customers_nothing_is_said() -> None:
    lake = SmallLake()
    for who in range(1, 8):
        lake.answer(who, CALL, 1, 1 if who < 5 else 5, channel=PHONE)
    found = read_people_part(run(people_part(lake.feedback, SHOP)))
    assert isinstance(found.worst, Missing)
    assert isinstance(found.best, Missing)
    assert isinstance(found.worse, Missing)
    assert known(found.all).value == 1
