"""The relapse watch for programs says what the pages say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone
from tests.app.watch.conftest import count_principle, month

from leitstern.app.accounts.actions import create_key
from leitstern.app.settled.models import NewStart

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    assert closed.json()["closed"] == timezone.localdate().isoformat()
    assert NewStart.objects.get().stream == series
    again = client.post(f"/api/v1/watch/alarms/{alarm['alarm']}/reopening", headers=headers)
    assert (again.status_code, again.json()["outcome"]) == (200, "")
    assert NewStart.objects.get().withdrawn


def test_own_words_are_kept_and_judged_by_others(
    bank: None, headers: dict[str, str], analyst: Person, client: Client
) -> None:
    def post(address: str, body: Mapping[str, object], key: dict[str, str]) -> Any:
        return client.post(
            f"/api/v1/watch/own-words{address}", body, content_type="application/json", headers=key
        )

    writer = {"Authorization": f"Bearer {create_key(analyst, 'own words')[1]}"}
    assert post("/meaning", {"text": "Nobody has to ask twice."}, headers).status_code == 201
    said = {"unit": "service", "day": "2025-02-10", "text": "We stay with a case until it is done."}
    kept = post("", said, writer).json()
    assert (kept["asked"], kept["readers"], kept["withdrawn"]) == (False, 0, False)
    judging = f"/{kept['wording']}/judgements"
    own = post(judging, {"same": True}, writer)
    assert own.status_code == 409
    assert "does not judge" in own.json()["detail"]

    (before,) = client.get("/api/v1/watch/own-words", headers=headers).json()["wordings"]
    assert (before["asked"], before["readers"], before["same"]) == (True, None, None)
    judged = post(judging, {"same": True}, headers)
    assert (judged.status_code, judged.json()["readers"], judged.json()["same"]) == (201, 1, 1)
    assert post(judging, {"same": False}, headers).status_code == 409

    small = post("", said | {"unit": "brand_studio"}, writer)
    assert small.status_code == 422
    assert "Fewer than 5 people" in small.json()["detail"]


def test_what_is_no_month(bank: None, headers: dict[str, str], client: Client) -> None:
    refused = client.get("/api/v1/watch?at=2025-13", headers=headers)
    assert refused.status_code == 422
    assert "is no month" in refused.json()["detail"]
