"""The three duties of leaders and the four recommendations of source paper 001, each with what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leitstern.core.texts import Text


class Status(StrEnum):
    """How far something is shown: by all of its facts, by some, by none."""

    SHOWN = "shown"
    IN_PART = "in_part"
    NOT_YET = "not_yet"


STATUSES = {
    Status.SHOWN: Text(en="shown", de="belegt"),
    Status.IN_PART: Text(en="shown in part", de="teilweise belegt"),
    Status.NOT_YET: Text(en="not shown yet", de="noch nicht belegt"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that can be looked up, in a sentence, and whether it holds. `address` is where it stands."""

    said: Text
    holds: bool
    address: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A duty or recommendation with its facts."""

    slug: str
    name: Text
    facts: tuple[Fact, ...]

    @property
    def status(self) -> Status:
        """What the facts say together."""
        held = sum(each.holds for each in self.facts)
        if held and held == len(self.facts):
            return Status.SHOWN
        return Status.IN_PART if held else Status.NOT_YET


RECOMMENDATIONS = {
    "board": Text(
        en="Make customer experience a matter of the board", de="Customer Experience zur Chefsache machen"
    ),
    "strategy": Text(en="Anchor the vision in the strategy", de="Die Vision in die Strategie aufnehmen"),
    "silos": Text(
        en="Break up silos, let teams work across functions",
        de="Silos aufbrechen und cross-funktional zusammenarbeiten",
    ),
    "experiments": Text(
        en="Allow experiments, and learn from them", de="Experimente zulassen – und daraus lernen"
    ),
}
