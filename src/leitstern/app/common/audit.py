"""The audit log: who did what to which thing. Ids only, each entry chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.db import transaction

from leitstern.app.common.models import AuditEntry

if TYPE_CHECKING:
    from leitstern.app.common.actors import Actor


def record(
    actor: Actor, verb: str, subject: str = "", **details: str | int | float | bool | None
) -> AuditEntry:
    """Append one entry, in the transaction of what it records; `details` hold ids, never names."""
    with transaction.atomic():  # nobody else may append between looking at the last entry and adding to it
        last = AuditEntry.objects.order_by("-id").only("hash").first()
        entry = AuditEntry(
            actor=actor.actor_id,
            verb=verb,
            subject=subject,
            details=details,
            previous=last.hash if last else "",
        )
        entry.hash = _hash(entry)
        entry.save(force_insert=True)
    return entry


def first_broken() -> AuditEntry | None:
    """The first entry that does not match its own hash or its predecessor's; None if the chain is whole."""
    previous = ""
    for entry in AuditEntry.objects.order_by("id").iterator():
        if entry.previous != previous or entry.hash != _hash(entry):
            return entry
        previous = entry.hash
    return None


def _hash(entry: AuditEntry) -> str:
    content: list[Any] = [
        entry.at.isoformat(timespec="microseconds"),
        entry.actor,
        entry.verb,
        entry.subject,
        entry.details,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
