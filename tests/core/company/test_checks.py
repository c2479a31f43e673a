"""Each mistake is found where it was made; a sound company has none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.core.company.terms import answer_in_time, call, company, text

from leitstern.core.company.checks import check_taxonomy
from leitstern.core.company.taxonomy import (
    Department,
    Driver,
    Facet,
    JourneyMap,
    MapStep,
    Milestone,
    Retired,
    Stage,
)

if TYPE_CHECKING:
    from leitstern.core.company.checks import Path
    from leitstern.core.company.taxonomy import Taxonomy


def sound() -> Taxonomy:
    return replace(
        company(call()),
        promises=(answer_in_time(),),
        maps=(JourneyMap(1, "request", text("Request"), (MapStep("call"),)),),
        milestones=(
            Milestone(1, "first_call", text("First call"), at="call", expects=("call",)),
            Milestone(2, "year", text("A year"), since="call", years=1, spoils=("call",)),
        ),
        drivers=(
            Driver("wait", text("Wait"), wait=("call", "call")),
            Driver("late", text("Late"), late="answer"),
            Driver("early", text("Early"), early="answer"),
            Driver("size", text("Size"), prop="items"),
        ),
        retired=(Retired("touchpoint", 2, "visit", text("Visit")),),
    )


def test_a_sound_company_has_no_mistakes() -> None:
    assert check_taxonomy(sound()) == []


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"journey_gap_days": 0}, ("journey_gap_days",)),
        ({"stages": (Stage(1, "ask", text("Ask")), Stage(2, "ask", text("Ask")))}, ("stages", 1, "slug")),
        ({"facets": (Facet("Ja!", text("a"), text("b")),)}, ("facets", 0, "slug")),
        ({"stages": (Stage(1, "ask", text("Ask")), Stage(1, "be", text("Be")))}, ("stages", 0, "code")),
        ({"stages": (Stage(40_000, "ask", text("Ask")),)}, ("stages", 0, "code")),
        ({"retired": (Retired("touchpoint", 1, "visit", text("Visit")),)}, ("touchpoints", 0, "code")),
        ({"retired": (Retired("touchpoint", 2, "call", text("Call")),)}, ("retired", 0, "slug")),
        ({"touchpoints": (call(), call(2, "ring"))}, ("touchpoints", 1)),
        ({"touchpoints": (call(stage="aks"),)}, ("touchpoints", 0, "stage")),
        ({"touchpoints": (call(department="it"),)}, ("touchpoints", 0, "department")),
        ({"touchpoints": (call(channel="fax"),)}, ("touchpoints", 0, "channel")),
        ({"touchpoints": (call(importance=0.0),)}, ("touchpoints", 0, "importance")),
        ({"touchpoints": (call(importance=1.1),)}, ("touchpoints", 0, "importance")),
        ({"promises": (answer_in_time(touchpoint="cal"),)}, ("promises", 0, "touchpoint")),
        ({"promises": (answer_in_time(facet="fast"),)}, ("promises", 0, "facet")),
        ({"promises": (answer_in_time(share=95.0),)}, ("promises", 0, "share")),
        ({"maps": (JourneyMap(1, "m", text("M"), ()),)}, ("maps", 0, "steps")),
        ({"maps": (JourneyMap(1, "m", text("M"), (MapStep("x"),)),)}, ("maps", 0, "steps", 0)),
        ({"milestones": (Milestone(1, "m", text("M")),)}, ("milestones", 0)),
        ({"milestones": (Milestone(1, "m", text("M"), at="call", years=2),)}, ("milestones", 0)),
        ({"milestones": (Milestone(1, "m", text("M"), since="call"),)}, ("milestones", 0)),
        ({"milestones": (Milestone(1, "m", text("M"), at="x"),)}, ("milestones", 0, "at")),
        (
            {"milestones": (Milestone(1, "m", text("M"), at="call", spoils=("x",)),)},
            ("milestones", 0, "spoils", 0),
        ),
        (
            {"milestones": (Milestone(1, "m", text("M"), at="call", within_days=0),)},
            ("milestones", 0, "within_days"),
        ),
        ({"drivers": (Driver("d", text("D")),)}, ("drivers", 0)),
        ({"drivers": (Driver("d", text("D"), late="answer", prop="x"),)}, ("drivers", 0)),
        ({"drivers": (Driver("d", text("D"), wait=("call", "x")),)}, ("drivers", 0, "wait", 1)),
        ({"drivers": (Driver("d", text("D"), late="x"),)}, ("drivers", 0, "late")),
    ],
)
def test_a_mistake_is_found_where_it_was_made(change: dict[str, Any], path: Path) -> None:
    assert path in {mistake.path for mistake in check_taxonomy(replace(sound(), **change))}


def test_all_mistakes_are_found_at_once() -> None:
    wrong = replace(sound(), departments=(Department(1, "Service", text("Service")),), journey_gap_days=-1)
    paths = {mistake.path for mistake in check_taxonomy(wrong)}
    assert paths == {("journey_gap_days",), ("departments", 0, "slug"), ("touchpoints", 0, "department")}


def test_an_unknown_term_says_what_would_be_allowed() -> None:
    (mistake,) = check_taxonomy(replace(sound(), touchpoints=(call(department="servise"),)))
    assert mistake.given == "servise"
    assert mistake.allowed == ("service", "sales")
    assert mistake.text.de == "Es gibt keinen Bereich „servise“."


def test_the_same_word_in_two_kinds_is_no_mistake() -> None:
    assert check_taxonomy(replace(sound(), departments=(Department(1, "service", text("Anruf")),))) == []
