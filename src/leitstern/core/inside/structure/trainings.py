"""What became of a plan: how many could both, read data and understand customers, before its trainings and after.

It is a comparison before and after without anybody beside it: what else happened in that time stands in it, too. Shown
are shares of units that enough people belong to; where a count, or what changed, is about too few, nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.structure.skills import BOTH, CUSTOMER, DATA, Range, both_told, told
from leitstern.core.stats.counted import counted
from leitstern.core.stats.differences import difference
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from leitstern.core.inside.structure.register import Register
    from leitstern.core.inside.structure.skills import Staffing

TRAINED = (BOTH, DATA, CUSTOMER)  # a training in one half is a step to both
DATA_SKILLS = (DATA, BOTH, "analytics")
NO_COUNT = Missing(
    "no-count",
    Text(
        en="cannot tell: nobody counted who can do both before the first training and since the last",
        de="nicht zu sagen: Niemand hat vor der ersten Schulung und seit der letzten gezählt, wer beides kann",
    ),
)
NO_SIZE = Missing(
    "no-size",
    Text(
        en="cannot tell: how many people the department had then is not known",
        de="nicht zu sagen: Wie viele Personen der Bereich damals hatte, ist nicht bekannt",
    ),
)
TOO_FEW = Missing(
    "few",
    Text(
        en="cannot be told: too few people would be told about",
        de="nicht zu sagen: Es ginge um zu wenige Personen",
    ),
)
NOT_SAID = Missing(
    "not-said",
    Text(
        en="not measured yet: of no data skill is it entered how many positions are open",
        de="noch nicht gemessen: Zu keiner Datenkompetenz ist eingetragen, wie viele Stellen offen sind",
    ),
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a unit could both on a day. `asked`: from how many that is known; None = everybody was counted.

    `single` holds how many read data and how many understand customers by that day, where somebody said so.
    """

    day: date
    both: int
    size: int | None
    asked: int | None = None
    single: tuple[int, ...] = ()

    @property
    def share(self) -> Measured:
        """Of the unit: counted, or with Wilson's interval on those who were asked."""
        if not self.size:
            return NO_SIZE
        if self.asked is None:
            return counted(self.both, self.size, self.size, self.day)
        share = self.both / self.size
        low, high = wilson(share, self.asked)
        return Estimate(share, low, high, self.asked, as_of=self.day)


@dataclass(frozen=True, slots=True)
class Training:
    """How many people of a unit took part in a training of a skill on a day; nobody is named."""

    unit: str
    skill: str
    day: date
    people: int


@dataclass(frozen=True, slots=True)
class Effect:
    """A unit's trainings, how many places were taken, and the share that can do both before and after."""

    unit: str
    trainings: int
    first: date
    last: date
    places: Range
    before: Measured
    after: Measured
    change: Measured

    @property
    def risen(self) -> bool | None:
        """Whether more of the unit can do both; None where that cannot be told."""
        if isinstance(self.change, Missing) or self.change.low <= 0 <= self.change.high:
            return None
        return self.change.low > 0


@dataclass(frozen=True, slots=True)
class Effects:
    """What may be told; `hidden` units have trainings and too few people."""

    units: tuple[Effect, ...]
    hidden: int


def effects(
    trainings: Iterable[Training], counts: Mapping[str, Sequence[Count]], register: Register
) -> Effects:
    """By unit, in the order of the register; `counts` by unit, oldest first."""
    by_unit: dict[str, list[Training]] = {}
    for each in trainings:
        if each.skill in TRAINED:
            by_unit.setdefault(each.unit, []).append(each)
    shown = [unit.slug for unit in register.units if unit.slug in by_unit and register.enough(unit.slug)]
    found = tuple(_effect(unit, by_unit[unit], counts.get(unit, ()), register) for unit in shown)
    return Effects(found, len(by_unit) - len(found))


def open_positions(staffed: Iterable[Staffing], register: Register) -> Measured:
    """Of all positions that need a data skill, the share that is open, over units that enough people belong to."""
    known = [
        each
        for each in staffed
        if each.skill in DATA_SKILLS and each.open is not None and register.enough(each.unit)
    ]
    needed = sum(each.needed for each in known)
    return counted(sum(each.open or 0 for each in known), needed, needed) if needed else NOT_SAID


def _effect(unit: str, held: Sequence[Training], counts: Sequence[Count], register: Register) -> Effect:
    first, last = min(each.day for each in held), max(each.day for each in held)
    size, places = register.by_slug[unit].size or 0, Range(0, 0)
    for each in held:
        places = places + told(each.people, size, register.fewest)
    before = next((each for each in reversed(counts) if each.day <= first), None)
    after = next((each for each in reversed(counts) if each.day > last), None)
    shares = _compared(before, after, register.fewest)
    return Effect(unit, len(held), first, last, places, *shares)


def _compared(before: Count | None, after: Count | None, fewest: int) -> tuple[Measured, Measured, Measured]:
    """Before, after, and the change; the change of two full counts is exact."""
    if before is None or after is None:
        now = _hushed(after, fewest) if after else NO_COUNT
        return (_hushed(before, fewest) if before else NO_COUNT), now, NO_COUNT
    one, other = _hushed(before, fewest), _hushed(after, fewest)
    if 0 < abs(after.both - before.both) < fewest and not isinstance(other, Missing):
        return TOO_FEW, other, TOO_FEW  # from both together it would follow how few learned it
    change = difference(other, one)
    if isinstance(change, Estimate) and before.asked is None and after.asked is None:
        change = Estimate(
            change.value, change.value, change.value, change.n, grade="stated", as_of=change.as_of
        )
    return one, other, change


def _hushed(count: Count, fewest: int) -> Measured:
    if not count.size:
        return NO_SIZE
    exact = count.size >= fewest and both_told(count.both, count.single, count.size, fewest).exact
    return count.share if exact else TOO_FEW
