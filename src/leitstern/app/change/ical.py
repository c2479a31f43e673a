"""The communication calendar as iCalendar (RFC 5545), for whatever calendar people use."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from leitstern.core.bridge.change.talk import ANSWERS, CHANNELS, Answer, Channel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.change.models import Message

WIDEST = 75  # octets of a line; longer ones are folded
_PLAIN = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def as_icalendar(rows: Iterable[Message], host: str, language: str) -> str:
    """All entries as whole days. `host` makes their identifiers our own, so that a second import changes them."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Leitstern//Communication calendar//EN"]
    for row in rows:
        lines += _event(row, host, language)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(row: Message, host: str, language: str) -> Iterator[str]:
    said = [CHANNELS[Channel(row.channel)], ANSWERS[Answer(row.answer)]]
    about = [row.who, *(each.to(language) for each in said), *([row.note] if row.note else [])]
    yield "BEGIN:VEVENT"
    yield f"UID:message-{row.pk}@{host}"
    yield f"DTSTAMP:{row.created.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{row.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{row.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{row.title.translate(_PLAIN)}"
    yield f"DESCRIPTION:{'\n'.join(about).translate(_PLAIN)}"
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
