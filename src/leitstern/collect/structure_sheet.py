"""A table of the organisation register being read: its numbers by one convention, then line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect import structure_columns as at
from leitstern.collect.kpi_columns import EMPTY, Cells, Column, Numbers
from leitstern.collect.structure_columns import yes_no
from leitstern.collect.table_lines import read_table
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MOST_LINES, MOST_PEOPLE = 20_000, 1_000_000
RANGE = re.compile(r"\d+[–-]\d+")
NOTHING = Text(en="There is nothing in this file.", de="In dieser Datei steht nichts.")
NO_NAME = Text(
    en="A name of at most {most} signs is needed.", de="Es braucht einen Namen von höchstens {most} Zeichen."
)
NO_WHOLE = Text(
    en="Here stands a whole number from 0 to {most}.", de="Hier steht eine ganze Zahl von 0 bis {most}."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number in the file, its cells, and the numbers among them by column."""

    number: str
    values: tuple[str, ...]
    numbers: Mapping[str, float]


class Sheet:
    """A table being read: all its numbers by one convention first, then line by line."""

    def __init__(self, folder: Path, name: str, needed: tuple[Column, ...]) -> None:
        self.cells = Cells(name, read_table(folder, name, MOST_LINES))
        self.cells.require(*needed)

    def lines(self) -> Iterator[Line]:
        """Every line with its numbers."""
        numbers, taken = Numbers(self.cells), []
        for number, values in self.cells.table.lines:
            there = {
                column.title.en: numbers.take(number, column, given)
                for column in (at.PEOPLE, at.NEEDED, at.THERE, at.OPEN, at.ASKED, at.TIMES)
                if (given := self.cells.text(values, column)) and not RANGE.fullmatch(given)
            }
            taken.append((number, values, there))
        read = numbers.read()
        for number, values, there in taken:
            yield Line(number, values, {title: read[place] for title, place in there.items()})

    def text(self, line: Line, where: Column) -> str:
        """What stands there."""
        return self.cells.text(line.values, where)

    def need(self, line: Line, where: Column, most: int) -> str:
        """The same; a mistake where nothing stands, or too much."""
        found = self.text(line, where)
        if not found or len(found) > most:
            self.cells.wrong(line.number, where.title, NO_NAME.fill(most=most))
            return ""
        return found

    def yes(self, line: Line, where: Column) -> bool | None:
        """Yes, no or nothing."""
        return yes_no(self.cells, line.number, where, self.text(line, where))

    def choice[T](
        self, line: Line, where: Column, known: Mapping[T, Text], *, needed: bool = False
    ) -> T | None:
        """One of the known words; without any, nothing, unless one is needed."""
        given = self.text(line, where)
        return self.cells.one_of(line.number, where, given, known) if given or needed else None

    def whole(self, line: Line, where: Column, *, needed: bool = True) -> int | None:
        """A number of people or uses; nothing where a range stands, as small groups are told in downloads."""
        value = line.numbers.get(where.title.en)
        if value is None:
            if needed and not self.text(line, where):
                self.cells.wrong(line.number, where.title, EMPTY)
            return None
        if value != value:  # a mistake that was told already
            return None
        if value != int(value) or not 0 <= value <= MOST_PEOPLE:
            self.cells.wrong(line.number, where.title, NO_WHOLE.fill(most=MOST_PEOPLE))
            return None
        return int(value)

    def done[L](self, found: list[L]) -> list[L]:
        """The lines. Raises InvalidFile if anything was wrong, or nothing was there."""
        if not self.cells.table.lines:
            self.cells.wrong("", "", NOTHING)
        self.cells.done()
        return found
