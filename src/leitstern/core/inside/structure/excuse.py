"""The excuse index: how much work for customers belongs to nobody but the unit for experience.

Source: Bingemer, Ohlwein, factor 3: a position for experience is misused as an excuse if everybody else may lean back.
One paper asks for such a unit, another warns of it; both are right as long as this index stays low.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.structure.duties import Letter
from leitstern.core.stats.counted import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.inside.structure.duties import Work
    from leitstern.core.inside.structure.register import Register
    from leitstern.core.stats.estimate import Measured

OWNING = (Letter.RESPONSIBLE, Letter.ACCOUNTABLE)


@dataclass(frozen=True, slots=True)
class Excuse:
    """Work for customers: all that has an owner, and what only the unit for experience owns."""

    works: tuple[Work, ...]
    alone: tuple[Work, ...]
    share: Measured


def excuse(works: Sequence[Work], register: Register, today: date) -> Excuse:
    """Count it. Owners are the units of the roles that do the work or answer for it today."""
    owned, alone = [], []
    for work in works:
        owners = {
            role.unit for key, letter in work.now if letter in OWNING and (role := register.by_key[key]).held
        }
        if not work.customer or not owners:
            continue
        owned.append(work)
        if all(register.within(unit, register.experience_units) for unit in owners):
            alone.append(work)
    return Excuse(tuple(owned), tuple(alone), counted(len(alone), len(owned), len(owned), today))
