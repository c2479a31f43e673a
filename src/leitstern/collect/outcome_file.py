"""What customers of teams say, month by month, as counts (CSV or XLSX)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.adoption_columns import NOTHING, TEAM, Names, refuse_persons, whole
from leitstern.collect.kpi_columns import MONTH, Cells, Column
from leitstern.collect.table_lines import read_table
from leitstern.collect.usage_file import MORE
from leitstern.core.company.facets import complete
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from leitstern.core.company.taxonomy import Taxonomy

MOST_LINES = 100_000
TOUCHPOINT = Column(Text(en="Touchpoint", de="Kontaktpunkt"), ("touchpoint", "kontaktpunkt"))
STATEMENT = Column(Text(en="Statement", de="Aussage"), ("statement", "facet", "aussage"))
ASKED = Column(
    Text(en="Customers asked", de="Gefragte"),
    ("customers asked", "asked", "answers", "gefragte", "gefragt", "antworten"),
)
AGREE = Column(Text(en="Agree", de="Zustimmung"), ("agree", "good", "zustimmung", "zufrieden", "stimmen zu"))
OUTCOME_COLUMNS = (TEAM, TOUCHPOINT, STATEMENT, MONTH, ASKED, AGREE)


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """Of `asked` customers of a team in a month `good` agree with a statement at a touchpoint."""

    team: str
    touchpoint: str
    facet: str
    month: date
    asked: int
    good: int


def read_outcomes(
    folder: Path, name: str, teams: Mapping[str, str], taxonomy: Taxonomy, today: date
) -> tuple[OutcomeRow, ...]:
    """The answers in the file `name`; `teams` are names by short name. Raises InvalidFile with every mistake at once."""
    cells = Cells(name, read_table(folder, name, MOST_LINES))
    refuse_persons(cells, OUTCOME_COLUMNS)
    cells.require(*OUTCOME_COLUMNS)
    known = Names(TEAM, teams)
    touchpoints = {each.slug: each.name for each in taxonomy.touchpoints}
    facets = {each.slug: each.name for each in complete(taxonomy.facets)}
    rows: dict[tuple[str, str, str, date], tuple[str, OutcomeRow]] = {}
    for line, values in cells.table.lines:
        before = len(cells.problems)
        team = known.read(cells, line, cells.text(values, TEAM))
        touchpoint = cells.one_of(line, TOUCHPOINT, cells.text(values, TOUCHPOINT), touchpoints)
        facet = cells.one_of(line, STATEMENT, cells.text(values, STATEMENT), facets)
        month = cells.month(line, cells.text(values, MONTH), today)
        asked = whole(cells, line, ASKED, cells.text(values, ASKED))
        good = whole(cells, line, AGREE, cells.text(values, AGREE))
        if asked is not None and good is not None and good > asked:
            cells.wrong(line, AGREE.title, MORE.fill(more=AGREE.title, than=ASKED.title))
        if len(cells.problems) > before or not (team and touchpoint and facet and month):
            continue
        row = OutcomeRow(team, touchpoint, facet, month, asked or 0, good or 0)
        first, _ = rows.setdefault((team, touchpoint, facet, month), (line, row))
        if first != line:
            cells.wrong(line, MONTH.title, TWICE.fill(line=first))
    if not rows and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
    return tuple(row for _, row in rows.values())


TWICE = Text(
    en="For this team, touchpoint, statement and month there is a line {line} already.",
    de="Für dieses Team, diesen Kontaktpunkt, diese Aussage und diesen Monat gibt es schon Zeile {line}.",
)
