"""The register of campaigns, and the list of what really went out (CSV or XLSX)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.adoption_columns import NOTHING, TEAM, Names, refuse_persons
from leitstern.collect.kpi_columns import EMPTY, Cells, Column
from leitstern.collect.table_lines import read_table
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from leitstern.core.inside.adoption.metadata import Field

MOST_LINES = 100_000
LONGEST = 200  # signs of a value
LONGEST_KEY = 80
KEY = Column(
    Text(en="Campaign", de="Kampagne"),
    ("campaign", "campaign id", "id", "key", "kampagne", "kampagnen-id", "nummer"),
)
TITLE = Column(Text(en="Title", de="Titel"), ("title", "name", "titel", "bezeichnung"))
CLASSIFIED = Column(
    Text(en="Classified on", de="Eingeordnet am"),
    ("classified on", "classified", "eingeordnet am", "eingeordnet"),
)
GOES_OUT = Column(
    Text(en="Goes out on", de="Versand am"),
    ("goes out on", "goes out", "sent on", "sent", "day", "versand am", "versand", "versendet am", "tag"),
)
CAMPAIGN_COLUMNS = (KEY, TEAM, TITLE, CLASSIFIED, GOES_OUT)
SENT_COLUMNS = (KEY, TEAM, GOES_OUT, TITLE)


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign as the register says it; `values` are what it says in which field, as written."""

    key: str
    team: str
    title: str
    classified: date | None
    goes_out: date
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CampaignRows:
    """The campaigns of a table, and the titles of columns that are no field of the rules."""

    rows: tuple[CampaignRow, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentRow:
    """A campaign that went out."""

    key: str
    team: str
    title: str
    day: date


def read_campaigns(
    folder: Path, name: str, teams: Mapping[str, str], fields: Sequence[Field]
) -> CampaignRows:
    """The register in the file `name`. What stands in a field is kept as written, whether allowed or not; what is wrong
    with a key, team or day is refused. Raises InvalidFile with every mistake at once."""
    cells = Cells(name, read_table(folder, name, MOST_LINES))
    columns = {each.slug: _column(each) for each in fields}
    known = (*CAMPAIGN_COLUMNS, *columns.values())
    refuse_persons(cells, known)
    cells.require(KEY, TEAM, GOES_OUT)
    places = {at for each in known if (at := cells.at(each)) is not None}
    lines = _Lines[CampaignRow](cells, teams)
    for line, values in cells.table.lines:
        key, team, day = lines.take(line, values)
        classified = None
        if given := cells.text(values, CLASSIFIED):
            classified = cells.need_day(line, CLASSIFIED, given)
        said = {slug: text[:LONGEST] for slug, each in columns.items() if (text := cells.text(values, each))}
        if key and team and day:
            title = cells.text(values, TITLE)[:LONGEST]
            lines.keep(line, key, CampaignRow(key, team, title, classified, day, said))
    ignored = [title for at, title in enumerate(cells.table.titles) if at not in places and title]
    return CampaignRows(lines.done(), tuple(ignored))


def read_sent(folder: Path, name: str, teams: Mapping[str, str]) -> tuple[SentRow, ...]:
    """What went out, by the file `name`. Raises InvalidFile with every mistake at once."""
    cells = Cells(name, read_table(folder, name, MOST_LINES))
    refuse_persons(cells, SENT_COLUMNS)
    cells.require(KEY, TEAM, GOES_OUT)
    lines = _Lines[SentRow](cells, teams)
    for line, values in cells.table.lines:
        key, team, day = lines.take(line, values)
        if key and team and day:
            lines.keep(line, key, SentRow(key, team, cells.text(values, TITLE)[:LONGEST], day))
    return lines.done()


class _Lines[Row]:
    """Lines with a key each, of which none may come twice."""

    def __init__(self, cells: Cells, teams: Mapping[str, str]) -> None:
        self._cells, self._teams = cells, Names(TEAM, teams)
        self._kept: dict[str, tuple[str, Row]] = {}

    def take(self, line: str, values: tuple[str, ...]) -> tuple[str, str | None, date | None]:
        """Key, team and day; mistakes where one cannot be read."""
        cells, key = self._cells, self._cells.text(values, KEY)
        if not key or len(key) > LONGEST_KEY:
            cells.wrong(line, KEY.title, TOO_LONG.fill(most=LONGEST_KEY) if key else EMPTY)
            key = ""
        team = self._teams.read(cells, line, cells.text(values, TEAM))
        return key, team, cells.need_day(line, GOES_OUT, cells.text(values, GOES_OUT))

    def keep(self, line: str, key: str, row: Row) -> None:
        """One more row, unless its key came before."""
        first, _ = self._kept.setdefault(key, (line, row))
        if first != line:
            self._cells.wrong(line, KEY.title, TWICE.fill(line=first))

    def done(self) -> tuple[Row, ...]:
        """All rows. Raises InvalidFile if anything was wrong."""
        if not self._kept and not self._cells.problems:
            self._cells.wrong("", "", NOTHING)
        self._cells.done()
        return tuple(row for _, row in self._kept.values())


def _column(field: Field) -> Column:
    words = dict.fromkeys(spelt_alike(word) for word in (field.slug, field.name.en, field.name.de))
    return Column(field.name, tuple(words))


TOO_LONG = Text(en="A key has at most {most} signs.", de="Ein Kennzeichen hat höchstens {most} Zeichen.")
TWICE = Text(
    en="This campaign stands in line {line} already.", de="Diese Kampagne steht schon in Zeile {line}."
)
