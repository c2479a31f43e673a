"""Where customers are back where they were, for a selection and for one beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published

PAGE, API = "/journeys/loops", "/api/v1/journeys/loops"


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_the_page_says_what_its_spreadsheet_and_the_programs_hold(analyst: Client) -> None:
    found = analyst.get(API).json()
    assert any(each["here"] == each["over"] for each in found["loops"])
    assert all(each["customers"] >= 5 for each in found["loops"])
    assert all(each["here"] != each["over"] for each in found["loops"] if each["kind"] == "department")
    assert found["sentence"]["en"] in analyst.get(PAGE).content.decode()
    assert len(analyst.get(f"{PAGE}?format=csv").content.splitlines()) == len(found["loops"]) + 1


def test_two_selections_stand_beside_each_other(analyst: Client) -> None:
    found = analyst.get(API, {"channel": "phone", "compare": "true"}).json()
    known = [each for each in found["loops"] if not each["difference"]["missing"]]
    assert known
    for each in known:
        assert each["difference"]["value"] == pytest.approx(each["share"]["value"] - each["other"]["value"])
    page = analyst.get(PAGE, {"channel": "phone", "compare": "1"})
    assert found["sentence"]["en"] in page.content.decode()
