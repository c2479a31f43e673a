"""What the first page will ask for is known when it is opened."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.urls import reverse
from tests.app.intake.calls import good

from leitstern.app.common.models import Finding
from leitstern.app.intake import ahead

if TYPE_CHECKING:
    import pytest
    from django.test import Client
    from tests.app.intake.calls import Calls

ALL = [
    "leitstern.app.gap.ahead.work_ahead",
    "leitstern.app.bridge.known.note_gaps",
    "leitstern.app.placement.ahead.work_ahead",
    "leitstern.app.silo.handing.work_ahead",
]
calls_of: list[str] = []


def note() -> None:
    calls_of.append("noted")


def fail() -> None:
    raise ValueError("not now")


def test_the_areas_above_have_offered_to_work_ahead() -> None:
    from leitstern.app.gap import apps

    assert vars(apps)["AFTER_PUBLISH"] == ALL  # the list itself, which the fixture hides from imports


def test_the_situation_finds_all_it_needs_after_an_import(
    calls: Calls, lead_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "AFTER_PUBLISH", ALL)
    calls.bring(*(good(n) for n in range(1, 9)))
    known = set(Finding.objects.values_list("name", "key"))
    assert ("gap report") in {name for name, _key in known}
    assert lead_client.get(reverse("web:situation")).status_code == 200
    assert set(Finding.objects.values_list("name", "key")) == known


def test_what_fails_ahead_does_not_fail_the_import(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(ahead, "AFTER_PUBLISH", [f"{__name__}.fail", f"{__name__}.note"])
    calls_of.clear()
    with caplog.at_level(logging.ERROR):
        run = calls.bring(good(1))
    assert run.state == "done"
    assert calls_of == ["noted"]
    assert "working ahead failed" in caplog.text
