"""Votes of a room as counts: what they say is all that stays, and it leads back to nobody."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from math import sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.enough import FEWEST_PEOPLE, rated
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.placement import Placement, place
from leitstern.core.inside.ratings import INSIDERS, View
from leitstern.core.inside.room_votes import Cast, group_votes, room_ratings, together
from leitstern.core.inside.votes import tally
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

QUESTIONS = [*(f"k{n}" for n in range(1, 8)), *(f"t{n}" for n in range(1, 6))]
SOURCE, DAY = Text("Workshop", "Workshop"), date(2026, 6, 1)
LEVELS = st.one_of(st.none(), st.integers(0, 4))
PEOPLE = st.lists(
    st.dictionaries(
        st.sampled_from(QUESTIONS), st.dictionaries(st.sampled_from([1, 2]), LEVELS, min_size=1), max_size=5
    ),
    max_size=8,
)


def alike(level: int, n: int, questions: list[str] = QUESTIONS) -> list[dict[str, dict[int, int | None]]]:
    """People who all give the same level to these questions."""
    return [{question: {1: level} for question in questions} for _ in range(n)]


def test_the_second_vote_counts_where_there_is_one() -> None:
    group = group_votes(View.STAFF, [{"k1": {1: 4, 2: 2}}, {"k1": {1: 1}}, {"k1": {1: None, 2: None}}])
    cast = group.on("k1")
    assert (cast.first, cast.second, cast.counted) == (
        tally([1, 4, None]),
        tally([2, None]),
        tally([1, 2, None]),
    )
    assert group.people == 2
    assert group.on("k2") == Cast()


def test_groups_together_are_the_room() -> None:
    groups = [group_votes(View.STAFF, alike(1, 3)), group_votes(View.EXECUTIVES, alike(4, 2))]
    assert together(groups, "k1").counted == tally([1, 1, 1, 4, 4])


@given(PEOPLE, st.randoms())
def test_nothing_tells_which_votes_came_from_the_same_person(people: list[Any], random: Any) -> None:
    """Whoever swaps two people's votes on one question finds the same counts: profiles cannot be put together."""
    question = QUESTIONS[0]
    column = [votes.get(question) for votes in people]
    random.shuffle(column)
    swapped: list[Any] = [
        {
            **{slug: cast for slug, cast in votes.items() if slug != question},
            **({question: other} if other else {}),
        }
        for votes, other in zip(people, column, strict=True)
    ]
    before, after = group_votes(View.STAFF, people), group_votes(View.STAFF, swapped)
    assert {q: before.on(q) for q in QUESTIONS} == {q: after.on(q) for q in QUESTIONS}


def test_a_group_says_its_mean_level_and_how_far_it_lies_apart() -> None:
    people: list[Any] = [{"k1": {1: 1}, "t1": {1: None}}, {"k1": {1: 3}}, {"k2": {1: 4}}]
    (found,) = room_ratings([group_votes(View.MANAGERS, people)], ["k1", "k2", "t1"], SOURCE, DAY)
    assert (found.view, found.n, found.counts) == (View.MANAGERS, 3, (2, 1, 0))
    assert found.levels[0, :2].tolist() == [2, 4]
    assert np.isnan(found.levels[0, 2])
    assert found.spreads == pytest.approx((sqrt(2), 0.0, 0.0))


def test_who_could_say_nothing_is_no_view() -> None:
    group = group_votes(View.STAFF, [{"k1": {1: None}}])
    assert room_ratings([group], ["k1"], SOURCE, DAY) == ()


def test_the_order_of_people_changes_nothing() -> None:
    people: list[Any] = [
        {"k1": {1: 1}, "t1": {1: 4}},
        {"k1": {1: 3}, "t1": {1: 0}},
        {"k1": {1: 2}, "t1": {1: 2}},
    ]
    sentences = {
        place(
            room_ratings([group_votes(View.STAFF, list(order))], ["k1", "t1"], SOURCE, DAY),
            Assumptions(),
            np.random.default_rng(1),
        ).sentence
        for order in permutations(people)
    }
    assert len(sentences) == 1


def test_enough_people_and_questions_may_stand_for_the_organisation() -> None:
    found = rated([group_votes(View.STAFF, alike(2, FEWEST_PEOPLE))], QUESTIONS)
    assert (found.people, found.questions, found.asked) == (5, 12, 12)
    assert found.by_axis == {Axis.CULTURE: 7, Axis.TECHNOLOGY: 5}
    assert found.missing == ()


def test_more_than_half_of_each_axis_is_enough() -> None:
    asked = ["k1", "k2", "k3", "k4", "t1", "t2", "t3"]
    assert rated([group_votes(View.STAFF, alike(2, 5, asked))], QUESTIONS).missing == ()
    for left_out in ("k4", "t3"):
        fewer = [slug for slug in asked if slug != left_out]
        (why,) = rated([group_votes(View.STAFF, alike(2, 5, fewer))], QUESTIONS).missing
        assert ("culture" if left_out == "k4" else "technology") in why.en


def test_a_question_is_rated_when_half_of_the_people_gave_a_level() -> None:
    def questions(n: int, of: int) -> int:
        people = [*alike(2, n, ["k1", "k2"]), *alike(2, of - n, ["k1"])]
        return rated([group_votes(View.STAFF, people)], QUESTIONS).questions

    assert (questions(4, 8), questions(3, 8)) == (2, 1)


def test_of_an_empty_room_everything_is_missing() -> None:
    found = rated([], QUESTIONS)
    assert (found.people, found.questions) == (0, 0)
    assert len(found.missing) == 3


def room(rng: np.random.Generator, people: int) -> tuple[list[View], Any]:
    """Which groups people of an invented room belong to, and the levels they give: tempers and single errors differ."""
    axes = rng.uniform(0.8, 3.2, 2).repeat([7, 5]) + rng.normal(0, 0.5, len(QUESTIONS))
    seen = axes + rng.normal(0, 0.5, (people, 1)) + rng.normal(0, 0.5, (people, len(QUESTIONS)))
    return [INSIDERS[place % 3] for place in range(people)], np.clip(np.round(seen), 0, 4)


def placed(groups: list[View], levels: Any, asked: list[str]) -> Placement:
    """Where such a room sees the organisation if it rates only these questions."""
    votes = [
        group_votes(
            view,
            [
                {slug: {1: int(level)} for slug, level in zip(QUESTIONS, row, strict=True) if slug in asked}
                for group, row in zip(groups, levels, strict=True)
                if group is view
            ],
        )
        for view in INSIDERS
    ]
    return place(room_ratings(votes, asked, SOURCE, DAY), Assumptions(), np.random.default_rng(1), 800)


def test_why_more_than_half_of_the_questions() -> None:
    """What decision 19 rests on: how often the likeliest type is another one than with all twelve questions."""
    rng = np.random.default_rng(5)
    rooms = [room(rng, 6) for _ in range(60)]

    def another(culture: int, technology: int) -> float:
        asked = [*QUESTIONS[:culture], *QUESTIONS[7 : 7 + technology]]
        return float(
            np.mean(
                [
                    placed(*each, asked).candidates[0] != placed(*each, QUESTIONS).candidates[0]
                    for each in rooms
                ]
            )
        )

    assert another(3, 2) >= 0.2
    assert another(4, 3) <= 0.1


def test_why_five_people() -> None:
    """From five people on the interval of an axis is about one level wide, and one person no longer moves it much."""

    def width(people: int) -> float:
        rng = np.random.default_rng(3)
        clouds = [placed(*room(rng, people), QUESTIONS).fused for _ in range(30)]
        found = [cloud.culture for cloud in clouds if cloud and isinstance(cloud.culture, Estimate)]
        return float(np.mean([each.high - each.low for each in found]))

    assert width(2) > 1.3
    assert 0.9 < width(5) < 1.1
    assert width(8) > 0.85
