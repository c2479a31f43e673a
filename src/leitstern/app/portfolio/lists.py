"""The list of initiatives: each with its state and how far it stands by itself, narrowed to what is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.portfolio.around import ground
from leitstern.app.portfolio.standing import everything
from leitstern.core.bridge.portfolio.gate import obstacles
from leitstern.core.bridge.portfolio.isolation import Isolation, isolation
from leitstern.core.bridge.portfolio.stage import STAGES
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.portfolio.picture import Initiative, Portfolio


class State(StrEnum):
    """How far an initiative is."""

    OPEN = "open"  # nothing stands against approving it
    BLOCKED = "blocked"
    APPROVED = "approved"
    EXCEPTION = "exception"  # approved although something stands against it
    RUNNING = "running"
    STOPPED = "stopped"
    ENDED = "ended"
    HANDED = "handed"


STATES: dict[State, Text] = {
    State.OPEN: Text(en="may be approved", de="kann genehmigt werden"),
    State.BLOCKED: Text(en="the gate is closed", de="das Tor ist zu"),
    State.APPROVED: Text(en="approved", de="genehmigt"),
    State.EXCEPTION: Text(
        en="approved, though something stands against it", de="genehmigt, obwohl etwas dagegen spricht"
    ),
    **{State(stage): text for stage, text in STAGES.items()},
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list."""

    one: Initiative
    state: State
    against: int  # obstacles
    isolation: Isolation


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; empty means everything."""

    text: str = ""
    unit: str = ""
    kind: str = ""
    state: str = ""

    def fits(self, each: Listed) -> bool:
        """Whether a line is looked for."""
        one = each.one
        return (
            self.text.casefold() in one.title.casefold()
            and self.unit in {"", *one.units}
            and self.kind in {"", one.kind}
            and self.state in {"", each.state}
        )


def listed(found: Portfolio | None = None) -> tuple[Listed, ...]:
    """All standing initiatives, by title, also those that are over."""
    whole, near, today = found or everything(), ground(), timezone.localdate()
    alone = isolation(whole) | isolation(whole.under_way)
    lines = []
    for one in whole.initiatives:
        against = len(obstacles(one, near, today))
        state = (
            State(one.stage)
            if one.stage
            else (State.EXCEPTION if against else State.APPROVED)
            if one.approved
            else (State.BLOCKED if against else State.OPEN)
        )
        lines.append(Listed(one, state, against, alone[one.key]))
    return tuple(lines)
