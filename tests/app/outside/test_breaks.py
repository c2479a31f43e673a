"""Breaks per hundred journeys on the page and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.outside.breaks import breaks_by
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.app.outside.reading import Published

API = "/api/v1/outside/breaks"


def test_a_claim_is_handed_on_as_designed_and_that_is_told_apart(
    published: Published, lead_client: Client
) -> None:
    rows = {row["map"]: row for row in lead_client.get(API).json()}
    assert next(iter(rows)) is None  # all journeys come first
    claim = rows["claim"]
    assert claim["breaks"]["value"] > 150
    # Intake, assessment, settlement are designed; being asked about by phone in between is not.
    assert 0.5 * claim["handoffs"]["value"] < claim["planned"]["value"] < claim["handoffs"]["value"]
    assert rows[None]["journeys"] > claim["journeys"]
    whole = breaks_by(published)[0]
    assert isinstance(whole.breaks, Estimate)
    assert isinstance(whole.handoffs, Estimate)
    assert isinstance(whole.repeats, Estimate)
    assert round(whole.breaks.value - whole.handoffs.value - whole.repeats.value, 9) == 0


def test_lost_context_stands_beside_the_breaks(published: Published, lead_client: Client) -> None:
    rows = {row["map"]: row for row in lead_client.get(API).json()}
    whole = rows[None]
    assert 0 < whole["told_again"]["low"] < whole["told_again"]["high"]
    assert (
        whole["told_again"]["n"] < whole["customers"]
    )  # others have no contact with a source that records it
    assert rows["loan"]["told_again"]["missing"] == "not-recorded"
    assert "not recorded" in lead_client.get("/journeys", headers={"Accept-Language": "en"}).content.decode()


def test_months_of_few_are_left_out(published: Published, lead_client: Client) -> None:
    months = lead_client.get(f"{API}?by=month").json()
    assert len(months) > 20
    both = lead_client.get(f"{API}?by=map-month").json()
    assert {row["map"] for row in both} >= {"claim", "loan"}
    assert min(row["customers"] for row in [*months, *both]) >= 5
    assert lead_client.get(f"{API}?by=year").status_code == 422


def test_the_page_tells_them(published: Published, lead_client: Client) -> None:
    page = lead_client.get("/journeys", headers={"Accept-Language": "en"}).content.decode()
    whole = breaks_by(published)[0].breaks
    assert isinstance(whole, Estimate)
    assert "Breaks per hundred journeys" in page
    assert f"{whole.value:.0f} <small" in page
    assert "Settling a claim" in page
