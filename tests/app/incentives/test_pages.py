"""Pages of incentives: what they say, what they take, and to whom; nothing about few people."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.app.incentives.conftest import COST, points

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.incentives import bringing, keeping
from leitstern.app.incentives.bringing import Kind
from leitstern.app.incentives.models import Batch, Figure, Rule, Verdict
from leitstern.app.incentives.queries import conflicts
from leitstern.app.incentives.samples import COLUMNS
from leitstern.app.structure.models import Role as Held
from leitstern.app.structure.roles import enter_role

if TYPE_CHECKING:
    from collections.abc import Callable

BOTH = ("cost_per_contact", "first_contact_resolution")
PAIR = "/incentives/conflicts/cost_per_contact/first_contact_resolution"


def browser(role: Role) -> Client:
    """Somebody of the example's cast, signed in."""
    client = Client()
    client.force_login(Person.objects.get(role=role))
    return client


def said(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_before_anything_is_entered_the_page_says_what_to_do(as_role: Callable[[Role], Client]) -> None:
    client = as_role(Role.LEAD)
    page = said(client, "/incentives")
    assert "What do we reward?" in page
    assert "Begin with a template" in page
    for name in ("conflicts", "figures", "roles", "files", "templates"):
        said(client, reverse(f"incentives:{name}"))


def test_the_overview_says_the_finding_its_numbers_and_who_carries_none(example: None) -> None:
    page = said(browser(Role.EXECUTIVE), "/incentives")
    assert "1 possible conflict of aims waits for a verdict." in page
    assert "5 of 9 roles are rewarded" in page
    assert "15 pairs of rewarded key figures were compared" in page
    assert "1 role of fewer than 5 people does not count" in page
    assert "shows in the data" in page
    assert page.count("carries none") == 1  # finance; the other two are no departments of this bank
    assert page.count("no such department") == 2


def test_a_conflict_shows_word_data_and_what_levels_would_have_said(example: None) -> None:
    page = said(browser(Role.EXECUTIVE), PAIR)
    assert "got worse: in" in page
    assert "35 monthly changes" in page
    assert "Levels would have said" in page
    assert "Short contacts are cheap contacts." in page
    assert page.count("<title id=") == 4  # both charts, wide and narrow
    assert "Is it one?" in page
    assert "Is it one?" not in said(browser(Role.ANALYST), PAIR)


def test_it_is_judged_and_ruled_on_its_page(example: None) -> None:
    client = browser(Role.EXECUTIVE)
    refused = client.post(f"{PAIR}/judge", {"verdict": "refuse"})
    assert "Please say why it is none." in refused.content.decode()
    client.post(f"{PAIR}/judge", {"verdict": "confirm", "reason": "Service says so."})
    assert "Which goes first?" in said(client, PAIR)
    again = client.post(
        f"{PAIR}/first", {"figure": BOTH[1], "condition": "x", "owner": "y", "review": "2020-01-01"}
    )
    assert "has to lie in the future" in again.content.decode()
    rule = {"figure": BOTH[1], "condition": "A second call.", "owner": "Board", "review": "2090-01-01"}
    client.post(f"{PAIR}/first", rule)
    page = said(client, PAIR)
    assert "A second call." in page
    assert "what goes first is settled" in said(client, "/incentives")
    verdict = Verdict.objects.get(first__slug=BOTH[0])
    withdraw = reverse("incentives:withdraw-verdict", args=[verdict.pk])
    client.post(withdraw)
    assert "Is it one?" in said(client, PAIR)
    client.post(withdraw, {"undo": "1"})
    assert "A second call." in said(client, PAIR)


def test_a_figure_shows_its_months_definitions_and_what_was_taken_out(example: None) -> None:
    client = browser(Role.LEAD)
    page = said(client, "/incentives/figures/margin")
    assert "now without one-off income" in page
    assert page.count("stroke-gap dash") >= 2  # the new definition, wide and narrow
    claims = said(client, "/incentives/figures/claim_days")
    assert "cases were taken out before scoring" in claims
    assert "Roles of fewer than 5 people may be rewarded for it, too" in page


def test_entering_changing_and_linking_on_pages(example: None) -> None:
    client = browser(Role.ANALYST)
    new = {
        "name": "Refunds",
        "unit": "corporate",
        "definition": "Days to the money.",
        "origin": "customer",
        "direction": "lower",
        "horizon": "short",
        "giver": "own",
        "score": "median",
        "receivers": "1",
        "part": "",
        "counted_in": "days",
    }
    incomplete = client.post("/incentives/new-figure", new | {"unit": "", "definition": ""})
    assert set(incomplete.context["form"].errors) == {"unit", "definition"}
    client.post("/incentives/new-figure", new)
    figure = Figure.objects.get(slug="refunds")
    client.post("/incentives/figures/refunds/edit", new | {"name": "Refund days"})
    client.post("/incentives/figures/refunds/define", {"definition": "Working days.", "since": "2025-03"})
    push = {"lever": "Depth of checks", "sign": "-1", "strength": "weak", "basis": "Heard so."}
    client.post("/incentives/figures/refunds/link", push)
    page = said(client, "/incentives/figures/refunds")
    for words in ("Refund days", "Working days.", "From March 2025 on", "Depth of checks", "Heard so."):
        assert words in page
    twice = client.post("/incentives/figures/refunds/link", push)
    assert twice.context["link_form"].errors
    client.post(reverse("incentives:unlink", args=[figure.links.get().pk]))
    assert "Heard so." not in said(client, "/incentives/figures/refunds")
    client.post("/incentives/figures/refunds/retire")
    assert "out of use since" in said(client, "/incentives/figures/refunds")
    client.post("/incentives/figures/refunds/retire", {"undo": "1"})
    assert "out of use since" not in said(client, "/incentives/figures/refunds")


def test_roles_on_pages(example: None) -> None:
    client = browser(Role.ANALYST)
    role = {"name": "Refund desk", "unit": "corporate", "people": "12", "weight-margin": "60"}
    too_much = client.post("/incentives/new-role", role | {"weight-availability": "50"})
    assert "The weights add up to 110 percent" in too_much.content.decode()
    client.post("/incentives/new-role", role)
    held = Held.objects.get(name="Refund desk")
    page = said(client, f"/incentives/roles/{held.pk}")
    assert "60%" in page
    assert client.post(f"/incentives/roles/{held.pk}/edit", role | {"people": "4"}).status_code == 302
    assert "60%" not in said(client, f"/incentives/roles/{held.pk}")
    client.post(f"/incentives/roles/{held.pk}/retire")
    client.post(f"/incentives/roles/{held.pk}/retire", {"undo": "1"})
    held.refresh_from_db()
    assert held.retired is None


READING = (
    "/incentives",
    "/incentives/roles",
    "/incentives/conflicts",
    "/incentives/figures/margin",
    "/incentives/figures",
)


def test_what_a_small_role_is_rewarded_for_stands_nowhere_and_cannot_be_worked_out(example: None) -> None:
    """One person leads finance: whatever hangs on their reward, every page reads the same."""
    head = Held.objects.get(people=1)
    client = browser(Role.ANALYST)
    pages = [
        *READING,
        f"/incentives/roles/{head.pk}",
        *(f"{page}?format=csv" for page in READING if "margin" not in page),
    ]
    programs = ["/api/v1/incentives/coverage", "/api/v1/incentives/conflicts", "/api/v1/incentives/figures"]
    analyst = Person.objects.get(role=Role.ANALYST)
    unrewarded = keeping.enter_figure(analyst, replace(COST, name="Bonus pool"), "x")
    before = {page: strip(client.get(page).content) for page in (*pages, *programs)}
    keeping.reward(analyst, head, {"margin": 7, unrewarded.slug: 30})
    assert {page: strip(client.get(page).content) for page in (*pages, *programs)} == before


def strip(page: bytes) -> str:
    """Without the tokens of forms and scripts, which differ from call to call."""
    return re.sub(r'nonce="[^"]+"|\b[A-Za-z0-9]{64}\b', "", page.decode())


def test_values_come_in_as_a_table_and_are_taken_back(example: None) -> None:
    client = browser(Role.ANALYST)
    good = SimpleUploadedFile("more.csv", b"Month,margin\n2022-01,20\n2022-02,21\n")
    client.post("/incentives/files", {"kind": "values", "file": good})
    assert "more.csv" in said(client, "/incentives/files")
    batch = Batch.objects.get(name="more.csv")
    client.post(reverse("incentives:withdraw-file", args=[batch.pk]))
    batch.refresh_from_db()
    assert batch.withdrawn
    client.post(reverse("incentives:withdraw-file", args=[batch.pk]), {"undo": "1"})
    bad = SimpleUploadedFile("bad.csv", b"Month,margin\n2022-01,much\nsoon,21\n")
    page = client.post("/incentives/files", {"kind": "values", "file": bad})
    assert page.status_code == 422
    assert "2 mistakes" in page.content.decode()
    assert not Batch.objects.filter(name="bad.csv").exists()
    empty = client.post("/incentives/files", {"kind": "values"})
    assert empty.context["form"].errors.keys() == {"file"}


@pytest.mark.parametrize("kind", Kind)
def test_every_sample_can_be_handed_in_as_it_is(example: None, kind: Kind) -> None:
    client = browser(Role.ANALYST)
    sample = client.get(reverse("incentives:sample", args=[kind.value]))
    assert len(next(csv.reader(StringIO(sample.content.decode("utf-8-sig"))))) == len(COLUMNS[kind])
    file = SimpleUploadedFile(f"{kind}.csv", sample.content)
    answer = client.post("/incentives/files", {"kind": kind.value, "file": file})
    assert answer.status_code == 302, answer.context["mistakes"]


def test_rules_on_the_page(example: None) -> None:
    client = browser(Role.ANALYST)
    rule = {"name": "Strikes", "why": "external", "reasons": "Streik\nwalkout\n", "figure": ""}
    client.post("/incentives/exclusions", rule)
    made = Rule.objects.get(name="Strikes")
    assert made.reasons == ["Streik", "walkout"]
    for undo in ({}, {"undo": "1"}):
        client.post(reverse("incentives:withdraw-rule", args=[made.pk]), undo)
    made.refresh_from_db()
    assert made.withdrawn is None
    assert client.post("/incentives/exclusions", rule | {"reasons": ""}).context["rule_form"].errors


def test_templates_are_begun_on_the_page(as_role: Callable[[Role], Client]) -> None:
    client = as_role(Role.ANALYST)
    page = said(client, "/incentives/templates")
    assert "Hours to the answer on a special price" in page
    nowhere = client.post("/incentives/templates/figures/special_price_hours", {"unit": ""})
    assert nowhere.status_code == 200
    client.post("/incentives/templates/figures/special_price_hours", {"unit": "corporate"})
    assert Figure.objects.get().score == "median"
    client.post(
        "/incentives/templates/conflicts/speed_or_margin", {"first": "corporate", "second": "corporate"}
    )
    assert {each.slug for each in Figure.objects.all()} == {"special_price_hours", "margin"}
    assert client.post("/incentives/templates/figures/nothing", {"unit": "corporate"}).status_code in {
        200,
        404,
    }


def test_lists_are_taken_along(example: None) -> None:
    client = browser(Role.AUDITOR)
    rows = csv.DictReader(
        StringIO(client.get("/incentives/conflicts?format=csv").content.decode("utf-8-sig"))
    )
    found = {(row["first"], row["second"]): row for row in rows}
    assert found[BOTH]["state"] == "asked"
    assert found[BOTH]["found in data"] == "True"
    assert float(found[BOTH]["high"]) < 0
    roles = client.get("/incentives/roles?format=csv").content.decode("utf-8-sig")
    assert "< 5" in roles


def test_nothing_is_known_about_other_pairs(example: None) -> None:
    assert browser(Role.LEAD).get("/incentives/conflicts/margin/availability").status_code == 404


@pytest.mark.parametrize(
    "address", ["/incentives", "/incentives/conflicts", "/incentives/figures", "/incentives/figures/margin"]
)
def test_more_of_everything_is_not_more_questions(example: None, address: str) -> None:
    analyst, client = Person.objects.get(role=Role.ANALYST), browser(Role.ADMIN)
    asked = []
    for round_ in range(2):
        for at in range(3):
            figure = keeping.enter_figure(analyst, replace(COST, name=f"More {round_} {at}"), "x")
            role = enter_role(analyst, f"Role {round_} {at}", "service", 20)
            keeping.reward(analyst, role, {figure.slug: 10})
            bringing.bring_values(analyst, "x.csv", points(figure.slug, [1.0, 2.0]))
            keeping.define(analyst, figure, "y", timezone.localdate())
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 30, [query["sql"][:150] for query in queries.captured_queries]
    assert len(conflicts().lines) == 2


def test_function_by_function_shows_who_speaks_up_and_what_is_carried(example: None) -> None:
    from leitstern.app.project.example_structure import found_structure

    assert "How far do customers reach into each function?" in said(
        browser(Role.LEAD), "/incentives/functions"
    )
    people = {Role(person.role): person for person in Person.objects.all()}
    found_structure(people, timezone.localdate(), "en")
    page = said(browser(Role.LEAD), "/incentives/functions")
    assert "Customers reach" in page
    assert "Purchasing – ambassadors: has none; carries no key figure of customers" in page
    assert "Head of marketing" in page
    rows = browser(Role.LEAD).get("/incentives/functions?format=csv").content.decode("utf-8-sig")
    assert "Customer service,has ambassadors,first_contact_resolution" in rows
