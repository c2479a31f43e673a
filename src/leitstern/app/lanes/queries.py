"""The three lanes as they stand: numbers, conflicts between them, and how far the change is anchored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.gap.queries import gap_report
from leitstern.app.lanes.anchors import anchoring
from leitstern.app.lanes.figures import experience, organisation, technology
from leitstern.app.lanes.gathering import facts, places
from leitstern.app.outside.reading import published
from leitstern.app.portfolio.around import by_the_log
from leitstern.core.bridge.lanes.conflicts import by_severity, check
from leitstern.core.bridge.lanes.words import checked, headline

if TYPE_CHECKING:
    from leitstern.core.bridge.anchoring import Anchoring
    from leitstern.core.bridge.lanes.conflicts import Check, Conflict
    from leitstern.core.bridge.lanes.lane import Side
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Lanes:
    """Technology, organisation and experience, in this order, with what lies between them."""

    sides: tuple[Side, ...]
    checks: tuple[Check, ...]
    conflicts: tuple[Conflict, ...]
    anchoring: Anchoring

    @property
    def known(self) -> bool:
        """Whether any number is there."""
        return any(side.known for side in self.sides)

    @property
    def headline(self) -> Text:
        """All of it in one sentence."""
        return headline(self.sides, self.checks, self.conflicts)

    @property
    def checked(self) -> Text:
        """How much of what could be looked at was there."""
        return checked(self.checks)


def lanes() -> Lanes:
    """As of now. What stands inside is read again once anything was done; what customers live, every time: guesses leave no trace in the log."""
    organised, equipped, found, anchors = by_the_log(
        "lanes", lambda: (organisation(), technology(), facts(), anchoring())
    )
    state = published()
    report = gap_report(state) if state else None
    checks = check(found, places(report) if report else ())
    return Lanes((equipped, organised, experience(state, report)), checks, by_severity(checks), anchors)
