"""Three lanes on one page: what was planted is found, the twin has none of it, and a new company is told where to begin."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from django.urls import reverse

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.lanes.keeping_apart import departments
from leitstern.app.lanes.queries import lanes
from leitstern.core.bridge.anchoring import Dimension
from leitstern.core.bridge.lanes.apart import sentence
from leitstern.core.bridge.lanes.conflicts import Rule, Severity
from leitstern.core.bridge.lanes.lane import MOST
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from leitstern.store.home import Home

HERE = "lanes:overview"


def test_what_was_planted_pulls_apart(
    company_inside: Home, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    found = lanes()
    assert {each.rule for each in found.conflicts} == {
        *(Rule.AGAINST, Rule.FIGURES, Rule.RELAPSE, Rule.STILL_USED, Rule.AHEAD)
    }
    assert found.conflicts[-1].rule is Rule.AHEAD
    assert all(len(side.figures) == MOST and side.known for side in found.sides)
    assert "5 von 15 Teams" in found.sides[0].sentence.de
    assert found.sides[1].sentence.de.startswith("Die Aufmerksamkeit der Führung lässt seit")
    assert found.anchoring.weakest
    assert not found.anchoring.untold

    client.force_login(Person.objects.filter(role=Role.EXECUTIVE.value)[0])
    client.get(reverse(HERE))
    with django_assert_max_num_queries(25):
        answer = client.get(reverse(HERE), headers={"accept-language": "de"})
    page = unescape(answer.content.decode())
    assert "Technologie, Organisation und Erleben arbeiten an 5 Stellen gegeneinander." in page
    assert "„Kürzere Gespräche“ wird gemessen an" in page
    for address in (each.address for side in found.sides for each in side.figures):
        assert f'href="{address}"' in page
    numbers = client.get(reverse(HERE), {"format": "csv"}).content.decode()
    assert numbers.count("\n") == 1 + 3 * MOST
    with django_assert_max_num_queries(25):
        apart = client.get(reverse("lanes:departments"), headers={"accept-language": "de"}).content.decode()
    there = departments()
    assert len(there) > 3
    assert sentence(there).de in apart
    service = [each for each in client.get("/api/v1/lanes/departments").json() if each["unit"] == "service"]
    assert service[0]["initiatives"] == 2
    assert client.get("/api/v1/lanes").json()["anchoring"]["weakest"] == found.anchoring.weakest.dimension


def test_in_the_twin_nothing_pulls_apart_today(twin_inside: Home) -> None:
    found = lanes()
    assert all(each.severity is Severity.MAY for each in found.conflicts)
    assert isinstance(found.anchoring.share, Estimate)
    assert found.anchoring.share.value > 0.6
    assert isinstance(found.sides[2].figures[2].value, Missing)  # no gap is declared


def test_a_new_company_reads_what_is_missing_and_where_to_enter_it(lead_client: Client) -> None:
    page = unescape(lead_client.get(reverse(HERE)).content.decode())
    assert "Nothing is known yet of technology, organisation and experience." in page
    assert "None was found. 0 of 6 rules had something to look at." in page
    assert "How far the change is anchored is not shown" in page
    for where in (
        "intake:imports",
        "placement:placement",
        "change:pulse",
        "adoption:overview",
        "silo:overview",
    ):
        assert f'href="{reverse(where)}"' in page
    bare = lead_client.get(reverse("lanes:departments")).content.decode()
    assert "No department has key figures, initiatives or budgets yet." in bare
    found = lanes()
    assert not found.known
    assert [each.dimension for each in found.anchoring.untold] == list(Dimension)
