"""How long customers wait between two touchpoints, for a selection and for one beside another."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role
from leitstern.app.journeys.waits import lasting, span_name
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.waits import DAY_US, ENDS, MINUTE_US

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published

PAGE, API = "/journeys/waits", "/api/v1/journeys/waits"
OPENING = {"start": "account_opening", "then": "welcome"}


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_the_page_says_what_its_spreadsheet_and_the_programs_hold(analyst: Client) -> None:
    page, found = analyst.get(PAGE, OPENING).content.decode(), analyst.get(API, OPENING).json()
    assert found["sentence"]["en"] in page
    assert found["median_hours"]["value"] <= found["p90_hours"]["value"]
    assert [each["hours"] for each in found["within"]] == [1, 24, 168, 720]
    shares = [each["share"]["value"] for each in found["within"]]
    assert shares == sorted(shares)
    text = analyst.get(PAGE, {**OPENING, "format": "csv"}).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert float(rows[0]["value"]) == found["median_hours"]["value"]
    assert [float(row["value"]) for row in rows if row["what"] == "within"] == shares


def test_two_selections_stand_beside_each_other(analyst: Client) -> None:
    asked = {**OPENING, "until": "2024-12", "b_since": "2025-01"}
    for each in analyst.get(API, asked).json()["within"]:
        assert each["difference"]["value"] == pytest.approx(each["share"]["value"] - each["other"]["value"])
    assert "Beside it (B)" in analyst.get(PAGE, {**OPENING, "compare": "1"}).content.decode()


def test_without_an_end_the_next_contact_counts_and_without_anything_a_designed_journey(
    analyst: Client,
) -> None:
    assert "to the next contact" in analyst.get(API, {"start": "welcome"}).json()["sentence"]["en"]
    assert "From Opening an account to Identity check" in analyst.get(PAGE).content.decode()
    assert analyst.get(API, {"start": "nowhere"}).status_code == 422


def test_times_are_told_in_units_people_use() -> None:
    told = [
        lasting(us).de for us in (MINUTE_US, 90 * MINUTE_US, DAY_US, 1.5 * DAY_US, 2.5 * DAY_US, 30 * DAY_US)
    ]
    assert told == ["1 Minute", "90 Minuten", "1 Tag", "36 Stunden", "2,5 Tage", "30 Tage"]
    assert span_name(None, ENDS[0]).en == "up to 1 minute"
    assert span_name(ENDS[-1], None).en == "over 90 days"


def test_a_narrow_interval_has_two_ends() -> None:
    told = [lasting(days * DAY_US, exact=True).en for days in (19.1, 18.9, 19.2, 20)]
    assert told == ["19.1 days", "18.9 days", "19.2 days", "20 days"]
    assert [lasting(hours * HOUR_US, exact=True).de for hours in (26.8, 27.2)] == [
        "26,8 Stunden",
        "27,2 Stunden",
    ]
