"""Who is invited to a wave: a table (CSV or XLSX) of addresses, departments and levels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import duckdb

from leitstern.collect.mapping import Format
from leitstern.collect.problems import InvalidFile, Problem, closest
from leitstern.collect.readers.files import Files
from leitstern.collect.readers.refused import Refused
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.ratings import VIEWS, View
from leitstern.core.texts import Text
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.collect.readers.relation import Broken, Relation
    from leitstern.core.company.taxonomy import Taxonomy

MOST_PEOPLE = 200_000
_ADDRESS = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.!#$&'*/?^_`{}~+-]{0,63})@(?:[\w-]+\.)+[A-Za-z]{2,}")
COLUMNS = {
    "address": ("address", "e-mail", "email", "mail", "adresse", "e-mail-adresse", "mailadresse"),
    "unit": ("unit", "department", "team", "bereich", "abteilung", "einheit", "organisationseinheit"),
    "level": ("level", "group", "role", "ebene", "gruppe", "rolle", "stufe"),
}
LEVELS = {
    View.EXECUTIVES: ("executive", "board", "vorstand", "geschäftsführung"),
    View.MANAGERS: ("manager", "lead", "führungskraft", "leitung"),
    View.STAFF: (
        "employee",
        "employees",
        "mitarbeiter",
        "mitarbeiterin",
        "mitarbeiterinnen",
        "mitarbeitende*r",
    ),
}
_LEVELS = {
    spelt_alike(word): level
    for level, words in LEVELS.items()
    for word in (level.value, VIEWS[level].en, VIEWS[level].de, *words)
}


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
    with TemporaryDirectory(dir=folder) as staging, duckdb.connect(":memory:") as con:
        try:
            return _Reading(name, taxonomy).read(_rows(con, folder, name, staging))
        except Refused as refused:
            raise InvalidFile([Problem(name, "", "", refused.text)]) from None


def _rows(
    con: duckdb.DuckDBPyConnection, folder: Path, name: str, staging: str
) -> Iterator[tuple[str, dict[str, str]]]:
    """Line and cells (by what the columns mean) of every row. Raises Refused, InvalidFile."""
    reader = Files(con, folder).open(name, Format())
    column = {
        meaning: at
        for at, title in reversed(list(enumerate(reader.columns)))
        for meaning, words in COLUMNS.items()
        if spelt_alike(title) in words
    }
    if missing := [meaning for meaning in ("unit", "level") if meaning not in column]:
        raise InvalidFile([Problem(name, "1", "", NO_COLUMN.fill(column=each)) for each in missing])
    found: list[tuple[object, ...]] = []
    broken: list[Problem] = []

    def take(relation: Relation) -> None:
        line = "_line" if relation.numbered else f"row_number() OVER () + {relation.first - 1}"
        cells = ", ".join(f"c{at}" for at in column.values())
        found[:] = engine.rows(con, f"SELECT {line}, {cells} FROM {relation.sql} LIMIT {MOST_PEOPLE + 1}")

    def refuse(row: Broken) -> None:
        broken.append(Problem(name, str(row.line), "", BROKEN))

    reader.read(Path(staging), take, refuse)
    if broken:
        raise InvalidFile(broken)
    if len(found) > MOST_PEOPLE:
        raise InvalidFile([Problem(name, "", "", TOO_MANY.fill(most=MOST_PEOPLE))])
    for line, *cells in found:
        yield (
            str(line),
            {meaning: str(cell or "").strip() for meaning, cell in zip(column, cells, strict=True)},
        )


class _Reading:
    """One file being read, and what is wrong with it."""

    def __init__(self, name: str, taxonomy: Taxonomy) -> None:
        self.name, self.lookup = name, taxonomy.lookup(Department)
        self.slugs = tuple(department.slug for department in taxonomy.departments)
        self.problems: list[Problem] = []

    def read(self, rows: Iterator[tuple[str, dict[str, str]]]) -> Roster:
        roster, seen = Roster(), dict[str, tuple[str, Person]]()
        for line, cells in rows:
            if not any(cells.values()):
                continue
            person = self._person(line, cells)
            if person is None:
                continue
            first, known = seen.setdefault(person.address.casefold() or f"line {line}", (line, person))
            if first == line:
                roster.people.append(person)
            elif (known.unit, known.level) == (person.unit, person.level):
                roster.again.append(line)
            else:
                self._wrong(line, "address", TWICE.fill(line=first))
        if not roster.people and not self.problems:
            self._wrong("", "", NOBODY)
        if self.problems:
            raise InvalidFile(self.problems)
        return roster

    def _person(self, line: str, cells: dict[str, str]) -> Person | None:
        before = len(self.problems)
        address, said, spelt = cells.get("address", ""), cells["unit"], cells["level"]
        if address and (len(address) > 254 or not _ADDRESS.fullmatch(address)):
            self._wrong(line, "address", NO_ADDRESS)
        level = _LEVELS.get(spelt_alike(spelt))
        if level is None:
            self._wrong(line, "level", NO_LEVEL, spelt, tuple(View(each).value for each in LEVELS))
        unit = self.lookup.called(said) if said else None
        if said and unit is None:
            self._wrong(line, "unit", NO_UNIT, said, self.slugs)
        elif not said and level not in (None, View.EXECUTIVES):
            self._wrong(line, "unit", UNIT_NEEDED)
        if level is None or len(self.problems) > before:
            return None
        return Person(address, unit.slug if unit else "", level)

    def _wrong(
        self, line: str, column: str, text: Text, given: str = "", allowed: tuple[str, ...] = ()
    ) -> None:
        self.problems.append(Problem(self.name, line, column, text, allowed, closest(given[:80], allowed)))


NO_COLUMN = Text(
    en="There is no column “{column}”. A roster has the columns address, unit and level.",
    de="Es gibt keine Spalte „{column}“. Eine Liste hat die Spalten address (Adresse), unit (Bereich) und level (Ebene).",
)
BROKEN = Text(
    en="This line has other columns than the first one.",
    de="Diese Zeile hat andere Spalten als die erste.",
)
TOO_MANY = Text(en="A wave has at most {most} people.", de="Eine Welle hat höchstens {most} Personen.")
NOBODY = Text(en="There is nobody in this file.", de="In dieser Datei steht niemand.")
NO_ADDRESS = Text(
    en="This is no e-mail address. Leave the cell empty for people who answer on paper.",
    de="Das ist keine E-Mail-Adresse. Für Personen, die auf Papier antworten, bleibt die Zelle leer.",
)
NO_LEVEL = Text(
    en="A level is executives, managers or staff.",
    de="Eine Ebene ist executives (Geschäftsleitung), managers (Führungskräfte) oder staff (Mitarbeitende).",
)
NO_UNIT = Text(
    en="There is no department of this name in the taxonomy.",
    de="Einen Bereich dieses Namens gibt es in der Taxonomie nicht.",
)
UNIT_NEEDED = Text(
    en="Managers and staff belong to a department; only executives may go without.",
    de="Führungskräfte und Mitarbeitende gehören zu einem Bereich; nur die Geschäftsleitung kommt ohne aus.",
)
TWICE = Text(
    en="The same address stands in line {line} with another department or level.",
    de="Dieselbe Adresse steht in Zeile {line} mit einem anderen Bereich oder einer anderen Ebene.",
)
