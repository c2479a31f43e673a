"""Working together: in what share of a unit's pieces of work roles of other units have a part, today and after a change.

Counted are pieces of work, never people. A part is answering for it, doing it or being asked; being told is none.
Work without a planned change goes on as it is. The research page calls for a measure per team beside the change of
roles; this is the one that follows from duties alone, so that nobody has to be watched for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.structure.duties import Letter
from leitstern.core.stats.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leitstern.core.inside.structure.duties import Work
    from leitstern.core.inside.structure.register import Register
    from leitstern.core.stats.estimate import Measured

PARTS = frozenset({Letter.ACCOUNTABLE, Letter.RESPONSIBLE, Letter.CONSULTED})


@dataclass(frozen=True, slots=True)
class Together:
    """Of the work in which a unit has a part, the share in which others have one, too: counted, n pieces of work."""

    unit: str
    before: Measured
    after: Measured


@dataclass(frozen=True, slots=True)
class Shared:
    """All work, and each unit that enough people belong to, those who work most alone first."""

    all: Together
    units: tuple[Together, ...]
    hidden: int  # units of too few people, or of unknown size, that have a part

    def of(self, unit: str) -> Together | None:
        """What may be told of one unit."""
        return next((each for each in self.units if each.unit == unit), None)


def together(works: Sequence[Work], register: Register) -> Shared:
    """Count it: once as it is today, once as it will be."""
    now = [_units(work.now, register) for work in works]
    then = [_units(work.then or work.now, register) for work in works]
    there = sorted({unit for units in (*now, *then) for unit in units})
    enough = {role.unit for role in register.counted}
    shown = [unit for unit in there if register.enough(unit) or unit in enough]
    lines = [Together(unit, _share(now, unit), _share(then, unit)) for unit in shown]
    lines.sort(key=lambda each: (getattr(each.before, "value", 2.0), each.unit))
    return Shared(Together("", _share(now), _share(then)), tuple(lines), len(there) - len(shown))


def _units(parts: Iterable[tuple[int, Letter]], register: Register) -> frozenset[str]:
    """Units of today whose roles have a part; a role that nobody holds has none."""
    held = (register.by_key[key] for key, letter in parts if letter in PARTS)
    return frozenset(register.home(role.unit) for role in held if role.held)


def _share(worked: Sequence[frozenset[str]], unit: str = "") -> Measured:
    mine = [units for units in worked if units and (not unit or unit in units)]
    return counted(sum(len(units) > 1 for units in mine), len(mine), len(mine))
