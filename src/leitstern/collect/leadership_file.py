"""Acts of leaders and agendas of meetings in tables (CSV or XLSX), and acts out of a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.kpi_columns import EMPTY, UNIT, Cells, Column, Units
from leitstern.collect.table_lines import read_table
from leitstern.core.bridge.leadership.drafts import (
    ActDraft,
    MeetingDraft,
    act_problems,
    meeting_problems,
)
from leitstern.core.bridge.leadership.terms import ACTS, CIRCLES, DUTIES, Circle
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.company.taxonomy import Department
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from leitstern.core.bridge.draft import Problem
    from leitstern.core.company.taxonomy import Taxonomy

MOST_LINES = 20_000
DAY = Column(Text(en="Day", de="Tag"), ("day", "date", "tag", "datum"))
KIND = Column(Text(en="Act", de="Begleitung"), ("act", "kind", "begleitung", "handlung", "art"))
PLACE = Column(Text(en="Where", de="Wo"), ("where", "place", "team", "wo", "ort"))
SAID = Column(
    Text(en="What it was about", de="Worum es ging"),
    ("what it was about", "about", "what", "note", "worum es ging", "was", "notiz"),
)
SEEN = Column(
    Text(en="What was seen", de="Was zu sehen war"), ("what was seen", "seen", "was zu sehen war", "gesehen")
)
FOLLOWS = Column(
    Text(en="What follows", de="Was daraus folgt"), ("what follows", "follow-up", "was daraus folgt", "folge")
)
DUTY = Column(Text(en="Duty", de="Führungsaufgabe"), ("duty", "führungsaufgabe", "aufgabe"))
CIRCLE = Column(Text(en="Circle", de="Kreis"), ("circle", "meeting of", "kreis", "gremium"))
MINUTES = Column(Text(en="Minutes", de="Minuten"), ("minutes", "minuten", "dauer"))
CUSTOMERS = Column(
    Text(en="Minutes on customers", de="Minuten für Kundinnen und Kunden"),
    ("minutes on customers", "customer minutes", "minuten für kundinnen und kunden", "kundenminuten"),
)
DECIDED = Column(Text(en="Decided", de="Entschieden"), ("decided", "decision", "entschieden", "beschluss"))
TABLE = Column(
    Text(en="Customer evidence on the table", de="Kundenbelege auf dem Tisch"),
    ("customer evidence on the table", "evidence", "kundenbelege auf dem tisch", "belege"),
)
ACT_COLUMNS = (DAY, KIND, UNIT, PLACE, SAID, SEEN, FOLLOWS, DUTY)
MEETING_COLUMNS = (DAY, CIRCLE, MINUTES, CUSTOMERS, DECIDED, TABLE)
NOTHING = Text(en="There is nothing in this file.", de="In dieser Datei steht nichts.")
NO_MINUTES = Text(en="Minutes are a whole number.", de="Minuten sind eine ganze Zahl.")
_FIELDS = {
    "day": DAY,
    "said": SAID,
    "seen": SEEN,
    "follow_up": FOLLOWS,
    "place": PLACE,
    "minutes": MINUTES,
    "customers": CUSTOMERS,
    "decided": DECIDED,
    "evidence": TABLE,
}


@dataclass(frozen=True, slots=True)
class Places:
    """Departments by whatever they are called, teams by name or short name; other places keep their words."""

    taxonomy: Taxonomy
    teams: Mapping[str, str]  # names by short name

    def read(self, given: str) -> str:
        """The short name of a department or team, or what was written."""
        found = self.taxonomy.lookup(Department).called(given) if given else None
        if found:
            return found.slug
        said = spelt_alike(given)
        known = (slug for slug, name in self.teams.items() if said in {spelt_alike(name), spelt_alike(slug)})
        return next(known, given)


def read_acts(folder: Path, name: str, places: Places, today: date) -> list[ActDraft]:
    """Acts of board areas in the file `name`. Raises InvalidFile with every mistake at once."""
    cells = Cells(name, read_table(folder, name, MOST_LINES))
    cells.require(DAY, KIND, UNIT, SAID)
    units, found = Units(places.taxonomy), list[ActDraft]()
    for line, values in cells.table.lines:
        on = cells.need_day(line, DAY, cells.text(values, DAY))
        kind = cells.one_of(line, KIND, cells.text(values, KIND), ACTS)
        area = units.read(cells, line, cells.text(values, UNIT))
        given = cells.text(values, DUTY)
        duty = cells.one_of(line, DUTY, given, DUTIES) if given else None
        if on is None or kind is None or area is None:
            continue
        draft = ActDraft(
            day=on,
            kind=kind,
            area=area,
            said=cells.text(values, SAID),
            place=places.read(cells.text(values, PLACE)),
            seen=cells.text(values, SEEN),
            follow_up=cells.text(values, FOLLOWS),
            duty=duty,
        )
        _tell(cells, line, act_problems(draft, today))
        found.append(draft)
    _done(cells, found)
    return found


def read_meetings(folder: Path, name: str, today: date) -> list[MeetingDraft]:
    """Agendas of meetings in the file `name`; of the board, where nothing else is said. Raises InvalidFile."""
    cells = Cells(name, read_table(folder, name, MOST_LINES))
    cells.require(DAY, MINUTES, CUSTOMERS)
    found = []
    for line, values in cells.table.lines:
        on = cells.need_day(line, DAY, cells.text(values, DAY))
        circle = cells.one_of(line, CIRCLE, cells.text(values, CIRCLE) or Circle.BOARD, CIRCLES)
        minutes, customers = (_whole(cells, line, column, values) for column in (MINUTES, CUSTOMERS))
        if on is None or circle is None or minutes is None or customers is None:
            continue
        draft = MeetingDraft(
            on, minutes, customers, circle, cells.text(values, DECIDED), cells.text(values, TABLE)
        )
        _tell(cells, line, meeting_problems(draft, today))
        found.append(draft)
    _done(cells, found)
    return found


def _whole(cells: Cells, line: str, column: Column, values: tuple[str, ...]) -> int | None:
    given = cells.text(values, column).removesuffix(".0")
    if not given.isdecimal() or len(given) > 6:
        cells.wrong(line, column.title, NO_MINUTES if given else EMPTY)
        return None
    return int(given)


def _tell(cells: Cells, line: str, problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        cells.wrong(line, _FIELDS[problem.field].title, problem.text)


def _done(cells: Cells, found: list[ActDraft] | list[MeetingDraft]) -> None:
    if not found and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
