"""The register of teams (CSV or XLSX): name, department, country, and how many people since when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.adoption_columns import NOTHING, TEAM, refuse_persons, whole
from leitstern.collect.kpi_columns import EMPTY, UNIT, Cells, Column, Units, month_of
from leitstern.collect.kpi_file import short_name
from leitstern.collect.table_lines import read_table
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from leitstern.core.company.taxonomy import Taxonomy

MOST_LINES = 20_000
LONGEST_NAME = 120
SLUG = Column(Text(en="Short name", de="Kurzname"), ("short name", "slug", "kurzname", "kürzel"))
DEPARTMENT = Column(UNIT.title, tuple(word for word in UNIT.words if word != "team"))
COUNTRY = Column(Text(en="Country", de="Land"), ("country", "land"))
PEOPLE = Column(Text(en="People", de="Personen"), ("people", "headcount", "personen", "köpfe"))
SINCE = Column(Text(en="Since", de="Seit"), ("since", "seit"))
TEAM_COLUMNS = (TEAM, SLUG, DEPARTMENT, COUNTRY, PEOPLE, SINCE)


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team with how many people it has from a month on; a team whose size changed has several lines."""

    slug: str
    name: str
    unit: str
    country: str
    people: int
    since: date


def read_teams(folder: Path, name: str, taxonomy: Taxonomy, today: date) -> tuple[TeamLine, ...]:
    """The teams in the file `name`; without a month, the size holds from this one on. Raises InvalidFile with every mistake."""
    cells, units = Cells(name, read_table(folder, name, MOST_LINES)), Units(taxonomy)
    refuse_persons(cells, TEAM_COLUMNS)
    cells.require(TEAM, DEPARTMENT, PEOPLE)
    lines: dict[tuple[str, date], tuple[str, TeamLine]] = {}
    for line, values in cells.table.lines:
        before = len(cells.problems)
        said = cells.text(values, TEAM)
        slug = short_name(cells.text(values, SLUG) or said)
        if not slug or len(said) > LONGEST_NAME:
            cells.wrong(line, TEAM.title, NO_NAME.fill(most=LONGEST_NAME) if said else EMPTY)
        unit = units.read(cells, line, cells.text(values, DEPARTMENT))
        country = cells.text(values, COUNTRY).upper()
        if country and not re.fullmatch("[A-Z]{2}", country):
            cells.wrong(line, COUNTRY.title, NO_COUNTRY)
        people = whole(cells, line, PEOPLE, cells.text(values, PEOPLE))
        since = today.replace(day=1)
        if given := cells.text(values, SINCE):
            read = month_of(given)
            if read is None:
                cells.wrong(line, SINCE.title, NO_MONTH.fill(given=given[:80]))
            else:
                since = read
        if len(cells.problems) > before or unit is None or people is None:
            continue
        first, _ = lines.setdefault((slug, since), (line, TeamLine(slug, said, unit, country, people, since)))
        if first != line:
            cells.wrong(line, TEAM.title, TWICE.fill(line=first))
    if not lines and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
    return tuple(line for _, line in lines.values())


NO_NAME = Text(
    en="A team needs a name of at most {most} signs, with letters or digits.",
    de="Ein Team braucht einen Namen von höchstens {most} Zeichen, mit Buchstaben oder Ziffern.",
)
NO_COUNTRY = Text(
    en="A country is written with two letters, such as AT.",
    de="Ein Land wird mit zwei Buchstaben geschrieben, etwa AT.",
)
NO_MONTH = Text(
    en="“{given}” is no month. Write 2026-05 or 05/2026.",
    de="„{given}“ ist kein Monat. Schreiben Sie 2026-05 oder 05/2026.",
)
TWICE = Text(
    en="This team and month stand in line {line} already.",
    de="Dieses Team und dieser Monat stehen schon in Zeile {line}.",
)
