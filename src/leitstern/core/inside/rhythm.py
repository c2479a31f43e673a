"""When the next wave is due, and those after it: whoever has reached something keeps questioning it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.months import last_day, later
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

HALF_A_YEAR = 6  # months from wave to wave, where nobody says otherwise
LONGEST = 36
AHEAD = 4  # waves that the calendar shows

FIRST = Text(
    en="No wave has been held yet. From the first one on the calendar counts every {every} months.",
    de="Noch wurde keine Welle durchgeführt. Ab der ersten zählt der Kalender alle {every} Monate.",
)
PLANNED = Text(
    en="The next wave is prepared: “{name}” ends on {day}. After it one follows every {every} months.",
    de="Die nächste Welle ist vorbereitet: „{name}“ endet am {day}. Danach folgt alle {every} Monate eine.",
)
DUE = Text(
    en="The next wave is due on {day}, {every} months after the last one.",
    de="Die nächste Welle ist am {day} fällig, {every} Monate nach der letzten.",
)
OVERDUE = Text(
    en="A wave was due on {day}, {every} months after the last one. What was reached has not been questioned since.",
    de="Am {day} war eine Welle fällig, {every} Monate nach der letzten. Seitdem wurde das Erreichte nicht hinterfragt.",
)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The days on which waves are due, the next one first; empty before the first wave. `overdue`: the next one has passed."""

    every: int
    last: date | None
    days: tuple[date, ...]
    overdue: bool
    sentence: Text


def rhythm(every: int, last: date | None, planned: Sequence[tuple[date, str]], today: date) -> Rhythm:
    """From the day the last wave ended and those that are prepared or running (last day, name).

    Where the next one has passed, those after it count from today: what was missed is not made up for twice.
    """
    ahead = sorted(each for each in planned if each[0] >= today)
    if ahead:
        days = [day for day, _name in ahead][:AHEAD]
        said = PLANNED.fill(name=ahead[0][1], day=_named(ahead[0][0]), every=every)
        return Rhythm(every, last, _filled(days, every, today), overdue=False, sentence=said)
    if last is None:
        return Rhythm(every, None, (), overdue=False, sentence=FIRST.fill(every=every))
    due = months_after(last, every)
    overdue = due < today
    said = (OVERDUE if overdue else DUE).fill(day=_named(due), every=every)
    return Rhythm(every, last, _filled([due], every, today), overdue, said)


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has no such day."""
    return later(day, months).replace(day=min(day.day, last_day(later(day, months)).day))


def _filled(days: list[date], every: int, today: date) -> tuple[date, ...]:
    start, missing = max(days[-1], today), AHEAD - len(days)
    return (*days, *(months_after(start, every * ahead) for ahead in range(1, missing + 1)))


def _named(day: date) -> Text:
    return Text(en=f"{day:%d/%m/%Y}", de=f"{day:%d.%m.%Y}")
