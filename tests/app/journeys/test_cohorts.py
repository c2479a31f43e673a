"""Whether customers have contact again, for a selection and for one beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published

PAGE, API = "/journeys/cohorts", "/api/v1/journeys/cohorts"


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_all_together_come_first_and_nothing_ahead_is_told(analyst: Client) -> None:
    found = analyst.get(API).json()
    assert (found["by"], found["days"]) == ("quarter", 91)
    together = [each["span"] for each in found["cells"] if each["since"] is None]
    assert together == list(range(1, len(together) + 1))
    assert len(together) > 4
    assert found["cells"][0]["since"] is None
    assert all(each["share"]["n"] >= 5 for each in found["cells"])
    cohorts = [each["since"] for each in found["cells"] if each["since"]]
    assert cohorts == sorted(cohorts, reverse=True)
    assert found["sentence"]["en"] in analyst.get(PAGE).content.decode()


def test_months_of_two_selections(analyst: Client) -> None:
    asked = {"by": "month", "channel": "phone", "compare": "true"}
    found = analyst.get(API, asked).json()
    assert found["days"] == 30
    assert all(each["other"] is not None for each in found["cells"])
    page = analyst.get(PAGE, {"by": "month", "channel": "phone", "compare": "1"})
    assert found["sentence"]["en"] in page.content.decode()
    assert analyst.get(PAGE, {"by": "week"}).status_code == 200  # asked again with a reason
    assert analyst.get(API, {"by": "week"}).status_code == 422
