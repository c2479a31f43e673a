"""Who is invited to a wave: a table (CSV or XLSX) of addresses, departments and levels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leitstern.collect.places import LEVEL, LEVEL_TITLE, UNIT, UNIT_TITLE, Places, column
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.table_lines import read_table
from leitstern.core.inside.ratings import VIEWS, View
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.table_lines import Table
    from leitstern.core.company.taxonomy import Taxonomy

MOST_PEOPLE = 200_000
_ADDRESS = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.!#$&'*/?^_`{}~+-]{0,63})@(?:[\w-]+\.)+[A-Za-z]{2,}")
ADDRESS = ("address", "e-mail", "email", "mail", "adresse", "e-mail-adresse", "mailadresse")
ADDRESS_TITLE = Text(en="Address", de="Adresse")
OF_DEPARTMENTS = (View.MANAGERS, View.STAFF)


@dataclass(frozen=True, slots=True)
class Person:
    """One line: where somebody is written to (nowhere: on paper), the short name of their unit, and their level."""

    address: str
    unit: str
    level: View


@dataclass(slots=True)
class Roster:
    """Everybody once, and the lines that named somebody again in the same words."""

    people: list[Person] = field(default_factory=list)
    again: list[str] = field(default_factory=list)


def read_roster(folder: Path, name: str, taxonomy: Taxonomy) -> Roster:
    """The people in the file `name`. Raises InvalidFile with every mistake at once."""
    return _Reading(name, taxonomy).read(read_table(folder, name, MOST_PEOPLE))


def sample(taxonomy: Taxonomy, language: str) -> tuple[list[str], list[list[str]]]:
    """Titles and lines of a roster that could be handed in: every department with invented addresses."""
    titles = [title.to(language) for title in (ADDRESS_TITLE, UNIT_TITLE, LEVEL_TITLE)]
    rows = [("", View.EXECUTIVES)]
    rows += [(each.name.to(language), view) for each in taxonomy.departments for view in OF_DEPARTMENTS]
    return titles, [
        [f"person{at}@example.org", unit, VIEWS[level].to(language)]
        for at, (unit, level) in enumerate(rows, start=1)
    ]


class _Reading:
    """One file being read, and what is wrong with it."""

    def __init__(self, name: str, taxonomy: Taxonomy) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.places = Places(name, taxonomy, self.problems)

    def read(self, table: Table) -> Roster:
        address, unit, level = (column(table.titles, words) for words in (ADDRESS, UNIT, LEVEL))
        if unit is None or level is None:
            missing = [title for at, title in ((unit, UNIT_TITLE), (level, LEVEL_TITLE)) if at is None]
            raise InvalidFile([Problem(self.name, "1", "", NO_COLUMN.fill(column=each)) for each in missing])
        roster, seen = Roster(), dict[str, tuple[str, Person]]()
        for line, cells in table.lines:
            given = cells[address] if address is not None else ""
            if not (given or cells[unit] or cells[level]):
                continue
            person = self._person(line, given, cells[unit], cells[level])
            if person is None:
                continue
            first, known = seen.setdefault(person.address.casefold() or f"line {line}", (line, person))
            if first == line:
                roster.people.append(person)
            elif (known.unit, known.level) == (person.unit, person.level):
                roster.again.append(line)
            else:
                self.problems.append(Problem(self.name, line, ADDRESS_TITLE, TWICE.fill(line=first)))
        if not roster.people and not self.problems:
            self.problems.append(Problem(self.name, "", "", NOBODY))
        if self.problems:
            raise InvalidFile(self.problems)
        return roster

    def _person(self, line: str, address: str, unit: str, level: str) -> Person | None:
        wrong = bool(address) and (len(address) > 254 or not _ADDRESS.fullmatch(address))
        if wrong:
            self.problems.append(Problem(self.name, line, ADDRESS_TITLE, NO_ADDRESS.fill(given=address[:80])))
        place = self.places.read(line, unit, level)
        return None if wrong or place is None else Person(address, place[1], place[0])


NO_COLUMN = Text(
    en="There is no column “{column}”. A roster has the columns Address, Department and Level.",
    de="Es gibt keine Spalte „{column}“. Eine Liste hat die Spalten Adresse, Bereich und Ebene.",
)
NOBODY = Text(en="There is nobody in this file.", de="In dieser Datei steht niemand.")
NO_ADDRESS = Text(
    en="“{given}” is no e-mail address. Leave the cell empty for people who answer on paper.",
    de="„{given}“ ist keine E-Mail-Adresse. Für Personen, die auf Papier antworten, bleibt die Zelle leer.",
)
TWICE = Text(
    en="The same address stands in line {line} with another department or level.",
    de="Dieselbe Adresse steht in Zeile {line} mit einem anderen Bereich oder einer anderen Ebene.",
)
