"""Pilots: what they try, how they ended, and whether something was learned. To stop one is a success if it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.practice.terms import PilotEnd
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

NONE_STOPPED = Missing(
    "none-stopped", Text(en="no pilot has been stopped yet", de="noch kein Pilot gestoppt")
)


class Stage(StrEnum):
    """Where a pilot stands."""

    AHEAD = "ahead"
    RUNNING = "running"
    OVERDUE = "overdue"  # its last day has passed, and nobody said how it ended
    STOPPED = "stopped"
    FINISHED = "finished"
    STANDARD = "standard"


STAGES = {
    Stage.AHEAD: Text(en="not begun", de="noch nicht begonnen"),
    Stage.RUNNING: Text(en="under way", de="läuft"),
    Stage.OVERDUE: Text(en="over, and nobody said how", de="vorbei, der Ausgang steht noch aus"),
    Stage.STOPPED: Text(en="stopped", de="gestoppt"),
    Stage.FINISHED: Text(en="carried through", de="zu Ende geführt"),
    Stage.STANDARD: Text(en="has become standard", de="ist Standard geworden"),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """A pilot as far as its end goes."""

    begins: date
    ends: date | None
    how: PilotEnd | None
    learned: bool
    standard: bool = False

    def stage(self, day: date) -> Stage:
        """Where it stands on a day."""
        if self.standard:
            return Stage.STANDARD
        if self.how:
            return Stage(self.how.value)
        if day < self.begins:
            return Stage.AHEAD
        return Stage.OVERDUE if self.ends and self.ends < day else Stage.RUNNING


def stopped_with_learning(tried: Sequence[Tried], today: date) -> Measured:
    """Of the pilots that were stopped, the share with a recorded learning; Wilson's interval, since others will follow."""
    stopped = [each for each in tried if each.how is PilotEnd.STOPPED]
    if not stopped:
        return NONE_STOPPED
    learned = sum(each.learned for each in stopped) / len(stopped)
    low, high = wilson(learned, len(stopped))
    return Estimate(learned, low, high, len(stopped), grade="stated", as_of=today)
