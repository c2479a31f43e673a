"""Who is new, who comes, who is heard: counted by the engine as slowly by hand."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from tests.core.outside.small_lake import ANNA, BERND, CALL, PAY, SmallLake, run

from leitstern.core.outside.newcomers import (
    NEW_DAYS,
    answering,
    coming,
    contacts_by_month,
    lived_beside,
    read_beside,
    read_places,
    record_begins,
    told_from,
)
from leitstern.core.stats.share import ShareStatistics

DAY = 24  # hours; the lake begins on 1 March 2026
BEGINS = date(2026, 3, 1)
SINCE = told_from(BEGINS)  # a year later
AS_OF = date(2028, 3, 1)
BOTH = ("touchpoint", "facet")


def random_lake(seed: int) -> SmallLake:
    """Two years of a dozen customers, some of whom come late; weights differ."""
    random, lake = Random(seed), SmallLake()
    for who in range(1, 13):
        first = random.choice([0, 100, 370, 400, 500, 600])
        for _ in range(random.randint(1, 8)):
            at = (first + random.choice([0, 1, 30, 89, 90, 91, 200])) * DAY
            place, weight = random.choice([CALL, PAY]), random.choice([1.0, 2.5])
            lake.contact(who, place, at, weight=weight)
            if random.random() < 0.5:
                value, facet = random.randint(1, 5), random.choice(["satisfied", "easy"])
                lake.answer(who, place, at + 1, value, weight=weight, facet=facet)
        if who % 3 == 0:
            lake.promise(who, PAY, first * DAY, (first + 95) * DAY, (first + 95 + who % 2) * DAY)
    return lake


def slowly(
    rows: list[dict[str, Any]], by: tuple[str, ...], good: str
) -> dict[tuple[Any, ...], ShareStatistics]:
    """Sums per customer first, then over customers."""
    each: dict[tuple[Any, ...], dict[int, list[float]]] = defaultdict(
        lambda: defaultdict(lambda: [0, 0.0, 0.0])
    )
    for row in rows:
        sums = each[tuple(row[name] for name in by)][row["entity_id"]]
        sums[0] += 1
        sums[1] += row["weight"]
        sums[2] += row["weight"] * row[good]
    return {
        key: ShareStatistics(
            len(people),
            int(sum(n for n, _, _ in people.values())),
            sum(w for _, w, _ in people.values()),
            sum(y for _, _, y in people.values()),
            sum(w * w for _, w, _ in people.values()),
            sum(y * y for _, _, y in people.values()),
            sum(w * y for _, w, y in people.values()),
        )
        for key, people in each.items()
    }


def told(lake: SmallLake, rows: list[dict[str, Any]], day: str) -> list[dict[str, Any]]:
    seen = defaultdict(list)
    for row in (*lake._contacts, *lake._feedback):
        seen[row["entity_id"]].append(row["local_date"])
    return [
        row | {"new": int((row[day] - min(seen[row["entity_id"]])).days < NEW_DAYS)}
        for row in rows
        if row[day] >= SINCE
    ]


def same(found: ShareStatistics | None, slow: ShareStatistics | None) -> bool:
    if found is None or slow is None:
        return found is slow
    fields = ("n", "answers", "weight", "good", "weight2", "good2", "good_weight")
    return all(getattr(found, name) == pytest.approx(getattr(slow, name)) for name in fields)


@pytest.mark.parametrize("seed", range(2))
def test_the_engine_counts_as_one_would_by_hand(seed: int) -> None:
    lake = random_lake(seed)
    answers = told(lake, lake._feedback, "local_date")
    contacts = told(lake, lake._contacts, "local_date")
    slow_came, slow_said = slowly(contacts, ("touchpoint",), "new"), slowly(answers, BOTH, "new")
    places = read_places(
        run(coming(lake.contacts, lake.feedback, SINCE)), run(answering(lake.contacts, lake.feedback, SINCE))
    )
    assert {(p.touchpoint, p.facet) for p in places} == set(slow_said)
    for place in places:
        assert same(place.answers, slow_said[place.touchpoint, place.facet])
        assert same(place.contacts, slow_came.get((place.touchpoint,)))
    due = told(
        lake,
        [row | {"facet": "in_time", "good": int(row["late_days"] <= 0)} for row in lake._promises],
        "due_date",
    )
    said = [row | {"good": int(row["value"] >= row["good_from"])} for row in answers]
    slow_lived = slowly([*said, *due], (*BOTH, "new"), "good")
    beside = read_beside(run(lived_beside(lake.contacts, lake.feedback, lake.promises, SINCE, AS_OF)))
    assert {(b.touchpoint, b.facet) for b in beside} == {key[:2] for key in slow_lived}
    for each in beside:
        assert same(each.new, slow_lived.get((each.touchpoint, each.facet, 1)))
        assert same(each.known, slow_lived.get((each.touchpoint, each.facet, 0)))


def test_new_for_ninety_days_and_not_a_day_longer() -> None:
    lake = SmallLake()
    for days in (400, 400 + NEW_DAYS - 1, 400 + NEW_DAYS):
        lake.contact(ANNA, CALL, days * DAY)
    (place,) = run(coming(lake.contacts, lake.feedback, SINCE)).to_pylist()
    assert (place["answers"], place["new"]) == (3, 2)


def test_the_first_year_of_the_record_cannot_tell() -> None:
    lake = SmallLake()
    lake.contact(ANNA, CALL, 364 * DAY)
    lake.contact(BERND, CALL, 365 * DAY)
    (place,) = run(coming(lake.contacts, lake.feedback, SINCE)).to_pylist()
    assert (place["n"], place["new"]) == (1, 1)


def test_an_answer_is_a_sign_of_life_too() -> None:
    lake = SmallLake()
    lake.answer(ANNA, CALL, 300 * DAY, 5)
    lake.contact(ANNA, CALL, 400 * DAY)
    (place,) = run(coming(lake.contacts, lake.feedback, SINCE)).to_pylist()
    assert place["new"] == 0


def test_a_contract_of_decades_ago_does_not_make_the_record_older() -> None:
    months = [
        (date(1999, 5, 1), 2),
        (date(2001, 5, 1), 1),
        *((BEGINS + timedelta(days=31 * k), 100) for k in range(9)),
    ]
    rows = pa.table({"month": [month for month, _ in months], "contacts": [count for _, count in months]})
    assert record_begins(rows) == BEGINS
    assert record_begins(rows.slice(0, 0)) is None


def test_months_are_counted() -> None:
    lake = SmallLake()
    for days in (0, 1, 40):
        lake.contact(ANNA, CALL, days * DAY)
    rows = run(contacts_by_month(lake.contacts))
    assert sorted((row["month"], row["contacts"]) for row in rows.to_pylist()) == [
        (BEGINS, 2),
        (date(2026, 4, 1), 1),
    ]
