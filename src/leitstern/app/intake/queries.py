"""Imports, what could not be read, and what is published."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from leitstern.app.intake.models import Import, ImportState, QuarantineEntry, Snapshot
from leitstern.collect.mapping_file import read_mapping
from leitstern.collect.quarantine.reasons import REASONS
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text
from leitstern.store.reader import Versions


def latest_snapshot() -> Snapshot | None:
    """The published state that pages show; None before the first import."""
    return Snapshot.objects.select_related("taxonomy").order_by("-id").first()


def versions_of(snapshot: Snapshot) -> Versions:
    """The versions of the lake's tables that the snapshot names."""
    return Versions(**snapshot.versions)


def imports() -> QuerySet[Import]:
    """All imports, newest first, with how many records wait in quarantine."""
    waiting = Count("quarantine", filter=Q(quarantine__replayed_by=None))
    return Import.objects.annotate(waiting=waiting).order_by("-id")  # groups forget their order


def import_by_id(import_id: int) -> Import:
    """One import. Raises NotFound."""
    found = imports().filter(pk=import_id).first()
    if found is None:
        raise NotFound(Text(en="There is no such import.", de="Diesen Import gibt es nicht."))
    return found


def quarantined(run: Import) -> QuerySet[QuarantineEntry]:
    """The records of an import that still wait, in file order."""
    return run.quarantine.filter(replayed_by=None)


def quarantine_by_reason(run: Import) -> list[tuple[str, Text, int]]:
    """Source, reason and how many records wait for it, most first. The reasons stand without single values."""
    rows = quarantined(run).order_by().values("source", "code", "column").annotate(n=Count("id"))
    blanks = dict.fromkeys(("value", "found", "expected", "low", "high"), "…")
    return [
        (row["source"], REASONS[row["code"]].fill(column=row["column"], **blanks), row["n"])
        for row in rows.order_by("-n", "source", "code", "column")
    ]


def customer_kinds() -> list[str]:
    """The kinds of customer numbers that were brought in, most recent first."""
    done = Import.objects.filter(state=ImportState.DONE).order_by("-id")
    mappings = dict.fromkeys(done.values_list("mapping", flat=True))  # most imports repeat the one before
    return list(
        dict.fromkeys(source.customer.kind for text in mappings for source in read_mapping(text).sources)
    )
