"""Reading filled belief sheets: all guesses, or every mistake with its cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leitstern.collect.belief_sheet.cells import Cell, read_cells
from leitstern.collect.belief_sheet.layout import (
    GROUP,
    GROUPS,
    GUESS,
    MARK,
    NO,
    SEEN,
    YES,
    BeliefRow,
    group_called,
)
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.readers.refused import Refused
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.core.company.taxonomy import Taxonomy

WORKBOOK = b"PK"  # every .xlsx begins like this


def read_belief_sheet(file: Path, taxonomy: Taxonomy) -> list[BeliefRow]:
    """All guesses in a filled sheet, of one person or several, in the order of persons and rows.

    What was left empty gives no row. Raises InvalidFile with every mistake and its cell.
    """
    with file.open("rb") as opened:
        if opened.read(len(WORKBOOK)) != WORKBOOK:
            raise InvalidFile([Problem(file.name, "", "", NO_WORKBOOK)])
    try:
        sheets = read_cells(file)
    except Refused as refused:
        raise InvalidFile([Problem(file.name, "", "", refused.text)]) from None
    marked = [
        _Reading(file.name, name, cells, mark, taxonomy)
        for name, cells in sheets.items()
        if (mark := next((cell for cell in cells if cell.text == MARK), None))
    ]
    if not marked:
        raise InvalidFile([Problem(file.name, "", "", NO_BELIEF_SHEET)])
    rows = [row for reading in marked for row in reading.rows()]
    if problems := [problem for reading in marked for problem in reading.problems]:
        raise InvalidFile(problems)
    return rows


@dataclass
class _Reading:
    """One sheet of the workbook, and what is wrong with it."""

    file: str
    sheet: str
    cells: list[Cell]
    mark: Cell
    taxonomy: Taxonomy
    found: list[tuple[int, int, Problem]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.at = {(cell.row, cell.column): cell for cell in self.cells}

    @property
    def problems(self) -> list[Problem]:
        """All mistakes, row by row."""
        return [problem for _, _, problem in sorted(self.found, key=lambda entry: entry[:2])]

    def rows(self) -> list[BeliefRow]:
        """All guesses of all persons."""
        questions, seen = self._questions(), self._columns(SEEN)
        rows = []
        for person, column in sorted(self._columns(GUESS).items()):
            rows += self._person(column, seen.get(person), questions)
        return rows

    def _questions(self) -> dict[int, tuple[str, str]]:
        """Touchpoint and facet of each row that asks for a guess."""
        found: dict[int, tuple[str, str]] = {}
        for cell in self._keys():
            touchpoint, _, facet = cell.text.partition("/")
            if not any(entry.slug == touchpoint for entry in self.taxonomy.touchpoints):
                self._wrong(cell, NO_TOUCHPOINT.fill(slug=touchpoint))
            elif not self.taxonomy.facet(facet):
                self._wrong(cell, NO_FACET.fill(slug=facet))
            elif (touchpoint, facet) in found.values():
                self._wrong(cell, TWICE)
            else:
                found[cell.row] = (touchpoint, facet)
        return found

    def _keys(self) -> list[Cell]:
        """The hidden cells that say what a row asks."""
        below = [cell for cell in self.cells if cell.column == self.mark.column and "/" in cell.text]
        return [cell for cell in below if cell.row != self.mark.row]

    def _columns(self, key: str) -> dict[int, int]:
        """Column of each person's guesses, or of what they had seen."""
        beside = [cell for cell in self.cells if cell.row == self.mark.row and cell.text.startswith(key)]
        numbers = {cell.column: cell.text.removeprefix(key) for cell in beside}
        return {int(number): column for column, number in numbers.items() if number.isdecimal()}

    def _person(
        self, column: int, seen: int | None, questions: dict[int, tuple[str, str]]
    ) -> list[BeliefRow]:
        guesses = {row: self.at[row, column] for row in questions if (row, column) in self.at}
        if not guesses:
            return []
        group = self._group(column)
        rows = []
        for row, cell in sorted(guesses.items()):
            guess = self._guess(cell)
            data = self._seen(self.at.get((row, seen))) if seen is not None else None
            if guess is not None and group:
                rows.append(BeliefRow(*questions[row], group, guess, data))
        return rows

    def _group(self, column: int) -> str:
        """The group a person chose, or nothing (noted)."""
        row = next((cell.row for cell in self.cells if cell.text == GROUP), self.mark.row + 1)
        cell = self.at.get((row, column)) or Cell(row, column, "", formula=False)
        group = group_called(cell.text)
        if cell.formula or not group:
            self._wrong(cell, FORMULA if cell.formula else NO_GROUP, tuple(GROUPS))
        return group

    def _guess(self, cell: Cell) -> float | None:
        """A number of customers out of 100, or nothing (noted)."""
        typed = cell.text.removesuffix("%").strip().replace(",", ".")
        guess = float(typed) if NUMBER.fullmatch(typed) else None
        if cell.formula:
            self._wrong(cell, FORMULA)
        elif guess is None or not 0 <= guess <= 100:
            self._wrong(cell, NO_GUESS.fill(typed=cell.text))
        elif 0 < guess < 1:
            self._wrong(cell, FRACTION.fill(typed=cell.text))
        else:
            return guess
        return None

    def _seen(self, cell: Cell | None) -> bool | None:
        if cell is None:
            return None
        answers = {YES.en: True, YES.de: True, "1": True, NO.en: False, NO.de: False, "0": False}
        answer = answers.get(spelt_alike(cell.text))
        if cell.formula or answer is None:
            self._wrong(cell, FORMULA if cell.formula else NO_ANSWER.fill(typed=cell.text))
        return answer

    def _wrong(self, cell: Cell, text: Text, allowed: tuple[str, ...] = ()) -> None:
        problem = Problem(self.file, f"{self.sheet}!{cell.address}", "", text, allowed)
        self.found.append((cell.row, cell.column, problem))


NUMBER = re.compile(r"[+-]?\d{1,9}(\.\d+)?")
NO_WORKBOOK = Text(
    en="This is no sheet (.xlsx). Please hand in the Excel file you downloaded from this page and filled in; tables of "
    "contacts or answers come in under “Bring data in”. Nothing was kept.",
    de="Das ist kein Bogen (.xlsx). Bitte geben Sie die Excel-Datei ab, die Sie auf dieser Seite heruntergeladen und "
    "ausgefüllt haben; Tabellen mit Kontakten oder Antworten kommen unter „Daten einlesen“ herein. Es wurde nichts "
    "behalten.",
)
NO_BELIEF_SHEET = Text(
    en="This is no belief sheet of ours, or its hidden first row and column were removed. Please download a new one.",
    de="Das ist kein Einschätzungsbogen von uns, oder die ausgeblendete erste Zeile und Spalte wurden entfernt. Bitte "
    "laden Sie einen neuen herunter.",
)
NO_TOUCHPOINT = Text(
    en="This line asks about a touchpoint “{slug}” that we do not have any more. Please download a new sheet.",
    de="Diese Zeile fragt nach einem Kontaktpunkt „{slug}“, den es nicht mehr gibt. Bitte laden Sie einen neuen Bogen "
    "herunter.",
)
NO_FACET = Text(
    en="This line asks about a statement “{slug}” that we do not have any more. Please download a new sheet.",
    de="Diese Zeile fragt nach einer Aussage „{slug}“, die es nicht mehr gibt. Bitte laden Sie einen neuen Bogen "
    "herunter.",
)
TWICE = Text(
    en="This line appears twice; please remove one of them.",
    de="Diese Zeile kommt zweimal vor; bitte entfernen Sie eine davon.",
)
NO_GROUP = Text(
    en="There are guesses here but no group; please choose one of the list.",
    de="Hier stehen Schätzungen, aber keine Gruppe; bitte wählen Sie eine aus der Liste.",
)
FORMULA = Text(
    en="There is a formula here; please type the value itself.",
    de="Hier steht eine Formel; bitte tragen Sie den Wert selbst ein.",
)
NO_GUESS = Text(en="“{typed}” is no number from 0 to 100.", de="„{typed}“ ist keine Zahl von 0 bis 100.")
FRACTION = Text(
    en="“{typed}” of 100 customers is less than one; if you mean a share, please write 75 instead of 0.75.",
    de="„{typed}“ von 100 Kundinnen und Kunden ist weniger als eine Person; wenn Sie einen Anteil meinen, schreiben Sie "
    "bitte 75 statt 0,75.",
)
NO_ANSWER = Text(en="“{typed}” is neither yes nor no.", de="„{typed}“ ist weder ja noch nein.")
