"""What an import would bring: the numbers, the first rows, what has no name yet, and what was put aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from leitstern.collect.quarantine.entries import Quarantine
    from leitstern.core.company.taxonomy import Kind


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A value the taxonomy does not know; its items are stored with code 0."""

    kind: Kind
    column: str
    value: str
    items: int


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """What became of one source, `number`ed from 1 in the order of the mapping (as `source` in the lake).

    Counted in items (contacts, promises, answers): `received` = Σ `staged` + `quarantined`. A quarantined row counts
    as the items it would have been, or as one if it cannot be read at all; a row that is `not_selected` as none.
    """

    number: int
    name: str
    rows: int
    not_selected: int
    staged: dict[str, int]  # by table
    quarantined: int
    quarantined_rows: int
    unmapped: tuple[Unmapped, ...] = ()
    masked: dict[str, int] = field(default_factory=dict)  # marks put into comments
    first: date | None = None  # of the contacts, in the business zone
    last: date | None = None

    @property
    def received(self) -> int:
        """All items that came in."""
        return sum(self.staged.values()) + self.quarantined


@dataclass(frozen=True, slots=True)
class Prepared:
    """A whole import, staged. `examples` are the first rows per table in words: as they were understood."""

    sources: tuple[SourceCounts, ...]
    examples: dict[str, list[dict[str, object]]]
    quarantine: Quarantine
