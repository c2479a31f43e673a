"""What part of rewards is to hang on customers: the way there, and which roles still lie below.

Shares are of what hangs on key figures at all, over people, as the share of today is counted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leitstern.core.inside.incentives.coverage import customer_share
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.core.inside.incentives.figures import Register, Role

NOBODY = Missing(
    "nobody",
    Text(
        en="nobody is rewarded for a key figure yet",
        de="noch wird niemand für eine Kennzahl belohnt",
    ),
)


@dataclass(frozen=True, slots=True)
class Target:
    """The share (0–1) of rewards that is to hang on customers by a day: in one unit, or without one in all of them."""

    share: float
    by: date
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A target and where its people stand. Everybody counted is counted: a share without an interval of its own."""

    target: Target
    now: Measured

    @property
    def gap(self) -> Measured:
        """How much of the rewards is still missing (0–1); 0 once the target is reached."""
        if isinstance(self.now, Missing):
            return self.now
        missing = max(0.0, self.target.share - self.now.value)
        return Estimate(missing, missing, missing, self.now.n, grade="stated")

    @property
    def reached(self) -> bool:
        """Whether as much hangs on customers as was decided."""
        return isinstance(self.gap, Estimate) and self.gap.value < 1e-9

    def overdue(self, today: date) -> bool:
        """The day has passed and the target is not reached."""
        return self.target.by < today and not self.reached


@dataclass(frozen=True, slots=True)
class Below:
    """A role of enough people, less of whose reward hangs on customers than its target says."""

    role: Role
    share: float
    target: Target

    @property
    def now(self) -> Estimate:
        """The share over everybody who holds the role."""
        return Estimate(self.share, self.share, self.share, self.role.people, grade="stated")

    @property
    def missing(self) -> float:
        """How much of its reward still would have to (0–1)."""
        return self.target.share - self.share


def way(register: Register, target: Target) -> Way:
    """Where the people of a target stand; of roles that too few people hold nothing is counted."""
    within = replace(register, roles=tuple(each for each in register.roles if target.unit in ("", each.unit)))
    share = customer_share(within)
    if share is None:
        return Way(target, NOBODY)
    return Way(target, Estimate(share, share, share, within.people, grade="stated"))


def below(register: Register, targets: Sequence[Target]) -> tuple[Below, ...]:
    """Roles below the target of their unit, or where it has none below that of all; the most people first.

    A role whose reward hangs on no key figure at all has nothing to shift and is left out.
    """
    by_unit = {each.unit: each for each in targets}
    found = (_below(register, role, by_unit) for role in register.counted)
    return tuple(
        sorted((each for each in found if each), key=lambda each: (-each.role.people, each.role.name))
    )


def _below(register: Register, role: Role, by_unit: Mapping[str, Target]) -> Below | None:
    target = by_unit.get(role.unit, by_unit.get(""))
    share = customer_share(replace(register, roles=(role,)))
    if target is None or share is None or share > target.share - 1e-9:
        return None
    return Below(role, share, target)
