"""When something was, or is due, as people type it in a hurry: 9:40, yesterday 14:15, 21.11., Friday, +3."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from leitstern.core.errors import InvalidInput
from leitstern.core.tables.lake import FLAG_AMBIGUOUS_HOUR, FLAG_DATE_ONLY
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

NOW = ("", "now", "jetzt")
DAYS = {
    **dict.fromkeys(("today", "heute"), 0),
    **dict.fromkeys(("yesterday", "gestern"), -1),
    **dict.fromkeys(("tomorrow", "morgen"), 1),
}
WEEKDAYS = (
    ("monday", "montag"),
    ("tuesday", "dienstag"),
    ("wednesday", "mittwoch"),
    ("thursday", "donnerstag"),
    ("friday", "freitag"),
    ("saturday", "samstag", "sonnabend"),
    ("sunday", "sonntag"),
)
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2})(?: ?uhr)?|\.(\d{2}) ?uhr)")
_BARE_CLOCK = re.compile(r"(\d{2})(\d{2})")
_AGO = re.compile(r"(?:-|vor )(\d{1,3})(?: ?min(?:uten|utes)?)?(?: ago)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4})?)?")
_AHEAD = re.compile(r"\+(\d{1,3})")
_LEAST_LETTERS = 2  # of a weekday
NO_TIME = Text(
    en="“{typed}” is no time we can read. Understood are now, 9:40, -20 (minutes ago), yesterday 14:15, 21.11. 9:00 and a day alone.",
    de="„{typed}“ ist keine Zeit, die wir lesen können. Verstanden werden jetzt, 9:40, -20 (vor so vielen Minuten), "
    "gestern 14:15, 21.11. 9:00 und ein Tag allein.",
)
NO_DAY = Text(
    en="“{typed}” is no day we can read. Understood are 27.11., 2026-11-27, Friday, tomorrow and +3 (in so many days).",
    de="„{typed}“ ist kein Tag, den wir lesen können. Verstanden werden 27.11., 2026-11-27, Freitag, morgen und +3 (in so "
    "vielen Tagen).",
)
SKIPPED = Text(
    en="“{typed}” does not exist: the clocks were put forward over it.",
    de="„{typed}“ gibt es nicht: Die Uhr wurde in dieser Stunde vorgestellt.",
)


class Moment(NamedTuple):
    """When, and what is uncertain about it (FLAG_* of the lake)."""

    at: datetime
    flags: int = 0


def moment(typed: str, now: datetime, zone: ZoneInfo) -> Moment:
    """When something was. A clock time alone is today, a day alone has no time. Raises InvalidInput."""
    said = " ".join(typed.casefold().replace(",", " ").split())
    here = now.astimezone(zone)
    if said in NOW:
        return Moment(now)
    if ago := _AGO.fullmatch(said):
        return Moment(now - timedelta(minutes=int(ago[1])))
    written, _, rest = said.partition(" ")
    if clock := _clock(said):
        return _placed(here.date(), clock, typed, zone)
    if exact := _iso_with_time(said):
        return Moment(exact) if exact.tzinfo else _placed(exact.date(), exact.time(), typed, zone)
    day, clock = _day(written, here.date(), ahead=False), _clock(rest) if rest else None
    if day is None or (rest and clock is None):
        raise InvalidInput(NO_TIME.fill(typed=typed))
    if clock is None:
        return Moment(datetime.combine(day, time(), zone), FLAG_DATE_ONLY)
    return _placed(day, clock, typed, zone)


def past_day(typed: str, today: date) -> date:
    """The day something was; without a year the last such day. Raises InvalidInput."""
    return _found(typed, today, ahead=False)


def coming_day(typed: str, today: date) -> date:
    """The day something is due; without a year the next such day. Raises InvalidInput."""
    return _found(typed, today, ahead=True)


def _found(typed: str, today: date, *, ahead: bool) -> date:
    day = _day(" ".join(typed.casefold().split()), today, ahead=ahead)
    if day is None:
        raise InvalidInput(NO_DAY.fill(typed=typed))
    return day


def _day(said: str, today: date, *, ahead: bool) -> date | None:
    if said in DAYS:
        return today + timedelta(days=DAYS[said])
    if ahead and (days := _AHEAD.fullmatch(said)):
        return today + timedelta(days=int(days[1]))
    if iso := _ISO.fullmatch(said):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if typed := _DAY_FIRST.fullmatch(said):
        day, month = int(typed[1]), int(typed[2])
        if typed[3]:
            return _date(int(typed[3]) + (2000 if len(typed[3]) == len("26") else 0), month, day)
        return _nearest(today, month, day, ahead=ahead)
    for number, names in enumerate(WEEKDAYS):
        if len(said) >= _LEAST_LETTERS and any(name.startswith(said.rstrip(".")) for name in names):
            steps = (number - today.weekday()) % 7
            return today + timedelta(days=(steps or 7) if ahead else steps - 7)
    return None


def _nearest(today: date, month: int, day: int, *, ahead: bool) -> date | None:
    """The year that was left out is the one that makes it the next such day, or the last."""
    years = range(today.year, today.year + 9) if ahead else range(today.year, today.year - 9, -1)
    dates = (found for year in years if (found := _date(year, month, day)))
    return next((found for found in dates if (found >= today if ahead else found <= today)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(said: str) -> time | None:
    found = _CLOCK.fullmatch(said) or _BARE_CLOCK.fullmatch(said)
    try:
        hour, minute = (int(part) for part in found.groups() if part) if found else (0, 0)
        return time(hour, minute) if found else None
    except ValueError:
        return None


def _iso_with_time(said: str) -> datetime | None:
    """As programs write it: 2026-11-21T09:40, with its zone or without."""
    try:
        return datetime.fromisoformat(said.upper()) if ":" in said and _ISO.match(said) else None
    except ValueError:
        return None


def _placed(day: date, clock: time, typed: str, zone: ZoneInfo) -> Moment:
    """On the company's clock: of an hour that exists twice the earlier one, and not within one that was skipped."""
    early, late = (datetime.combine(day, clock, zone).replace(fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return Moment(early)
    if early.utcoffset() < late.utcoffset():  # type: ignore[operator]  # both are known: the zone says them
        raise InvalidInput(SKIPPED.fill(typed=typed))
    return Moment(early, FLAG_AMBIGUOUS_HOUR)
