"""Whether the structure follows the customer's journey, step by step.

Source: Bingemer, Ohlwein, step 5 and prerequisite: the structure along the journey instead of along functions.
A step is *carried* if its unit belongs to the unit of the one role that answers for the whole journey. It is *matched* by
internal work if somebody answers for what happens there. A *handover* lies between two steps of different units.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from leitstern.core.inside.structure.duties import Place, accountable
from leitstern.core.inside.structure.interfaces import between
from leitstern.core.stats.counted import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.core.company.taxonomy import JourneyMap
    from leitstern.core.inside.structure.duties import Work
    from leitstern.core.inside.structure.interfaces import Interface
    from leitstern.core.inside.structure.register import Register, Role
    from leitstern.core.stats.estimate import Measured


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a designed journey: whose it is, whether it is carried, and the work that matches it."""

    touchpoint: str
    unit: str
    carried: bool
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """Between two steps of different units: what is entered as handed over there."""

    giver: str
    receiver: str
    interfaces: tuple[Interface, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """One journey against the structure."""

    journey: JourneyMap
    answers: Role | None  # the one role that answers for the whole of it
    steps: tuple[Step, ...]
    handovers: tuple[Handover, ...]

    @property
    def carried(self) -> int:
        """Steps whose unit belongs to whoever answers for the whole journey."""
        return sum(step.carried for step in self.steps)

    @property
    def matched(self) -> int:
        """Steps for which some internal work is entered."""
        return sum(bool(step.works) for step in self.steps)

    @property
    def units(self) -> int:
        """How many units a customer passes."""
        return len({step.unit for step in self.steps})

    @property
    def unregistered(self) -> tuple[Handover, ...]:
        """Handovers about which nothing was ever said."""
        return tuple(each for each in self.handovers if not each.interfaces)


def align(
    journey: JourneyMap,
    units: Mapping[str, str],
    register: Register,
    works: Sequence[Work],
    interfaces: Sequence[Interface],
) -> Alignment:
    """Compare one journey; `units` maps each touchpoint to the unit it belongs to."""
    whole = next((w for w in works if w.place is Place.JOURNEY and w.slug == journey.slug), None)
    answers = accountable(whole, register) if whole else None
    at: dict[str, list[Work]] = {}
    for work in works:
        for slug in (work.slug,) if work.place is Place.TOUCHPOINT else work.touchpoints:
            at.setdefault(slug, []).append(work)
    steps = tuple(
        Step(
            step.touchpoint,
            units[step.touchpoint],
            answers is not None and register.within(units[step.touchpoint], {answers.unit}),
            tuple(at.get(step.touchpoint, ())),
        )
        for step in journey.steps
    )
    pairs = dict.fromkeys((a.unit, b.unit) for a, b in pairwise(steps) if a.unit != b.unit)
    handovers = tuple(Handover(a, b, between(interfaces, a, b)) for a, b in pairs)
    return Alignment(journey, answers, steps, handovers)


def carried_share(found: Sequence[Alignment], today: date) -> Measured:
    """Of all steps of all journeys, those that are carried."""
    steps = sum(len(each.steps) for each in found)
    return counted(sum(each.carried for each in found), steps, steps, today)


def matched_share(found: Sequence[Alignment], today: date) -> Measured:
    """Of all steps of all journeys, those that some internal work matches."""
    steps = sum(len(each.steps) for each in found)
    return counted(sum(each.matched for each in found), steps, steps, today)


def unmatched_works(works: Sequence[Work], found: Sequence[Alignment]) -> tuple[Work, ...]:
    """Processes for customers that meet no step of any journey."""
    passed = {step.touchpoint for each in found for step in each.steps}
    return tuple(
        work
        for work in works
        if work.place is Place.PROCESS and work.customer and not passed & set(work.touchpoints)
    )
