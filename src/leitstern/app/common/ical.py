"""Whole days as iCalendar (RFC 5545), for whatever calendar people use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDEST = 75  # octets of a line; longer ones are folded
_PLAIN = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day. `uid` is unique and stays, so that a second import changes the entry instead of adding one."""

    uid: str
    stamp: datetime
    day: date
    title: str
    about: str


def as_icalendar(entries: Iterable[Entry], name: str) -> str:
    """A calendar; `name` says in English what it holds."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Leitstern//{name}//EN"]
    for each in entries:
        lines += _event(each)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{entry.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{entry.title.translate(_PLAIN)}"
    yield f"DESCRIPTION:{entry.about.translate(_PLAIN)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _folded(line: str) -> str:
    """Lines of at most 75 octets; no character is torn apart."""
    parts: list[str] = []
    part = ""
    for character in line:
        if len((part + character).encode()) > WIDEST - (1 if parts else 0):
            parts.append(part)
            part = ""
        part += character
    return "\r\n ".join([*parts, part])
