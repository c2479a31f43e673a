"""Published figures stand as published, and carry no more than they can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leitstern.core.bridge.claims.claim import GRADES, Claim, Figure, Grade, Unit
from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.bridge.claims.studies import STUDIES
from leitstern.core.bridge.claims.uplift import BECAUSE, CARRY, Refused, judged, uplift
from leitstern.core.inside.assumption import Grade as Founded
from leitstern.core.inside.assumptions import ASSUMPTIONS
from leitstern.core.texts import Text

PUBLISHED = {
    "experience-broken": ["93 %"],
    "experience-matters": ["94 %"],
    "innovative-experiences": ["28 %"],
    "revenue-of-the-best": ["30 %", "rund 1,4 Milliarden US-Dollar"],
    "behind-on-ai": ["76 %"],
    "personalisation-unused": ["88 %"],
    "emotional-ai": ["44 %"],
    "barriers": ["56 %", "49 %", "44 %", "43 %"],
    "in-transformation": ["neun von zehn"],
    "lived-orientation": ["nur 40 %"],
    "contact-history": ["60 %"],
    "feedback-captured": ["75 %"],
    "needs-known": ["weniger als 20 %"],
    "data-people-missing": ["rund 180.000", "1.500.000"],
    "staffing-hurdle": ["rund die Hälfte"],
    "employees-part": ["60 %", "70 %"],
    "touchpoints-understood": ["nur ein Viertel"],
    "culture-takes": ["mindestens fünf Jahre"],
    "both-takes": ["ein bis maximal zwei Jahre"],
    "technology-takes": ["18 bis 24 Monate"],
    "leaders-believe": ["75 %"],
    "customers-agree": ["30 %"],
    "superior-believed": ["80 %", "8 %"],
    "expectations-exceeded": ["48 %", "22 %"],
    "objectives-partly-met": ["41 %", "4 %"],
    "stages-of-experience-management": ["41 %", "30 %", "18 %", "2 %"],
    "culture-nurturing": ["40 %", "23 %"],
    "both-axes-pay": ["26 %", "9 %"],
    "culture-change-takes": ["3 bis 6 Monate", "12 bis 24 Monate", "3 bis 5 Jahre"],
    "it-overruns": ["18 %", "447 %"],
}
REVENUE = CLAIMS["revenue-of-the-best"]
SHARE = Figure(0.5, Unit.SHARE, Text("half", "die Hälfte"), Text("of all", "von allen"))


def test_every_figure_stands_as_it_was_published() -> None:
    assert {slug: [each.said.de for each in found.figures] for slug, found in CLAIMS.items()} == PUBLISHED


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS.keys())
def test_the_number_for_programs_is_the_one_that_was_said(claim: Claim) -> None:
    for figure in claim.figures:
        if figure.unit in (Unit.SHARE, Unit.MORE) and "%" in figure.said.de:
            assert f"{round(figure.value * 100)} %" in figure.said.de
            assert f"{round(figure.value * 100)}%" in figure.said.en
        if figure.unit in (Unit.SHARE, Unit.MORE):
            assert 0 < figure.value < 1
        assert figure.upto is None or figure.upto > figure.value


def test_n_stands_only_where_the_source_states_it() -> None:
    papers = [found for found in CLAIMS.values() if found not in STUDIES]
    assert {found.n for found in papers} == {800, 25, None}
    assert [(found.n, found.year) for found in STUDIES] == [
        (450, 2017),
        (3_300, 2017),
        (None, 2005),
        (None, 2018),
        (None, None),
        (234, 2024),
        (234, 2024),
        (391, 2012),
        (None, None),
        (5_392, None),
    ]
    assert all(found.n == 800 for found in CLAIMS.values() if "WSJ" in found.source.en)
    assert all(found.year is None for found in CLAIMS.values() if "WSJ" in found.source.en)


def test_both_wordings_stand_where_sources_differ() -> None:
    broken = CLAIMS["experience-broken"]
    assert [each.words for each in broken.quotes] == ["defekt", "gebrochen", "besser sein könnte", "broken"]
    assert broken.differ
    behind = CLAIMS["behind-on-ai"]
    assert behind.figures[0].said.de == "76 %"
    assert behind.quotes[1].words == "More than 70%"
    assert behind.differ


def test_chance_alone_is_told_where_a_share_of_known_many_was_asked() -> None:
    low, high = CLAIMS["experience-broken"].figures[0].by_chance(800) or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.914, 0.943)
    assert CLAIMS["contact-history"].figures[0].by_chance(None) is None
    assert REVENUE.figures[0].by_chance(800) is None


def test_a_comparison_of_companies_is_no_uplift() -> None:
    found = uplift(REVENUE)
    assert isinstance(found, Refused)
    assert "compared once" in found.why.en
    assert "30 %" in found.why.de


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS.keys())
def test_none_of_the_register_carries_an_expectation_and_each_says_why(claim: Claim) -> None:
    found = uplift(claim)
    assert isinstance(found, Refused)
    assert found.why == judged(claim)
    assert claim.said.de in found.why.de


@pytest.mark.parametrize("grade", Grade)
def test_only_an_experiment_or_time_carries_a_difference(grade: Grade) -> None:
    found = uplift(replace(REVENUE, grade=grade))
    assert isinstance(found, Refused) == (grade not in CARRY)
    assert grade in GRADES
    assert (grade in BECAUSE) == (grade not in CARRY)


def test_an_experiment_about_how_things_stand_is_no_uplift_either() -> None:
    found = uplift(replace(REVENUE, grade=Grade.EXPERIMENTAL, figures=(SHARE,)))
    assert isinstance(found, Refused)
    assert "how things stand" in found.why.en


def test_what_carries_still_has_to_hold_at_home() -> None:
    assert "Ihre eigene Messung" in judged(replace(REVENUE, grade=Grade.LONGITUDINAL)).de


def test_each_has_a_figure_of_ones_own_or_says_why_not() -> None:
    measured = {slug for slug, found in CLAIMS.items() if found.counterpart.what}
    assert measured == {
        "innovative-experiences",
        "touchpoints-understood",
        "contact-history",
        "feedback-captured",
        "employees-part",
        "staffing-hurdle",
    }
    for slug in CLAIMS.keys() - measured:
        why = CLAIMS[slug].counterpart.why
        assert why
        assert why.reason.de.startswith("noch nicht gemessen: ")


def test_of_every_study_it_is_said_what_speaks_against_it() -> None:
    assert all(found.against and found.against.de != found.against.en for found in STUDIES)


def test_every_assumption_that_names_a_study_names_its_figures() -> None:
    founded = {Founded.PAPER, Founded.STUDY}
    citing = {slug: each for slug, each in ASSUMPTIONS.items() if each.source or each.grade in founded}
    assert len(citing) == 10
    assert {slug for slug, each in citing.items() if not each.claims} == set()
    named = {claim for each in ASSUMPTIONS.values() for claim in each.claims}
    assert named <= CLAIMS.keys()
    assert {"leaders-believe", "customers-agree", "culture-takes", "it-overruns"} <= named
