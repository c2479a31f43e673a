"""Whether a goal is one: the five fields without which nobody can say if it was reached, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.terms import DAYS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Goal

FIELDS: dict[str, Text] = {
    "metric": Text(en="what is measured", de="was gemessen wird"),
    "baseline": Text(en="where it stands today", de="wo es heute steht"),
    "target": Text(en="where it should stand", de="wo es stehen soll"),
    "accountable": Text(en="exactly one member of the board", de="genau ein Mitglied des Vorstands"),
    "cadence": Text(en="how often somebody looks", de="wie oft jemand nachsieht"),
}
NOBODY = Text(en="Nobody on the board answers for it.", de="Im Vorstand ist niemand dafür verantwortlich.")
SEVERAL = Text(
    en="{n} answer for it together, so nobody does.",
    de="{n} sind gemeinsam dafür verantwortlich, also niemand.",
)
NOT_BOARD = Text(
    en="{name} answers for it, and is not on the board.",
    de="{name} ist dafür verantwortlich und gehört nicht zum Vorstand.",
)
LEFT = Text(
    en="{name} answered for it, and has left.", de="{name} war dafür verantwortlich und ist nicht mehr da."
)


@dataclass(frozen=True, slots=True)
class GoalCheck:
    """Which of the five fields are there, why nobody answers for it (if so), and whether looking is overdue."""

    given: frozenset[str]
    unaccountable: Text | None
    overdue: bool

    @property
    def missing(self) -> tuple[Text, ...]:
        """The words of what is missing, in the order of the five."""
        return tuple(text for name, text in FIELDS.items() if name not in self.given)

    @property
    def complete(self) -> bool:
        """All five are there."""
        return len(self.given) == len(FIELDS)


def check(goal: Goal, today: date) -> GoalCheck:
    """The five fields of one goal."""
    why = unaccountable(goal, today)
    there = {
        "metric": bool(goal.metric.strip()),
        "baseline": goal.baseline is not None,
        "target": goal.target is not None,
        "accountable": why is None,
        "cadence": goal.cadence is not None,
    }
    return GoalCheck(frozenset(name for name, given in there.items() if given), why, _overdue(goal, today))


def unaccountable(goal: Goal, today: date) -> Text | None:
    """Why not exactly one member of the board answers for a goal; None if one does."""
    present = [each for each in goal.accountable if each.there(today)]
    if not goal.accountable:
        return NOBODY
    if not present:
        return LEFT.fill(name=goal.accountable[-1].name)
    if len(present) > 1:
        return SEVERAL.fill(n=len(present))
    return None if present[0].board else NOT_BOARD.fill(name=present[0].name)


def _overdue(goal: Goal, today: date) -> bool:
    if goal.cadence is None or goal.last_read is None:
        return False
    return today > goal.last_read + timedelta(days=DAYS[goal.cadence])
