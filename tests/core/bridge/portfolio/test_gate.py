"""What may be approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.bridge.portfolio.told import BOARD, CHATBOT, EXPECTS, OFFERS, PATH, TODAY

from leitstern.core.bridge.claims.claim import Grade
from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.bridge.portfolio.benefit import Build
from leitstern.core.bridge.portfolio.chain import chain_problems
from leitstern.core.bridge.portfolio.gate import Ground, obstacles
from leitstern.core.bridge.portfolio.ledger import Verdict
from leitstern.core.bridge.portfolio.picture import Holder, Path
from leitstern.core.bridge.portfolio.terms import Kind
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

UNSEEN = Ground(Missing("x", Text("x", "x")), 2)
JOINED = Ground(Estimate(2, 2, 2, 3), 2)
COMPLETE = replace(
    CHATBOT,
    owner=Holder("Head of Digital"),
    expects=EXPECTS,
    paths=(PATH,),
    people_measures=("Training",),
    roles=("Agent",),
    work_change="Agents take the hard cases.",
)


def codes(one: object, ground: Ground = JOINED) -> list[str]:
    return [each.code for each in obstacles(one, ground, TODAY)]  # type: ignore[arg-type]


def test_a_technology_initiative_that_says_everything_may_be_approved() -> None:
    assert codes(COMPLETE) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"owner": None}, "no-owner"),
        ({"owner": Holder("Gone", left=date(2026, 6, 30))}, "owner-left"),
        ({"expects": None}, "no-expectation"),
        ({"paths": ()}, "chain"),
        ({"people_measures": ()}, "no-people"),
        ({"roles": ()}, "no-roles"),
        ({"work_change": " "}, "no-work-change"),
        ({"personalises": True}, "no-sponsor"),
    ],
)
def test_each_thing_left_out_stands_in_the_way(change: dict[str, object], code: str) -> None:
    assert codes(replace(COMPLETE, **change)) == [code]  # type: ignore[arg-type]


def test_whoever_leaves_tomorrow_still_answers_today() -> None:
    assert codes(replace(COMPLETE, owner=Holder("Leaving", left=date(2026, 7, 2)))) == []


def test_artificial_intelligence_is_technology_whatever_it_calls_itself() -> None:
    assert "chain" in codes(replace(COMPLETE, kind=Kind.PROCESS, paths=()))
    assert "chain" not in codes(replace(COMPLETE, kind=Kind.PROCESS, ai_mode=None, paths=()))


def test_personalisation_needs_joined_data_and_the_board() -> None:
    personal = replace(COMPLETE, personalises=True, sponsor=BOARD)
    assert codes(personal) == []
    assert codes(personal, UNSEEN) == ["integration-unknown"]
    assert codes(personal, Ground(Estimate(1, 1, 1, 1), 2)) == ["integration"]
    assert codes(replace(personal, sponsor=Holder("Somebody"))) == ["no-sponsor"]
    other = Ground(Estimate(3, 3, 3, 1), 2, (Text("Sources are loose.", "Quellen sind lose."),))
    assert codes(personal, other) == ["elsewhere"]
    assert codes(COMPLETE, other) == []


def test_where_nothing_is_to_be_personal_an_initiative_that_personalises_meets_it() -> None:
    personal = replace(COMPLETE, personalises=True, sponsor=BOARD, touchpoints=("login", "payoff"))
    ground = replace(JOINED, at={"payoff": (Text("Not here.", "Hier nicht."),), "chat": (Text("x", "x"),)})
    assert [each.text.en for each in obstacles(personal, ground, TODAY)] == ["Not here."]
    assert codes(replace(personal, personalises=False), ground) == []


@pytest.mark.parametrize(
    ("verdict", "stopped", "said"),
    [
        (Verdict.KEPT, False, []),
        (Verdict.KEPT, True, ["It builds on “Search”, which was stopped."]),
        (Verdict.SHORT, False, ["It builds on “Search”, which did not bring what was expected of it."]),
        (
            Verdict.UNCLEAR,
            False,
            ["It builds on “Search”, and whether that brought what was expected cannot be told yet."],
        ),
        (
            Verdict.WAITING,
            False,
            ["It builds on “Search”, and nobody has measured what that brought. Bring its result first."],
        ),
    ],
)
def test_the_next_build_waits_for_what_the_last_one_brought(
    verdict: Verdict, stopped: bool, said: list[str]
) -> None:
    ground = replace(JOINED, builds={7: Build("Search", verdict, stopped), 8: Build("x", Verdict.SHORT)})
    following = replace(COMPLETE, needs=(7, 9))
    assert [each.text.en for each in obstacles(following, ground, TODAY)] == said
    assert codes(replace(following, kind=Kind.PROCESS, ai_mode=None), ground) == []


def test_what_marketing_wants_is_refused_for_every_reason() -> None:
    assert codes(OFFERS, UNSEEN) == [
        "no-owner",
        "no-expectation",
        "chain",
        "no-people",
        "no-roles",
        "no-work-change",
        "no-sponsor",
        "integration-unknown",
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (Path(technology="Chatbot"), "“Chatbot” is written down, but not what the customer wants to reach"),
        (Path(outcome="An answer", capability="Knowing"), "“Knowing” is written down, but not what we do"),
        (Path(outcome="An answer"), "The chain of “An answer” ends before it says what we do for it."),
        (Path(), "Nobody has said yet which outcome"),
    ],
)
def test_the_order_begins_with_the_customer(path: Path, said: str) -> None:
    (problem,) = chain_problems([path], whole=True)
    assert problem.en.startswith(said)


def test_technology_comes_after_people_and_processes() -> None:
    only_technology = Path(outcome="a", activity="b", capability="c", technology="d")
    (problem,) = chain_problems([only_technology], whole=True)
    assert "the people's part" in problem.en
    assert chain_problems([only_technology], whole=False) == ()


def test_an_expectation_that_rests_on_a_comparison_of_companies_keeps_the_gate_closed() -> None:
    quoting = replace(COMPLETE, expects=replace(EXPECTS, claim="revenue-of-the-best"))
    assert codes(quoting) == ["claim"]
    said = obstacles(quoting, JOINED, TODAY)[0].text
    assert "30%" in said.en
    assert "keine Erwartung tragen" in said.de


def test_an_expectation_that_rests_on_what_was_followed_over_time_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    followed = replace(CLAIMS["revenue-of-the-best"], grade=Grade.LONGITUDINAL)
    monkeypatch.setitem(CLAIMS, "followed", followed)
    assert codes(replace(COMPLETE, expects=replace(EXPECTS, claim="followed"))) == []
