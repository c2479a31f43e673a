"""Hidden silos: what was ended and is still used – an old cost centre, a list, a tool.

Who keeps the old beside the new keeps the old structure. Uses are counted per unit of five or more people.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.inside.structure.register import Register


class Thing(StrEnum):
    """What was ended."""

    COST_CENTRE = "cost_centre"
    LIST = "list"
    TOOL = "tool"


THINGS = {
    Thing.COST_CENTRE: Text(en="cost centre", de="Kostenstelle"),
    Thing.LIST: Text(en="list", de="Liste"),
    Thing.TOOL: Text(en="tool", de="Werkzeug"),
}


@dataclass(frozen=True, slots=True)
class Use:
    """So many uses by a unit in the month that begins on `month`."""

    unit: str
    month: date
    times: int


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something that was ended on a day, what stands in its place, and its uses."""

    key: int
    thing: Thing
    name: str
    ended: date
    instead: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """Uses after the end by the units that may be shown; `hidden` units are too small or of unknown size."""

    leftover: Leftover
    units: tuple[tuple[str, int], ...]  # most uses first
    times: int
    last: date | None
    hidden: int


def signals(leftovers: Sequence[Leftover], register: Register) -> tuple[Signal, ...]:
    """Everything that was ended, what is used most first. A month counts as after the end if it begins after it."""
    found = []
    for each in leftovers:
        after = [use for use in each.uses if use.month > each.ended and use.times]
        by_unit: dict[str, int] = {}
        for use in after:
            by_unit[use.unit] = by_unit.get(use.unit, 0) + use.times
        shown = {unit: times for unit, times in by_unit.items() if register.enough(unit)}
        months = [use.month for use in after if use.unit in shown]
        found.append(
            Signal(
                each,
                tuple(sorted(shown.items(), key=lambda entry: (-entry[1], entry[0]))),
                sum(shown.values()),
                max(months, default=None),
                len(by_unit) - len(shown),
            )
        )
    return tuple(sorted(found, key=lambda signal: (-signal.times, signal.leftover.name)))
