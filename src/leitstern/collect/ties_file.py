"""Who works with whom, counted between departments: a square table with how many people each has (CSV or XLSX).

One line and one column per department; a cell says how many pairs of people of the two work together. No person is in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.kpi_columns import EMPTY, UNIT, Cells, Column, Units
from leitstern.collect.table_lines import read_table
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.silo.ties import Ties
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.core.company.taxonomy import Taxonomy

MOST_UNITS = 300
SHOWN = 40  # characters of what somebody wrote
PEOPLE = Column(
    Text(en="People", de="Menschen"),
    ("people", "headcount", "menschen", "personen", "mitarbeitende", "köpfe"),
)
_WHOLE = re.compile(r"-?\d{1,9}(?:\.0+)?")
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:[.,  ’']\d{3})+")


def read_ties(folder: Path, name: str, taxonomy: Taxonomy) -> Ties:
    """The table as it is, no unit folded yet. Raises InvalidFile with every mistake at once."""
    cells = Cells(name, read_table(folder, name, MOST_UNITS))
    cells.require(UNIT, PEOPLE)
    square = _Square(cells, taxonomy)
    square.read()
    cells.done()
    return square.ties()


@dataclass(slots=True)
class _Square:
    """The table while it is read: units by line and by column, people, and pairs with the line they are from."""

    cells: Cells
    taxonomy: Taxonomy
    people: dict[str, int] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    pairs: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)

    def read(self) -> None:
        """Everything, noting what is wrong."""
        columns = self._columns()
        for line, values in self.cells.table.lines:
            unit = self._unit(line, self.cells.text(values, UNIT))
            if unit and unit in self.lines:
                self.cells.wrong(line, UNIT.title, TWICE.fill(line=self.lines[unit]))
                continue
            people = self._number(line, PEOPLE.title, self.cells.text(values, PEOPLE))
            if people == 0:
                self.cells.wrong(line, PEOPLE.title, NOBODY)
            if not unit:
                continue
            self.lines[unit], self.people[unit] = line, people or 0
            for at, other in columns.items():
                if values[at]:
                    ties = self._number(line, self.cells.table.titles[at], values[at])
                    self._take(line, unit, other, ties)
        self._square(set(columns.values()))
        for (one, other), (ties, line) in self.pairs.items():
            self._possible(line, one, other, ties)

    def ties(self) -> Ties:
        """What was read."""
        units = tuple(self.people)
        counts = np.zeros((len(units), len(units)), dtype=np.int64)
        for (one, other), (ties, _) in self.pairs.items():
            at, to = units.index(one), units.index(other)
            counts[at, to] = counts[to, at] = ties
        return Ties(units, tuple(self.people.values()), counts)

    def _columns(self) -> dict[int, str]:
        """Departments by the column they have."""
        found: dict[int, str] = {}
        known = {self.cells.at(UNIT), self.cells.at(PEOPLE)}
        for at, title in enumerate(self.cells.table.titles):
            if at in known or not title:
                continue
            unit = self._unit("1", title)
            if unit and unit in found.values():
                self.cells.wrong("1", title, COLUMN_TWICE)
            elif unit:
                found[at] = unit
        return found

    def _unit(self, line: str, given: str) -> str | None:
        """A department that is there now; one that left the taxonomy is told apart from one that never was."""
        gone = {
            spelling
            for each in self.taxonomy.retired
            if each.kind == "department"
            for spelling in (each.slug, spelt_alike(each.name.de), spelt_alike(each.name.en))
        }
        if spelt_alike(given) in gone and not self.taxonomy.lookup(Department).called(given):
            self.cells.wrong(line, UNIT.title, GONE.fill(given=given[:SHOWN]))
            return None
        return Units(self.taxonomy).read(self.cells, line, given)

    def _number(self, line: str, where: Text | str, given: str) -> int | None:
        """A whole number from 0 on; None and a mistake else."""
        text = given.replace("−", "-").strip()
        if not text:
            self.cells.wrong(line, where, EMPTY)
            return None
        grouped = _GROUPED.fullmatch(text) and not self.cells.name.lower().endswith(".xlsx")
        if not _WHOLE.fullmatch(text) and not grouped:
            self.cells.wrong(line, where, NO_WHOLE.fill(given=given[:SHOWN]))
            return None
        number = int(re.sub(r"\D", "", text)) if grouped else int(float(text))
        if text.startswith("-") and number:
            self.cells.wrong(line, where, NEGATIVE.fill(given=given[:SHOWN]))
            return None
        return number

    def _take(self, line: str, one: str, other: str, ties: int | None) -> None:
        """A pair may stand on both sides of the diagonal; then both have to say the same."""
        if ties is None:
            return
        first, second = sorted((one, other))
        pair = (first, second)
        known = self.pairs.setdefault(pair, (ties, line))
        if known[0] != ties:
            self.cells.wrong(line, self._name(other), UNEQUAL.fill(here=ties, there=known[0], line=known[1]))

    def _square(self, columns: set[str]) -> None:
        """Every department has both a line and a column."""
        for unit in sorted(set(self.lines) - columns):
            self.cells.wrong(self.lines[unit], UNIT.title, NO_COLUMN.fill(unit=self._name(unit)))
        for unit in sorted(columns - set(self.lines)):
            self.cells.wrong("1", self._name(unit), NO_LINE)
        if len(self.people) < 2 and not self.cells.problems:
            self.cells.wrong("", "", TOO_SMALL)

    def _possible(self, line: str, one: str, other: str, ties: int) -> None:
        """No more ties than there are pairs of people."""
        if not (self.people.get(one) and self.people.get(other)):
            return
        n, m = self.people[one], self.people[other]
        most = n * (n - 1) // 2 if one == other else n * m
        if ties > most:
            self.cells.wrong(line, self._name(other), TOO_MANY.fill(ties=ties, most=most))

    def _name(self, unit: str) -> Text:
        return next(each.name for each in self.taxonomy.departments if each.slug == unit)


TWICE = Text(
    en="This department stands in line {line} already.", de="Dieser Bereich steht schon in Zeile {line}."
)
COLUMN_TWICE = Text(
    en="There is another column of this department.", de="Zu diesem Bereich gibt es noch eine Spalte."
)
NOBODY = Text(
    en="A department without people has no ties. Leave it out.",
    de="Ein Bereich ohne Menschen hat keine Verbindungen. Lassen Sie ihn weg.",
)
GONE = Text(
    en="“{given}” left the taxonomy: it was merged or closed. Count its people and ties with the department it became.",
    de="„{given}“ gibt es in der Taxonomie nicht mehr: Der Bereich wurde zusammengelegt oder geschlossen. Zählen Sie "
    "Menschen und Verbindungen bei dem Bereich, der daraus wurde.",
)
NO_WHOLE = Text(en="“{given}” is no whole number.", de="„{given}“ ist keine ganze Zahl.")
NEGATIVE = Text(
    en="“{given}” is less than nothing. Ties are counted from 0 on.",
    de="„{given}“ ist weniger als nichts. Verbindungen werden ab 0 gezählt.",
)
UNEQUAL = Text(
    en="Here stand {here} ties, in line {line} {there} for the same two departments. A tie belongs to both, so both "
    "numbers are the same; or leave one of the two empty.",
    de="Hier stehen {here} Verbindungen, in Zeile {line} für dieselben beiden Bereiche {there}. Eine Verbindung gehört "
    "beiden, also sind beide Zahlen gleich; oder lassen Sie eine der beiden leer.",
)
NO_COLUMN = Text(
    en="The table is not square: “{unit}” has a line but no column.",
    de="Die Tabelle ist nicht quadratisch: „{unit}“ hat eine Zeile, aber keine Spalte.",
)
NO_LINE = Text(
    en="The table is not square: this department has a column but no line.",
    de="Die Tabelle ist nicht quadratisch: Dieser Bereich hat eine Spalte, aber keine Zeile.",
)
TOO_SMALL = Text(
    en="It takes at least two departments to see a border between them.",
    de="Es braucht mindestens zwei Bereiche, um eine Grenze zwischen ihnen zu sehen.",
)
TOO_MANY = Text(
    en="{ties} ties cannot be: there are only {most} pairs of people. A tie is a pair that works together, not a message "
    "or a meeting.",
    de="{ties} Verbindungen können es nicht sein: Es gibt nur {most} Paare von Menschen. Eine Verbindung ist ein Paar, das "
    "zusammenarbeitet, keine Nachricht und keine Besprechung.",
)
