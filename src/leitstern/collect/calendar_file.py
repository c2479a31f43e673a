"""Acts out of a calendar (iCalendar, RFC 5545): only entries somebody marked with a category that is an act.

Everything else in the calendar is counted and forgotten: it is read line by line and never kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from leitstern.collect.problems import InvalidFile, Problem
from leitstern.core.bridge.leadership.drafts import LINE, ActDraft
from leitstern.core.bridge.leadership.terms import ACTS, ActKind
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from leitstern.collect.leadership_file import Places

MOST_BYTES = 20_000_000
KINDS = {spelt_alike(said): kind for kind, name in ACTS.items() for said in (name.de, name.en)}
NO_CALENDAR = Text(en="This is no calendar (iCalendar).", de="Das ist kein Kalender (iCalendar).")
NO_ACTS = Text(
    en="None of the {n} entries that are over has a category that is an act. Mark those that count.",
    de="Von {n} Terminen, die vorbei sind, hat keiner eine Kategorie, die eine Begleitung ist. Kennzeichnen Sie, was zählt.",
)
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class FromCalendar:
    """Acts that were marked and are over, and how many entries were left alone."""

    acts: tuple[ActDraft, ...]
    left: int


def read_calendar(path: Path, area: str, places: Places, zone: ZoneInfo, today: date) -> FromCalendar:
    """Acts of one board area. What lies in the future or carries no category of an act is left alone.

    Raises InvalidFile for what is no calendar, or for one without any act.
    """
    text = path.read_bytes()[:MOST_BYTES].decode("utf-8", "replace").lstrip("\ufeff")
    if not text.upper().startswith("BEGIN:VCALENDAR"):
        raise InvalidFile([Problem(path.name, "", "", NO_CALENDAR)])
    acts, seen = list[ActDraft](), 0
    for event in _events(text):
        on = _day(event, zone)
        if on is None or on > today:
            continue
        seen += 1
        kind = _kind(event.get("CATEGORIES", ("", ""))[1])
        said = _plain(event.get("SUMMARY", ("", ""))[1]).strip()[:LINE]
        if kind and said:
            place = places.read(_plain(event.get("LOCATION", ("", ""))[1]).strip()[:160])
            acts.append(ActDraft(on, kind, area, said, place))
    if not acts:
        raise InvalidFile([Problem(path.name, "", "", NO_ACTS.fill(n=seen))])
    return FromCalendar(tuple(acts), seen - len(acts))


def _events(text: str) -> Iterator[dict[str, tuple[str, str]]]:
    """Each event as its properties with parameters; of an alarm inside one nothing."""
    event: dict[str, tuple[str, str]] | None = None
    inside = 0
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        name, _colon, value = line.partition(":")
        head, _semicolon, parameters = name.partition(";")
        head = head.upper()
        if head == "BEGIN":
            inside += event is not None
            if value.upper() == "VEVENT":
                event = {}
        elif head == "END":
            if value.upper() == "VEVENT" and event is not None:
                yield event
                event, inside = None, 0
            elif inside:
                inside -= 1
        elif event is not None and not inside:
            event.setdefault(head, (parameters.upper(), value))


def _day(event: dict[str, tuple[str, str]], zone: ZoneInfo) -> date | None:
    """The local day on which it began."""
    _parameters, value = event.get("DTSTART", ("", ""))
    found = re.fullmatch(r"(\d{8})(?:T(\d{6})(Z?))?", value.strip())
    if not found:
        return None
    try:
        if found[3]:
            return datetime.strptime(f"{found[1]}{found[2]}+0000", "%Y%m%d%H%M%S%z").astimezone(zone).date()
        return datetime.strptime(found[1], "%Y%m%d").date()  # noqa: DTZ007 -- a day has no time zone
    except ValueError:
        return None


def _kind(categories: str) -> ActKind | None:
    found = (KINDS.get(spelt_alike(_plain(each))) for each in re.split(r"(?<!\\),", categories))
    return next((kind for kind in found if kind), None)


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
