"""The course of a workshop: questions one after the other, each voted on, shown, discussed, and voted on once more.

Every step gives a new session and remembers the one before, so that a wrong step can be undone. `turn` counts steps:
whoever acts on a screen that has moved on since is told apart by it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_UNDONE = 60  # steps that are remembered: a whole workshop


class Stage(StrEnum):
    """People come in, rate, look at the result; then the room is closed for good."""

    GATHERING = "gathering"
    RATING = "rating"
    RESULT = "result"
    CLOSED = "closed"


class Phase(StrEnum):
    """Where one question stands. People vote in `FIRST` and `SECOND`."""

    WAITING = "waiting"
    FIRST = "first"
    FIRST_SHOWN = "first_shown"
    SECOND = "second"
    SECOND_SHOWN = "second_shown"


class Step(StrEnum):
    """What the facilitator can do."""

    BEGIN = "begin"
    SHOW = "show"
    AGAIN = "again"
    NEXT = "next"
    BACK = "back"
    UNDO = "undo"


VOTING = {Phase.FIRST: 1, Phase.SECOND: 2}
SHOWN = frozenset({Phase.FIRST_SHOWN, Phase.SECOND_SHOWN})
NOT_NOW = Text(
    en="This step is not possible now. Nothing was changed.",
    de="Dieser Schritt ist gerade nicht möglich. Es wurde nichts geändert.",
)


@dataclass(frozen=True, slots=True)
class Session:
    """Where the workshop stands; `phases` has one entry per question. `before` are the sessions that can be undone."""

    phases: tuple[Phase, ...]
    stage: Stage = Stage.GATHERING
    position: int = 0
    turn: int = 0
    before: tuple[Session, ...] = ()

    @property
    def phase(self) -> Phase:
        """Where the current question stands."""
        return self.phases[self.position]

    @property
    def vote(self) -> int | None:
        """Which vote is open: the first, the second, or none."""
        return VOTING.get(self.phase) if self.stage is Stage.RATING else None

    @property
    def where(self) -> str:
        """Names what the room is doing; the same again after a step and its undoing."""
        return f"{self.stage}-{self.position}-{self.phase}"

    @property
    def is_shown(self) -> bool:
        """Whether the room sees how it voted on the current question."""
        return self.stage is Stage.RATING and self.phase in SHOWN

    @property
    def is_last(self) -> bool:
        """Whether the current question is the last one."""
        return self.position == len(self.phases) - 1

    def steps(self) -> tuple[Step, ...]:
        """What can be done now."""
        return tuple(step for step in Step if _step(self, step) is not None)

    def take(self, step: Step) -> Session:
        """The session after a step. Raises Conflict for one that is not possible now."""
        after = _step(self, step)
        if after is None:
            raise Conflict(NOT_NOW)
        return after

    def close(self) -> Session:
        """The end, from anywhere but the end; nothing can be undone afterwards."""
        if self.stage is Stage.CLOSED:
            raise Conflict(NOT_NOW)
        return replace(self, stage=Stage.CLOSED, turn=self.turn + 1, before=())


def begin_with(questions: int) -> Session:
    """A new session with so many questions (at least one)."""
    return Session(phases=(Phase.WAITING,) * questions)


def _step(at: Session, step: Step) -> Session | None:
    if step is Step.UNDO:
        if not at.before:
            return None
        return replace(at.before[-1], turn=at.turn + 1, before=at.before[:-1])
    changed = _STEPS[step](at)
    if changed is None:
        return None
    remembered = (*at.before, replace(at, before=()))[-MOST_UNDONE:]
    return replace(changed, turn=at.turn + 1, before=remembered)


def _begin(at: Session) -> Session | None:
    return _open(replace(at, stage=Stage.RATING), 0) if at.stage is Stage.GATHERING else None


def _show(at: Session) -> Session | None:
    if at.vote is None:
        return None
    return _with_phase(at, Phase.FIRST_SHOWN if at.vote == 1 else Phase.SECOND_SHOWN)


def _again(at: Session) -> Session | None:
    ready = at.stage is Stage.RATING and at.phase is Phase.FIRST_SHOWN
    return _with_phase(at, Phase.SECOND) if ready else None


def _next(at: Session) -> Session | None:
    if at.stage is not Stage.RATING:
        return None
    return replace(at, stage=Stage.RESULT) if at.is_last else _open(at, at.position + 1)


def _back(at: Session) -> Session | None:
    if at.stage is Stage.RESULT:
        return replace(at, stage=Stage.RATING)
    return _open(at, at.position - 1) if at.stage is Stage.RATING and at.position else None


def _open(at: Session, position: int) -> Session:
    """Go to a question; one that nobody has voted on yet opens its first vote."""
    there = replace(at, position=position)
    return _with_phase(there, Phase.FIRST) if there.phase is Phase.WAITING else there


def _with_phase(at: Session, phase: Phase) -> Session:
    return replace(at, phases=(*at.phases[: at.position], phase, *at.phases[at.position + 1 :]))


_STEPS: dict[Step, Callable[[Session], Session | None]] = {
    Step.BEGIN: _begin,
    Step.SHOW: _show,
    Step.AGAIN: _again,
    Step.NEXT: _next,
    Step.BACK: _back,
}
