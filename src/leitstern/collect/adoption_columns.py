"""Cells of tables about teams, usage and campaigns: names, weeks, days, whole numbers, and columns that hold persons."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.collect.amounts import SHOWN, day
from leitstern.collect.kpi_columns import EMPTY, Cells, Column, unknown
from leitstern.collect.problems import InvalidFile, Problem, closest
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TEAM = Column(Text(en="Team", de="Team"), ("team", "team name", "teamname", "country team", "länderteam"))
APPLICATION = Column(
    Text(en="Application", de="Anwendung"),
    ("application", "app", "tool", "anwendung", "system", "application name"),
)
WEEK = Column(Text(en="Week", de="Woche"), ("week", "week of", "woche", "kw", "kalenderwoche"))
_PERSONAL = frozenset(
    [
        "mail",
        "email",
        "e-mail",
        "user",
        "users",
        "username",
        "userid",
        "login",
        "account",
        "upn",
        "person",
        "persons",
        "personnel",
        "employee",
        "employees",
        "staff",
        "firstname",
        "surname",
        "lastname",
        "birthday",
        "birthdate",
        "initials",
        "author",
        "editor",
        "recipient",
        "phone",
        "benutzer",
        "benutzerin",
        "benutzername",
        "nutzer",
        "nutzerin",
        "nutzername",
        "anmeldename",
        "konto",
        "personalnummer",
        "personalnr",
        "mitarbeiter",
        "mitarbeiterin",
        "mitarbeitende",
        "mitarbeiternummer",
        "beschäftigte",
        "vorname",
        "nachname",
        "familienname",
        "geburtsdatum",
        "kürzel",
        "autor",
        "autorin",
        "bearbeiter",
        "bearbeiterin",
        "empfänger",
        "empfängerin",
        "telefon",
        "name",
    ]
)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]{2,}")
_ISO_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})")
_GERMAN_WEEK = re.compile(r"(?:kw )?(\d{1,2})[/ ](\d{4})")
_WHOLE = re.compile(r"\d{1,9}(?:[.,]0+)?")


class Names:
    """Things of a register by short name or name."""

    def __init__(self, where: Column, names: Mapping[str, str]) -> None:
        self._where, self._names = where, names
        self._by_spelling = {spelt_alike(name): slug for slug, name in names.items()}
        self._by_spelling |= {spelt_alike(slug): slug for slug in names}

    def read(self, cells: Cells, line: str, given: str) -> str | None:
        """The short name; None and a mistake where there is no such thing."""
        found = self._by_spelling.get(spelt_alike(given))
        if found is None:
            spelt = closest(given[:SHOWN], tuple(self._by_spelling)) if given else ""
            meant = self._names[self._by_spelling[spelt]] if spelt else ""
            cells.wrong(line, self._where.title, unknown(given), self._names.values(), meant)
        return found


def refuse_persons(cells: Cells, known: Iterable[Column]) -> None:
    """Raise InvalidFile if a column that is none of those `known` looks like a person, or any cell like an address.

    Nothing of such a file is kept; the mistake names the column and never what stands in it.
    """
    places = {at for each in known if (at := cells.at(each)) is not None}
    strange = [title for at, title in enumerate(cells.table.titles) if at not in places and personal(title)]
    problems = [Problem(cells.name, "1", title[:SHOWN], PERSON) for title in strange]
    mail = next((line for line, values in cells.table.lines if any(map(_MAIL.search, values))), None)
    if mail is not None:
        problems.append(Problem(cells.name, mail, "", ADDRESS))
    if problems:
        raise InvalidFile(problems)


def personal(title: str) -> bool:
    """Whether a title names people rather than a number of them."""
    words = re.split(r"[\s_./()-]+", spelt_alike(title))
    return bool(_PERSONAL & {*words, "".join(words), spelt_alike(title)})


def week_of(cells: Cells, line: str, given: str, today: date) -> date | None:
    """The Monday of a week that is over: 2026-W14, KW 14/2026, or any day in it."""
    text = spelt_alike(given)
    monday: date | None
    try:
        if match := _ISO_WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        elif match := _GERMAN_WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(match[2]), int(match[1]), 1)
        else:
            found = day(text)
            monday = found - timedelta(days=found.weekday()) if found else None
    except ValueError:
        monday = None
    if monday is None:
        cells.wrong(line, WEEK.title, NO_WEEK.fill(given=given[:SHOWN]) if given else EMPTY)
        return None
    if monday + timedelta(days=7) > today:
        cells.wrong(line, WEEK.title, NOT_OVER)
        return None
    return monday


def whole(cells: Cells, line: str, where: Column, given: str) -> int | None:
    """A whole number, without separators of thousands; None and a mistake else."""
    if _WHOLE.fullmatch(given):
        return int(re.split("[.,]", given)[0])
    cells.wrong(line, where.title, NO_WHOLE.fill(given=given[:SHOWN]) if given else EMPTY)
    return None


PERSON = Text(
    en="This column looks like single persons. Only sums per application, team and week are taken, never a line per person.",
    de="Diese Spalte sieht nach einzelnen Personen aus. Angenommen werden nur Summen je Anwendung, Team und Woche, nie eine "
    "Zeile je Person.",
)
ADDRESS = Text(
    en="Here stands an e-mail address. Nothing about single persons is taken; please remove it.",
    de="Hier steht eine E-Mail-Adresse. Über einzelne Personen wird nichts angenommen; bitte entfernen Sie sie.",
)
NO_WEEK = Text(
    en="“{given}” is no week. Write 2026-W14, or a day in it.",
    de="„{given}“ ist keine Woche. Schreiben Sie 2026-W14 oder einen Tag darin.",
)
NOT_OVER = Text(
    en="This week is not over yet. A part of a week would look like a fall.",
    de="Diese Woche ist noch nicht vorbei. Ein Teil einer Woche sähe wie ein Rückgang aus.",
)
NO_WHOLE = Text(
    en="“{given}” is no whole number. Write it without separators of thousands.",
    de="„{given}“ ist keine ganze Zahl. Schreiben Sie sie ohne Tausendertrennzeichen.",
)
NOTHING = Text(en="There is nothing in this file.", de="In dieser Datei steht nichts.")
