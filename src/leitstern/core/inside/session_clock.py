"""The clock of a workshop: 45 minutes of rating, 15 of result, counted per question and stopped by pauses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

RATING_SECONDS = 45 * 60
RESULT_SECONDS = 15 * 60
LATE = 0.0  # seconds left below which the clock says so


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds spent on each question and, last, on the result; since when it runs, None while it stands still."""

    spent: tuple[float, ...]
    running_since: datetime | None = None

    @property
    def runs(self) -> bool:
        """Whether time is being counted."""
        return self.running_since is not None

    def on(self, place: int, now: datetime) -> float:
        """Seconds spent at a place, if that is where the workshop is."""
        running = (now - self.running_since).total_seconds() if self.running_since else 0.0
        return self.spent[place] + max(running, 0.0)

    def settle(self, place: int, now: datetime) -> Clock:
        """The same clock with the time since it last looked counted at `place`; it goes on if it ran."""
        spent = (*self.spent[:place], self.on(place, now), *self.spent[place + 1 :])
        return Clock(spent, now if self.runs else None)

    def start(self, now: datetime) -> Clock:
        """Let it run."""
        return self if self.runs else replace(self, running_since=now)

    def pause(self, place: int, now: datetime) -> Clock:
        """Let it stand still."""
        return replace(self.settle(place, now), running_since=None)


@dataclass(frozen=True, slots=True)
class Left:
    """Seconds left: in the part (rating or result), for this question, and then for each that comes after it.

    All questions that are left get the same; one that takes longer takes it from those after it. `planned` is the
    question (1 is the first) where the room would be if each took as long.
    """

    part: float
    question: float
    after: float
    planned: int

    @property
    def late(self) -> bool:
        """Whether the part takes longer than planned."""
        return self.part < LATE


def left(clock: Clock, place: int, now: datetime) -> Left:
    """What is left at a place: a question, or the result at the end."""
    now_here = clock.settle(place, now)
    questions = len(clock.spent) - 1
    if place == questions:
        rest = RESULT_SECONDS - now_here.spent[place]
        return Left(rest, rest, 0.0, questions)
    spent = sum(now_here.spent[:-1])
    part = RATING_SECONDS - spent
    share = (part + now_here.spent[place]) / (questions - place)
    here, to_come = share - now_here.spent[place], questions - place - 1
    after = max(part - max(here, 0.0), 0.0) / to_come if to_come else 0.0
    return Left(part, here, after, min(int(spent * questions / RATING_SECONDS) + 1, questions))


def fresh(questions: int) -> Clock:
    """A clock that stands at zero."""
    return Clock((0.0,) * (questions + 1))
