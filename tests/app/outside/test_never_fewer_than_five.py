"""No number that anybody can read about customers rests on one to four of them, however small the place or period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.app.web.addresses import exports, pages

from leitstern.app.accounts.roles import Role
from leitstern.app.outside.trends import trends
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.test import Client

    from leitstern.app.outside.reading import Published

PROGRAMS = (
    *(
        f"/api/v1/outside/{name}"
        for name in (
            "flows",
            "variants?top=200",
            "handoffs",
            "repeats",
            "milestones",
            "heard",
            "people",
            "breaks",
            "breaks?by=map-month",
            "completion",
            "response-times",
        )
    ),
    *(f"/api/v1/outside/promises?by={by}" for by in ("promise", "touchpoint", "channel", "department")),
    *(f"/api/v1/outside/scores?by={by}" for by in ("company", "touchpoint", "channel", "department")),
    *(f"/api/v1/journeys/{name}" for name in ("handoffs", "told-again", "variants", "loops", "cohorts")),
    "/api/v1/gap",
)
OF_THE_COMPANY = ("promise", "belief")  # stated by the company or its leaders, who have a rule of their own


@pytest.fixture
def browser(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ADMIN)


def numbers(found: Any, name: str = "") -> Iterator[dict[str, Any]]:
    """Every number with an n anywhere in a document."""
    if isinstance(found, list):
        for entry in found:
            yield from numbers(entry, name)
    elif isinstance(found, dict):
        if found.get("n") is not None and name not in OF_THE_COMPANY:
            yield found
        for key, entry in found.items():
            yield from numbers(entry, key)


@pytest.mark.parametrize("address", PROGRAMS)
def test_no_number_for_programs_rests_on_fewer_than_five(browser: Client, address: str) -> None:
    found = list(numbers(browser.get(address).json()))
    assert found
    assert [number for number in found if number["n"] < 5] == []


def test_no_period_of_any_trend_rests_on_fewer_than_five(published: Published) -> None:
    periods = [period.share for trend in trends(published).values() for period in trend]
    known = [share.n for share in periods if isinstance(share, Estimate)]
    assert len(known) > 50
    assert min(known) >= 5


def test_no_page_says_that_one_to_four_customers_stand_behind_a_number(browser: Client) -> None:
    """Charts write `n 3`, tables a column of n; both are read as a person would."""
    seen = 0
    for address in (*pages(), *exports()):
        if not address.startswith(("/?", "/touchpoints", "/journeys", "/heard")) and address != "/":
            continue
        page = browser.get(address).content.decode()
        counts = [int(n.replace(".", "").replace(",", "")) for n in re.findall(r"\bn\s([\d.,]*\d)\b", page)]
        seen += len(counts)
        assert [n for n in counts if n < 5] == [], address
    assert seen > 100
