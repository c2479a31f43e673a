"""Every truth planted in the example company comes out of the application, and its twin shows none."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

import pytest

from leitstern.collect.example.truths import IN_TIME, PLANTED, SATISFIED, truth_table
from leitstern.core.gap.findings import KINDS, Finding, Kind
from leitstern.core.gap.headlines import headline
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from tests.app.gap.conftest import Company

pytestmark = pytest.mark.django_db  # so that there is a database to found the companies in

PROMISED_TOO_MUCH = {
    ("payoff", SATISFIED),
    ("call_help", SATISFIED),
    ("claim_settled", IN_TIME),
    ("claim_settled", SATISFIED),
    ("loan_decision", IN_TIME),
    ("loan_decision", SATISFIED),
}
BELIEVED_TOO_MUCH = {("payoff", SATISFIED), ("call_help", SATISFIED)}


def declared(company: Company, kind: Kind) -> set[tuple[str, str]]:
    return {(line.touchpoint, line.facet) for line, _gap in company.report.declared(kind)}


def test_gaps_are_declared_exactly_where_they_are_planted(planted: Company) -> None:
    assert declared(planted, "delivery") == PROMISED_TOO_MUCH
    assert declared(planted, "perception") == BELIEVED_TOO_MUCH
    assert {planted.report.index(kind).state for kind in KINDS} == {"declared"}


def test_the_twin_declares_none(twin: Company) -> None:
    assert [declared(twin, kind) for kind in KINDS] == [set(), set()]
    assert "declared" not in {twin.report.index(kind).state for kind in KINDS}
    assert [*twin.report.most_people, *twin.report.most_harm, *twin.report.spots] == []
    assert headline(twin.report).en == "Customers live what we promise and what we believe."


def test_each_lived_share_covers_the_truth(planted: Company) -> None:
    """Nine of ten 90 % intervals cover; shrinkage moves only the seldom place that is unlike all others."""
    truths = truth_table(PLANTED)
    hit = {
        (line.touchpoint, line.facet): line.lived.low
        <= truths[line.touchpoint, line.facet].lived
        <= line.lived.high
        for line in planted.report.touchpoints
        if isinstance(line.lived, Estimate)
    }
    assert len(hit) >= 30
    assert fmean(hit.values()) >= 0.85
    assert not hit["payoff", SATISFIED]


def test_every_gap_rests_on_numbers_that_can_be_checked(planted: Company) -> None:
    for line in planted.report.touchpoints:
        for kind in KINDS:
            gap = line.gap(kind)
            if isinstance(gap, Finding):
                assert gap.estimate.low <= gap.estimate.value <= gap.estimate.high
                assert gap.estimate.n >= 5
            else:
                assert gap.reason.en
                assert gap.reason.de


def test_the_rare_mortgage_story_leads_where_heads_are_not_counted(planted: Company) -> None:
    harm = [(entry.touchpoint, entry.facet) for entry in planted.report.most_harm]
    people = [(entry.touchpoint, entry.facet) for entry in planted.report.most_people]
    assert harm[0] == ("payoff", SATISFIED)
    assert people[-1] == ("payoff", SATISFIED)
    assert people[0] in {("call_help", SATISFIED), ("claim_settled", IN_TIME)}
    assert set(harm) == set(people) == PROMISED_TOO_MUCH


def test_two_blind_spots_and_one_hidden_strength(planted: Company) -> None:
    assert {(spot.kind, spot.touchpoint) for spot in planted.report.spots} == {
        ("blind spot", "payoff"),
        ("blind spot", "call_help"),
        ("hidden strength", "bereavement"),
    }


def test_after_25_years_nobody_says_thank_you(planted: Company) -> None:
    story = planted.milestones["mortgage_paid_off"]
    assert (story.reached, story.customers) == (21, 21)
    assert isinstance(story.answered, Estimate)
    assert isinstance(story.spoiled, Estimate)
    assert isinstance(story.calls, Estimate)
    assert story.answered.high < 0.2
    assert story.spoiled.low > 0.8
    assert 2 <= story.calls.value <= 4
    assert len(story.examples) == 5


def test_the_twin_thanks_everybody(twin: Company) -> None:
    story = twin.milestones["mortgage_paid_off"]
    assert isinstance(story.answered, Estimate)
    assert isinstance(story.spoiled, Estimate)
    assert story.answered.low > 0.8
    assert story.spoiled.high < 0.2


def wait_before_assessment(company: Company) -> float:
    """Median hours from taking a claim in to assessing it: the most frequent way into that department."""
    handoff = next(
        h for h in company.handoffs if company.departments[h.next_department] == "claims_assessment"
    )
    assert company.departments[handoff.department] == "claims_intake"
    assert isinstance(handoff.wait_median, Estimate)
    return handoff.wait_median.value


def test_a_handoff_costs_days(planted: Company, twin: Company) -> None:
    assert wait_before_assessment(planted) > 4 * 24
    assert wait_before_assessment(planted) > 3 * wait_before_assessment(twin)


def test_unclear_letters_bring_people_back(planted: Company, twin: Company) -> None:
    of_contacts, usual = planted.repeats["call_help"].of_contacts, twin.repeats["call_help"].of_contacts
    assert isinstance(of_contacts, Estimate)
    assert isinstance(usual, Estimate)
    assert of_contacts.low > 1.5 * usual.high


def test_it_began_eight_months_ago(planted: Company, twin: Company) -> None:
    before, lately = planted.repeats_of_calls
    assert isinstance(before, Estimate)
    assert isinstance(lately, Estimate)
    assert lately.low > 2 * before.high
    calm, still_calm = twin.repeats_of_calls
    assert isinstance(calm, Estimate)
    assert isinstance(still_calm, Estimate)
    assert still_calm.low < calm.high


def test_satisfaction_with_calls_fell_when_the_letters_became_unclear(planted: Company) -> None:
    shares = [month.share.value for month in planted.trend if isinstance(month.share, Estimate)]
    assert len(shares) >= 24
    assert fmean(shares[-8:]) < fmean(shares[:-8]) - 0.08


def test_where_a_side_was_never_asked_it_stays_missing(planted: Company) -> None:
    recommend = next(line for line in planted.report.touchpoints if line.facet == "recommend")
    assert isinstance(recommend.lived, Estimate)
    assert isinstance(recommend.promise, Missing)
    assert isinstance(recommend.belief, Missing)
    assert isinstance(recommend.delivery, Missing)
    assert isinstance(recommend.perception, Missing)


@pytest.mark.parametrize("kind", KINDS)
def test_the_index_says_what_chance_would_show(planted: Company, twin: Company, kind: Kind) -> None:
    for company, above in ((planted, True), (twin, False)):
        index = company.report.index(kind)
        assert isinstance(index.estimate, Estimate)
        assert isinstance(index.chance, Estimate)
        assert index.chance.grade == "simulated"
        assert (index.state == "declared") is above
