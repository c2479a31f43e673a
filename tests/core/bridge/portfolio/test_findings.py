"""What the portfolio tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.bridge.portfolio.told import (
    ALONE,
    BOARD,
    CHATBOT,
    CHEAPER,
    OFFERS,
    PATH,
    PLACES,
    SHARED,
    TODAY,
)

from leitstern.core.bridge.portfolio.accountability import accountability_finding
from leitstern.core.bridge.portfolio.bracket import bracket, bracket_finding
from leitstern.core.bridge.portfolio.conflicts import conflicts, duplicate_finding, duplicates
from leitstern.core.bridge.portfolio.finding import Topic
from leitstern.core.bridge.portfolio.findings import Around, Thresholds, findings
from leitstern.core.bridge.portfolio.isolation import Link, isolation, isolation_finding
from leitstern.core.bridge.portfolio.mix import make, mix_finding
from leitstern.core.bridge.portfolio.ownership import Subject, ownership
from leitstern.core.bridge.portfolio.picture import Contribution, Goal, Holder, Portfolio, ProjectMilestone
from leitstern.core.bridge.portfolio.sequence import leads, sequence_finding
from leitstern.core.bridge.portfolio.strategy import check
from leitstern.core.bridge.portfolio.terms import Aim, MilestoneKind
from leitstern.core.company.money import Money
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

FOR, AGAINST = (Contribution(1, sign, 2) for sign in (1, -1))
THRESHOLDS = Thresholds(0.75, 0.4, 0.3, 2.0)
TOGETHER = Portfolio(
    (SHARED,),
    tuple(
        replace(one, contributions=(FOR,), journeys=("problem",), sponsor=BOARD, owner=BOARD, origin=None)
        for one in ALONE.initiatives
    ),
)


def test_three_isolated_initiatives_have_no_bracket_and_collide() -> None:
    found = {each.topic: each for each in findings(ALONE, Around(touchpoints=PLACES), THRESHOLDS, TODAY)}
    assert found[Topic.BRACKET].sentence.en == (
        "There is no shared target picture: 3 initiatives, and no goal they work on."
    )
    assert found[Topic.ISOLATION].sentence.en == "3 of 3 initiatives stand by themselves."
    conflict = found[Topic.CONFLICT]
    assert conflict.alarm
    assert conflict.sentence.en == "2 pairs of initiatives collide, 1 of them cost against experience."
    assert [row.said.en for row in conflict.rows][1] == (
        "“Shorter calls” is judged by lower cost, “Chatbot” by a better experience; both change “Chat”, "
        "and no shared goal says what counts."
    )
    assert found[Topic.SHINY].alarm
    assert all(each.why.de and each.limits.de for each in found.values())


def test_the_same_three_under_one_goal_tell_nothing() -> None:
    told = findings(TOGETHER, Around(touchpoints=PLACES), THRESHOLDS, TODAY)
    assert [each.topic for each in told if each.alarm] == []


def test_isolation_counts_four_links() -> None:
    assert [each.score for each in isolation(ALONE).values()] == [1, 1, 1]
    assert isolation(TOGETHER)[1].missing == (Link.DATA, Link.UNIT)
    joined = replace(OFFERS, units=("marketing", "it"), data_objects=("Customer  master",))
    other = replace(CHATBOT, data_objects=("customer master",))
    found = isolation(Portfolio(initiatives=(joined, other)))
    assert found[1].missing == (Link.GOAL, Link.JOURNEY)
    assert found[2].missing == (Link.GOAL, Link.JOURNEY, Link.UNIT)
    told = isolation_finding(Portfolio(initiatives=(joined, other)), 0.75, TODAY)
    assert told
    assert told.sentence.en == "One initiative stands by itself: “Chatbot”."


def test_a_goal_of_ones_own_ties_nothing_together() -> None:
    same_unit = Portfolio(
        (SHARED,), tuple(replace(one, units=("it",), contributions=(FOR,)) for one in (OFFERS, CHATBOT))
    )
    assert Link.GOAL in isolation(same_unit)[1].missing


def test_money_is_counted_per_currency() -> None:
    linked = Portfolio((SHARED,), (replace(OFFERS, contributions=(FOR,)), CHATBOT, CHEAPER))
    assert [
        (each.total.currency, each.share.value)
        for each in bracket(linked, TODAY)
        if isinstance(each.share, Estimate)
    ] == [
        ("CHF", 0),
        ("EUR", 0.4),
    ]
    told = bracket_finding(linked, TODAY)
    assert told
    assert told.sentence.de == (
        "Von 500.000 CHF zahlen 0\u00a0% auf ein gemeinsames Ziel ein. "
        "Von 2.000.000 EUR zahlen 40\u00a0% auf ein gemeinsames Ziel ein."
    )
    assert [row.initiative for row in told.rows] == [2, 3]


def test_working_against_a_goal_is_no_bracket() -> None:
    told = bracket_finding(Portfolio((SHARED,), (replace(OFFERS, contributions=(AGAINST,)),)), TODAY)
    assert told
    assert told.alarm


@pytest.mark.parametrize(
    ("minor", "currency", "said"), [(123_456, "EUR", "EUR 1,234.56"), (500, "JPY", "JPY 500")]
)
def test_money_in_words(minor: int, currency: str, said: str) -> None:
    assert Money(minor, currency).said.en == said
    with pytest.raises(ValueError, match="no sum"):
        Money(1, "EUR") + Money(1, "CHF")


def test_opposite_pulls_are_found_along_the_goals() -> None:
    above = replace(SHARED, key=2, title="Loyal customers")
    below = replace(SHARED, parent=2)
    first = replace(OFFERS, contributions=(FOR,), touchpoints=())
    second = replace(CHEAPER, contributions=(Contribution(2, -1, 1),), touchpoints=())
    (pair,) = conflicts(Portfolio((below, above), (first, second)), PLACES)
    assert pair.said.en == "“Personal offers” works for “Loyal customers”, “Shorter calls” works against it."
    beside = replace(SHARED, key=3, parent=2)
    apart = replace(second, contributions=(Contribution(3, -1, 1),))
    assert conflicts(Portfolio((below, above, beside), (first, apart)), PLACES) == ()


def test_the_same_capability_twice() -> None:
    first = replace(OFFERS, paths=(PATH,))
    second = replace(CHEAPER, paths=(replace(PATH, capability="knowing the CASE"),))
    (pair,) = duplicates(Portfolio(initiatives=(first, second)), PLACES)
    assert pair.said.en == "“Personal offers” and “Shorter calls” both build “Knowing the case”."
    twin = replace(CHATBOT, key=4, title="Second chatbot", units=("insurance",))
    told = duplicate_finding(Portfolio(initiatives=(CHATBOT, twin)), PLACES, TODAY)
    assert told
    assert told.rows[0].said.en.endswith("do the same kind of work at “Chat”, in different departments.")


def test_responsibility_is_one_persons_on_the_board() -> None:
    gone, other = Holder("Former", board=True, left=date(2026, 1, 1)), Holder("Other", board=True)
    for holders, why in (
        ((), "Nobody on the board"),
        ((gone,), "Former answered for it, and has left."),
        ((BOARD, other), "2 answer for it together, so nobody does."),
        ((Holder("Team lead"),), "Team lead answers for it, and is not on the board."),
        ((gone, BOARD), ""),
    ):
        found = check(replace(SHARED, accountable=holders), TODAY).unaccountable
        assert (found.en if found else "").startswith(why)
        assert bool(found) == bool(why)
    told = accountability_finding(
        Portfolio((replace(SHARED, accountable=()),), (OFFERS, replace(CHATBOT, sponsor=BOARD))), TODAY
    )
    assert told
    assert told.sentence.en == (
        "For 1 of 1 goals not exactly one member of the board answers. "
        "1 of 2 initiatives have nobody on the board: 40% of EUR 2,000,000."
    )


def test_a_goal_has_five_fields() -> None:
    assert check(SHARED, TODAY).complete
    bare = check(Goal(9, "Better"), TODAY)
    assert len(bare.missing) == 5
    assert not bare.overdue
    assert check(replace(SHARED, last_read=date(2026, 1, 1)), TODAY).overdue
    assert not check(replace(SHARED, last_read=date(2026, 6, 1)), TODAY).overdue


@pytest.mark.parametrize(("route", "alarm"), [("A", True), ("C", True), ("D", False), ("", False)])
def test_milestones_about_systems_only(route: str, alarm: bool) -> None:
    told = mix_finding(ALONE, route, 0.4, TODAY)
    assert told
    assert told.alarm == alarm
    half = replace(
        CHATBOT, milestones=(*CHATBOT.milestones, *(ProjectMilestone("Trained", MilestoneKind.CULTURE),) * 2)
    )
    enough = mix_finding(Portfolio(initiatives=(half,)), route, 0.4, TODAY)
    assert enough
    assert not enough.alarm
    assert mix_finding(Portfolio(initiatives=(OFFERS,)), route, 0.4, TODAY) is None


def test_what_artificial_intelligence_is_for() -> None:
    made = make(ALONE, TODAY)
    assert (made.technology, made.without_people, made.people_measures) == (3, 3, 0)
    assert isinstance(made.beyond_automation, Estimate)
    assert made.beyond_automation.value == pytest.approx(2 / 3)
    assert isinstance(make(Portfolio(), TODAY).caring, Missing)


def test_technology_ahead_of_people() -> None:
    level = {"marketing": 0.8, "it": 2.0, "service": 2.5, "branches": 3.0}
    culture = {unit: Estimate(value, value, value, 20) for unit, value in level.items()}
    only_euro = Portfolio(initiatives=(OFFERS, replace(CHATBOT, budget=Money(1_000, "EUR"))))
    found = leads(only_euro, culture)
    assert (found[0].unit, found[0].technology_rank, found[0].culture_rank) == ("marketing", 1, 0)
    told = sequence_finding(
        only_euro, culture | {"hr": Missing("few", Text("few", "wenige"))}, {}, (0.3, 2.0), TODAY
    )
    assert told
    assert told.sentence.en == "In one of 4 departments technology runs ahead of its people: marketing."
    assert told.rows[0].unit == "marketing"
    ready = {unit: Estimate(3, 2.8, 3.2, 20) for unit in culture}
    assert (calm := sequence_finding(only_euro, ready, {}, (0.3, 2.0), TODAY))
    assert not calm.alarm
    assert sequence_finding(only_euro, dict(list(culture.items())[:3]), {}, (0.3, 2.0), TODAY) is None


def test_shared_budgets_are_split_and_nothing_is_lost() -> None:
    from leitstern.core.bridge.portfolio.sequence import spending

    shared = replace(OFFERS, units=("a", "b", "c"), budget=Money(100, "EUR"))
    assert spending(Portfolio(initiatives=(shared,))) == {"EUR": {"a": 34, "b": 33, "c": 33}}


def test_topics_that_belong_to_one_department() -> None:
    found = ownership(Portfolio(initiatives=(OFFERS, replace(CHATBOT, units=("marketing",)))))
    assert found.alone == {Subject.AI: "marketing"}
    joined = ownership(Portfolio(initiatives=(OFFERS, replace(CHATBOT, units=("marketing", "it")))))
    assert joined.alone == {}
    assert joined.joined[Subject.AI, "it"] == 1
    assert ownership(Portfolio(initiatives=(replace(OFFERS, aim=Aim.COST),))).alone == {}


def test_nothing_entered_tells_nothing() -> None:
    assert findings(Portfolio(), Around(), THRESHOLDS, TODAY) == ()
