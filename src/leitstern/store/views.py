"""What derived tables say now: people with fresh rows count with those alone, whatever their bucket still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.tables.lake import DERIVED, JOURNEYS, LAKE
from leitstern.store import columns
from leitstern.store.layout import bucketed, fresh

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path


def derived(name: str, files: Sequence[Path], journeys: Sequence[Path], people: Collection[int] = ()) -> str:
    """A relation with the rows of one derived table that count, of all or of some people.

    `files` are its own, `journeys` those of the table of journeys: everybody with fresh rows has a fresh journey.
    """
    schema, old, new = DERIVED[name], bucketed(files), fresh(files)
    if not old or not fresh(journeys):
        return of(columns.files(schema, [*old, *new]), "person", people)
    hidden = f"FROM {of(columns.files(JOURNEYS, fresh(journeys)), 'person', people)} SELECT person"
    return (
        f"(FROM {of(columns.files(schema, old), 'person', people)} ANTI JOIN ({hidden}) USING (person) "
        f"UNION ALL FROM {of(columns.files(schema, new), 'person', people)})"
    )


def facts(name: str, files: Sequence[Path], people: Collection[int] = ()) -> str:
    """A relation with the rows of a table of facts, of all or of some people."""
    return of(columns.files(LAKE[name], files), "entity_id", people)


def of(relation: str, column: str, people: Collection[int]) -> str:
    """The rows of some people: said here, whatever an engine makes of the question, files are read by stretches."""
    wanted = ", ".join(str(int(person)) for person in people)
    return f"(FROM {relation} WHERE {column} IN ({wanted}))" if wanted else relation
