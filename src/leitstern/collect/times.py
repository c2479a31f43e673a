"""Reading times of any usual form in vectors: which form, which point on which clock, which instant.

Understood are the formats of the mapping (first, in their order), ISO 8601 with or without offset, TT.MM.JJJJ with or
without a time, YYYYMMDD[HHMMSS], and seconds, milliseconds or microseconds since 1970. A naive time is on the clock of
the mapping's zone. A date alone is a day of the business: it begins at 00:00 in the business zone, so it stays the
date that was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from leitstern.collect import zones
from leitstern.collect.sql import first_of, literal
from leitstern.core.tables.lake import FLAG_AMBIGUOUS_HOUR, FLAG_DATE_ONLY

Kind = Literal["instant", "clock", "day"]

_DAY = r"\d{4}-\d{1,2}-\d{1,2}"
_CLOCK = r"\d{1,2}:\d{2}(:\d{2}([.,]\d{1,9})?)?"
_OFFSET = r" ?(Z|UTC|[+-]\d{2}(:?\d{2})?)"
_GERMAN_DAY = r"\d{1,2}\.\d{1,2}\.\d{4}"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a time: whether a text is written so, and its microseconds (since 1970 on its own clock)."""

    matches: str
    us: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Clock:
    """The zones of an import: of naive times in the files, and of the business."""

    files: str
    business: str
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A column of times (`text` is its SQL), read in three layers that add columns named after `name`."""

    name: str
    text: str
    clock: Clock

    @property
    def form(self) -> dict[str, str]:
        """First layer: the number of the form."""
        cases = [(form.matches, str(number)) for number, form in enumerate(self._forms)]
        return {f"{self.name}_form": first_of(cases)}

    @property
    def wall(self) -> dict[str, str]:
        """Second layer: microseconds on the clock the time was read from; NULL if there is no such day or hour."""
        cases = [(f"{self.name}_form = {number}", form.us) for number, form in enumerate(self._forms)]
        return {f"{self.name}_wall": first_of(cases)}

    @property
    def placed(self) -> dict[str, str]:
        """Third layer: see `zones.place`."""
        wall = f"{self.name}_wall"
        day, clock = zones.place(self.clock.business, wall), zones.place(self.clock.files, wall)
        return {f"{self.name}_placed": first_of([(self._is("day"), day), (self._is("clock"), clock)], "0")}

    @property
    def us(self) -> str:
        """The instant in microseconds UTC; NULL if there is none."""
        return zones.instant(f"{self.name}_wall", f"{self.name}_placed")

    @property
    def flags(self) -> str:
        """FLAG_* of the lake."""
        ambiguous = f"{self._is('clock')} AND {zones.certainty(f'{self.name}_placed')} = {zones.AMBIGUOUS}"
        return first_of([(self._is("day"), str(FLAG_DATE_ONLY)), (ambiguous, str(FLAG_AMBIGUOUS_HOUR))], "0")

    @property
    def faults(self) -> list[tuple[str, str]]:
        """Codes of `reasons` and when they hold, for rows where the column is filled."""
        skipped = f"{self._is('clock')} AND {zones.certainty(f'{self.name}_placed')} = {zones.NONEXISTENT}"
        sensible = f"{self.name}_wall BETWEEN {zones.EARLIEST_US} AND {zones.LATEST_US - 1}"
        return [
            ("time-unreadable", f"{self.name}_wall IS NULL"),
            ("time-skipped", skipped),
            ("time-range", f"NOT {sensible}"),
        ]

    def _is(self, kind: Kind) -> str:
        numbers = [str(number) for number, form in enumerate(self._forms) if form.kind == kind]
        return f"{self.name}_form IN ({', '.join(numbers)})"

    @property
    def _forms(self) -> list[Form]:
        return [*(_told(self.text, date) for date in self.clock.dates), *_usual(self.text)]


def _told(x: str, date: str) -> Form:
    parsed = f"try_strptime({x}, {literal(date)})"
    if re.search("%[zZ]", date):
        kind: Kind = "instant"
    else:
        kind = "clock" if re.search("%-?[HIcXT]", date) else "day"
    return Form(f"{parsed} IS NOT NULL", f"epoch_us({parsed})", kind)


def _usual(x: str) -> list[Form]:
    point = f"replace({x}, ',', '.')"
    close = f"regexp_replace(regexp_replace({point}, ' ?(Z|UTC)$', 'Z'), ' ([+-])', '\\1')"
    colon = f"regexp_replace({close}, '([+-][0-9][0-9])([0-9][0-9])$', '\\1:\\2')"
    german = f"regexp_replace({x}, '^([0-9.]+),? +([0-9:]+).*$', '\\1 \\2')"
    compact = f"regexp_replace({x}, '[TZ]', '', 'g')"
    seconds = f"TRY_CAST({x} AS BIGINT)"
    return [
        Form(
            _full(x, f"{_DAY}[T ]{_CLOCK}"),
            f"epoch_us(coalesce(TRY_CAST({x} AS TIMESTAMP), TRY_CAST({point} AS TIMESTAMP)))",
            "clock",
        ),
        Form(_full(x, _DAY), f"epoch_us(TRY_CAST({x} AS TIMESTAMP))", "day"),
        Form(
            _full(x, f"{_DAY}[T ]{_CLOCK}{_OFFSET}"), f"epoch_us(TRY_CAST({colon} AS TIMESTAMPTZ))", "instant"
        ),
        Form(_full(x, _GERMAN_DAY), f"epoch_us(try_strptime({x}, '%d.%m.%Y'))", "day"),
        Form(
            _full(x, f"{_GERMAN_DAY},? +{_CLOCK}( Uhr)?"),
            f"epoch_us(try_strptime({german}, ['%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M']))",
            "clock",
        ),
        Form(_full(x, r"\d{8}"), f"epoch_us(try_strptime({x}, '%Y%m%d'))", "day"),
        Form(_full(x, r"\d{8}T?\d{6}"), f"epoch_us(try_strptime({compact}, '%Y%m%d%H%M%S'))", "clock"),
        Form(_full(x, r"\d{8}T\d{6}Z"), f"epoch_us(try_strptime({compact}, '%Y%m%d%H%M%S'))", "instant"),
        Form(_full(x, r"\d{9,10}"), f"{seconds} * 1000000", "instant"),
        Form(_full(x, r"\d{12,13}"), f"{seconds} * 1000", "instant"),
        Form(_full(x, r"\d{15,16}"), seconds, "instant"),
    ]


def _full(x: str, pattern: str) -> str:
    return f"regexp_full_match({x}, {literal(pattern)})"
