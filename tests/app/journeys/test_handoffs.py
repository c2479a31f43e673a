"""Where cases change hands, for a selection and for one beside another."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role
from leitstern.collect.example.truths import PLANTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published

PAGE, API = "/journeys/handoffs", "/api/v1/journeys/handoffs"


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_the_page_says_what_its_spreadsheet_and_the_programs_hold(analyst: Client) -> None:
    page, found = analyst.get(PAGE), analyst.get(API).json()
    assert page.status_code == 200
    most = found["handoffs"][0]
    assert most["department"] != most["next_department"]
    assert "of 100 contacts with" in found["sentence"]["en"]
    assert found["sentence"]["en"] in page.content.decode()
    rows = list(csv.DictReader(io.StringIO(analyst.get(f"{PAGE}?format=csv").content.decode("utf-8-sig"))))
    assert len(rows) == len(found["handoffs"])
    assert float(rows[0]["share"]) == most["share"]["value"]
    assert all(each["customers"] >= 5 for each in found["handoffs"])


def test_what_had_to_be_told_again_comes_out_where_it_was_planted(analyst: Client) -> None:
    found = analyst.get("/api/v1/journeys/told-again").json()
    pairs = {(each["before"], each["here"]): each for each in found["pairs"]}
    letter, calls = pairs["fee_letter", "call_help"], PLANTED.calls
    assert letter["share"]["low"] <= calls.told_again_letter <= letter["share"]["high"]
    assert letter["share"]["low"] > 4 * calls.told_again
    assert 0 < found["recorded"] < found["contacts"]  # only the phone records it
    assert {
        here
        for kind, here in ((each["kind"], each["here"]) for each in found["pairs"])
        if kind == "department"
    } == {"service"}
    assert min(each["customers"] for each in found["pairs"]) >= 5
    page = analyst.get(PAGE).content.decode()
    assert "Where they had to tell it again" in page
    assert found["sentence"]["en"] in page
    rows = analyst.get(f"{PAGE}?format=csv&table=told-again").content.decode("utf-8-sig").splitlines()
    assert len(rows) == len(found["pairs"]) + 1
    beside = analyst.get("/api/v1/journeys/told-again", {"channel": "letter", "b_channel": "phone"}).json()
    assert any(each["difference"] for each in beside["pairs"])


def test_two_selections_stand_beside_each_other(analyst: Client) -> None:
    asked = {"channel": "phone", "b_channel": "web"}
    found = analyst.get(API, asked).json()
    both = [each for each in found["handoffs"] if not each["difference"].get("missing")]
    for each in both:
        assert each["difference"]["value"] == pytest.approx(each["share"]["value"] - each["other"]["value"])
    assert analyst.get(PAGE, {"channel": "phone", "b-channel": "web"}).status_code == 200
