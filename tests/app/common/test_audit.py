"""The audit log is chained: a change in the middle shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.audit import first_broken, record
from leitstern.app.common.audit_words import VERBS
from leitstern.app.common.models import AuditEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain() -> list[AuditEntry]:
    return [record(COMMAND_LINE, "import", f"intake.import:{n}", rows=n, share=0.1 * n) for n in range(5)]


def test_a_chain_that_nobody_touched_is_whole(chain: list[AuditEntry]) -> None:
    assert first_broken() is None
    assert chain[0].previous == ""
    assert [entry.previous for entry in chain[1:]] == [entry.hash for entry in chain[:-1]]


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "person:1"},
        {"verb": "purge import"},
        {"subject": "intake.import:9"},
        {"details": {"rows": 3}},
        {"previous": "0" * 64},
        {"hash": "0" * 64},
        {"at": "2020-01-01T00:00:00Z"},
    ],
)
def test_a_changed_entry_shows(chain: list[AuditEntry], change: dict[str, object]) -> None:
    AuditEntry.objects.filter(pk=chain[2].pk).update(**change)
    assert first_broken() == chain[2]


def test_a_removed_entry_shows_at_the_next(chain: list[AuditEntry]) -> None:
    AuditEntry.objects.filter(pk=chain[2].pk).delete()
    assert first_broken() == chain[3]


def test_entries_that_changed_places_show(chain: list[AuditEntry]) -> None:
    first, second = chain[1], chain[2]
    AuditEntry.objects.filter(pk=first.pk).delete()
    AuditEntry.objects.filter(pk=second.pk).delete()
    second.pk, first.pk = first.pk, second.pk
    second.save(force_insert=True)
    first.save(force_insert=True)
    assert first_broken() is not None


def test_auditors_see_whether_the_chain_is_whole(
    chain: list[AuditEntry], as_role: Callable[[Role], Client]
) -> None:
    auditor = as_role(Role.AUDITOR)
    assert auditor.get(reverse("web:audit")).context["broken"] is None
    AuditEntry.objects.filter(pk=chain[2].pk).update(actor="person:1")
    assert auditor.get(reverse("web:audit")).context["broken"] == chain[2]


def test_every_verb_is_said_in_words() -> None:
    """What the program writes down is what the page can say."""
    import re
    from pathlib import Path

    import leitstern.app

    written = set()
    for path in Path(leitstern.app.__file__).parent.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        written |= set(re.findall(r'@action\(\s*"([^"]+)"', source))
        written |= set(re.findall(r'(?:audit\.)?record\(\s*\w+,\s*"([^"]+)"', source))
    assert "import" in written
    assert written <= set(VERBS), written - set(VERBS)
