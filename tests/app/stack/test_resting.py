"""What a capability rests on, and how far teams have come: the same on its page, for programs and in the list."""

from __future__ import annotations

import csv
import json
from html import unescape
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.adoption.queries import teams_by_rung
from leitstern.app.stack import queries
from leitstern.core.inside.adoption.rungs import Rung

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.core.inside.stack.inventory import Capability


@pytest.fixture(autouse=True)
def company(company_inside: object) -> None:
    """The example company, whose platforms are looked at."""


@pytest.fixture
def lead(company: None) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(Person.objects.filter(role=Role.LEAD).order_by("pk")[0])
    return client


@pytest.fixture
def looked_at() -> tuple[str, Mapping[Rung, int], Capability]:
    """An application whose use is looked at, its teams, and a capability that rests on it."""
    known = queries.inventory()
    found = teams_by_rung(known.by_slug)
    slug = next(each for each in found if each in known.capabilities_of)
    return slug, found[slug], known.capabilities_of[slug][0]


def test_pages_show_how_far_teams_have_come(
    lead: Client, looked_at: tuple[str, Mapping[Rung, int], Capability]
) -> None:
    slug, teams, capability = looked_at
    assert sum(teams.values()) > 0
    page = unescape(lead.get(reverse("stack:application", args=[slug])).content.decode())
    for rung, n in teams.items():
        assert f'<span class="nowrap">{rung} {n}</span>' in page
    page = unescape(lead.get(reverse("stack:capability", args=[capability.slug])).content.decode())
    for said in ("What it rests on", "Worst for customers", "Cost per year", "Teams by rung"):
        assert said in page
    listed = unescape(lead.get(reverse("stack:capabilities")).content.decode())
    assert f'<span class="nowrap">lived {teams[Rung.LIVED]}</span>' in listed


def test_programs_and_lists_say_the_same(
    lead: Client, looked_at: tuple[str, Mapping[Rung, int], Capability]
) -> None:
    slug, teams, capability = looked_at
    told = json.loads(lead.get("/api/v1/technology/capabilities").content)
    one = next(each for each in told if each["capability"] == capability.slug)
    assert one["teams"][Rung.LIVED] >= teams[Rung.LIVED]
    assert one["cost_per_year"][0]["minor"] > 0
    assert {each["source"] for each in one["integrations"]} <= queries.inventory().by_slug.keys()
    systems = json.loads(lead.get("/api/v1/technology/applications").content)
    assert {each["application"]: each["teams"] for each in systems}[slug] == teams
    assert None in [each["teams"] for each in systems]  # nobody looks at the use of most
    table = lead.get(reverse("stack:capabilities"), {"format": "csv"}).content.decode("utf-8-sig")
    row = next(each for each in csv.DictReader(StringIO(table)) if each["short name"] == capability.slug)
    assert row["teams at lived"] == str(one["teams"][Rung.LIVED])
    assert row["integrations"] == str(len(one["integrations"]))
    assert row["cost per year"]
