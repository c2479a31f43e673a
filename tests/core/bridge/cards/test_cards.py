"""Whether what a card rests on still holds, and where a card stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from leitstern.core.bridge.cards.saying import NONE, NONE_STANDS, headline
from leitstern.core.bridge.cards.standing import (
    TOO_FEW,
    Standing,
    Then,
    card_stands,
    number_stands,
    unused,
    usual_movement,
)
from leitstern.core.bridge.cards.terms import CardDraft, Course, State, card_problems
from leitstern.core.stats.estimate import Estimate

TODAY = date(2026, 6, 1)
HOLDS, MOVED, UNTOLD = Standing.HOLDS, Standing.MOVED, Standing.UNTOLD


@pytest.mark.parametrize(
    ("now", "share", "standing"),
    [
        (Estimate(0.62, 0.58, 0.66, 400), True, HOLDS),
        (Estimate(0.45, 0.41, 0.49, 400), True, MOVED),
        (Estimate(0.75, 0.71, 0.79, 400), True, MOVED),
        (Estimate(0.65, 0.40, 0.85, 12), True, UNTOLD),  # too wide to have shown a move
        (Estimate(0.65, 0.40, 0.85, 12), False, HOLDS),
        (TOO_FEW, True, UNTOLD),
    ],
)
def test_a_number_against_what_it_was(now: Estimate, share: bool, standing: Standing) -> None:
    assert number_stands(Then(0.60, 0.56, 0.64), now, share=share) is standing


def test_a_card_stands_as_its_worst_source_that_can_be_told() -> None:
    assert card_stands([HOLDS, MOVED, UNTOLD]) is MOVED
    assert card_stands([UNTOLD, HOLDS]) is HOLDS
    assert card_stands([UNTOLD]) is card_stands([]) is UNTOLD


def test_a_key_figure_has_its_own_usual_movement() -> None:
    assert usual_movement([1.0] * 11) is None
    assert usual_movement([1.0, 2.0] * 6) == pytest.approx(1.6449 * 1.0445, abs=1e-3)


@pytest.mark.parametrize(
    ("course", "state"),
    [
        (Course(TODAY, 1), State.UNFINISHED),
        (Course(TODAY, 2), State.WAITING),
        (Course(TODAY, 2, confirmed=False), State.SENT_BACK),
        (Course(TODAY, 2, confirmed=False, changed_since=True), State.WAITING),
        (Course(TODAY, 2, confirmed=True), State.CONFIRMED),
        (Course(TODAY - timedelta(1), 2, confirmed=True), State.EXPIRED),
        (Course(TODAY, 2, confirmed=True, withdrawn=True), State.WITHDRAWN),
    ],
)
def test_where_a_card_stands(course: Course, state: State) -> None:
    assert course.state(TODAY) is state


def test_a_draft_needs_a_sentence_and_a_day_to_come() -> None:
    assert card_problems(CardDraft("They want a person.", TODAY + timedelta(1)), TODAY) == ()
    assert [each.field for each in card_problems(CardDraft(" ", TODAY), TODAY)] == ["sentence", "until"]
    assert card_problems(CardDraft("x" * 301, None), TODAY)


def test_what_nobody_uses() -> None:
    then = TODAY - timedelta(181)
    assert unused(then, [], TODAY)
    assert not unused(then, [TODAY - timedelta(180)], TODAY)


def test_what_is_said_of_all_of_them() -> None:
    confirmed = State.CONFIRMED
    assert headline([]) is NONE
    assert headline([(State.SENT_BACK, UNTOLD)]) is NONE_STANDS
    assert headline([(State.WAITING, HOLDS)]).en.startswith("One card waits")
    assert headline([(confirmed, HOLDS), (confirmed, HOLDS)]).en.startswith("All 2")
    assert headline([(confirmed, HOLDS), (confirmed, UNTOLD)]).en.startswith(
        "Of 2 confirmed pieces of customer knowledge, 1"
    )
    assert "one has moved" in headline([(confirmed, MOVED), (confirmed, HOLDS)]).en
    assert "2 have moved" in headline([(confirmed, MOVED)] * 2).en
