"""The placement as a page and for programs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import Finding
from leitstern.app.placement.dimensions import profile
from leitstern.app.placement.queries import placement, ratings_now, route_choice
from leitstern.core.inside.durations import Prior
from leitstern.core.inside.ratings import View
from leitstern.core.inside.route_table import route_ways
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.store.home import Home


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_before_anybody_looked_the_page_says_how_to_begin(lead_client: Client, home: Home) -> None:
    page = lead_client.get("/placement").content.decode()
    assert "Nobody has looked yet" in page
    assert "Hold a workshop" in page
    assert lead_client.get("/api/v1/placement").status_code == 404


def test_customers_of_the_published_state_are_witnesses_of_culture(small_company: Home) -> None:
    (view,) = ratings_now()
    assert view.view is View.CUSTOMERS
    assert view.n > 300
    found = placement()
    assert found is not None
    assert found.fused is None
    assert route_choice(found) is None


def test_evidence_an_assessor_and_customers_make_a_placement(small_company: Home, looked_at: None) -> None:
    found = placement()
    assert found is not None
    assert [cloud.view for cloud in found.views] == [View.EVIDENCE, View.INDEPENDENT, View.CUSTOMERS]
    assert found.fused is not None
    assert isinstance(found.fused.technology, Estimate)
    assert sum(found.probabilities.values()) == pytest.approx(1)
    assert placement() == found


def test_the_placement_is_kept_until_something_changes(looked_at: None, home: Home) -> None:
    placement()
    before = Finding.objects.filter(name="placement").count()
    placement()
    assert Finding.objects.filter(name="placement").count() == before == 1


def test_the_page_says_finding_evidence_and_route(lead_client: Client, home: Home, looked_at: None) -> None:
    found = placement()
    assert found is not None
    choice = route_choice(found)
    assert choice is not None
    page = lead_client.get("/placement", headers={"accept-language": "en"}).content.decode()
    assert found.sentence.en in page
    assert choice.sentence.en in page
    assert page.count('class="chart"') >= 6
    assert "/assumptions" in page


def test_the_routes_are_drawn_from_the_position_the_page_gives(
    lead_client: Client, home: Home, looked_at: None
) -> None:
    found = placement()
    assert found is not None
    assert found.fused is not None
    choice = route_choice(found)
    assert choice is not None
    page = lead_client.get("/placement", headers={"accept-language": "en"}).content.decode()
    picture = page.split('id="ways-title"')[1].split("</svg>")[0]
    assert isinstance(found.fused.culture, Estimate)
    assert f"Culture: {found.fused.culture.value:.1f}" in picture
    best = route_ways(choice)[0]
    first = best.times[0]
    assert f"{first.middle.en}–{first.late.en} months" in picture
    assert f"{best.name.en} (recommended)" in picture


@pytest.mark.parametrize(
    ("export", "first"),
    [("csv", "view"), ("types", "type"), ("routes", "if_type"), ("levers", "rank")],
    ids=str,
)
def test_everything_can_be_taken_along(
    lead_client: Client, home: Home, looked_at: None, export: str, first: str
) -> None:
    table = rows(lead_client.get(f"/placement?format={export}").content.decode())
    assert table[0][0] == first
    assert len(table) > 1


def test_the_duration_of_culture_can_be_taken_from_elsewhere(
    lead_client: Client, home: Home, looked_at: None
) -> None:
    found = placement()
    assert found is not None
    paper, literature = (route_choice(found, prior) for prior in (Prior.PAPER, Prior.LITERATURE))
    assert paper is not None
    assert literature is not None
    assert literature.chosen.mean < paper.chosen.mean
    assert lead_client.get("/placement?prior=literature").status_code == 200
    assert lead_client.get("/placement?prior=wishful").status_code == 200


def test_programs_read_the_same(lead_client: Client, home: Home, looked_at: None) -> None:
    document = lead_client.get("/api/v1/placement").json()
    assert document["views"][-1]["view"] == "all"
    assert {each["type"] for each in document["types"]} == {"star", "lemming", "tech_distant", "camper"}
    routes = lead_client.get("/api/v1/placement/routes?prior=literature").json()
    for future in routes["futures"]:
        assert [each["route"] for each in future["routes"] if each["recommended"]] == [routes["route"]]
    assert lead_client.get("/api/v1/placement/routes?prior=wishful").status_code == 422


def test_what_moves_the_placement_is_listed_people_first_within_a_tie(
    lead_client: Client, home: Home, looked_at: None
) -> None:
    document = lead_client.get("/api/v1/placement/levers").json()
    assert [each["dimension"][0] for each in document["levers"] if each["tie"] == 1] == ["k"] * 4 + ["t"] * 4
    assert "those of people come first" in document["sentence"]["en"]
    page = lead_client.get("/placement", headers={"accept-language": "en"}).content.decode()
    assert document["sentence"]["en"] in page


def test_claimed_and_credited_stand_side_by_side(home: Home, looked_at: None) -> None:
    found = profile(ratings_now())
    assert len(found) == 8
    first = found[0]
    assert isinstance(first.claimed, Estimate)
    assert isinstance(first.credited, Estimate)
    assert (first.claimed.value, first.credited.value) == (3, 1)
    assert isinstance(first.staff, Missing)


def test_the_situation_carries_the_placement_in_one_sentence(
    small_company: Home, looked_at: None, as_role: Callable[[Role], Client]
) -> None:
    found = placement()
    assert found is not None
    assert found.sentence.en in as_role(Role.EXECUTIVE).get("/").content.decode()
    assert found.sentence.en not in as_role(Role.SERVICE).get("/").content.decode()
