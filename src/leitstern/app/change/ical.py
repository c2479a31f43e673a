"""The communication calendar as iCalendar, for whatever calendar people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common import ical
from leitstern.core.bridge.change.talk import ANSWERS, CHANNELS, Answer, Channel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.change.models import Message


def as_icalendar(rows: Iterable[Message], host: str, language: str) -> str:
    """All entries as whole days. `host` makes their identifiers our own, so that a second import changes them."""
    return ical.as_icalendar((_entry(row, host, language) for row in rows), "Communication calendar")


def _entry(row: Message, host: str, language: str) -> ical.Entry:
    said = [CHANNELS[Channel(row.channel)], ANSWERS[Answer(row.answer)]]
    about = [row.who, *(each.to(language) for each in said), *([row.note] if row.note else [])]
    return ical.Entry(f"message-{row.pk}@{host}", row.created, row.day, row.title, "\n".join(about))
