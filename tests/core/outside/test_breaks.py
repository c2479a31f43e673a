"""Breaks per hundred journeys: handoffs within a case, and coming back within seven days."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import random_lakes
from tests.core.outside.small_lake import (
    APPLY,
    CALL,
    DAY,
    LEGAL,
    PAY,
    SALES,
    SERVICE,
    THANKS,
    SmallLake,
    run,
)

from leitstern.core.company.taxonomy import JourneyMap, MapStep, Stage, Taxonomy, Touchpoint
from leitstern.core.outside.breaks import Breaks, begins_at, breaks, read_breaks
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = Text(en="It", de="Es")
POINTS = {APPLY: "apply", CALL: "call", PAY: "pay", THANKS: "thanks"}
BUYING = JourneyMap(1, "buying", NAME, (MapStep("apply", optional=True), MapStep("call"), MapStep("pay")))
THANKING = JourneyMap(2, "thanking", NAME, (MapStep("thanks"),))
SHOP = Taxonomy(
    company=NAME,
    time_zone="UTC",
    stages=(Stage(1, "buy", NAME),),
    touchpoints=tuple(Touchpoint(code, slug, NAME, "buy", "sales") for code, slug in POINTS.items()),
    maps=(BUYING, THANKING),
)


def found(lake: SmallLake, by: Sequence[str] = (), taxonomy: Taxonomy = SHOP) -> list[Breaks]:
    return list(read_breaks(run(breaks(lake.transitions, lake.contacts, taxonomy, by))))


def values(each: Breaks) -> tuple[float, ...]:
    parts = (each.breaks, each.handoffs, each.planned, each.repeats)
    return tuple(round(known(part).value, 6) for part in parts)


def five_claims() -> SmallLake:
    """Five customers with a case each: called, paid by service as the map has it, back to legal; one calls again."""
    lake = SmallLake()
    for who in range(1, 6):
        for hour, (place, department) in enumerate([(CALL, SALES), (PAY, SERVICE), (CALL, LEGAL)]):
            lake.contact(who, place, who + hour * 24 * 20, department=department, journey_key=who)
    lake.contact(1, THANKS, 24 * 300, department=SALES)
    lake.contact(1, THANKS, 24 * 303, department=SERVICE)
    return lake


def test_a_handoff_in_a_case_and_a_repeat_are_breaks_and_neighbours_in_time_are_not() -> None:
    (whole,) = found(five_claims())
    assert (whole.customers, whole.journeys) == (5, 6)
    # Ten handoffs, five of them as planned, and one repeat, in six journeys.
    assert values(whole) == tuple(round(100 * number / 6, 6) for number in (11, 10, 5, 1))


def test_a_journey_is_on_the_maps_whose_first_needed_step_it_takes() -> None:
    buying, thanking = found(five_claims(), ["map"])
    assert (buying.map, buying.journeys, values(buying)) == (1, 5, (200, 200, 100, 0))
    assert (thanking.map, thanking.journeys, values(thanking)) == (2, 1, (100, 0, 0, 100))
    assert begins_at(BUYING) == "call"
    assert begins_at(replace(BUYING, steps=BUYING.steps[:1])) == "apply"
    assert found(five_claims(), ["map"], replace(SHOP, maps=())) == []


def test_breaks_count_in_their_month_and_journeys_in_each_they_are_under_way() -> None:
    months = {each.month: each for each in found(five_claims(), ["month"])}
    assert values(months[date(2026, 3, 1)]) == (200, 200, 100, 0)  # the handoff begins in March, twice
    assert values(months[date(2026, 4, 1)]) == (0, 0, 0, 0)
    assert known(months[date(2026, 4, 1)].breaks).high > 0  # five without a break are no proof
    assert months[date(2026, 12, 1)].journeys == 1


@settings(max_examples=10, deadline=None)
@given(random_lakes())
def test_all_breaks_equal_those_counted_one_after_the_other(lake: SmallLake) -> None:
    cases = {row["journey_key"] for row in lake._contacts} - {0}
    weights: dict[int, float] = defaultdict(float)
    count: dict[int, int] = defaultdict(int)
    for steps in lake._journeys():
        journey = steps[0]["journey"]
        weights[journey] = max(step["weight"] for step in steps)
        passed = sum(0 not in {a, b} and a != b for a, b in pairwise(step["department"] for step in steps))
        again = sum(us is not None and us <= 7 * DAY for us in (step["since_same_us"] for step in steps))
        count[journey] = again + (passed if journey in cases else 0)
    (whole,) = found(lake)
    slow = 100 * sum(weights[one] * count[one] for one in weights) / sum(weights.values())
    assert known(whole.breaks).value == pytest.approx(slow)
    assert whole.journeys == len(weights)
