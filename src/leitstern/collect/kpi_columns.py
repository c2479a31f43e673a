"""Cells of tables about key figures: words to choose from, months, and numbers in either convention."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from leitstern.collect.amounts import NO_DAY, SHOWN, day
from leitstern.collect.places import column
from leitstern.collect.problems import InvalidFile, Problem, closest
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.company.taxonomy import Department
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leitstern.collect.problems import Word
    from leitstern.collect.table_lines import Table
    from leitstern.core.company.taxonomy import Taxonomy

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-\d{1,2}(?:[ T]00:00(?::00)?)?)?")
_GERMAN = re.compile(r"(?:\d{1,2}\.)?(\d{1,2})[./](\d{4})")
_NAMED = re.compile(r"([^\W\d_]+)\.? (\d{4})")
_MONTHS = {
    name: at
    for names in (
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mär apr mai jun jul aug sep okt nov dez",
    )
    for at, name in enumerate(names.split(), start=1)
}


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called in messages, and the titles it is recognised by."""

    title: Text
    words: tuple[str, ...]


UNIT = Column(
    Text(en="Department", de="Bereich"), ("department", "unit", "bereich", "abteilung", "einheit", "team")
)
FIGURE = Column(Text(en="Key figure", de="Kennzahl"), ("key figure", "kpi", "figure", "kennzahl"))
MONTH = Column(Text(en="Month", de="Monat"), ("month", "date", "monat", "datum"))
VALUE = Column(Text(en="Value", de="Wert"), ("value", "wert"))


@dataclass(slots=True)
class Cells:
    """One table being read: looks up cells by column and collects what is wrong. Lines without a word are not there."""

    name: str
    table: Table
    problems: list[Problem] = field(default_factory=list)

    def at(self, wanted: Column) -> int | None:
        """Where a column stands."""
        return column(self.table.titles, wanted.words)

    def require(self, *wanted: Column) -> None:
        """Raise InvalidFile for all of these columns that are missing."""
        missing = [each.title for each in wanted if self.at(each) is None]
        if missing:
            raise InvalidFile([Problem(self.name, "1", "", NO_COLUMN.fill(column=each)) for each in missing])

    def text(self, cells: Sequence[str], wanted: Column) -> str:
        """What stands there; nothing where there is no such column."""
        at = self.at(wanted)
        return "" if at is None else cells[at]

    def wrong(
        self, line: str, where: Word, text: Text, allowed: Iterable[Word] = (), meant: Word = ""
    ) -> None:
        """One more mistake."""
        self.problems.append(Problem(self.name, line, where, text, tuple(allowed), meant))

    def one_of[T](self, line: str, where: Column, given: str, known: Mapping[T, Text]) -> T | None:
        """The value somebody means by its name in either language, or by its short name; None and a mistake else."""
        said = spelt_alike(given)
        for value, name in known.items():
            if said in {spelt_alike(name.de), spelt_alike(name.en), spelt_alike(str(value))}:
                return value
        self.wrong(line, where.title, unknown(given), known.values())
        return None

    def month(self, line: str, given: str, today: date, where: Column = MONTH) -> date | None:
        """The first of a month that is over."""
        found = month_of(given)
        if found is None:
            self.wrong(line, where.title, NO_MONTH.fill(given=given[:SHOWN]) if given else EMPTY)
        elif found >= today.replace(day=1):
            self.wrong(line, where.title, NOT_OVER)
            return None
        return found

    def day(self, line: str, where: Column, given: str) -> date | None:
        """A day; None for an empty cell."""
        return self.need_day(line, where, given) if given else None

    def need_day(self, line: str, where: Column, given: str) -> date | None:
        """A day; None and a mistake else."""
        found = day(given)
        if found is None:
            self.wrong(line, where.title, NO_DAY.fill(given=given[:SHOWN]) if given else EMPTY)
        return found

    def done(self) -> None:
        """Raise InvalidFile if anything was wrong."""
        if self.problems:
            raise InvalidFile(self.problems)


class Units:
    """Departments by whatever they are called."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._lookup = taxonomy.lookup(Department)
        self._names = tuple(department.name for department in taxonomy.departments)
        self._by_spelling = {
            spelling: department.name
            for department in taxonomy.departments
            for spelling in (department.slug, *department.synonyms, department.name.en, department.name.de)
        }

    def read(self, cells: Cells, line: str, given: str) -> str | None:
        """The short name of the department; None and a mistake where there is none."""
        found = self._lookup.called(given)
        if found:
            return found.slug
        meant = self._by_spelling.get(closest(given[:SHOWN], tuple(self._by_spelling)), "") if given else ""
        cells.wrong(line, UNIT.title, unknown(given), self._names, meant)
        return None


class Figures:
    """Known key figures by short name or name."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._by_spelling = {spelt_alike(name): slug for slug, name in names.items()}
        self._by_spelling |= {spelt_alike(slug): slug for slug in names}

    def called(self, given: str) -> str | None:
        """The short name of the figure somebody means."""
        return self._by_spelling.get(spelt_alike(given))

    def read(self, cells: Cells, line: str, given: str) -> str | None:
        """The same; None and a mistake where there is none."""
        found = self.called(given)
        if found is None:
            meant = self._names.get(self.called(closest(given[:SHOWN], tuple(self._by_spelling))) or "", "")
            cells.wrong(line, FIGURE.title, unknown(given), self._names.values(), meant if given else "")
        return found


def unknown(given: str) -> Text:
    """What is said of a word that is none of those allowed."""
    return UNKNOWN.fill(given=given[:SHOWN]) if given else EMPTY


def month_of(given: str) -> date | None:
    """The first of the month somebody means: 2026-05, 2026-05-31, 05/2026, 31.05.2026, May 2026, Mai 2026."""
    text = spelt_alike(given)
    if match := _ISO.fullmatch(text):
        year, month = int(match[1]), int(match[2])
    elif match := _GERMAN.fullmatch(text):
        year, month = int(match[2]), int(match[1])
    elif match := _NAMED.fullmatch(text):
        year, month = int(match[2]), _MONTHS.get(match[1], 0)
    else:
        return None
    return date(year, month, 1) if 1 <= month <= 12 and 1900 <= year <= 9998 else None


class Numbers:
    """All numbers of one file, read by the one convention that fits them all."""

    def __init__(self, cells: Cells) -> None:
        self._cells, self._given = cells, list[tuple[str, Text, str]]()

    def take(self, line: str, where: Column, given: str) -> int:
        """Remember a cell; gives its place among the numbers."""
        self._given.append((line, where.title, given.removesuffix("%").strip()))
        return len(self._given) - 1

    def read(self) -> list[float]:
        """Every number in the order taken; NaN and a mistake where a cell holds none."""
        signs = (
            "." if self._cells.name.lower().endswith(".xlsx") else ".,"
        )  # workbooks hold numbers, not texts
        fitting = {
            sign: sum(_value(given, sign) is not None for _, _, given in self._given) for sign in signs
        }
        best = max(signs, key=lambda sign: (fitting[sign], sign == "."))
        if len(set(fitting.values())) == 1 and len(signs) > 1 and self._ambiguous():
            self._cells.wrong("", VALUE.title, AMBIGUOUS)
        return [self._one(*entry, best) for entry in self._given]

    def _ambiguous(self) -> bool:
        return any(
            _value(given, ".") != _value(given, ",")
            for _, _, given in self._given
            if _value(given, ".") is not None and _value(given, ",") is not None
        )

    def _one(self, line: str, where: Text, given: str, sign: str) -> float:
        found = _value(given, sign)
        if found is None:
            self._cells.wrong(line, where, NO_NUMBER.fill(given=given[:SHOWN]) if given else EMPTY)
            return float("nan")
        return found


def _value(given: str, decimal: str) -> float | None:
    """The number a text is by one convention; thousands may be grouped."""
    group = "." if decimal == "," else ","
    plain = rf"[+-]?\d{{1,15}}(\{decimal}\d{{1,12}})?(e[+-]?\d{{1,2}})?"
    grouped = rf"[+-]?[1-9]\d{{0,2}}(\{group}\d{{3}})+(\{decimal}\d{{1,12}})?"
    text = given.replace("−", "-").lower()
    if not (re.fullmatch(plain, text) or re.fullmatch(grouped, text)):
        return None
    return float(text.replace(group, "").replace(decimal, "."))


NO_COLUMN = Text(en="There is no column “{column}”.", de="Es gibt keine Spalte „{column}“.")
UNKNOWN = Text(en="“{given}” is not known here.", de="„{given}“ ist hier nicht bekannt.")
EMPTY = Text(en="The cell is empty.", de="Die Zelle ist leer.")
NO_MONTH = Text(
    en="“{given}” is no month. Write 2026-05 or 05/2026.",
    de="„{given}“ ist kein Monat. Schreiben Sie 2026-05 oder 05/2026.",
)
NOT_OVER = Text(
    en="This month is not over yet. A part of a month would look like a change.",
    de="Dieser Monat ist noch nicht vorbei. Ein Teil eines Monats sähe wie eine Veränderung aus.",
)
NO_NUMBER = Text(en="“{given}” is no number.", de="„{given}“ ist keine Zahl.")
AMBIGUOUS = Text(
    en="It cannot be told whether 1.234 means a thousand or a little more than one. Leave out the separators of "
    "thousands, or hand the table in as XLSX.",
    de="Es lässt sich nicht sagen, ob 1.234 gut tausend oder gut eins bedeutet. Lassen Sie die Tausenderpunkte weg, oder "
    "geben Sie die Tabelle als XLSX ab.",
)
