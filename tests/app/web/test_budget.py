"""Pages stay light, and do not ask more often when there is more."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.bridge.actions import decide
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.inside.actions import record_room
from leitstern.app.intake.models import Import, ImportState, QuarantineEntry
from leitstern.app.surveys.actions import guess, open_round, reveal
from leitstern.collect.quarantine.reasons import REASONS
from leitstern.core.bridge.draft import MeasureDraft

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.store.home import Home

HEAVIEST = 60_000  # bytes, gzipped, without fonts
GROWING = [
    "/",
    "/touchpoints/call_help",
    "/measures",
    "/measures?format=csv",
    "/guess",
    "/imports",
    "/imports/1",
    "/beliefs",
    "/people",
    "/me",
    "/audit",
    "/api/v1/bridge/measures",
    "/api/v1/surveys/guesses",
    "/api/v1/intake/imports",
    "/api/v1/inside/beliefs",
    "/api/v1/gap",
]


def weight(client: Client, address: str) -> dict[str, int]:
    """Bytes over the line of a page and of every style and script it names."""
    page = client.get(address).content
    found = {address: len(gzip.compress(page))}
    for name in re.findall(r'(?:href|src)="(/[^"]+\.(?:css|js))"', page.decode()):
        file = finders.find(name.removeprefix("/static/")) if name.startswith("/static/") else None
        found[name] = len(gzip.compress(Path(file).read_bytes() if file else client.get(name).content))
    return found


@pytest.mark.parametrize("address", ["/", "/touchpoints/call_help"])
def test_a_page_with_styles_and_scripts_is_light(
    small_company: Home, as_role: Callable[[Role], Client], address: str
) -> None:
    parts = weight(as_role(Role.ADMIN), address)
    assert len(parts) >= 5
    assert all(parts.values())
    assert sum(parts.values()) <= HEAVIEST, parts


def more_of_everything(owner: Person, times: int) -> None:
    """So many more people, keys, decisions, rooms, beliefs, imports and things in quarantine."""
    for _ in range(times):
        n = Person.objects.count()
        person = Person.objects.create(name=f"Nora {n}", email=f"nora{n}@example.org", role=Role.ANALYST)
        create_key(owner, f"for {person.name}")
        nothing = MeasureDraft(choice="do nothing", reason=f"Reason {n}")
        decide(COMMAND_LINE, "call_help", "satisfied", "", nothing, today=timezone.localdate())
        room = open_round(COMMAND_LINE, "call_help", "satisfied")
        for value in (80, 81, 82, 83, 84):
            guess(room, value)
        reveal(COMMAND_LINE, room)
        record_room(COMMAND_LINE, "room", "offer_letter", "satisfied", "staff", [80, 81, 82, 83, 84])
        run = Import.objects.create(name=f"run {n}", mapping="", folder="", state=ImportState.DONE, actor="x")
        first = Import.objects.earliest("id")
        for each in (run, first):
            QuarantineEntry.objects.create(
                import_run=each,
                source="calls",
                line=n,
                code=next(iter(REASONS)),
                items=1,
                digest=f"{n}",
                encoding="utf-8",
            )


@pytest.mark.parametrize("address", GROWING)
def test_more_rows_are_not_more_questions(
    small_company: Home, as_role: Callable[[Role], Client], address: str
) -> None:
    """Counted warm: what is found once is kept."""
    browser = as_role(Role.ADMIN)
    me = Person.objects.get(role=Role.ADMIN)
    asked = []
    for _ in range(2):
        more_of_everything(me, 3)
        assert browser.get(address).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            browser.get(address)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 25, [query["sql"][:150] for query in queries.captured_queries]


def test_a_page_asks_the_lake_nothing_twice(
    small_company: Home, as_role: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    from leitstern.app.outside.reading import Published

    browser = as_role(Role.LEAD)
    addresses = ["/", "/touchpoints/call_help", "/journeys", reverse("surveys:guesses")]
    for address in addresses:
        browser.get(address)
    opened: list[str] = []
    monkeypatch.setattr(Published, "reader", lambda _state: opened.append("reader"))
    for address in addresses:
        assert browser.get(address).status_code == 200
    assert opened == []
