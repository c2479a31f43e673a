"""The relapse watch for programs says what the pages say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.watch.conftest import count_principle, month

from leitstern.app.accounts.actions import create_key

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.app.accounts.models import Person

EIGHT = (46, 47, 45, 46, 46, 47, 45, 46)


@pytest.fixture
def headers(lead: Person) -> dict[str, str]:
    return {"Authorization": f"Bearer {create_key(lead, 'watch')[1]}"}


def test_the_whole(relapsed: tuple[str, str], headers: dict[str, str], client: Client) -> None:
    found = client.get("/api/v1/watch", headers=headers).json()
    assert "is falling back" in found["sentence"]["en"]
    by_name = {each["series"]: each for each in found["series"]}
    lists = by_name[relapsed[1]]
    assert (lists["relapse"], lists["rhythm"], lists["good_high"]) == ("processual", "monthly", False)
    assert lists["sum"] > lists["limit"] == 4
    assert lists["points"][-1]["seen"]["value"] == 22
    assert lists["points"][0]["sum"] is None
    assert found["alarms"] == []


def test_looking_settling_and_closing(bank: None, headers: dict[str, str], client: Client) -> None:
    series = count_principle((*EIGHT, 40, 30, 20))
    body = {"start": month(11).isoformat(), "end": month(3).isoformat(), "why": "It held."}
    kept = client.post(
        f"/api/v1/watch/levels/{series}", body, content_type="application/json", headers=headers
    )
    assert kept.status_code == 201
    assert kept.json()["reached"]["value"] == pytest.approx(0.92, abs=0.005)
    assert kept.json()["reached"]["low"] < kept.json()["reached"]["value"] < kept.json()["reached"]["high"]
    found = client.post("/api/v1/watch/looks", headers=headers).json()
    (alarm,) = found["alarms"]
    assert (alarm["kinds"], alarm["series"]) == (["processual"], [series])
    closing = f"/api/v1/watch/alarms/{alarm['alarm']}/closing"
    closed = client.post(
        closing,
        {"outcome": "intended", "reason": "We classify later now."},
        content_type="application/json",
        headers=headers,
    )
    assert closed.json()["outcome"] == "intended"


def test_what_is_no_month(bank: None, headers: dict[str, str], client: Client) -> None:
    refused = client.get("/api/v1/watch?at=2025-13", headers=headers)
    assert refused.status_code == 422
    assert "is no month" in refused.json()["detail"]
