"""Inboxes on the page of imports and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.intake.calls import MAPPING, good
from tests.app.intake.files import handed_in

from leitstern.app.accounts.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from tests.app.intake.calls import Calls


@pytest.fixture
def lead(as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.LEAD)


def test_an_inbox_is_opened_like_an_import_shows_life_and_is_closed(
    calls: Calls, lead: Client, as_role: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    from leitstern.app.intake.inbox import look
    from leitstern.app.intake.inbox_folders import folder_of
    from leitstern.app.intake.models import Inbox

    monkeypatch.setattr("leitstern.app.intake.inbox.SETTLED", 0.0)
    run = calls.bring(good(1))
    told = {"name": "nightly", "like": str(run.pk), "kept_days": "7"}
    page = lead.post(reverse("intake:open-inbox"), told, follow=True).content.decode()
    assert "is brought in from now on" in page
    assert "nobody has looked yet" in page
    inbox = Inbox.objects.get()
    assert (inbox.mapping, inbox.kept_days) == (run.mapping, 7)
    (folder_of(inbox) / "a.csv").write_text("x")
    look()
    page = lead.get(reverse("intake:imports")).content.decode()
    assert "looks regularly" in page
    assert "nightly/a.csv" in page
    seen = as_role(Role.AUDITOR).get(reverse("intake:imports")).content.decode()
    assert str(folder_of(inbox)) in page
    assert str(folder_of(inbox)) not in seen
    lead.post(reverse("intake:close-inbox"), {"name": "nightly"})
    assert not Inbox.objects.get().is_open


def test_what_is_wrong_with_an_inbox_is_said_and_nothing_is_opened(calls: Calls, lead: Client) -> None:
    from leitstern.app.intake.models import Inbox

    calls.bring(good(1))
    wrong = handed_in("mapping.yaml", MAPPING.replace("csat", "stars"))
    told = {"name": "a", "kept_days": "7"}
    cases = [
        (told, "choose an import"),
        (told | {"mapping": wrong}, "stars"),
        (told | {"like": "1", "name": "A"}, "“A”"),
    ]
    for given, sentence in cases:
        assert sentence in lead.post(reverse("intake:open-inbox"), given, follow=True).content.decode()
    assert not Inbox.objects.exists()


def test_programs_open_and_close_inboxes(calls: Calls, lead: Client) -> None:
    calls.bring(good(1))
    body = json.dumps({"name": "nightly", "mapping": MAPPING})
    opened = lead.post("/api/v1/intake/inboxes", body, "application/json")
    assert (opened.status_code, opened.json()["is_open"]) == (201, True)
    assert lead.get("/api/v1/intake/inboxes").json() == [opened.json()]
    assert lead.post("/api/v1/intake/inboxes/nightly/closing").json()["said"]["de"] == "geschlossen"
    assert lead.post("/api/v1/intake/inboxes/other/closing").status_code == 404
