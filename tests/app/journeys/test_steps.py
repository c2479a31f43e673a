"""What comes before a touchpoint and after it: page, spreadsheet and interface agree."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published

PAGE, API = "/journeys/steps", "/api/v1/journeys/steps"


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_the_page_says_what_its_spreadsheet_and_the_programs_hold(analyst: Client) -> None:
    asked = {"at": "claim_settled"}
    page, found = analyst.get(PAGE, asked), analyst.get(API, asked).json()
    assert page.status_code == 200
    assert found["sentence"]["en"] in page.content.decode()
    rows = list(
        csv.DictReader(io.StringIO(analyst.get(PAGE, {**asked, "format": "csv"}).content.decode("utf-8-sig")))
    )
    assert len(rows) == len(found["places"])
    assert {each["step"] for each in found["places"]} == set(range(-3, 4))
    (here,) = (each for each in found["places"] if each["step"] == 0)
    assert (here["node"], here["share"]["value"]) == ("claim_settled", 1)
    assert found["links"]


def test_each_step_holds_every_journey_and_never_more_places_than_asked(analyst: Client) -> None:
    found = analyst.get(API, {"at": "login", "most": "3", "occurrence": "last"}).json()
    steps = defaultdict(list)
    for each in found["places"]:
        steps[each["step"]].append(each)
    for places in steps.values():
        assert sum(each["share"]["value"] or 0 for each in places) == pytest.approx(1, abs=0.05)
        assert sum(each["node"] not in {"outside", "others"} for each in places) <= 3


def test_beside_another_selection_the_places_are_the_same(analyst: Client) -> None:
    found = analyst.get(API, {"at": "login", "channel": "app", "compare": "true"}).json()
    assert all(each["share"]["n"] is None or each["share"]["n"] >= 5 for each in found["places"])
    known = [each for each in found["places"] if each["difference"]["value"] is not None]
    assert known
    for each in known:
        assert each["difference"]["value"] == pytest.approx(each["share"]["value"] - each["other"]["value"])


def test_a_touchpoint_nobody_knows_is_refused(analyst: Client) -> None:
    page = analyst.get(PAGE, {"at": "nowhere"})
    assert "nowhere is not one of the available choices." in page.content.decode()
    assert analyst.get(API, {"at": "nowhere"}).status_code == 422


def test_of_fewer_than_five_customers_nothing_is_shown(analyst: Client) -> None:
    found = analyst.get(API, {"since": "2099-01"}).json()
    assert found["places"] == found["links"] == []


def test_what_hardly_anybody_met_in_the_other_selection_is_told_first(analyst: Client) -> None:
    """Unclear letters lead to calls since November; before, fewer than five did, which is no difference of two shares."""
    asked = {"at": "call_help", "since": "2025-11", "compare": "true", "b_until": "2025-10"}
    said = analyst.get(API, asked).json()["sentence"]["en"]
    assert said.startswith("The selections differ most here: 1 before, Letter about terms: ")
    assert said.endswith(", fewer than five customers there.")
    swapped = {"at": "call_help", "until": "2025-10", "compare": "true", "b_since": "2025-11"}
    assert "Letter about terms" not in analyst.get(API, swapped).json()["sentence"]["en"]
