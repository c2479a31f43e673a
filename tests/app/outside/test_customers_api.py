"""Programs read one customer's story with a purpose, and forget them for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from tests.app.outside.test_erase import ANNA, BERND, SAID, calls
from tests.people import make

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.store.home import Home

__all__ = ["calls"]  # the fixture: two customers, one with a canary in what she said
CUSTOMERS = "/api/v1/outside/customers"


def ask(role: Role, what: str, **body: str) -> Any:
    who = Person.objects.filter(role=role).first() or make(role)
    browser = Client(headers={"Authorization": f"Bearer {create_key(who, 'probe')[1]}"})
    return browser.post(f"{CUSTOMERS}/{what}", {"kind": "customer_no"} | body, "application/json")


def test_a_story_is_told_in_order_with_its_purpose_written_down(home: Home, calls: Path) -> None:
    answer = ask(Role.SERVICE, "story", number=ANNA, purpose="rights")
    assert answer.status_code == 200
    events = answer.json()["events"]
    assert [event["at"] for event in events] == sorted(event["at"] for event in events)
    assert {event["touchpoint"] for event in events} == {"call"}
    assert SAID in {event["said"]["comment"] for event in events if event["said"]}
    assert all(event["line"] > 0 for event in events)
    entry = AuditEntry.objects.first()
    assert entry
    assert (entry.verb, entry.details) == ("read customer", {"purpose": "rights"})
    assert ANNA not in answer.content.decode()


def test_without_a_purpose_nothing_is_opened(home: Home, calls: Path) -> None:
    assert ask(Role.SERVICE, "story", number=ANNA).status_code == 422
    assert ask(Role.SERVICE, "story", number=ANNA, purpose="curiosity").status_code == 422
    assert not AuditEntry.objects.filter(verb="read customer").exists()


def test_of_nobody_there_is_no_story(home: Home, calls: Path) -> None:
    assert ask(Role.SERVICE, "story", number="0000", purpose="rights").status_code == 404


def test_who_is_erased_has_no_story_and_others_keep_theirs(home: Home, calls: Path) -> None:
    assert ask(Role.ADMIN, "erasure", number=ANNA).status_code == 200
    assert ask(Role.SERVICE, "story", number=ANNA, purpose="rights").status_code == 404
    assert ask(Role.ADMIN, "story", number=BERND, purpose="rights").json()["events"]


@pytest.mark.parametrize("what", ["story", "erasure"])
def test_whoever_may_not_is_refused(home: Home, calls: Path, what: str) -> None:
    assert ask(Role.AUDITOR, what, number=ANNA, purpose="rights").status_code == 403
