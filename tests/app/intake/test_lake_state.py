"""How what is stored lies on disk, on the page and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from tests.app.intake.calls import LATE, good

if TYPE_CHECKING:
    from django.test import Client
    from tests.app.intake.calls import Calls


def test_the_page_and_programs_tell_alike(calls: Calls, lead_client: Client) -> None:
    assert "How it lies on disk" not in lead_client.get(reverse("intake:imports")).content.decode()
    calls.bring(good(1), good(2), LATE)
    found = lead_client.get("/api/v1/intake/lake").json()
    assert (found["runs"], found["messages"]) == (1, 4)
    contacts = found["tables"][0]
    assert (contacts["name"], contacts["rows"], contacts["fresh"], contacts["cut"]) == (
        "contacts",
        2,
        1,
        None,
    )
    page = lead_client.get(reverse("intake:imports")).content.decode()
    assert "Known messages: 4, in sorted files: 1." in page
    assert f'<td class="num">{contacts["row_bytes"]:,}</td>' in page
