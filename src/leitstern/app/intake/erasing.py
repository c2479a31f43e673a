"""Forgetting a customer for good, and once more in what was restored from an older backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from leitstern.app.common import audit, findings
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.home import current_home
from leitstern.app.intake.ahead import queue_ahead
from leitstern.app.intake.forgetting import forget
from leitstern.app.intake.models import QuarantineEntry
from leitstern.app.intake.performing import alone
from leitstern.app.intake.publishing import measured_days, publish, release
from leitstern.app.intake.queries import customer_kinds
from leitstern.collect.identify import entity_of, naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.common.actors import Actor
    from leitstern.store.lake import Lake


def erase_customer(actor: Actor, kind: str, identifier: str) -> int:
    """Forget a customer for good: lake, quarantine, what was entered by hand, cached findings. Returns the id that is now a tombstone.

    Earlier states are released at once, so that no file keeps their rows. Messages seen stay as hashes: what was
    erased does not come back with the next file.
    """
    require(actor, Capability.ERASE_CUSTOMERS)
    entity = entity_of(current_home(), kind, identifier)
    spellings = {identifier.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")}
    with alone() as lake:
        mentions = [
            entry.pk
            for entry in QuarantineEntry.objects.only("original").iterator()
            if any(spelling in bytes(entry.original) for spelling in spellings)
        ]
        _erase(actor, lake, [entity], mentions)
    queue_ahead()
    return entity


def erase_again(actor: Actor, entities: Sequence[int]) -> None:
    """Forget customers of whom only the id is known any more: they had been erased, and a backup brought them back.

    Every word of what waits in quarantine is hashed as a number of a customer, to find the rows that name them.
    """
    require(actor, Capability.ERASE_CUSTOMERS)
    if not entities:
        return
    with alone() as lake:
        texts = (
            (entry.pk, bytes(entry.original).decode(entry.encoding or "utf-8", "replace"))
            for entry in QuarantineEntry.objects.only("original", "encoding").iterator()
        )
        _erase(actor, lake, entities, naming(current_home(), customer_kinds(), texts, entities))
    queue_ahead()


def _erase(actor: Actor, lake: Lake, entities: Sequence[int], mentions: Sequence[int]) -> None:
    versions = lake.erase(entities)
    days = measured_days(current_home(), versions)
    with transaction.atomic():
        QuarantineEntry.objects.filter(pk__in=mentions).delete()
        for entity in entities:
            forget(entity)
            audit.record(actor, "erase customer", f"entity:{entity:x}", quarantined=len(mentions))
        findings.forget()
        publish(versions, days)
    release(lake, kept=0)
