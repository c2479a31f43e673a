"""Imports, what could not be read, and what is published."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet, Sum

from leitstern.app.common.findings import once
from leitstern.app.company.queries import current_version
from leitstern.app.intake.models import Import, ImportState, QuarantineEntry, Snapshot
from leitstern.collect.mapping_file import read_mapping
from leitstern.collect.quarantine.reasons import REASONS
from leitstern.core.errors import NotFound
from leitstern.core.tables.lake import FACTS
from leitstern.core.texts import Text
from leitstern.store.reader import Versions

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.mapping import Mapping

LATEST = "published state"  # what is asked once a request


def latest_snapshot() -> Snapshot | None:
    """The published state that pages show, asked once a request; None before the first import."""
    return once(LATEST, Snapshot.objects.select_related("taxonomy").order_by("-id").first)


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


def brought_in_from(folder: Path) -> Import | None:
    """The import that read, or is about to read, the files of a folder; failed ones may be tried again."""
    runs = Import.objects.filter(folder=str(folder), quarantine_of=None)
    return runs.exclude(state=ImportState.FAILED).order_by("-id").first()


def came_in_before(digest: str) -> Import | None:
    """The newest import that brought a file of exactly this content, and was not taken out again."""
    return Import.objects.filter(state=ImportState.DONE, digests__contains=digest).order_by("-id").first()


def nothing_changed(run: Import) -> bool:
    """Whether a replay left everything waiting that waited before."""
    counted = run.sources.values()
    stored = sum(source[table] for source in counted for table in FACTS)
    return run.quarantine_of is not None and run.state == ImportState.DONE and not stored


def same_rules(run: Import) -> bool:
    """Whether a replay read with the same mapping, and the same taxonomy, as the import it tried again."""
    origin = run.quarantine_of
    if origin is None or read_mapping(run.mapping) != read_mapping(origin.mapping):
        return False
    newest = current_version()
    return newest is None or origin.finished is None or newest.created <= origin.finished


def quarantined(run: Import) -> QuerySet[QuarantineEntry]:
    """The records of an import that still wait, in file order."""
    return run.quarantine.filter(replayed_by=None)


def quarantine_by_reason(run: Import) -> list[tuple[str, Text, int, int]]:
    """Source, reason, how many rows wait for it and how many entries they would be; most rows first.

    The reasons stand without single values.
    """
    rows = quarantined(run).order_by().values("source", "code", "column")
    rows = rows.annotate(n=Count("id"), entries=Sum("items"))
    blanks = dict.fromkeys(("value", "found", "expected", "low", "high"), "…")
    return [
        (row["source"], REASONS[row["code"]].fill(column=row["column"], **blanks), row["n"], row["entries"])
        for row in rows.order_by("-n", "source", "code", "column")
    ]


def source_names(run: Import) -> dict[int, str]:
    """The sources of an import by their numbers in the lake."""
    return _numbered(run.mapping) if run.mapping else {}


@lru_cache(maxsize=256)
def _numbered(mapping: str) -> dict[int, str]:
    return {number: source.name for number, source in enumerate(read_mapping(mapping).sources, start=1)}


def customer_kinds() -> list[str]:
    """The kinds of customer numbers that were brought in, most recent first."""
    return list(
        dict.fromkeys(source.customer.kind for mapping in _used_mappings() for source in mapping.sources)
    )


def kept_properties() -> list[str]:
    """The names of the properties that were kept with contacts, in alphabetical order."""
    sources = (source for mapping in _used_mappings() for source in mapping.sources)
    return sorted({name for source in sources for rule in source.contacts for name, _ in rule.props})


def _used_mappings() -> list[Mapping]:
    """The mappings of what was brought in, the most recent first."""
    done = Import.objects.filter(state=ImportState.DONE).order_by("-id")
    return [
        read_mapping(text) for text in dict.fromkeys(done.values_list("mapping", flat=True))
    ]  # many repeat
