"""Goals and initiatives are kept whole, in every wording, and nothing goes round in circles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.app.portfolio.conftest import draft, pull

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.portfolio import models, queries
from leitstern.app.portfolio.drafting import goal_draft, initiative_draft
from leitstern.app.portfolio.keeping import (
    keep_goal,
    keep_initiative,
    reinstate_goal,
    reinstate_initiative,
    withdraw_goal,
    withdraw_initiative,
)
from leitstern.core.bridge.portfolio.drafts import GoalDraft, Pull
from leitstern.core.bridge.portfolio.sequence import spending
from leitstern.core.company.money import Money
from leitstern.core.errors import Conflict, NotAllowed, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import DjangoAssertNumQueries

    from leitstern.app.accounts.models import Person
    from leitstern.app.portfolio.models import Goal, Initiative


def test_what_is_kept_comes_back_word_for_word(goal: Goal, keep: Callable[..., Initiative]) -> None:
    said = draft(pulls=(pull(goal, -3),))
    row = keep_initiative(COMMAND_LINE, said)
    assert initiative_draft(queries.initiative_by_id(row.pk)) == said
    assert row.slug == "chatbot"
    assert keep().slug == "chatbot-2"
    assert goal_draft(queries.goal_by_id(goal.pk)).accountable == ("Vorstand Kunden",)


def test_every_wording_stays(keep: Callable[..., Initiative]) -> None:
    row = keep()
    keep(row=row)
    keep("Chatbot for all", row=queries.initiative_by_id(row.pk), people_measures=())
    assert [each.content["title"] for each in row.editions.all()] == ["Chatbot for all", "Chatbot"]
    assert row.editions.order_by("id")[0].content["people_measures"][0]["title"] == "Schulung"


def test_everything_wrong_is_said_at_once() -> None:
    wrong = draft(
        " ",
        units=("nowhere",),
        touchpoints=("nothing",),
        budget=Money(-1, "E"),
        pulls=(Pull("x", 2, 9),),
        needs=("y",),
        persona="nobody",
        journeys=("away",),
    )
    with pytest.raises(WrongDraft) as problem:
        keep_initiative(COMMAND_LINE, wrong)
    assert {each.field for each in problem.value.problems} == {
        "title",
        "units",
        "touchpoints",
        "budget",
        "currency",
        "pulls",
        "needs",
        "persona",
        "journeys",
    }
    assert not models.Initiative.objects.exists()


def test_goals_never_serve_each_other_in_circles(goal: Goal) -> None:
    below = keep_goal(COMMAND_LINE, GoalDraft("Fewer calls", parent=goal.slug))
    lowest = keep_goal(COMMAND_LINE, GoalDraft("Better letters", parent=below.slug))
    with pytest.raises(Conflict) as problem:
        keep_goal(COMMAND_LINE, replace(goal_draft(goal), parent=lowest.slug), goal)
    assert problem.value.text.en.startswith("This would go round in a circle: ")
    assert "Solved at the first contact → Better letters → Fewer calls" in problem.value.text.en * 2
    assert models.Goal.objects.get(pk=goal.pk).parent is None
    with pytest.raises(Conflict, match="Fewer calls"):
        withdraw_goal(COMMAND_LINE, goal)
    withdraw_goal(COMMAND_LINE, lowest)
    assert reinstate_goal(COMMAND_LINE, lowest).withdrawn is None


def test_initiatives_never_wait_for_each_other_in_circles(keep: Callable[..., Initiative]) -> None:
    first = keep("First")
    second = keep("Second", needs=("first",))
    with pytest.raises(Conflict, match="First → Second → First"):
        keep("First", row=queries.initiative_by_id(first.pk), needs=("second",))
    withdraw_initiative(COMMAND_LINE, second)
    keep("First", row=queries.initiative_by_id(first.pk), needs=("second",))
    with pytest.raises(Conflict, match="circle"):
        reinstate_initiative(COMMAND_LINE, second)
    assert models.Initiative.objects.get(pk=second.pk).withdrawn


def test_what_was_withdrawn_stays_readable(goal: Goal, keep: Callable[..., Initiative]) -> None:
    row = keep(pulls=(pull(goal),))
    withdraw_initiative(COMMAND_LINE, row)
    assert queries.portfolio().initiatives == ()
    assert queries.initiative_by_id(row.pk).title == "Chatbot"
    reinstate_initiative(COMMAND_LINE, row)
    withdraw_goal(COMMAND_LINE, goal)
    (standing,) = queries.portfolio().initiatives
    assert standing.contributions[0].goal == goal.pk  # nothing is lost
    assert queries.findings_now()[0].sentence.en.startswith("There is no shared target picture")
    keep("New name", row=queries.initiative_by_id(row.pk), pulls=(pull(goal),))


def test_a_department_that_left_keeps_what_it_did(keep: Callable[..., Initiative]) -> None:
    from leitstern.app.company.actions import adopt
    from leitstern.app.company.former import unit_names
    from leitstern.collect.example.truths import taxonomy

    row = keep(units=("brand_studio",))
    whole = taxonomy()
    adopt(
        COMMAND_LINE,
        replace(whole, departments=tuple(each for each in whole.departments if each.slug != "brand_studio")),
    )
    assert unit_names()["brand_studio"].de == "früher Markenstudio"
    keep("Same", row=queries.initiative_by_id(row.pk), units=("brand_studio",))
    assert [(each.title, each.units) for each in queries.portfolio().initiatives] == [
        ("Same", ("brand_studio",))
    ]


def test_only_who_steers_keeps(executive: Person) -> None:
    with pytest.raises(NotAllowed):
        keep_initiative(executive, draft())
    with pytest.raises(NotFound):
        queries.initiative_by_id(99)
    for look in (queries.goal_by_id, queries.promise_by_id, queries.holder_by_id):
        with pytest.raises(NotFound):
            look(99)


def test_the_portfolio_costs_a_fixed_number_of_questions(
    goal: Goal, keep: Callable[..., Initiative], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(8):
        keep(f"Initiative {n}", pulls=(pull(goal),), needs=(f"initiative-{n - 1}",) if n else ())
    with django_assert_max_num_queries(12):
        found = queries.portfolio()
    assert len(found.initiatives) == 8
    assert spending(found) == {"EUR": {"service": 8 * 25_000_000}}
