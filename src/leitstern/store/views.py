"""What derived tables say now: people with fresh rows count with those alone, whatever their bucket still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.tables.lake import DERIVED, JOURNEYS
from leitstern.store import columns
from leitstern.store.layout import bucketed, fresh

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path


def derived(name: str, files: Sequence[Path], journeys: Sequence[Path]) -> str:
    """A relation with the rows of one derived table that count.

    `files` are its own, `journeys` those of the table of journeys: everybody with fresh rows has a fresh journey.
    """
    schema, old, new = DERIVED[name], bucketed(files), fresh(files)
    if not old or not fresh(journeys):
        return columns.files(schema, [*old, *new])
    hidden = f"FROM {columns.files(JOURNEYS, fresh(journeys))} SELECT person"
    return (
        f"(FROM {columns.files(schema, old)} ANTI JOIN ({hidden}) USING (person) "
        f"UNION ALL FROM {columns.files(schema, new)})"
    )


def derived_of(name: str, files: Sequence[Path], people: Collection[int], moved: Collection[int]) -> str:
    """The same of some people, of whom `moved` have fresh journeys."""
    schema, old, new = DERIVED[name], bucketed(files), fresh(files)
    if not old:
        return of(columns.files(schema, new), "person", people)
    settled = [person for person in people if person not in moved]
    parts = [
        f"FROM {of(columns.files(schema, paths), 'person', those)}"
        for paths, those in ((old, settled), (new, moved))
        if those
    ]
    return f"({' UNION ALL '.join(parts)})"


def of(relation: str, column: str, people: Collection[int]) -> str:
    """The rows of some people: said here, whatever an engine makes of the question, files are read by stretches."""
    return f"(FROM {relation} WHERE {column} IN ({', '.join(str(int(person)) for person in people)}))"
