"""Filled sheets of paper, typed into a table (CSV or XLSX): one line per sheet, one column per statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.places import LEVEL, LEVEL_TITLE, UNIT, UNIT_TITLE, Places, column
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.table_lines import read_table
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from leitstern.collect.table_lines import Table
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.inside.instrument import Instrument
    from leitstern.core.inside.ratings import View

MOST_SHEETS = 5_000  # in one file
LONGEST_COMMENT = 4_000  # characters
NUMBER = ("sheet", "number", "bogen", "nummer", "bogennummer", "nr", "nr.")
COMMENT = ("comment", "remark", "kommentar", "anmerkung", "bemerkung")
NUMBER_TITLE, COMMENT_TITLE = Text(en="Sheet", de="Bogen"), Text(en="Comment", de="Kommentar")
_WHOLE = re.compile(r"(\d{1,9})(?:[.,]0+)?")
_COUNTED = re.compile(r"^\d+\.\s*")


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """One sheet: its line in the file, the number written on it, whose group it is of, item → point, and a comment."""

    line: str
    number: int
    place: tuple[View, str]
    answers: dict[str, int]
    comment: str = ""


def titles(instrument: Instrument, language: str) -> list[str]:
    """The columns of the table to fill in; statements are counted as on the printed sheet."""
    fixed = [title.to(language) for title in (NUMBER_TITLE, UNIT_TITLE, LEVEL_TITLE)]
    asked = [f"{at}. {item.text.to(language)}" for at, item in enumerate(instrument.items, start=1)]
    return [*fixed, *asked, COMMENT_TITLE.to(language)]


def read_sheets(folder: Path, name: str, instrument: Instrument, taxonomy: Taxonomy) -> list[PaperSheet]:
    """The sheets in the file `name`; lines without any answer and comment are left out.

    Raises InvalidFile with every mistake at once.
    """
    return _Reading(name, instrument, taxonomy).read(read_table(folder, name, MOST_SHEETS))


class _Reading:
    """One file being read, and what is wrong with it."""

    def __init__(self, name: str, instrument: Instrument, taxonomy: Taxonomy) -> None:
        self.name, self.instrument = name, instrument
        self.problems: list[Problem] = []
        self.places = Places(name, taxonomy, self.problems)

    def read(self, table: Table) -> list[PaperSheet]:
        number, unit, level = (column(table.titles, words) for words in (NUMBER, UNIT, LEVEL))
        comment = column(table.titles, COMMENT)
        items = self._items(table.titles)
        for at, title in ((number, NUMBER_TITLE), (unit, UNIT_TITLE), (level, LEVEL_TITLE)):
            if at is None:
                self._wrong("1", "", NO_COLUMN.fill(column=title))
        for at, item in enumerate(self.instrument.items, start=1):
            if item.slug not in items.values():
                self._wrong("1", "", NO_STATEMENT.fill(number=at, item=item.text))
        known = {number, unit, level, comment, *items}
        for at, given in enumerate(table.titles):
            if at not in known and any(cells[at] for _, cells in table.lines):
                self._wrong("1", given[:80], STRANGE)
        if self.problems or number is None or unit is None or level is None:
            raise InvalidFile(self.problems)
        found, first = list[PaperSheet](), dict[int, str]()
        for line, cells in table.lines:
            said = cells[comment] if comment is not None else ""
            if not said and not any(cells[at] for at in items):
                continue
            counted = self._number(line, cells[number], first)
            place = self.places.read(line, cells[unit], cells[level])
            answers = self._answers(line, cells, items)
            if len(said) > LONGEST_COMMENT:
                self._wrong(line, COMMENT_TITLE, TOO_LONG.fill(most=LONGEST_COMMENT, given=len(said)))
            if counted is not None and place is not None:
                found.append(PaperSheet(line, counted, place, answers, said))
        if not found and not self.problems:
            self._wrong("", "", NOTHING)
        if self.problems:
            raise InvalidFile(self.problems)
        return found

    def _items(self, given: Sequence[str]) -> dict[int, str]:
        """Column → item: by its wording in either language, its short name, or its place on the sheet."""
        by_title: dict[str, str] = {}
        for at, item in enumerate(self.instrument.items, start=1):
            for title in (item.slug, str(at), f"{at}.", item.text.de, item.text.en):
                by_title.setdefault(spelt_alike(title), item.slug)
        found: dict[int, str] = {}
        for at, title in enumerate(given):
            spelt = spelt_alike(title.removeprefix("'"))
            slug = by_title.get(spelt) or by_title.get(spelt_alike(_COUNTED.sub("", spelt).removeprefix("'")))
            if slug and slug not in found.values():
                found[at] = slug
        return found

    def _number(self, line: str, typed: str, first: dict[int, str]) -> int | None:
        whole = _WHOLE.fullmatch(typed)
        if whole is None or not int(whole[1]):
            self._wrong(line, NUMBER_TITLE, NO_NUMBER.fill(given=typed[:80]) if typed else NUMBER_NEEDED)
            return None
        number = int(whole[1])
        if first.setdefault(number, line) != line:
            self._wrong(line, NUMBER_TITLE, TWICE.fill(number=number, line=first[number]))
        return number

    def _answers(self, line: str, cells: Sequence[str], items: dict[int, str]) -> dict[str, int]:
        scale, given = self.instrument.scale, dict[str, int]()
        order = {item.slug: at for at, item in enumerate(self.instrument.items, start=1)}
        wrong = 0
        for at, slug in items.items():
            if not (typed := cells[at]):
                continue
            whole = _WHOLE.fullmatch(typed)
            if whole and int(whole[1]) in scale.points:
                given[slug] = int(whole[1])
            else:
                wrong += 1
                self._wrong(
                    line,
                    STATEMENT.fill(number=order[slug]),
                    NO_POINT.fill(given=typed[:80], low=scale.low, high=scale.high),
                )
        if not given and not wrong:
            self._wrong(line, "", ONLY_COMMENT)
        return {item.slug: given[item.slug] for item in self.instrument.items if item.slug in given}

    def _wrong(self, line: str, column: Text | str, text: Text) -> None:
        self.problems.append(Problem(self.name, line, column, text))


STATEMENT = Text(en="statement {number}", de="Aussage {number}")
NO_COLUMN = Text(en="There is no column “{column}”.", de="Es gibt keine Spalte „{column}“.")
NO_STATEMENT = Text(
    en="There is no column for statement {number} (“{item}”).",
    de="Es gibt keine Spalte für Aussage {number} („{item}“).",
)
STRANGE = Text(
    en="This column is no statement of the survey. Delete it or correct its title.",
    de="Diese Spalte gehört zu keiner Aussage der Befragung. Löschen Sie sie oder berichtigen Sie ihre Überschrift.",
)
NO_NUMBER = Text(
    en="“{given}” is no number of a sheet. Use whole numbers from 1 on.",
    de="„{given}“ ist keine Bogennummer. Nehmen Sie ganze Zahlen ab 1.",
)
NUMBER_NEEDED = Text(
    en="The number of the sheet is missing. Without it nobody can tell whether it was entered before.",
    de="Die Nummer des Bogens fehlt. Ohne sie lässt sich nicht erkennen, ob er schon eingegeben wurde.",
)
TWICE = Text(
    en="Sheet {number} stands in line {line} as well. Every sheet has a number of its own.",
    de="Bogen {number} steht auch in Zeile {line}. Jeder Bogen hat seine eigene Nummer.",
)
NO_POINT = Text(
    en="“{given}” is no answer. Allowed are whole numbers from {low} to {high}, or an empty cell for left out.",
    de="„{given}“ ist keine Antwort. Erlaubt sind ganze Zahlen von {low} bis {high} oder eine leere Zelle für ausgelassen.",
)
ONLY_COMMENT = Text(
    en="This sheet has a comment but no answer; at least one statement has to be answered.",
    de="Dieser Bogen hat einen Kommentar, aber keine Antwort; mindestens eine Aussage muss beantwortet sein.",
)
TOO_LONG = Text(
    en="A comment has at most {most} characters, this one has {given}.",
    de="Ein Kommentar hat höchstens {most} Zeichen, dieser hat {given}.",
)
NOTHING = Text(
    en="There is no filled sheet in this file.", de="In dieser Datei steht kein ausgefüllter Bogen."
)
