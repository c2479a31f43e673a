"""What every page keeps to, and what the frame's own pages do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from tests.app.web.addresses import exports, pages
from tests.people import make

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry
from leitstern.app.gap.queries import gap_report
from leitstern.app.web.method import methods
from leitstern.core.gap.headlines import evidence, headline

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

# What our policy for content forbids: a page that needs it would be broken in a browser.
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|\sstyle=|\son[a-z]+=\"|javascript:", re.IGNORECASE)
ELSEWHERE = re.compile(r'(?:src|href)="(?:https?:)?//[^"]*"')


@pytest.fixture
def admin_inside(visited_inside: Home) -> Client:
    """The browser of whoever looks after the company that has something of every kind."""
    browser = Client()
    browser.force_login(Person.objects.get(role=Role.ADMIN))
    return browser


@pytest.mark.parametrize(("language", "share"), [("de", r"\d+\xa0%"), ("en", r"\d+%")])
def test_the_situation_says_how_many_promises_were_kept(
    admin_inside: Client, language: str, share: str
) -> None:
    page = admin_inside.get("/", headers={"accept-language": language}).content.decode()
    assert re.search(rf'<dd class="value">{share} <small>\[\d+–\d+\]</small></dd>', page)


def test_every_page_holds_what_it_promises(admin_inside: Client) -> None:
    """It opens, has one main heading and a title, nothing inline, nothing from elsewhere."""
    browser = admin_inside
    for address in pages():
        answer = browser.get(address)
        page = answer.content.decode()
        assert answer.status_code == 200, address
        if "/count" in address:
            continue
        assert page.count("<h1") == 1, address
        assert re.search(r"<title>[^·]+· Leitstern</title>", page), address
        assert INLINE.findall(page) == [], address
        assert ELSEWHERE.findall(page) == [], address
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_every_list_and_document_opens(admin_inside: Client) -> None:
    for address in exports():
        answer = admin_inside.get(address)
        assert answer.status_code == 200, address
        assert answer["Content-Type"].split(";")[0] in {"text/csv", "application/json"}


def test_the_situation_says_what_was_found(published: Published, as_role: Callable[[Role], Client]) -> None:
    report = gap_report(published)
    page = as_role(Role.EXECUTIVE).get("/").content.decode()
    assert headline(report).en in page
    assert evidence(report).en.split(";")[0].replace("’", "&#x27;") in page or "Promises lie" in page
    for entry in (*report.most_people[:3], *report.most_harm[:3]):
        assert escape(entry.here.en) in page
    assert page.count("importance ") >= len(report.most_people[:5])
    assert f"{report.delivery.places} <small>of {report.delivery.touchpoints} places" in page
    owners = {point.slug: point.owner for point in published.taxonomy.touchpoints}
    assert all(owner.en in page for e in report.most_harm[:3] if (owner := owners[e.touchpoint]))
    assert page.count("<svg") >= 4


@pytest.mark.parametrize("language", ["de", "en"])
def test_numbers_are_written_as_the_reader_writes_them(
    published: Published, as_role: Callable[[Role], Client], language: str
) -> None:
    browser = as_role(Role.LEAD)
    browser.cookies["leitstern_language"] = language
    page = browser.get("/").content.decode()
    assert f'<html lang="{language}">' in page
    assert ("30.06.2026" in page) is (language == "de")


def test_a_touchpoint_shows_the_statement_asked_for(
    small_company: Home, as_role: Callable[[Role], Client]
) -> None:
    browser = as_role(Role.OWNER)
    for asked in ("in_time", "satisfied"):
        page = browser.get("/touchpoints/claim_settled", {"facet": asked})
        assert page.context["chosen"].facet == asked
        assert f"touchpoint=claim_settled&amp;facet={asked}" in page.content.decode()
    assert browser.get("/touchpoints/nowhere").status_code == 404


def test_a_touchpoint_follows_the_statement_it_leads_with(
    published: Published, as_role: Callable[[Role], Client]
) -> None:
    report = gap_report(published)
    leading = next(entry for entry in report.most_people if entry.touchpoint == "claim_settled")
    browser = as_role(Role.OWNER)
    for asked in ({}, {"facet": "nonsense"}):
        page = browser.get("/touchpoints/claim_settled", asked)
        assert page.context["chosen"].facet == leading.facet
        assert page.context["sentences"][0] == leading.here
        assert f"touchpoint=claim_settled&amp;facet={leading.facet}" in page.content.decode()


def test_reasons_of_what_was_promised_are_those_of_the_answers(
    small_company: Home, as_role: Callable[[Role], Client]
) -> None:
    page = as_role(Role.OWNER).get("/touchpoints/claim_settled?facet=in_time")
    assert page.context["explained"] == "satisfied"
    assert "Reasons can only be compared for “Satisfied”" in page.content.decode()


@pytest.mark.parametrize(("slug", "loud"), [("claim_settled", True), ("branch_counter", False)])
def test_deciding_is_offered_loudly_only_where_a_gap_is_declared(
    published: Published, as_role: Callable[[Role], Client], slug: str, loud: bool
) -> None:
    page = as_role(Role.OWNER).get(f"/touchpoints/{slug}")
    assert page.context["chosen"].is_declared is loud
    assert ('class="button primary" href="/measures/new' in page.content.decode()) is loud


def test_where_few_answered_both_numbers_are_said(
    published: Published, as_role: Callable[[Role], Client]
) -> None:
    page = as_role(Role.OWNER).get("/touchpoints/payoff")
    seen = page.context["chosen"].observed
    said = page.content.decode()
    assert f"{seen.agreeing} of {seen.n} (" in said
    assert "Because few have answered, we reckon cautiously with" in said


def test_people_come_back_more_often_since_the_letters_are_unclear(
    small_company: Home, as_role: Callable[[Role], Client]
) -> None:
    page = as_role(Role.LEAD).get("/touchpoints/call_help")
    before, lately = page.context["repeats_before_and_lately"]
    assert lately.of_customers.value > before.of_customers.value
    assert "In the last six months" in page.content.decode()


def test_who_may_not_act_is_not_invited_to(small_company: Home, as_role: Callable[[Role], Client]) -> None:
    invited = "Decide what to do"
    assert invited in as_role(Role.OWNER).get("/touchpoints/payoff").content.decode()
    assert invited not in as_role(Role.AUDITOR).get("/touchpoints/payoff").content.decode()


def test_the_navigation_shows_what_the_role_may_open(
    visited_company: Home, as_role: Callable[[Role], Client]
) -> None:
    for role in Role:
        page = as_role(role).get(reverse("web:method"))
        for group in page.context["navigation"]:
            for entry in group["entries"]:
                assert page.client.get(entry["address"]).status_code == 200, (role, entry["address"])
    assert "/audit" not in as_person(Role.LEAD).get("/").content.decode()


def as_person(role: Role) -> Client:
    browser = Client()
    browser.force_login(Person.objects.get(role=role))
    return browser


def test_every_method_page_exists_in_both_languages(db: None, client: Client) -> None:
    assert set(methods("de")) == set(methods("en"))
    assert len(methods("en")) >= 18
    client.force_login(make(Role.AUDITOR))
    for slug, page in methods("en").items():
        body = client.get(reverse("web:method-page", args=[slug])).content.decode()
        assert page.title.replace("'", "&#x27;") in body
        for linked in re.findall(r'href="([a-z-]+)"', body):
            assert linked in methods("en"), (slug, linked)
    assert client.get(reverse("web:method-page", args=["nothing"])).status_code == 404


def test_every_number_leads_to_how_it_is_calculated(
    visited_company: Home, as_role: Callable[[Role], Client]
) -> None:
    browser, named = as_role(Role.ADMIN), set()
    for address in pages():
        named |= set(re.findall(r'class="how" href="/method/([^"]+)"', browser.get(address).content.decode()))
    assert named <= set(methods("en"))
    assert len(named) >= 12


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("/measures", "/measures"),
        ("https://example.org/", "/"),
        ("//example.org/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_switching_the_language_stays_in_the_house(db: None, target: str, leads_to: str) -> None:
    browser, person = Client(), make(Role.LEAD)
    browser.force_login(person)
    answer = browser.post(reverse("web:language"), {"language": "de", "next": target})
    assert answer["Location"] == leads_to
    assert answer.cookies["leitstern_language"].value == "de"
    person.refresh_from_db()
    assert person.language == "de"


def test_the_log_tells_whether_its_chain_is_whole(
    small_company: Home, as_role: Callable[[Role], Client]
) -> None:
    browser, address = as_role(Role.AUDITOR), reverse("web:audit")
    assert "the chain is whole" in browser.get(address).content.decode()
    entry = AuditEntry.objects.order_by("id")[1]
    AuditEntry.objects.filter(pk=entry.pk).update(verb="did nothing at all")
    assert f"broken at number {entry.pk}" in browser.get(address).content.decode()


def test_charts_are_styled_from_an_address_that_changes_with_them(client: Client, db: None) -> None:
    answer = client.get(reverse("web:chart-styles", args=["abc"]))
    assert answer["Content-Type"].startswith("text/css")
    assert "immutable" in answer["Cache-Control"]
    assert ".fill-outside" in answer.content.decode()


def test_a_wrong_address_is_told_kindly(db: None, client: Client) -> None:
    client.force_login(make(Role.LEAD))
    answer = client.get("/nothing/here")
    assert answer.status_code == 404
    assert "This page does not exist" in answer.content.decode()


def test_whoever_watches_over_the_server_is_answered(client: Client, db: None) -> None:
    assert client.get("/alive").json() == {"status": "ok"}
