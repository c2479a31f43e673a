"""Owners against users: never fewer than five, always with an interval."""

from __future__ import annotations

import pytest
from tests.core.inside.stack.bank import TODAY, ground, owner, users

from leitstern.core.inside.stack.finding import Topic
from leitstern.core.inside.stack.findings import attachments, findings
from leitstern.core.inside.stack.ratings import NOBODY, TOO_FEW, Question, Rated, Ratings, View, mean_rating
from leitstern.core.inside.stack.time_class import TimeClass, time_class
from leitstern.core.stats.estimate import Estimate, Missing


def test_the_mean_of_twelve_users_has_students_interval() -> None:
    found = mean_rating([users(4, 4, 3, 1, 0)])
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(25 / 12)
    # Student: s = 0.9962, t(11, .95) = 1.7959, half = 0.5165
    assert [found.low, found.high] == pytest.approx([1.567, 2.600], abs=1e-3)
    assert (found.n, found.grade, found.as_of) == (12, "stated", TODAY)


def test_five_who_agree_do_not_prove_that_everybody_would() -> None:
    found = mean_rating([users(0, 0, 5, 0, 0)])
    assert isinstance(found, Estimate)
    assert found.low < 3 < found.high


def test_of_fewer_than_five_users_nothing_is_said() -> None:
    assert mean_rating([users(4, 0, 0, 0, 0)]) == TOO_FEW
    assert mean_rating([users(5, 0, 0, 0, 0)], fewest=6) == TOO_FEW
    assert mean_rating([]) == NOBODY


def test_an_owner_is_one_person_who_states_something() -> None:
    assert mean_rating([owner(5)]) == Estimate(5, 5, 5, 1, grade="stated", as_of=TODAY)


def test_departments_add_up_and_small_ones_are_hidden() -> None:
    ratings = Ratings(
        [
            users(0, 0, 0, 0, 6, unit="claims"),
            users(6, 0, 0, 0, 0, unit="sales"),
            users(0, 3, 0, 0, 0, unit="tiny"),
        ]
    )
    whole = ratings.mean("crm", Question.SUPPORT)
    assert isinstance(whole, Estimate)
    assert whole.n == 15
    assert isinstance(ratings.units("crm", Question.SUPPORT)["tiny"], Missing)
    assert ratings.units("crm", Question.SUPPORT)["claims"].value == 5  # type: ignore[union-attr]


def test_who_answers_for_it_likes_it_better() -> None:
    said = ground(rated=(owner(5), users(4, 4, 3, 1, 0)))
    [found] = attachments(said)
    assert found.bias.value == pytest.approx(5 - 25 / 12)
    assert [found.bias.low, found.bias.high, found.bias.n] == pytest.approx([2.400, 3.433, 12], abs=1e-3)
    told = {each.topic: each for each in findings(said)}[Topic.ATTACHMENT]
    assert told.alarm
    assert told.rows[0].said.de == "CRM, Unterstützung: verantwortlich 5,0, Nutzende 2,1 [1,6–2,6], n 12"


@pytest.mark.parametrize("answers", [(0, 0, 0, 0, 8), (2, 0, 1, 0, 2)])
def test_agreement_and_noise_are_no_attachment(answers: tuple[int, ...]) -> None:
    [found] = attachments(ground(rated=(owner(4), users(*answers))))
    assert not found.attached(1.0)


def test_nothing_is_compared_while_one_side_is_missing() -> None:
    assert attachments(ground(rated=(owner(5), users(4, 0, 0, 0, 0)))) == ()
    assert attachments(ground(rated=(users(9, 0, 0, 0, 0),))) == ()


def test_an_independent_view_outranks_users_and_owner() -> None:
    outside = Rated("crm", Question.FUNCTION, View.INDEPENDENT, (0, 1, 0, 0, 0))
    everyone = (users(0, 0, 0, 0, 9, question=Question.FUNCTION), owner(5, Question.FUNCTION))
    assert Ratings([*everyone, outside]).seen("crm", Question.FUNCTION).value == 2  # type: ignore[union-attr]
    assert Ratings(everyone).seen("crm", Question.FUNCTION).n == 9  # type: ignore[union-attr]


def test_harmony_is_the_weakest_of_culture_roles_and_processes() -> None:
    both = [users(0, 0, 0, 9, 0, question=Question.CULTURE), users(0, 9, 0, 0, 0, question=Question.ROLES)]
    assert Ratings(both).harmony("crm") == NOBODY
    all_three = Ratings([*both, users(0, 0, 9, 0, 0, question=Question.PROCESS)])
    assert all_three.harmony("crm").value == 2  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("worth", "lived", "field"),
    [
        ((0, 0, 0, 0, 30), (0, 0, 0, 0, 30), TimeClass.INVEST),
        ((0, 0, 0, 0, 30), (30, 0, 0, 0, 0), TimeClass.MIGRATE),
        ((30, 0, 0, 0, 0), (0, 0, 0, 0, 30), TimeClass.TOLERATE),
        ((30, 0, 0, 0, 0), (30, 0, 0, 0, 0), TimeClass.ELIMINATE),
    ],
)
def test_the_four_fields(worth: tuple[int, ...], lived: tuple[int, ...], field: TimeClass) -> None:
    ratings = Ratings([users(*worth, question=Question.CUSTOMER), users(*lived, question=Question.USE)])
    assert (time_class(ratings, "crm").field, time_class(ratings, "crm").sure) == (field, True)


def test_a_field_is_not_sure_while_an_interval_crosses_the_middle() -> None:
    ratings = Ratings(
        [users(2, 0, 1, 0, 3, question=Question.CUSTOMER), users(0, 0, 0, 0, 9, question=Question.USE)]
    )
    assert not time_class(ratings, "crm").sure
    assert time_class(Ratings([]), "crm").field is None
