"""What key figures were: one value per month, or the cases a month's value is scored from (CSV or XLSX)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.kpi_columns import FIGURE, MONTH, VALUE, Cells, Column, Figures, Numbers
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.table_lines import read_table
from leitstern.core.inside.incentives.attribution import Case
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

MOST_VALUES, MOST_CASES = 100_000, 500_000
REASON = Column(Text(en="Reason", de="Grund"), ("reason", "cause", "grund", "ursache"))
ABOUT = Column(Text(en="About", de="Worüber"), ("about", "subject", "worüber", "gegenstand"))
RECEIVER = Column(
    Text(en="Receiver", de="Empfangende Stelle"), ("receiver", "empfangende stelle", "empfänger")
)
SERIES_COLUMNS = (FIGURE, MONTH, VALUE)
CASE_COLUMNS = (FIGURE, MONTH, VALUE, REASON, ABOUT, RECEIVER)


@dataclass(frozen=True, slots=True)
class Point:
    """What a key figure was in a month, known by its first day."""

    figure: str
    month: date
    value: float


def read_series(folder: Path, name: str, figures: Mapping[str, str], today: date) -> list[Point]:
    """Monthly values; `figures` are names by short name. Raises InvalidFile with every mistake at once.

    Long (Key figure, Month, Value) or wide (Month, then one column per figure); an empty cell is a month without value.
    """
    cells, known = Cells(name, read_table(folder, name, MOST_VALUES)), Figures(figures)
    cells.require(MONTH)
    numbers = Numbers(cells)
    wide = _wide(cells, known) if cells.at(FIGURE) is None else {}
    if not wide:
        cells.require(*SERIES_COLUMNS)
    taken: dict[tuple[str, date], tuple[str, int]] = {}
    for line, values in cells.table.lines:
        month = cells.month(line, cells.text(values, MONTH), today)
        given = (
            {figure: values[at] for at, figure in wide.items()}
            if wide
            else {known.read(cells, line, cells.text(values, FIGURE)): cells.text(values, VALUE)}
        )
        for figure, value in given.items():
            if not (figure and month and value):
                continue
            first, _ = taken.setdefault((figure, month), (line, numbers.take(line, VALUE, value)))
            if first != line:
                cells.wrong(line, MONTH.title, TWICE.fill(line=first))
    found = numbers.read()
    if not taken and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
    return [Point(figure, month, found[at]) for (figure, month), (_, at) in taken.items()]


def _wide(cells: Cells, known: Figures) -> dict[int, str]:
    """Figures by the column they have. Raises InvalidFile for a column that is neither month nor figure."""
    month = cells.at(MONTH)
    others = [(at, title) for at, title in enumerate(cells.table.titles) if at != month and title]
    found = {at: slug for at, title in others if (slug := known.called(title))}
    strange = [title for at, title in others if at not in found]
    if found and strange:
        raise InvalidFile([Problem(cells.name, "1", title, NO_FIGURE) for title in strange])
    return found


def read_cases(folder: Path, name: str, figures: Mapping[str, str], today: date) -> dict[str, list[Case]]:
    """Cases by key figure. They are scored and forgotten: who handled a case is no column of this file."""
    cells, known = Cells(name, read_table(folder, name, MOST_CASES)), Figures(figures)
    cells.require(*SERIES_COLUMNS)
    numbers, lines = Numbers(cells), []
    for line, values in cells.table.lines:
        figure = known.read(cells, line, cells.text(values, FIGURE))
        month = cells.month(line, cells.text(values, MONTH), today)
        at = numbers.take(line, VALUE, cells.text(values, VALUE))
        said = tuple(cells.text(values, column) for column in (REASON, ABOUT, RECEIVER))
        if figure and month:
            lines.append((figure, month, at, said))
    found = numbers.read()
    if not lines and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
    by_figure: dict[str, list[Case]] = defaultdict(list)
    for figure, month, at, said in lines:
        by_figure[figure].append(Case(month, found[at], *said))
    return dict(by_figure)


NOTHING = Text(en="There is no value in this file.", de="In dieser Datei steht kein Wert.")
TWICE = Text(
    en="For this month there is a value in line {line} already.",
    de="Für diesen Monat steht schon in Zeile {line} ein Wert.",
)
NO_FIGURE = Text(
    en="This column is no key figure of the register.", de="Diese Spalte ist keine Kennzahl des Registers."
)
