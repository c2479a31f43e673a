"""The ways customers take, for a selection and for one beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published

PAGE, API = "/journeys/variants", "/api/v1/journeys/variants"


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_more_ways_cover_more_and_rare_ones_are_not_told(analyst: Client) -> None:
    found = analyst.get(API).json()
    covered = [each["covered"]["value"] for each in found["coverage"]]
    assert covered == sorted(covered)
    assert covered[0] == pytest.approx(found["ways"][0]["share"]["value"])
    assert found["coverage"][-1]["ways"] <= found["distinct"]
    assert all(each["customers"] >= 5 for each in found["ways"])
    assert found["sentence"]["en"] in analyst.get(PAGE).content.decode()


def test_a_way_of_one_selection_is_measured_in_both(analyst: Client) -> None:
    """No claim begins as a mortgage does: what is never lived there is a share of zero, not an unknown one."""
    found = analyst.get(API, {"touchpoint": "claim_report", "b_touchpoint": "payoff"}).json()
    first = found["ways"][0]
    assert (first["other"]["value"], first["other"]["missing"]) == (0, None)
    assert first["sure"] is True
    page = analyst.get(PAGE, {"touchpoint": "claim_report", "b-touchpoint": "payoff"})
    assert found["sentence"]["en"] in page.content.decode()
