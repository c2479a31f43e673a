"""Monthly counts of lived practice as a table (CSV or XLSX): principles kept, and things used that had ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.kpi_columns import MONTH, UNIT, Cells, Column, Figures, Numbers, Units
from leitstern.collect.table_lines import read_table
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from leitstern.core.company.taxonomy import Taxonomy

MOST_LINES, MOST = 100_000, 2_000_000_000
PRINCIPLE = Column(Text(en="Principle", de="Prinzip"), ("principle", "prinzip", "rule", "grundsatz"))
KEPT = Column(Text(en="Kept", de="Eingehalten"), ("kept", "eingehalten"))
CASES = Column(Text(en="Cases", de="Fälle"), ("cases", "of", "fälle", "von"))
ITEM = Column(
    Text(en="What ended", de="Was beendet ist"),
    ("what ended", "entry", "stop list", "was beendet ist", "eintrag", "stoppliste"),
)
USES = Column(Text(en="Uses", de="Nutzungen"), ("uses", "use", "nutzungen", "nutzung"))
COUNT_COLUMNS = (PRINCIPLE, UNIT, MONTH, KEPT, CASES)
USE_COLUMNS = (ITEM, UNIT, MONTH, USES)


@dataclass(frozen=True, slots=True)
class CountLine:
    """In a month (its first day), in a department ("" = the whole company): of so many cases so many were kept."""

    principle: str
    unit: str
    month: date
    kept: int
    cases: int


@dataclass(frozen=True, slots=True)
class UseLine:
    """In a month and a department, so many uses of something that has ended."""

    item: str
    unit: str
    month: date
    uses: int


def read_counts(
    folder: Path, name: str, principles: Mapping[str, str], taxonomy: Taxonomy, today: date
) -> list[CountLine]:
    """How often principles were kept; `principles` are sentences by short name. Raises InvalidFile with every mistake."""
    cells = Cells(name, read_table(folder, name, MOST_LINES))
    cells.require(PRINCIPLE, MONTH, KEPT, CASES)
    found = []
    for each in _lines(cells, PRINCIPLE, principles, taxonomy, today, (KEPT, CASES)):
        kept, cases = each.numbers
        if kept is not None and cases is not None and kept > cases:
            cells.wrong(each.line, KEPT.title, MORE_KEPT.fill(kept=kept, cases=cases))
        found.append(CountLine(each.subject, each.unit, each.month, kept or 0, cases or 0))
    cells.done()
    return found


def read_uses(
    folder: Path, name: str, items: Mapping[str, str], taxonomy: Taxonomy, today: date
) -> list[UseLine]:
    """How often things that ended were used; `items` are names by short name. Raises InvalidFile with every mistake."""
    cells = Cells(name, read_table(folder, name, MOST_LINES))
    cells.require(ITEM, MONTH, USES)
    lines = _lines(cells, ITEM, items, taxonomy, today, (USES,))
    found = [UseLine(each.subject, each.unit, each.month, each.numbers[0] or 0) for each in lines]
    cells.done()
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line is about, and its numbers; None where one cannot be read."""

    line: str
    subject: str
    unit: str
    month: date
    numbers: tuple[int | None, ...]


def _lines(
    cells: Cells,
    subject: Column,
    known: Mapping[str, str],
    taxonomy: Taxonomy,
    today: date,
    wanted: tuple[Column, ...],
) -> list[_Line]:
    """Every line that can be understood; each place once."""
    names, units, numbers = Figures(known), Units(taxonomy), Numbers(cells)
    first: dict[tuple[str, str, date], str] = {}
    taken = []
    for line, values in cells.table.lines:
        slug = _named(cells, line, subject, cells.text(values, subject), names, known)
        given = cells.text(values, UNIT)
        unit = units.read(cells, line, given) if given else ""
        month = cells.month(line, cells.text(values, MONTH), today)
        at = [numbers.take(line, column, cells.text(values, column)) for column in wanted]
        if slug and unit is not None and month:
            place = (slug, unit, month)
            if first.setdefault(place, line) == line:
                taken.append((line, place, at))
            else:
                cells.wrong(line, MONTH.title, TWICE.fill(line=first[place]))
    found = numbers.read()
    if not cells.table.lines:
        cells.wrong("", "", NOTHING)
    return [
        _Line(
            line,
            *place,
            tuple(_whole(cells, line, column, found[n]) for column, n in zip(wanted, at, strict=True)),
        )
        for line, place, at in taken
    ]


def _named(
    cells: Cells, line: str, column: Column, given: str, names: Figures, known: Mapping[str, str]
) -> str | None:
    found = names.called(given)
    if found is None:
        cells.wrong(line, column.title, UNKNOWN.fill(given=given[:80]), known.values())
    return found


def _whole(cells: Cells, line: str, column: Column, value: float) -> int | None:
    if value != value:  # not a number: told already
        return None
    if value != int(value) or not 0 <= value <= MOST:
        cells.wrong(line, column.title, NOT_WHOLE)
        return None
    return int(value)


NOTHING = Text(en="There is no count in this file.", de="In dieser Datei steht keine Zählung.")
UNKNOWN = Text(en="“{given}” is not known here.", de="„{given}“ ist hier nicht bekannt.")
NOT_WHOLE = Text(en="A count is a whole number from 0 on.", de="Eine Zählung ist eine ganze Zahl ab 0.")
MORE_KEPT = Text(
    en="{kept} of {cases} kept? It cannot be kept more often than there were cases.",
    de="{kept} von {cases} eingehalten? Öfter, als es Fälle gab, geht es nicht.",
)
TWICE = Text(
    en="For this month there is a count in line {line} already.",
    de="Für diesen Monat steht schon in Zeile {line} eine Zählung.",
)
