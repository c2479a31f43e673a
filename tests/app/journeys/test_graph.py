"""The journey as a graph: page, spreadsheet and interface agree, and the picture says how much it holds."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published

PAGE, API = "/journeys/graph", "/api/v1/journeys/graph"


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_the_page_says_what_its_spreadsheet_and_the_programs_hold(analyst: Client) -> None:
    page, found = analyst.get(PAGE), analyst.get(API).json()
    assert page.status_code == 200
    assert found["sentence"]["en"] in page.content.decode()
    rows = list(csv.DictReader(io.StringIO(analyst.get(f"{PAGE}?format=csv").content.decode("utf-8-sig"))))
    assert len(rows) == len(found["edges"])
    assert all(each["customers"] >= 5 for each in found["edges"])
    shown = [(each["node"], each["next_node"]) for each in found["edges"] if each["shown"]]
    assert {"start", "end"} <= {node for edge in shown for node in edge}


def test_more_detail_holds_more_and_stages_are_fewer(analyst: Client) -> None:
    few, many, stages = (
        analyst.get(API, asked).json() for asked in ({"detail": "0"}, {"detail": "100"}, {"between": "stage"})
    )
    assert few["covered_steps"]["value"] < many["covered_steps"]["value"] <= 1
    assert few["covered_journeys"]["value"] <= many["covered_journeys"]["value"] <= 1
    assert len(stages["edges"]) < len(many["edges"])
    assert all(found["sentence"]["en"].startswith("Most customers go from") for found in (few, many, stages))


def test_beside_another_selection_shares_differ(analyst: Client) -> None:
    asked = {"channel": "app", "b_channel": "phone"}
    found = analyst.get(API, asked).json()
    assert any(each["sure"] for each in found["edges"])
    assert "differ most" in found["sentence"]["en"]
    page = analyst.get(PAGE, {"channel": "app", "b-channel": "phone"})
    assert found["sentence"]["en"] in page.content.decode()


def test_what_cannot_be_drawn_is_said(analyst: Client) -> None:
    page = analyst.get(PAGE, {"detail": "70"})
    assert "70 is not one of the available choices." in page.content.decode()
    assert "sentence" not in page.context


def test_of_fewer_than_five_customers_nothing_is_shown(analyst: Client) -> None:
    found = analyst.get(API, {"since": "2099-01"}).json()
    assert found["edges"] == []
    assert found["covered_steps"]["missing"] == "too-few-customers"
