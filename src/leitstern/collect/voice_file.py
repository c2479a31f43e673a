"""What systems said to customers (CSV or XLSX): one line per text. Personal data is masked before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 -- part of the type
from typing import TYPE_CHECKING

from leitstern.collect.adoption_columns import NOTHING, personal
from leitstern.collect.amounts import SHOWN
from leitstern.collect.kpi_columns import EMPTY, Cells, Column
from leitstern.collect.kpi_file import short_name
from leitstern.collect.masking import all_masked
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.table_lines import read_table
from leitstern.core.bridge.voice.rules import TONGUES, Tongue
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from leitstern.collect.table_lines import Table

MOST_LINES = 20_000
LONGEST = 4_000  # characters of a text
LONGEST_NAME = 80

SYSTEM = Column(
    Text(en="System", de="System"), ("system", "application", "assistant", "anwendung", "assistent", "bot")
)
TOUCHPOINT = Column(Text(en="Touchpoint", de="Kontaktpunkt"), ("touchpoint", "kontaktpunkt"))
DAY = Column(Text(en="Day", de="Tag"), ("day", "date", "tag", "datum"))
LANGUAGE = Column(Text(en="Language", de="Sprache"), ("language", "lang", "sprache"))
TEXT = Column(
    Text(en="Text", de="Text"), ("text", "answer", "message", "utterance", "antwort", "nachricht", "äußerung")
)
COLUMNS = (SYSTEM, TOUCHPOINT, DAY, LANGUAGE, TEXT)


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One text without personal data; `application` is the short name in the inventory, or nothing."""

    system: str
    name: str
    application: str
    touchpoint: str
    day: date
    language: Tongue
    text: str


def read_texts(
    folder: Path, name: str, applications: Mapping[str, str], touchpoints: Mapping[str, Text], today: date
) -> tuple[VoiceRow, ...]:
    """The texts in the file `name`; registers are names by short name. Raises InvalidFile with every mistake at once."""
    return texts_of(name, read_table(folder, name, MOST_LINES), applications, touchpoints, today)


def texts_of(
    name: str, table: Table, applications: Mapping[str, str], touchpoints: Mapping[str, Text], today: date
) -> tuple[VoiceRow, ...]:
    """The same of a table that was read already."""
    cells = Cells(name, table)
    _refuse_employees(cells)
    cells.require(*COLUMNS)
    known = {spelt_alike(said): slug for slug, called in applications.items() for said in (slug, called)}
    rows: list[VoiceRow] = []
    for line, values in table.lines:
        before = len(cells.problems)
        system = " ".join(cells.text(values, SYSTEM).split())
        touchpoint = cells.one_of(line, TOUCHPOINT, cells.text(values, TOUCHPOINT), touchpoints)
        day = cells.need_day(line, DAY, cells.text(values, DAY))
        language = cells.one_of(line, LANGUAGE, cells.text(values, LANGUAGE), TONGUES)
        text = cells.text(values, TEXT)
        if not short_name(system) or len(system) > LONGEST_NAME:
            cells.wrong(line, SYSTEM.title, NO_NAME.fill(given=system[:SHOWN]) if system else EMPTY)
        if day and day > today:
            cells.wrong(line, DAY.title, NOT_YET)
        if not text:
            cells.wrong(line, TEXT.title, EMPTY)
        elif len(text) > LONGEST:
            cells.wrong(line, TEXT.title, TOO_LONG.fill(n=len(text), most=LONGEST))
        if len(cells.problems) == before and touchpoint and day and language:
            application = known.get(spelt_alike(system), "")
            called = applications[application] if application else system
            rows.append(
                VoiceRow(
                    application or short_name(system), called, application, touchpoint, day, language, text
                )
            )
    if not rows and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
    return _masked(rows)


def _masked(rows: list[VoiceRow]) -> tuple[VoiceRow, ...]:
    texts = all_masked([each.text for each in rows])
    return tuple(
        VoiceRow(each.system, each.name, each.application, each.touchpoint, each.day, each.language, text)
        for each, text in zip(rows, texts, strict=True)
    )


def _refuse_employees(cells: Cells) -> None:
    """Raise InvalidFile if a column looks like single people: what people wrote is not looked at here."""
    places = {at for each in COLUMNS if (at := cells.at(each)) is not None}
    strange = [title for at, title in enumerate(cells.table.titles) if at not in places and personal(title)]
    if strange:
        raise InvalidFile([Problem(cells.name, "1", title[:SHOWN], PERSONS) for title in strange])


PERSONS = Text(
    en="This column looks like single persons. Only what systems said is taken, nothing by or about employees.",
    de="Diese Spalte sieht nach einzelnen Personen aus. Angenommen wird nur, was Systeme gesagt haben; nichts von oder über "
    "Beschäftigte.",
)
NO_NAME = Text(
    en="“{given}” is no name of a system: up to 80 characters, with letters or digits.",
    de="„{given}“ ist kein Name eines Systems: bis zu 80 Zeichen, mit Buchstaben oder Ziffern.",
)
NOT_YET = Text(en="This day has not come yet.", de="Dieser Tag ist noch nicht gekommen.")
TOO_LONG = Text(
    en="That is {n} characters; {most} are the most.",
    de="Das sind {n} Zeichen; höchstens {most} sind möglich.",
)
