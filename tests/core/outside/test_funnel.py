"""Funnels: by hand, and against trying every combination of contacts of a customer."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.known import known
from tests.core.outside.small_lake import APPLY, CALL, DAY, OFFER, PAY, THANKS, SmallLake, run

from leitstern.core.outside.funnel import (
    NOTHING,
    Funnel,
    Mode,
    Way,
    funnel_instead,
    funnel_sums,
    funnel_waits,
    read_funnel,
    walks,
)
from leitstern.core.stats.estimate import Missing

LATER = date(2026, 12, 31)


def found(lake: SmallLake, way: Way, as_of: date = LATER) -> Funnel:
    walked = ibis.memtable(run(walks(lake.transitions, way, as_of)))
    k = len(way.steps)
    parts = (funnel_sums(walked, k), funnel_waits(walked, k), funnel_instead(walked, k))
    sums, waits, instead = map(run, parts)
    return read_funnel(sums, waits, instead, way, as_of)


ON_TIME, LATE, TIED, BETWEEN, TWO_JOURNEYS, AGAIN = range(1, 7)


def edges() -> SmallLake:
    """One customer for every rule."""
    lake, week = SmallLake(), 7 * 24
    for who, *met in (
        (ON_TIME, (APPLY, 0), (PAY, week)),
        (LATE, (APPLY, 0), (PAY, week + 0.001)),
        (TIED, (PAY, 0), (APPLY, 0)),  # at one moment: what came in first is first
        (BETWEEN, (APPLY, 0), (CALL, 1), (PAY, 2)),
        (AGAIN, (APPLY, 0), (APPLY, 30 * 24), (PAY, 31 * 24)),  # counts once, by the better beginning
    ):
        for touchpoint, hour in met:
            lake.contact(who, touchpoint, hour)
    lake.contact(TWO_JOURNEYS, APPLY, 0, journey_key=1)
    lake.contact(TWO_JOURNEYS, PAY, 1, journey_key=2)
    return lake


@pytest.mark.parametrize(
    ("mode", "through"),
    [
        (Mode.ORDERED, {ON_TIME, BETWEEN, TWO_JOURNEYS, AGAIN}),
        (Mode.STRICT, {ON_TIME, AGAIN}),
        (Mode.ANY, {ON_TIME, TIED, BETWEEN, TWO_JOURNEYS, AGAIN}),
    ],
)
def test_who_gets_through(mode: Mode, through: set[int]) -> None:
    rows = run(walks(edges().transitions, Way((APPLY, PAY), mode, 7), LATER)).to_pylist()
    assert len(rows) == 6
    assert {row["person"] for row in rows if row["reached"] == 2} == through
    assert all(row["reached"] == 1 for row in rows if row["person"] not in through)


def stopping() -> SmallLake:
    """Of 40 customers 20 pay after 2 hours, 12 call instead, 6 do nothing in time, 2 look at an offer."""
    lake = SmallLake()
    for customer in range(1, 41):
        lake.contact(customer, APPLY, 0)
        if customer <= 20:
            lake.contact(customer, PAY, 2)
        elif customer <= 32:
            lake.contact(customer, CALL, 5)
        elif customer <= 38:
            lake.contact(customer, THANKS, 500)
        else:
            lake.contact(customer, OFFER, 6)
    return lake


def test_shares_waits_and_what_they_did_instead() -> None:
    first, second = found(stopping(), Way((APPLY, PAY), Mode.ORDERED, 7)).steps
    assert (first.customers, first.share, first.wait_median, first.stopped) == (40, None, None, 20)
    assert second.share is not None
    share = known(second.share)
    assert (share.value, share.n, second.customers, second.instead) == (0.5, 40, 20, ())
    assert share.low < 0.4 < 0.6 < share.high
    assert second.wait_median is not None
    assert (known(second.wait_median).value, known(second.wait_median).n) == (2, 20)
    did = [(each.touchpoint, each.customers, known(each.share).value) for each in first.instead]
    assert did == [(CALL, 12, 0.6), (NOTHING, 6, 0.3), (None, 2, 0.1)]  # of the few, not even the touchpoint


def test_of_fewer_than_five_neither_waits_nor_what_they_did() -> None:
    lake = SmallLake()
    for customer in range(1, 9):
        lake.contact(customer, APPLY, 0)
        lake.contact(customer, PAY if customer <= 4 else CALL, 1)
    lake.contact(8, PAY, 2)
    lake.contact(7, PAY, 2)
    first, second = found(lake, Way((APPLY, PAY), Mode.STRICT, 7)).steps
    assert (first.stopped, first.instead) == (4, ())
    assert isinstance(second.wait_median, Missing)
    assert second.wait_median.code == "too-few-customers"


def test_who_began_lately_is_not_judged_yet_even_if_they_got_there() -> None:
    lake = stopping()
    lake.contact(41, APPLY, 100 * 24)
    lake.contact(41, PAY, 100 * 24 + 1)
    day = date(2026, 6, 16)  # seven days after that beginning: not over
    assert [found(lake, Way((APPLY, PAY), Mode.ORDERED, 7), day).pending] == [1]
    after = found(lake, Way((APPLY, PAY), Mode.ORDERED, 7), date(2026, 6, 17))
    assert (after.pending, after.customers) == (0, 41)


def test_nobody_begins() -> None:
    funnel = found(SmallLake(), Way((APPLY, PAY, CALL), Mode.ORDERED, 7))
    assert [step.customers for step in funnel.steps] == [0, 0, 0]
    assert isinstance(funnel.steps[1].share, Missing)


@st.composite
def crowds(draw: st.DrawFn) -> SmallLake:
    """Sixty customers with few different times, so that many contacts share one or lie a window apart."""
    lake, chance = SmallLake(), draw(st.randoms(use_true_random=False))
    for _ in range(400):
        who = chance.randint(1, 60)
        contact = {
            "journey_key": chance.choice((0, who * 10, who * 10 + 1)),
            "weight": chance.choice((1.0, 2.5)),
        }
        lake.contact(who, chance.randint(0, 4), chance.choice((0, 0.5, 24, 150, 168, 300, 1000)), **contact)
    return lake


@pytest.mark.parametrize("mode", Mode)
@settings(max_examples=2, deadline=None)
@given(
    lake=crowds(),
    steps=st.lists(st.integers(1, 4), min_size=2, max_size=4, unique=True),
    again=st.booleans(),
    days=st.sampled_from([1, 7, 12]),
)
def test_walks_equal_trying_every_combination(
    mode: Mode, lake: SmallLake, steps: list[int], again: bool, days: int
) -> None:
    if again and mode is not Mode.ANY:
        steps[-1] = steps[0]
    way = Way(tuple(steps), mode, days)
    rows = run(walks(lake.transitions, way, LATER)).to_pylist()
    fast = {
        row["person"]: (
            row["reached"],
            [row[f"us_{at}"] for at in range(1, row["reached"] + 1)],
            row["instead"],
        )
        for row in rows
    }
    contacts = sorted(run(lake.transitions).to_pylist(), key=lambda row: (row["ts_us"], row["seq"]))
    assert len(fast) == len(rows)
    assert fast == slowly(contacts, way)


type Walked = tuple[int, list[int], int | None]


def slowly(contacts: list[dict[str, Any]], way: Way) -> dict[int, Walked]:
    best: dict[int, Walked] = {}
    for who in {row["person"] for row in contacts}:
        own = [row for row in contacts if row["person"] == who]
        for start in [row for row in own if row["touchpoint"] in way.begins]:
            walked = from_here(own, start, way)
            if who not in best or walked[0] > best[who][0]:
                best[who] = walked
    return best


def from_here(own: list[dict[str, Any]], start: dict[str, Any], way: Way) -> Walked:
    """The longest combination of contacts that fits; of equally long ones that whose contacts are the earliest."""
    end = start["ts_us"] + way.days * DAY
    line = own
    if way.mode is Mode.STRICT:
        line = [row for row in own if row["journey"] == start["journey"]]
    after = line[line.index(start) + 1 :]
    within = [row for row in after if row["ts_us"] <= end]
    longest: list[dict[str, Any]] = [start]
    for size in range(1, len(way.steps)):
        fits = [combo for combo in combinations(within, size) if fit([start, *combo], line, way)]
        if not fits:
            break
        longest = [start, *fits[0]]  # combinations come in lexicographic order: the earliest first
    instead = None
    if len(longest) < len(way.steps):
        then = line[line.index(longest[-1]) + 1 :]
        instead = then[0]["touchpoint"] if then and then[0]["ts_us"] <= end else NOTHING
    return len(longest), [row["ts_us"] for row in longest], instead


def fit(combo: list[dict[str, Any]], line: list[dict[str, Any]], way: Way) -> bool:
    met = [row["touchpoint"] for row in combo]
    match way.mode:
        case Mode.ANY:
            return len(set(met)) == len(met) and set(met) <= set(way.steps)
        case Mode.ORDERED:
            return met == list(way.steps[: len(met)])
        case Mode.STRICT:
            places = [line.index(row) for row in combo]
            return met == list(way.steps[: len(met)]) and places[-1] - places[0] == len(places) - 1
