"""Published figures beside the company's own: page, table, programs."""

from __future__ import annotations

import csv
from html import unescape
from io import StringIO
from typing import TYPE_CHECKING

from leitstern.app.claims.queries import own_figures, register
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.outside.reading import published
from leitstern.app.portfolio.keeping import keep_initiative
from leitstern.core.bridge.claims.claim import Grade
from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.bridge.portfolio.drafts import InitiativeDraft
from leitstern.core.bridge.portfolio.terms import Aim, AiMode, Kind
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from leitstern.store.home import Home


def seen(client: Client, address: str = "/claims", language: str = "en") -> str:
    answer = client.get(address, headers={"Accept-Language": language})
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_everything_published_stands_on_the_page(lead_client: Client, small_company: Home) -> None:
    page = seen(lead_client)
    assert (
        f"{len(CLAIMS)} published findings to compare with; none can tell what a change will bring." in page
    )
    for claim in CLAIMS.values():
        assert claim.name.en in page
        assert all(figure.said.en in page for figure in claim.figures)
        assert all(quote.words in page for quote in claim.quotes)
    assert "by chance alone 91–94%" in page
    assert "· 2014</p>" in page


def test_it_speaks_german(lead_client: Client, small_company: Home) -> None:
    page = seen(lead_client, language="de")
    assert "Veröffentlichte Zahlen" in page
    assert "keiner kann sagen, was eine Veränderung bringt" in page
    assert "noch nicht gemessen: " in page.lower()


def test_own_figures_are_counted_from_what_is_there(small_company: Home) -> None:
    state = published()
    assert state
    own = own_figures()
    for slug in ("contact-history", "feedback-captured"):
        found = own[slug]
        assert isinstance(found, Estimate)
        assert found.n == len(state.taxonomy.touchpoints)
        assert found.low == found.value == found.high
        assert found.as_of == state.as_of
        assert (found.value * found.n) % 1 == 0
    without = own["feedback-captured"]
    assert isinstance(without, Estimate)
    assert 0 < without.value < 1
    nothing = own["innovative-experiences"]
    assert isinstance(nothing, Missing)
    assert "no initiative uses artificial intelligence" in nothing.reason.en


def test_initiatives_for_a_better_experience_stand_beside_the_study(small_company: Home) -> None:
    for title, aim, mode in (
        ("Chatbot", Aim.EXPERIENCE, AiMode.ASSISTANCE),
        ("Robot", Aim.COST, AiMode.AUTOMATION),
        ("Scoring", Aim.COST, AiMode.AUTOMATION),
        ("Branch", Aim.EXPERIENCE, None),
    ):
        draft = InitiativeDraft(title, Kind.TECHNOLOGY, aim, units=("service",), ai_mode=mode)
        keep_initiative(COMMAND_LINE, draft)
    own = own_figures()["innovative-experiences"]
    assert isinstance(own, Estimate)
    assert (own.value, own.n) == (1 / 3, 3)


def test_before_the_first_import_nothing_is_measured(home: Home, db: None) -> None:
    assert all(isinstance(each.own, Missing) for each in register())


def test_one_grade_can_be_looked_at_alone(lead_client: Client, small_company: Home) -> None:
    page = seen(lead_client, "/claims?grade=cross_sectional")
    assert CLAIMS["revenue-of-the-best"].name.en in page
    assert CLAIMS["experience-broken"].name.en not in page
    assert "Nothing in the register came about in this way." in seen(
        lead_client, "/claims?grade=experimental"
    )
    assert CLAIMS["experience-broken"].name.en in seen(lead_client, "/claims?grade=nonsense")


def test_the_table_can_be_taken_along(lead_client: Client, small_company: Home) -> None:
    text = lead_client.get("/claims?format=csv").content.decode("utf-8-sig")
    lines = list(csv.DictReader(StringIO(text)))
    assert len(lines) == sum(len(each.figures) for each in CLAIMS.values())
    broken = lines[0]
    assert (broken["said"], broken["n"], broken["year"], broken["grade"]) == (
        "93%",
        "800",
        "",
        "survey_opinion",
    )
    assert "besser sein könnte" in broken["wordings"]
    assert broken["own"] == ""
    assert broken["own_counts"].startswith("not measured yet")


def test_programs_read_the_same(lead_client: Client, small_company: Home) -> None:
    everything = lead_client.get("/api/v1/claims").json()
    assert [each["slug"] for each in everything] == list(CLAIMS)
    one = lead_client.get("/api/v1/claims/revenue-of-the-best").json()
    assert one["figures"][0]["published"] == 0.3
    assert one["carries_expectation"] is False
    assert "compared once" in one["judged"]["en"]
    assert lead_client.get("/api/v1/claims/invented").status_code == 404
    assert lead_client.get("/api/v1/claims?grade=vendor").json() == [
        each for each in everything if each["grade"] == Grade.VENDOR
    ]
    assert lead_client.get("/api/v1/claims?grade=hearsay").status_code == 422


def test_the_page_asks_the_database_the_same_whatever_stands_there(
    lead_client: Client, small_company: Home, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    seen(lead_client)
    with django_assert_max_num_queries(18):
        seen(lead_client)
