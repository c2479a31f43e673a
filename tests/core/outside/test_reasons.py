"""What a customer had lived through in the journey by the time of the answer."""

from __future__ import annotations

import pytest
from tests.core.outside.small_lake import ANNA, APPLY, BERND, CALL, PAY, SALES, SERVICE, SmallLake, run

from leitstern.core.company.taxonomy import Driver, Promise, Taxonomy, Touchpoint
from leitstern.core.outside.reasons import FAMILIES, drivers_of, reasons
from leitstern.core.texts import Text

DAY = 24
NAME = Text(en="–", de="–")


def bank(*drivers: Driver) -> Taxonomy:
    return Taxonomy(
        company=NAME,
        time_zone="UTC",
        touchpoints=tuple(
            Touchpoint(code, slug, NAME, "", "")
            for code, slug in ((APPLY, "apply"), (CALL, "call"), (PAY, "pay"))
        ),
        promises=(
            Promise(1, "by_date", "pay", "in_time", 1.0, NAME),
            Promise(2, "call_back", "call", "in_time", 1.0, NAME),
        ),
        drivers=drivers,
    )


def lived(lake: SmallLake, *drivers: Driver) -> list[tuple[float | None, ...]]:
    """What each answer, in order of arrival, had behind it."""
    taxonomy = bank(*drivers)
    rows = run(reasons(lake.feedback, lake.contacts, lake.transitions, lake.promises, taxonomy))
    names = [f"driver_{number}" for number in range(len(drivers_of(taxonomy)))]
    return [tuple(row[name] for name in names) for row in rows.sort_by("answer").to_pylist()]


def waits(first: str, second: str) -> Driver:
    return Driver("wait", NAME, wait=(first, second))


LATE, EARLY = Driver("late", NAME, late="by_date"), Driver("early", NAME, early="by_date")
ITEMS = Driver("items", NAME, prop="items")


def test_without_drivers_of_its_own_a_taxonomy_has_four_families() -> None:
    assert [driver.slug for driver in drivers_of(bank())] == ["lateness", "repeats", "handoffs", "waits"]
    assert drivers_of(bank(LATE)) == (LATE,)
    assert all(family.name.de != family.name.en for family in FAMILIES)


def test_the_four_families_up_to_the_answer() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, department=SALES)
    lake.contact(ANNA, CALL, 5, department=SERVICE)
    lake.contact(ANNA, CALL, 6, department=SALES)
    lake.promise(ANNA, PAY, 0, 1 * DAY, 3 * DAY)
    lake.answer(ANNA, CALL, 4 * DAY, 2)
    lake.contact(ANNA, CALL, 5 * DAY, department=SERVICE)  # too late to matter for the answer
    assert lived(lake) == [(2, 1, 2, 6)]


def test_a_handoff_counts_once_the_other_department_was_met() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, department=SALES)
    lake.answer(ANNA, CALL, 2, 2)
    lake.contact(ANNA, CALL, 5, department=SERVICE)
    assert lived(lake) == [(0, 0, 0, 0)]


@pytest.mark.parametrize(
    ("kept", "late", "early"),
    [
        (5 * DAY, 3, -3),  # kept on the 6th, due on the 3rd
        (1 * DAY, -1, 1),
        (None, 8, 0),  # still not kept on the 11th
        (20 * DAY, 8, 0),  # kept after the answer: it had not helped yet
    ],
)
def test_lateness_is_that_on_the_day_of_the_answer(kept: float | None, late: int, early: int) -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0)
    lake.promise(ANNA, PAY, 0, 2 * DAY, kept)
    lake.answer(ANNA, PAY, 10 * DAY, 2)
    assert lived(lake, LATE, EARLY) == [(late, early)]


def test_only_the_promise_named_counts_and_without_one_nothing_was_late() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0)
    lake.promise(ANNA, CALL, 0, 2 * DAY, 5 * DAY, promise=2)
    lake.answer(ANNA, PAY, 10 * DAY, 2)
    assert lived(lake, LATE, EARLY) == [(0, 0)]
    assert lived(lake, Driver("x", NAME, late="unknown")) == [(0,)]


def test_a_wait_goes_from_the_first_contact_to_the_next_at_the_other_touchpoint() -> None:
    lake = SmallLake()
    for touchpoint, hour in ((CALL, 0), (APPLY, 1), (APPLY, 2), (CALL, 4), (CALL, 9)):
        lake.contact(ANNA, touchpoint, hour)
    lake.answer(ANNA, PAY, 10, 2)
    assert lived(lake, waits("apply", "call")) == [(3,)]
    assert lived(lake, waits("call", "call")) == [(4,)]


def test_a_wait_that_is_not_over_lasts_until_the_answer() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0)
    lake.answer(ANNA, PAY, 10, 2)
    lake.contact(ANNA, CALL, 20)
    assert lived(lake, waits("apply", "call")) == [(10,)]


def test_a_wait_that_never_began_does_not_apply() -> None:
    lake = SmallLake()
    lake.contact(ANNA, CALL, 0)
    lake.answer(ANNA, PAY, 10, 2)
    assert lived(lake, waits("apply", "call")) == [(None,)]
    assert lived(lake, waits("unknown", "call")) == [(None,)]


@pytest.mark.parametrize(
    ("props", "items"),
    [
        ('{"items": 3}', 3),
        ('{"sellers":1,"items":"2.5"}', 2.5),
        ('{"items": -1e2, "x": 7}', -100),
        ('{"items": "many"}', None),
        ('{"my items": 3}', None),
        ('{"note": "\\"items\\": 3"}', None),
        (None, None),
    ],
)
def test_a_number_kept_with_a_contact(props: str | None, items: float | None) -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, props=props)
    lake.answer(ANNA, PAY, 10, 2)
    assert lived(lake, ITEMS) == [(items,)]


def test_journeys_with_ids_are_kept_apart() -> None:
    lake = SmallLake()
    for journey, items in ((7, 1), (8, 5)):
        lake.contact(ANNA, APPLY, 0, journey_key=journey, props=f'{{"items": {items}}}')
    for journey in (8, 7):
        lake.answer(ANNA, PAY, 10, 2, journey_key=journey)
    assert lived(lake, ITEMS) == [(5,), (1,)]


def test_an_answer_without_a_journey_explains_nothing() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 20)
    lake.answer(ANNA, PAY, 10, 2)  # before anything happened
    lake.answer(BERND, PAY, 10, 2)
    assert lived(lake) == []


def test_the_outcome_is_the_place_on_the_scale() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0)
    lake.answer(ANNA, PAY, 10, 4)
    (row,) = run(reasons(lake.feedback, lake.contacts, lake.transitions, lake.promises, bank())).to_pylist()
    assert (row["touchpoint"], row["facet"], row["outcome"], row["good"]) == (PAY, "satisfied", 0.75, 1)
