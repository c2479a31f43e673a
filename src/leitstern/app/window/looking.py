"""What is seen through a department's window: everything the pages of customers know, cut to its part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from leitstern.app.common.lookups import or_not_found
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.queries import (
    all_handoffs,
    all_repeats,
    customers_at,
    lived,
    moods_by_touchpoint,
    promises_by,
)
from leitstern.app.outside.reading import require_published
from leitstern.app.outside.voices import Voice, voices_at
from leitstern.app.structure.kept_units import home, went_on
from leitstern.core.company.taxonomy import Department, Touchpoint
from leitstern.core.company.tree import after_mergers, parents_of
from leitstern.core.gap.window import Part, comes_later, finding, lines_of, one_good_thing, part_of, said
from leitstern.core.outside.few import FEWEST
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published
    from leitstern.core.company.taxonomy import Promise, Taxonomy
    from leitstern.core.gap.findings import GapReport, TouchpointGap
    from leitstern.core.outside.handoffs import Handoff
    from leitstern.core.outside.promises import PromiseRecord
    from leitstern.core.outside.repeats import Repeats
    from leitstern.core.outside.scores import Mood

NO_UNIT = Text(
    en="There is no such department in the current taxonomy.",
    de="Diesen Bereich gibt es in der aktuellen Taxonomie nicht.",
)
VOICES = 3
LISTED = 6  # handoffs on each side


@dataclass(frozen=True, slots=True)
class Place:
    """One touchpoint of the part: who came, how they felt, how many had to come back."""

    touchpoint: Touchpoint
    customers: int
    mood: Mood | None
    repeats: Repeats | None


@dataclass(frozen=True)
class Window:
    """What a department's customers say about its part, as published."""

    state: Published
    report: GapReport
    unit: Department
    part: Part

    @property
    def whose(self) -> Text | None:
        """The department whose touchpoints are shown, where it is another one."""
        found = self.state.taxonomy.lookup(Department).slug(self.part.whose)
        return found.name if found and found.slug != self.unit.slug else None

    @property
    def finding(self) -> Text | None:
        """What leads the page: at its touchpoints, else at those where it is lived later what it did."""
        own = [each.slug for each in self.part.touchpoints]
        later = comes_later(self.state.taxonomy, self.part)
        return finding(self.report, own) or finding(self.report, later)

    @cached_property
    def lines(self) -> tuple[TouchpointGap, ...]:
        """Promise, belief and lived at its touchpoints."""
        return lines_of(self.report, [each.slug for each in self.part.touchpoints])

    @cached_property
    def later(self) -> tuple[TouchpointGap, ...]:
        """The same at touchpoints of others that come later on these journeys."""
        return lines_of(self.report, comes_later(self.state.taxonomy, self.part))

    @property
    def good(self) -> Text | None:
        """One good thing, which is said first."""
        found = one_good_thing(self.lines) or one_good_thing(self.later)
        return said(found) if found else None

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Touchpoint by touchpoint, those with most customers first."""
        came, felt = customers_at(self.state), moods_by_touchpoint(self.state)
        again = {each.touchpoint: each for each in all_repeats(self.state)}
        found = [
            Place(each, came.get(each.code, (0, 0.0))[0], felt.get(each.code), again.get(each.code))
            for each in self.part.touchpoints
        ]
        return tuple(sorted(found, key=lambda place: -place.customers))

    @cached_property
    def promises(self) -> tuple[tuple[Promise, PromiseRecord], ...]:
        """What was promised with a date here and what became of it, the most broken first."""
        mine = {each.slug for each in self.part.touchpoints}
        records = {int(str(each.group[0])): each for each in promises_by(self.state, ["promise"])}
        found = [
            (promise, records[promise.code])
            for promise in self.state.taxonomy.promises
            if promise.touchpoint in mine and promise.code in records
        ]
        return tuple(
            sorted(found, key=lambda pair: -pair[1].late.value if isinstance(pair[1].late, Estimate) else 0.0)
        )

    @property
    def later_said(self) -> list[Text]:
        """What is lived later of what it does, as sentences; the statement fewest agree with first."""
        known = [(line.lived.value, line) for line in self.later if isinstance(line.lived, Estimate)]
        return [said(line) for _, line in sorted(known, key=lambda pair: pair[0])]

    @property
    def late(self) -> tuple[tuple[Promise, PromiseRecord], ...]:
        """Promises of which it is known how many were broken."""
        return tuple(pair for pair in self.promises if isinstance(pair[1].late, Estimate))

    @cached_property
    def receives(self) -> tuple[tuple[Handoff, Text], ...]:
        """Handoffs from other departments, the most frequent first, with who hands over."""
        return tuple(
            (each, self._name(each.department))
            for each in all_handoffs(self.state)
            if each.next_department in self._codes and each.department not in self._codes
        )[:LISTED]

    @cached_property
    def gives(self) -> tuple[tuple[Handoff, Text], ...]:
        """Handoffs to other departments, with who gets them."""
        return tuple(
            (each, self._name(each.next_department))
            for each in all_handoffs(self.state)
            if each.department in self._codes and each.next_department not in self._codes
        )[:LISTED]

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Three comments, a good one first; of touchpoints at which at least five customers answered.

        Where nobody answers at a department's own, of those where it is lived later what it did.
        """
        answered = {each.touchpoint for each in lived(self.state) if each.statistics.n >= FEWEST}
        points = self.state.taxonomy.lookup(Touchpoint)
        after = [point for line in self.later if (point := points.slug(line.touchpoint))]
        own = [each.code for each in self.part.touchpoints if each.code in answered]
        codes = own or [each.code for each in after if each.code in answered]
        good = voices_at(self.state, codes, good=True)
        bad = voices_at(self.state, codes, good=False)
        first = good[:1]
        rest = bad[: VOICES - len(first)]
        return (*first, *rest, *good[1 : 1 + VOICES - len(first) - len(rest)])

    @property
    def mood(self) -> tuple[Place, Place] | None:
        """Where customers feel best and worst; None where fewer than two touchpoints say."""
        known = [
            (place.mood.mood.value, at, place)
            for at, place in enumerate(self.places)
            if place.mood and isinstance(place.mood.mood, Estimate)
        ]
        if len(known) < 2:
            return None
        return max(known)[2], min(known)[2]

    @cached_property
    def _codes(self) -> frozenset[int]:
        units = self.state.taxonomy.lookup(Department)
        return frozenset(found.code for slug in self.part.units if (found := units.slug(slug)))

    def _name(self, code: int) -> Text:
        return self.state.taxonomy.name("department", code)


def tree(taxonomy: Taxonomy) -> dict[str, str]:
    """Above every department, another one: what was merged stands below the one it went on in."""
    return after_mergers(parents_of(taxonomy), went_on())


def window(slug: str) -> Window:
    """What is seen through one department's window; of one that left the taxonomy, that of the unit it went on in.

    Raises NotFound before the first import, and for no department.
    """
    state = require_published()
    there = state.taxonomy.lookup(Department)
    unit = or_not_found(there.slug(slug) or there.slug(home(slug)), NO_UNIT)
    return Window(state, gap_report(state), unit, part_of(state.taxonomy, tree(state.taxonomy), unit.slug))


def windows(state: Published) -> list[Window]:
    """One per department, in the order of the taxonomy."""
    parents, report = tree(state.taxonomy), gap_report(state)
    return [
        Window(state, report, each, part_of(state.taxonomy, parents, each.slug))
        for each in state.taxonomy.departments
    ]
