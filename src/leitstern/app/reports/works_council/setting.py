"""What the pack is set from: sections with paragraphs, points and tables, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = Text | str | int


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `title` stands above it and `note` below."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the pack: first what is said, then points, then tables."""

    title: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


class Writer:
    """Sets texts in one language; Django's own words (roles, capabilities, dates) are those of the active language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, en: str, de: str) -> str:
        """One sentence or heading."""
        return Text(en=en, de=de).to(self.language)

    def all(self, texts: Iterable[Text]) -> tuple[str, ...]:
        """Several of them."""
        return tuple(text.to(self.language) for text in texts)

    def table(
        self,
        title: tuple[str, str],
        header: Sequence[tuple[str, str]],
        rows: Iterable[Sequence[Cell]],
        note: Text | None = None,
    ) -> Table:
        """A table; headings come as English and German."""
        return Table(
            self.say(*title),
            tuple(self.say(*heading) for heading in header),
            tuple(tuple(self._cell(cell) for cell in row) for row in rows),
            note.to(self.language) if note else "",
        )

    def _cell(self, cell: Cell) -> str:
        return cell.to(self.language) if isinstance(cell, Text) else str(cell)
