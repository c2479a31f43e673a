"""What became of everything that came in: received = stored + quarantined + duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leitstern.core.tables.lake import FACTS

if TYPE_CHECKING:
    from leitstern.collect.prepared import Prepared

Counts = dict[str, dict[str, Any]]  # by name of the source


def counts(prepared: Prepared, duplicates: dict[tuple[str, int], int]) -> Counts:
    """Per source what a page shows, counted in items; rows only where the name says so."""
    found: Counts = {}
    for source in prepared.sources:
        doubled = {table: duplicates.get((table, source.number), 0) for table in FACTS}
        found[source.name] = {
            "rows": source.rows,
            "not_selected": source.not_selected,
            "received": source.received,
            **{table: source.staged.get(table, 0) - doubled[table] for table in FACTS},
            "quarantined": source.quarantined,
            "quarantined_rows": source.quarantined_rows,
            "duplicates": sum(doubled.values()),
            "masked": sum(source.masked.values()),
            "unmapped": {f"{u.column}: {u.value}": u.items for u in source.unmapped},
        }
    return found
