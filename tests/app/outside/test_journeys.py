"""The ways customers really take, as the page and programs tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.outside.periods import lived_since, repeats_around
from leitstern.app.outside.queries import (
    all_handoffs,
    customers_at,
    lived,
    lived_at,
    moods_by_stage,
    share_staying,
    top_variants,
    turning_up,
    ways,
)
from leitstern.app.outside.trends import trend, trends
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

API = "/api/v1/outside/"


@pytest.fixture
def analyst(small_company: Home, as_role: Callable[[Role], Client]) -> Client:
    """Anton's browser."""
    return as_role(Role.ANALYST)


def test_flows_from_a_touchpoint_add_up(analyst: Client) -> None:
    flows = analyst.get(f"{API}flows").json()
    here = [flow for flow in flows if flow["touchpoint"] == "claim_report"]
    assert sum(flow["share"]["value"] for flow in here) == pytest.approx(1)
    assert here[0]["next_touchpoint"] == "claim_assessment"
    assert all(flow["ends"] is (flow["next_touchpoint"] is None) for flow in flows)
    assert all(flow["wait_median_hours"].get("missing") for flow in flows if flow["ends"])


def test_variants_cover_more_and_more(analyst: Client) -> None:
    found = analyst.get(f"{API}variants", {"top": 7}).json()
    coverage = [variant["coverage"]["value"] for variant in found["variants"]]
    assert len(coverage) == 7
    assert coverage == sorted(coverage)
    assert coverage[-1] < 1
    assert found["distinct"] > 7
    more = analyst.get(f"{API}variants", {"top": 200}).json()["variants"]
    assert more[:7] == found["variants"]
    assert ["claim_report", "claim_assessment", "claim_settled"] in [variant["path"] for variant in more]


def test_a_claim_waits_between_two_departments(analyst: Client) -> None:
    first = analyst.get(f"{API}handoffs").json()
    (claims,) = [
        found
        for found in first
        if (found["department"], found["next_department"]) == ("claims_intake", "claims_assessment")
    ]
    assert claims["wait_median_hours"]["value"] > 96
    assert claims["customers"] <= claims["handoffs"]


@pytest.mark.parametrize("by", ["promise", "touchpoint", "channel", "department"])
def test_promises_are_counted_the_same_however_they_are_grouped(analyst: Client, by: str) -> None:
    found = analyst.get(f"{API}promises", {"by": by}).json()
    whole = analyst.get(f"{API}promises").json()
    for counted in ("promises", "open", "overdue"):
        assert sum(row[counted] for row in found) == sum(row[counted] for row in whole)


def test_scores_of_the_company_and_of_its_touchpoints(analyst: Client) -> None:
    company = analyst.get(f"{API}scores").json()
    assert {score["group"] for score in company} == {None}
    (nps,) = [score for score in company if score["kind"] == "nps"]
    assert -100 <= nps["net_promoter"]["low"] < nps["net_promoter"]["value"] <= 100
    touchpoints = analyst.get(f"{API}scores", {"by": "touchpoint"}).json()
    assert sum(s["answers"] for s in touchpoints) == sum(s["answers"] for s in company)
    assert all(score["few"] is (score["customers"] < 20) for score in touchpoints)


def test_nobody_is_thanked_after_25_years(analyst: Client) -> None:
    found = {milestone["milestone"]: milestone for milestone in analyst.get(f"{API}milestones").json()}
    story = found["mortgage_paid_off"]
    assert story["reached"] >= story["customers"] > 0
    assert story["answered"]["value"] < 0.3
    assert "examples" not in story


def test_the_page_says_how_many_ways_there_are(published: Published, analyst: Client) -> None:
    found = ways(published, 8)
    page = analyst.get(reverse("outside:journeys")).content.decode().replace("\u202f", ",")
    said = (
        f"{found.journeys:,} journeys led to more than one touchpoint, on {found.distinct:,} different ways"
    )
    assert said in page


def test_the_page_lists_ways_and_says_how_many_go_none(published: Published, analyst: Client) -> None:
    found, everything = ways(published, 200), top_variants(published, 200)
    assert all(len(set(way.path)) > 1 for way in found.variants)
    assert any(len(set(way.path)) == 1 for way in everything.variants)
    stay = share_staying(published)
    assert isinstance(stay, Estimate)
    assert stay.value == pytest.approx(1 - found.journeys / everything.journeys)
    page = analyst.get(reverse("outside:journeys")).content.decode()
    assert f"Another {stay.value * 100:.0f} [" in page


def test_only_cases_are_handed_on_and_a_designed_return_is_none(published: Published) -> None:
    """Claims go from intake to assessment and back to intake to be settled, as their map says."""
    codes = {department.slug: department.code for department in published.taxonomy.departments}
    passed = {(h.department, h.next_department): h for h in all_handoffs(published)}
    claims = passed[codes["claims_intake"], codes["claims_assessment"]]
    assert isinstance(claims.returned, Estimate)
    assert claims.returned.value < 0.05
    assert (codes["claims_assessment"], codes["claims_intake"]) in passed
    by_chance = codes["digital"], codes["marketing"]
    assert by_chance not in passed
    assert by_chance in {(h.department, h.next_department) for h in turning_up(published)}


def code(state: Published, slug: str) -> int:
    found = state.taxonomy.lookup(Touchpoint).slug(slug)
    assert found
    return found.code


def test_periods_of_a_trend_hold_all_answers(published: Published) -> None:
    here = code(published, "call_help")
    periods = trend(published, here, "satisfied")
    whole = lived_at(published, here, "satisfied")
    assert whole
    assert [period.start for period in periods] == sorted({period.start for period in periods})
    assert sum(period.share.n for period in periods if isinstance(period.share, Estimate)) >= whole.n


def test_a_trend_widens_its_periods_until_nobody_is_among_fewer_than_five(published: Published) -> None:
    lengths = set()
    for periods in trends(published).values():
        lengths |= {period.length for period in periods}
        known = [period.share for period in periods if isinstance(period.share, Estimate)]
        assert all(share.n >= 5 for share in known)
    assert {"month", "quarter"} <= lengths or {"quarter", "year"} <= lengths


def test_since_the_first_day_is_everything(published: Published) -> None:
    everything = lived_since(published, [published.first_date])
    assert {(at, facet) for _start, at, facet in everything} <= {
        (one.touchpoint, one.facet) for one in lived(published)
    }
    here = code(published, "call_help")
    assert everything[published.first_date, here, "satisfied"] == lived_at(published, here, "satisfied")


def test_later_starts_know_less(published: Published) -> None:
    here, days = code(published, "call_help"), [published.first_date, middle(published), published.as_of]
    found = lived_since(published, days)
    known = [found[day, here, "satisfied"].n if (day, here, "satisfied") in found else 0 for day in days]
    assert known == sorted(known, reverse=True)
    assert known[0] > known[1] > 0


def test_before_and_lately_are_all_contacts(published: Published) -> None:
    here = code(published, "call_help")
    before, lately = repeats_around(published, here, middle(published))
    nobody, everybody = repeats_around(published, here, published.first_date.replace(year=1990))
    assert before
    assert lately
    assert everybody
    assert nobody is None
    assert before.contacts + lately.contacts == everybody.contacts


def middle(state: Published) -> date:
    return state.first_date + (state.as_of - state.first_date) / 2


def test_moods_lie_on_their_scale(published: Published) -> None:
    moods = moods_by_stage(published)
    assert moods
    for mood in moods.values():
        if isinstance(mood.mood, Estimate):
            assert -2 <= mood.mood.low <= mood.mood.value <= mood.mood.high <= 2


def test_customers_are_counted_once_per_touchpoint(published: Published) -> None:
    for customers, weighted in customers_at(published).values():
        assert 0 < customers <= 600
        assert weighted == pytest.approx(customers)
