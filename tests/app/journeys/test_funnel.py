"""How far customers get, for a selection and for one beside another."""

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

PAGE, API = "/journeys/funnel", "/api/v1/journeys/funnel"
OPENING = {"step": ["account_opening", "identity_check", "welcome"]}


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_the_page_says_what_its_spreadsheet_and_the_programs_hold(analyst: Client) -> None:
    page, found = analyst.get(PAGE, OPENING).content.decode(), analyst.get(API, OPENING).json()
    assert found["sentence"]["en"] in page
    first, *later = found["steps"]
    assert [each["touchpoint"] for each in found["steps"]] == OPENING["step"]
    assert first["customers"] >= later[0]["customers"] >= later[1]["customers"]
    assert all(each["share"]["n"] == first["customers"] for each in later)
    rows = csv.DictReader(
        io.StringIO(analyst.get(PAGE, {**OPENING, "format": "csv"}).content.decode("utf-8-sig"))
    )
    whole = [row for row in rows if not row["instead"]]
    assert [float(row["share"]) for row in whole[1:]] == [each["share"]["value"] for each in later]


def test_without_steps_a_designed_journey_is_shown_and_chosen_in_the_form(analyst: Client) -> None:
    page = analyst.get(PAGE).content.decode()
    assert "customers begin" in page
    assert page.count('name="step"') == 6
    assert '<option value="account_opening" selected>' in page


def test_two_selections_stand_beside_each_other(analyst: Client) -> None:
    asked = {**OPENING, "until": "2024-12", "b_since": "2025-01"}
    for each in analyst.get(API, asked).json()["steps"][1:]:
        assert each["difference"]["value"] == pytest.approx(each["share"]["value"] - each["other"]["value"])
    assert "beside them" in analyst.get(PAGE, {**OPENING, "compare": "1"}).content.decode()


def test_what_cannot_be_asked_is_told(analyst: Client) -> None:
    one = analyst.get(PAGE, {"step": ["account_opening"]})
    assert "A funnel has two to six touchpoints." in one.content.decode()
    twice: dict[str, str | list[str]] = {"step": ["account_opening", "account_opening"], "mode": "any"}
    assert "each touchpoint can be asked for once" in analyst.get(PAGE, twice).content.decode()
    assert "each touchpoint can be asked for once" in analyst.get(API, twice).json()["detail"]
    assert analyst.get(API, {"step": OPENING["step"], "days": "0"}).status_code == 422
