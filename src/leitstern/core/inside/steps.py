"""The seven steps towards customer experience, and which of them no route regrets."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.org_types import OrgType
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Step(IntEnum):
    """In the order of the source paper, section 6; 0 is ours: know where you start."""

    BASELINE = 0
    TOP_MANAGEMENT = 1
    CUSTOMERS = 2
    PROCESSES = 3
    ROLES = 4
    STRUCTURE = 5
    CHANGE = 6
    IMPROVEMENT = 7


STEPS: dict[Step, Text] = {
    Step.BASELINE: Text(
        en="Fix the starting point: one wave, and proof for every claimed level.",
        de="Den Ausgangspunkt festhalten: eine Welle, und Belege für jede Selbsteinstufung.",
    ),
    Step.TOP_MANAGEMENT: Text(
        en="Make customer experience a priority of the top management, for everybody to see.",
        de="Das Kundenerlebnis zur Sache der obersten Leitung machen, für alle sichtbar.",
    ),
    Step.CUSTOMERS: Text(
        en="Win customers as those who tell you how it should be.",
        de="Kundinnen und Kunden als Ratgebende gewinnen.",
    ),
    Step.PROCESSES: Text(
        en="Improve processes as customers see them.",
        de="Abläufe aus Sicht der Kundschaft verbessern.",
    ),
    Step.ROLES: Text(
        en="Settle roles and define interfaces: agreed, accepted, lived.",
        de="Rollen festlegen und Schnittstellen klären: vereinbart, angenommen, gelebt.",
    ),
    Step.STRUCTURE: Text(
        en="Align the organisation with the customers' journey, without hidden silos.",
        de="Die Aufbauorganisation an der Reise der Kundschaft ausrichten, ohne versteckte Silos.",
    ),
    Step.CHANGE: Text(
        en="Lead the change and speak about it; let lighthouses show the way.",
        de="Den Wandel führen und darüber sprechen; Leuchttürme zeigen den Weg.",
    ),
    Step.IMPROVEMENT: Text(
        en="Make steady improvement part of every day, against relapse.",
        de="Stetige Verbesserung zum Alltag machen, gegen den Rückfall.",
    ),
}

_NEEDED: dict[OrgType, frozenset[Step]] = {
    OrgType.STAR: frozenset({Step.BASELINE, Step.TOP_MANAGEMENT, Step.CUSTOMERS, Step.IMPROVEMENT}),
    OrgType.LEMMING: frozenset(Step),
    OrgType.CAMPER: frozenset(Step),
    # Structure and change of culture are there already; what is built must fit roles and customers.
    OrgType.TECH_DISTANT: frozenset(
        {Step.BASELINE, Step.TOP_MANAGEMENT, Step.CUSTOMERS, Step.ROLES, Step.IMPROVEMENT}
    ),
}
_FIRST = (
    Step.BASELINE,
    Step.TOP_MANAGEMENT,
    Step.CUSTOMERS,
    Step.ROLES,
)  # what to begin with, whatever is true


def no_regret(candidates: Iterable[OrgType]) -> tuple[Step, ...]:
    """Steps that are right for every candidate and come first anyway; nothing without candidates."""
    types = list(candidates)
    shared = frozenset.intersection(*(_NEEDED[each] for each in types)) if types else frozenset()
    return tuple(step for step in _FIRST if step in shared)
