"""Six rules over facts of three lanes: what each finds, what it looked at, and what is said over all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leitstern.core.bridge.lanes.conflicts import Check, Conflict, Rule, Severity, by_severity, check
from leitstern.core.bridge.lanes.facts import Against, Alarm, Ended, Facts, InUse, Place, Pull
from leitstern.core.bridge.lanes.lane import Figure, Lane, Shown, Side
from leitstern.core.bridge.lanes.words import checked, headline
from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text


def same(words: str) -> Text:
    return Text(words, words)


NOTHING = Facts(None, "/portfolio", (), 0, (), 0, (), (), None, 0)
PHONE = Place("phone", same("Phone"), Estimate(0.2, 0.1, 0.3, 80), "/touchpoints/phone")
CHAT = Place("chat", same("Chat"), Estimate(0.4, 0.3, 0.5, 60), "/touchpoints/chat")
APP = InUse("Record", ("chat", "phone"), True, Estimate(0.3, 0.2, 0.4, 50), 0, 5, "/adoption/record")
COST = Against(same("Shorter calls collide with better calls."), True, ("phone",), "/initiative")
LIST = Ended("Lists", False, "Target groups", 9, 10, 3, "/stop-list/1")
FIGURES = Pull("Returns", "Closing rate", False, same("the data show it"), "/conflict")
ALARM = Alarm(date(2026, 4, 30), (same("Lists"), same("Attention")), "/alarm")
AHEAD = Finding(
    Topic.SEQUENCE,
    True,
    same("In one of 8 departments technology runs ahead."),
    same(""),
    same(""),
    (Row(same("Marketing: much, little")),),
    Estimate(0.125, 0.125, 0.125, 8),
)


def only(facts: Facts, *places: Place) -> Conflict:
    (conflict,) = by_severity(check(facts, places))
    return conflict


def looked(checks: tuple[Check, ...]) -> dict[Rule, int]:
    return {each.rule: each.looked for each in checks}


def test_an_application_that_runs_and_is_not_lived_where_customers_live_less() -> None:
    found = only(replace(NOTHING, in_use=(APP,)), PHONE, CHAT)
    assert (found.rule, found.severity, found.lanes) == (
        Rule.UNLIVED,
        Severity.FELT,
        (Lane.TECHNOLOGY, Lane.EXPERIENCE),
    )
    assert "“Chat”" in found.sentence.en  # the widest of its gaps
    assert [each.en for each in found.evidence] == [
        "lived: 30 [20–40] of 100, n 50",
        "gap at “Chat”: 40 [30–50] of 100 customers, n 60",
    ]


@pytest.mark.parametrize(
    "app",
    [
        replace(APP, touchpoints=("branch",)),  # no gap is declared there
        replace(APP, runs=False),
        replace(APP, lived=Estimate(0.45, 0.38, 0.52, 50)),  # may be lived
        replace(APP, lived=Missing("no-parts", same("unsaid"))),
    ],
)
def test_without_a_declared_gap_or_where_it_may_be_lived_it_is_no_conflict(app: InUse) -> None:
    checks = check(replace(NOTHING, in_use=(app,)), (PHONE, CHAT))
    assert looked(checks)[Rule.UNLIVED] == 1
    assert not by_severity(checks)


def test_teams_whose_customers_did_not_notice_are_enough() -> None:
    app = replace(APP, lived=Estimate(0.8, 0.7, 0.9, 50), runs_only=2)
    found = only(replace(NOTHING, in_use=(app,)), CHAT)
    assert "without customers noticing" in found.sentence.en
    assert "in 2 of 5 teams" in found.evidence[1].en


def test_initiatives_are_felt_only_where_a_gap_is_declared() -> None:
    facts = replace(NOTHING, against=(COST,), initiatives=6)
    assert only(facts, PHONE).severity is Severity.FELT
    assert only(facts, CHAT).severity is Severity.TODAY
    assert only(replace(facts, against=(replace(COST, technology=False),))).lanes[0] is Lane.ORGANISATION


def test_what_is_used_far_less_than_before_it_ended_only_may_pull_apart() -> None:
    assert only(replace(NOTHING, ended=(LIST,))).severity is Severity.TODAY
    assert only(replace(NOTHING, ended=(replace(LIST, uses=4),))).severity is Severity.MAY
    assert not by_severity(check(replace(NOTHING, ended=(replace(LIST, uses=0),)), ()))


def test_those_nearest_to_customers_come_first_and_all_is_said_once() -> None:
    facts = Facts(AHEAD, "/portfolio", (FIGURES,), 1, (COST,), 6, (APP,), (LIST,), ALARM, 9)
    checks = check(facts, (PHONE, CHAT))
    found = by_severity(checks)
    assert [each.rule for each in found] == [
        *(Rule.UNLIVED, Rule.AGAINST, Rule.FIGURES),
        *(Rule.RELAPSE, Rule.STILL_USED, Rule.AHEAD),
    ]
    assert looked(checks) == {
        Rule.UNLIVED: 1,
        Rule.AGAINST: 6,
        Rule.FIGURES: 1,
        Rule.RELAPSE: 9,
        Rule.STILL_USED: 1,
        Rule.AHEAD: 8,
    }
    assert "nobody has said which goes first" in found[2].sentence.en
    assert headline((), checks, found).en.endswith(
        "at 6 points, 2 of them where customers surely live less than claimed."
    )
    assert headline((), checks, found[-1:]).en.endswith("may come to work against each other at one point.")
    assert headline((), checks, found[2:3]).en.endswith("work against each other at one point.")


def test_nothing_known_nothing_looked_at_and_nothing_found_are_three_things() -> None:
    checks = check(NOTHING, ())
    figure = Figure("x", same("x"), Estimate(1, 1, 1, 1), Shown.RATE, same("x"), None, "/x")
    side = Side(Lane.ORGANISATION, (figure,), same("x"))
    bare = Side(Lane.ORGANISATION, (replace(figure, value=Missing("x", same("x"))),), same("x"))
    assert bare.lacks
    assert "Nothing is known yet" in headline((bare,), checks, ()).en
    assert "cannot be told yet" in headline((side,), checks, ()).en
    some = check(replace(NOTHING, initiatives=3), ())
    assert "do not work against each other" in headline((side,), some, ()).en
    assert checked(some).en == "1 of 6 rules had something to look at."
