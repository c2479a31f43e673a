"""What the first page will ask for is known when it is opened."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.urls import reverse
from tests.app.intake.calls import TAXONOMY, good

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.findings import forget
from leitstern.app.common.jobs import run_next
from leitstern.app.common.models import Finding
from leitstern.app.intake import ahead
from leitstern.app.intake.actions import change_taxonomy
from leitstern.collect.taxonomy_file import read_taxonomy

if TYPE_CHECKING:
    import pytest
    from django.test import Client
    from tests.app.intake.calls import Calls

    from leitstern.store.home import Home

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


def test_whoever_changes_the_taxonomy_does_not_wait_for_other_pages(
    calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls.bring(good(1))
    monkeypatch.setattr(ahead, "AFTER_PUBLISH", [f"{__name__}.note"])
    calls_of.clear()
    for name in ("Gespräch", "Telefonat"):
        change_taxonomy(COMMAND_LINE, read_taxonomy(TAXONOMY.replace("name: Anruf", f"name: {name}")))
    assert calls_of == []
    assert run_next() is not None
    assert calls_of == ["noted"]
    assert run_next() is None  # one waiting is enough


def test_the_worker_computes_what_other_pages_show_when_it_is_idle(
    small_company: Home, lead_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "AFTER_PUBLISH", ALL)
    forget()
    ahead.queue_ahead()
    assert run_next() is not None
    known = set(Finding.objects.values_list("name", "key"))
    for address in (reverse("outside:journeys"), reverse("value:overview"), reverse("lanes:overview")):
        assert lead_client.get(address).status_code == 200
    assert set(Finding.objects.values_list("name", "key")) == known
