"""What three lanes say together: only what is declared, and out of how much that was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.lanes.conflicts import Severity
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.bridge.lanes.conflicts import Check, Conflict
    from leitstern.core.bridge.lanes.lane import Side

NOTHING_KNOWN = Text(
    en="Nothing is known yet of technology, organisation and experience.",
    de="Von Technologie, Organisation und Erleben ist noch nichts bekannt.",
)
NOT_CHECKED = Text(
    en="Whether technology, organisation and experience work against each other cannot be told yet.",
    de="Ob Technologie, Organisation und Erleben gegeneinander arbeiten, lässt sich noch nicht sagen.",
)
NONE = Text(
    en="In what was looked at, technology, organisation and experience do not work against each other.",
    de="In dem, was angesehen wurde, arbeiten Technologie, Organisation und Erleben nicht gegeneinander.",
)
ONE = Text(
    en="Technology, organisation and experience work against each other at one point.",
    de="Technologie, Organisation und Erleben arbeiten an einer Stelle gegeneinander.",
)
MANY = Text(
    en="Technology, organisation and experience work against each other at {n} points.",
    de="Technologie, Organisation und Erleben arbeiten an {n} Stellen gegeneinander.",
)
MANY_FELT = Text(
    en="Technology, organisation and experience work against each other at {n} points, {felt} of them where customers surely live less than claimed.",
    de="Technologie, Organisation und Erleben arbeiten an {n} Stellen gegeneinander, {felt} davon dort, wo Kundinnen und Kunden sicher weniger erleben als behauptet.",
)
CHECKED = Text(
    en="{some} of {all} rules had something to look at.",
    de="{some} von {all} Regeln hatten etwas anzusehen.",
)
ONLY_MAY = Text(
    en="Technology, organisation and experience may come to work against each other at {n} points.",
    de="Technologie, Organisation und Erleben können an {n} Stellen gegeneinander geraten.",
)
ONE_MAY = Text(
    en="Technology, organisation and experience may come to work against each other at one point.",
    de="Technologie, Organisation und Erleben können an einer Stelle gegeneinander geraten.",
)


def headline(sides: Sequence[Side], checks: Sequence[Check], conflicts: Sequence[Conflict]) -> Text:
    """One sentence over all."""
    if not any(side.known for side in sides) and not conflicts:
        return NOTHING_KNOWN
    if not conflicts:
        return NONE if any(each.looked for each in checks) else NOT_CHECKED
    n = len(conflicts)
    felt = sum(each.severity is Severity.FELT for each in conflicts)
    if all(each.severity is Severity.MAY for each in conflicts):
        return ONE_MAY if n == 1 else ONLY_MAY.fill(n=n)
    if n == 1:
        return ONE
    return MANY_FELT.fill(n=n, felt=felt) if felt else MANY.fill(n=n)


def checked(checks: Sequence[Check]) -> Text:
    """How much of what could be looked at was there."""
    return CHECKED.fill(some=sum(each.looked > 0 for each in checks), all=len(checks))
