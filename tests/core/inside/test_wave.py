"""A wave is scored: every unit, level and dimension with n and interval, whatever people did with the sheet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.inside.groups import COMPANY, Group
from leitstern.core.inside.instrument import Dimension, Instrument, Item, Licence, Scale
from leitstern.core.inside.ratings import View
from leitstern.core.inside.wave import Answered, flags, rated, reliability, score
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

STAFF, MANAGERS, EXECUTIVES = View.STAFF, View.MANAGERS, View.EXECUTIVES
PARENTS = {"sales": COMPANY, "north": "sales", "service": COMPANY}
DAY = date(2026, 6, 30)


def said(words: str) -> Text:
    return Text(en=words, de=words)


def instrument(dimensions: int = 2, items: int = 3) -> Instrument:
    """Dimensions d0, d1, …, each with items of which the last is reversed, answered from 1 to 7."""
    return Instrument(
        slug="small",
        version=1,
        name=said("Small"),
        licence=Licence("CC BY 4.0", said("free")),
        scale=Scale(1, 7, said("no"), said("yes")),
        dimensions=tuple(Dimension(f"d{at}", said(f"D{at}"), said("?")) for at in range(dimensions)),
        items=tuple(
            Item(f"d{at}i{item}", f"d{at}", said("."), reverse=item == items - 1)
            for at in range(dimensions)
            for item in range(items)
        ),
    )


def asked(*people: tuple[View, str, Sequence[float]]) -> Answered:
    """Each person: level, unit, answers."""
    return Answered(
        np.array([list(answers) for _, _, answers in people], dtype=float).reshape(len(people), -1),
        np.array([str(level) for level, _, _ in people]),
        np.array([unit for _, unit, _ in people]),
    )


TOP, MIDDLE, BOTTOM = [7, 7, 1] * 2, [4, 4, 4] * 2, [1, 1, 7] * 2


def test_a_unit_counts_with_everything_below_it_level_by_level() -> None:
    answered = asked(
        (STAFF, "sales", TOP), (STAFF, "north", MIDDLE), (STAFF, "service", BOTTOM), (MANAGERS, "north", TOP)
    )
    scores = score(instrument(), answered, 1, PARENTS, DAY)
    found = {group: (by["d0"].level.value, by["d0"].level.n) for group, by in scores.items()}
    assert found == {
        Group(1, STAFF, COMPANY): (2.0, 3),
        Group(1, STAFF, "sales"): (3.0, 2),
        Group(1, STAFF, "sales", own=True): (4.0, 1),
        Group(1, STAFF, "north"): (2.0, 1),
        Group(1, STAFF, "service"): (0.0, 1),
        Group(1, MANAGERS, COMPANY): (4.0, 1),
        Group(1, MANAGERS, "sales"): (4.0, 1),
        Group(1, MANAGERS, "north"): (4.0, 1),
    }
    assert scores[Group(1, STAFF, COMPANY)]["d0"].level.as_of == DAY


def test_executives_are_one_group() -> None:
    scores = score(instrument(), asked(*[(EXECUTIVES, COMPANY, TOP)] * 5), 1, PARENTS)
    assert set(scores) == {Group(1, EXECUTIVES, COMPANY)}


def test_level_spread_and_interval_by_hand() -> None:
    """Levels 4, 2, 0: mean 2, standard deviation 2; prior and data agree on the mean."""
    answered = asked((STAFF, "service", TOP), (STAFF, "service", MIDDLE), (STAFF, "service", BOTTOM))
    found = score(instrument(), answered, 1, PARENTS)[Group(1, STAFF, "service")]["d1"]
    assert found.level.value == pytest.approx(2.0)
    assert found.spread == pytest.approx(2.0)
    # Freedom 6 + 3, spread² (6 · 0.5² + 8) / 9, size 3.3; Student's t(9) at 95 % is 1.8331.
    reach = 1.8331 * ((6 * 0.5**2 + 8) / 9 / 3.3) ** 0.5
    assert (found.level.low, found.level.high) == pytest.approx((2 - reach, 2 + reach), abs=1e-4)


def test_one_rater_has_an_interval_as_wide_as_one_rater_deserves() -> None:
    found = score(instrument(), asked((STAFF, "service", TOP)), 1, PARENTS)[Group(1, STAFF, "service")]["d0"]
    assert found.level.n == 1
    assert found.level.high - found.level.low > 1
    assert found.spread == 0
    assert isinstance(found.agreement, Missing)


def test_all_the_same_answers_are_a_result_with_an_interval_and_are_flagged() -> None:
    whole = instrument(dimensions=8)
    answered = asked(*[(STAFF, "service", [6] * 24)] * 12)
    found = score(whole, answered, 1, PARENTS)[Group(1, STAFF, "service")]["d0"]
    assert found.level.low < found.level.value < found.level.high
    assert isinstance(found.agreement, Estimate)
    assert flags(whole, answered).all()
    assert {type(each) for each in reliability(whole, answered).values()} == {Missing}


def test_what_somebody_left_out_is_not_guessed() -> None:
    nan = float("nan")
    answered = asked((STAFF, "service", [7, 7, 1, nan, nan, nan]), (STAFF, "service", [4, nan, nan, 4, 4, 4]))
    found = score(instrument(), answered, 1, PARENTS)[Group(1, STAFF, "service")]
    assert (found["d0"].level.n, found["d0"].level.value) == (1, 4.0)  # one of three items is too little
    assert (found["d1"].level.n, found["d1"].level.value) == (1, 2.0)
    assert rated(instrument(), answered) == {"d0": {(STAFF, "service"): 1}, "d1": {(STAFF, "service"): 1}}


def test_a_wave_without_answers_has_no_scores() -> None:
    nobody = Answered(np.zeros((0, 6)), np.array([], dtype=str), np.array([], dtype=str))
    assert score(instrument(), nobody, 1, PARENTS) == {}
    assert rated(instrument(), nobody) == {"d0": {}, "d1": {}}
    assert not flags(instrument(), nobody).any()


def test_intervals_cover_what_they_promise() -> None:
    """Nine of ten intervals of twelve people hold the mean they were drawn from, for levels in the middle."""
    rng = np.random.default_rng(3)
    units = [f"u{at}" for at in range(400)]
    parents = dict.fromkeys(units, COMPANY)
    people = [
        (unit, truth) for unit, truth in zip(units, rng.uniform(1, 3, 400), strict=True) for _ in range(12)
    ]
    drawn = np.array([np.clip(rng.normal(truth, 0.6), 0, 4) for _, truth in people])
    answers = np.rint(1 + 6 * drawn / 4)[:, None] * np.array([1, 1, -1]) + np.array([0, 0, 8])
    whole = instrument(dimensions=1)
    answered = Answered(answers, np.full(len(people), "staff"), np.array([unit for unit, _ in people]))
    scores = score(whole, answered, 1, parents)
    truths = dict(people)
    inside = [
        scores[Group(1, STAFF, unit)]["d0"].level.low
        <= truths[unit]
        <= scores[Group(1, STAFF, unit)]["d0"].level.high
        for unit in units
    ]
    assert 0.86 <= np.mean(inside) <= 0.96


@pytest.mark.parametrize("people", [1, 7])
def test_alpha_needs_people(people: int) -> None:
    rng = np.random.default_rng(people)
    answered = asked(*[(STAFF, "service", list(rng.integers(1, 8, 6).astype(float))) for _ in range(people)])
    found = reliability(instrument(), answered)["d0"]
    assert isinstance(found, Missing if people == 1 else Estimate)


def test_agreement_and_alpha_are_those_of_whoever_counts() -> None:
    """One of three items is too little to have rated: it must not show in anything else either."""
    nan = float("nan")
    five = [(STAFF, "service", [6 - at % 2, 6, 2 + at % 2] * 2) for at in range(5)]
    without, beside = asked(*five), asked(*five, (STAFF, "service", [1, nan, nan, nan, nan, nan]))
    group = Group(1, STAFF, "service")
    agreed = [score(instrument(), each, 1, PARENTS)[group]["d0"].agreement for each in (without, beside)]
    assert isinstance(agreed[0], Estimate)
    assert agreed[0] == agreed[1]
    assert reliability(instrument(), without) == reliability(instrument(), beside)
