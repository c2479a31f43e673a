"""How teams use applications, week by week, as sums (CSV or XLSX): one line per application, team and week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.collect.adoption_columns import (
    APPLICATION,
    NOTHING,
    TEAM,
    WEEK,
    Names,
    refuse_persons,
    week_of,
    whole,
)
from leitstern.collect.kpi_columns import Cells, Column
from leitstern.collect.table_lines import read_table
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from leitstern.collect.table_lines import Table

MOST_LINES = 250_000
ELIGIBLE = Column(
    Text(en="Eligible", de="Berechtigte"), ("eligible", "eligible people", "berechtigte", "berechtigt")
)
ACTIVE = Column(
    Text(en="Active", de="Aktive"),
    ("active", "active users", "active people", "aktive", "aktiv", "aktive nutzer", "aktive personen"),
)
COUNTS = {
    "seats": Column(Text(en="Seats", de="Lizenzen"), ("seats", "licences", "licenses", "lizenzen", "plätze")),
    "started": Column(Text(en="Started", de="Begonnen"), ("started", "begonnen", "gestartet")),
    "completed": Column(Text(en="Completed", de="Beendet"), ("completed", "beendet", "abgeschlossen")),
    "features": Column(
        Text(en="Features used", de="Genutzte Funktionen"),
        ("features used", "features", "genutzte funktionen", "funktionen"),
    ),
    "kept": Column(Text(en="Kept", de="Eingehalten"), ("kept", "eingehalten")),
    "judged": Column(Text(en="Judged", de="Geprüft"), ("judged", "checked", "geprüft")),
    "records": Column(Text(en="Records", de="Einträge"), ("records", "entries", "einträge", "datensätze")),
    "filled": Column(
        Text(en="Fields filled", de="Ausgefüllte Felder"),
        ("fields filled", "filled", "ausgefüllte felder", "ausgefüllt"),
    ),
    "asked": Column(
        Text(en="Fields required", de="Pflichtfelder"),
        ("fields required", "required fields", "asked", "pflichtfelder"),
    ),
}
USAGE_COLUMNS = (APPLICATION, TEAM, WEEK, ELIGIBLE, ACTIVE, *COUNTS.values())
_WITHIN = (("completed", "started"), ("kept", "judged"), ("filled", "asked"))


@dataclass(frozen=True, slots=True)
class UsageRow:
    """Sums of one week (its Monday) of a team's use of an application; `counts` holds what was delivered besides."""

    application: str
    team: str
    week: date
    eligible: int
    active: int
    counts: Mapping[str, int]

    @property
    def month(self) -> date:
        """The first of the month in which most of the week lies."""
        return (self.week + timedelta(days=3)).replace(day=1)


@dataclass(frozen=True, slots=True)
class UsageRows:
    """What a table holds, and how many of its lines were about too few people to be taken."""

    rows: tuple[UsageRow, ...]
    small: int


def read_usage(
    folder: Path,
    name: str,
    applications: Mapping[str, str],
    teams: Mapping[str, str],
    today: date,
    fewest: int,
) -> UsageRows:
    """The sums in the file `name`; registers are names by short name. Raises InvalidFile with every mistake at once.

    Lines about fewer than `fewest` people are counted and left out: they are as good as lines per person.
    """
    return usage_of(name, read_table(folder, name, MOST_LINES), applications, teams, today, fewest)


def usage_of(
    name: str,
    table: Table,
    applications: Mapping[str, str],
    teams: Mapping[str, str],
    today: date,
    fewest: int,
) -> UsageRows:
    """The same of a table that was read already."""
    cells = Cells(name, table)
    refuse_persons(cells, USAGE_COLUMNS)
    cells.require(APPLICATION, TEAM, WEEK, ELIGIBLE, ACTIVE)
    reader = _Reader(cells, Names(APPLICATION, applications), Names(TEAM, teams), today)
    seen: dict[tuple[str, str, date], str] = {}
    rows, small = list[UsageRow](), 0
    for line, values in cells.table.lines:
        row = reader.row(line, values)
        if row is None:
            continue
        if (first := seen.setdefault((row.application, row.team, row.week), line)) != line:
            cells.wrong(line, WEEK.title, TWICE.fill(line=first))
        elif row.eligible < fewest:
            small += 1
        else:
            rows.append(row)
    if not seen and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
    return UsageRows(tuple(rows), small)


class _Reader:
    """Reads lines; months of weeks and names are looked up once."""

    def __init__(self, cells: Cells, applications: Names, teams: Names, today: date) -> None:
        self._cells, self._applications, self._teams, self._today = cells, applications, teams, today
        self._there = {name: column for name, column in COUNTS.items() if cells.at(column) is not None}

    def row(self, line: str, values: tuple[str, ...]) -> UsageRow | None:
        cells, before = self._cells, len(self._cells.problems)
        application = self._applications.read(cells, line, cells.text(values, APPLICATION))
        team = self._teams.read(cells, line, cells.text(values, TEAM))
        week = week_of(cells, line, cells.text(values, WEEK), self._today)
        eligible = whole(cells, line, ELIGIBLE, cells.text(values, ELIGIBLE))
        active = whole(cells, line, ACTIVE, cells.text(values, ACTIVE))
        counts: dict[str, int] = {}
        for name, column in self._there.items():
            if given := cells.text(values, column):
                counts[name] = whole(cells, line, column, given) or 0
        if len(cells.problems) == before:
            self._within(line, counts, eligible or 0, active or 0)
        if len(cells.problems) > before or not (application and team and week):
            return None
        return UsageRow(application, team, week, eligible or 0, active or 0, counts)

    def _within(self, line: str, counts: Mapping[str, int], eligible: int, active: int) -> None:
        """Nobody is active who is not eligible, and nothing is completed that was not started."""
        if active > eligible:
            self._cells.wrong(line, ACTIVE.title, MORE.fill(more=ACTIVE.title, than=ELIGIBLE.title))
        for part, whole_of in _WITHIN:
            if (part in counts) != (whole_of in counts):
                missing = whole_of if part in counts else part
                there = part if part in counts else whole_of
                self._cells.wrong(
                    line,
                    COUNTS[missing].title,
                    ALONE.fill(there=COUNTS[there].title, missing=COUNTS[missing].title),
                )
            elif counts.get(part, 0) > counts.get(whole_of, 0):
                self._cells.wrong(
                    line, COUNTS[part].title, MORE.fill(more=COUNTS[part].title, than=COUNTS[whole_of].title)
                )


TWICE = Text(
    en="This application, team and week stand in line {line} already. One line holds the sum of a whole team; lines per "
    "person are not taken.",
    de="Diese Anwendung, dieses Team und diese Woche stehen schon in Zeile {line}. Eine Zeile ist die Summe eines ganzen "
    "Teams; Zeilen je Person werden nicht angenommen.",
)
MORE = Text(
    en="“{more}” is more than “{than}”. That cannot be.",
    de="„{more}“ ist mehr als „{than}“. Das kann nicht sein.",
)
ALONE = Text(
    en="“{there}” stands here without “{missing}”. One says nothing without the other.",
    de="„{there}“ steht hier ohne „{missing}“. Das eine sagt ohne das andere nichts.",
)
