"""What derived tables say now: journeys with fresh rows count with those alone, whatever their bucket still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.tables.lake import DERIVED, JOURNEYS
from leitstern.store import columns
from leitstern.store.layout import bucketed, fresh

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

EVERYBODY = "true"
THERE = (
    "contacts > 0"  # a fresh row of a journey without contacts says that there is no such journey any more
)
_COUNTS = {"transitions": EVERYBODY, "journeys": THERE}


def derived(name: str, files: Sequence[Path], journeys: Sequence[Path], among: str = EVERYBODY) -> str:
    """A relation with the rows of one derived table that count, among those that meet a condition on person and journey.

    `files` are its own, `journeys` those of the table of journeys: whatever has fresh rows is a fresh journey.
    """
    old = of(columns.files(DERIVED[name], bucketed(files)), among)
    if not fresh(journeys):
        return old
    hidden = f"FROM {of(columns.files(JOURNEYS, fresh(journeys)), among)} SELECT person, journey"
    new = of(columns.files(DERIVED[name], fresh(files)), f"{among} AND {_COUNTS[name]}")
    return f"(FROM {old} ANTI JOIN ({hidden}) USING (person, journey) UNION ALL FROM {new})"


def of(relation: str, condition: str) -> str:
    """The rows that meet a condition: said here, whatever an engine makes of the question, files are read by stretches."""
    return f"(FROM {relation} WHERE {condition})"


def one_of(column: str, people: Collection[int]) -> str:
    """The condition that a row is of one of these people."""
    return f"{column} IN ({', '.join(str(int(person)) for person in people)})"
