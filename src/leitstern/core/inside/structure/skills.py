"""What people have to be able to do, and how many can: per unit of five or more, never per person.

A number of people below the threshold is not told, neither of those who can do something nor of those who cannot:
a range stands in its place. Totals add up ranges of units that are shown, so that nothing follows by subtraction.

Source: Bingemer, Ohlwein, Kernthese 5: people with a sense for data and for business, whom few companies have.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.inside.structure.register import Register

DATA, CUSTOMER, BOTH = "data", "customer", "data_and_customer"
CARD_DRAFTING, CARD_DECIDING = "card_drafting", "card_deciding"
SKILLS = {
    DATA: Text(en="reading data", de="Daten lesen und deuten"),
    CUSTOMER: Text(en="a sense for customers and business", de="Gespür für Kundschaft und Geschäft"),
    BOTH: Text(en="both: data and customers", de="beides: Daten und Kundschaft"),
    "ux": Text(en="user experience", de="Gestaltung der Bedienung (UX)"),
    "service_design": Text(en="service design", de="Gestaltung von Diensten"),
    "analytics": Text(en="analytics", de="Datenanalyse"),
    "facilitation": Text(en="leading a dialogue", de="Dialoge führen"),
    CARD_DRAFTING: Text(en="drafting knowledge cards", de="Wissenskarten entwerfen"),
    CARD_DECIDING: Text(en="deciding on knowledge cards", de="über Wissenskarten entscheiden"),
    "ai": Text(en="working with artificial intelligence", de="Arbeiten mit künstlicher Intelligenz"),
}


def skill_name(skill: str) -> Text:
    """What a skill is called; one the register added has its own words."""
    return SKILLS.get(skill) or Text(skill, skill)


@dataclass(frozen=True, slots=True)
class Staffing:
    """Of one unit and skill: how many people it needs, how many can, what is planned, and positions that are open."""

    unit: str
    skill: str
    needed: int
    there: int
    plan: str = ""
    until: date | None = None
    open: int | None = None  # positions for it that are open; None = nobody said


@dataclass(frozen=True, slots=True)
class Range:
    """A number of people that is only told roughly, or exactly where both ends are the same."""

    low: int
    high: int

    @property
    def exact(self) -> bool:
        """Whether it is told exactly."""
        return self.low == self.high

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def short_of(self, needed: int) -> Range:
        """How many are missing."""
        return Range(max(0, needed - self.high), max(0, needed - self.low))


@dataclass(frozen=True, slots=True)
class Line:
    """One unit and skill as it may be shown."""

    staffing: Staffing
    there: Range
    gap: Range


@dataclass(frozen=True, slots=True)
class Total:
    """One skill over all units that are shown."""

    skill: str
    units: int
    needed: int
    there: Range
    gap: Range
    open: int | None = None  # positions, where a unit said so


@dataclass(frozen=True, slots=True)
class Double:
    """How many people of a unit can both: read data and understand customers."""

    unit: str
    size: int
    people: Range


@dataclass(frozen=True, slots=True)
class Skills:
    """Everything that may be told; `hidden` lines are of units that are too small, or whose size nobody entered."""

    lines: tuple[Line, ...]
    hidden: int
    totals: tuple[Total, ...]
    double: tuple[Double, ...]


def told(people: int, size: int, fewest: int) -> Range:
    """How a number of a unit's people is told: exactly, unless those in it or those outside are too few."""
    few_in, few_out = 0 < people < fewest, 0 < size - people < fewest
    if (few_in or few_out) and size < 2 * fewest:
        return Range(1, size - 1)
    if few_in:
        return Range(1, fewest - 1)
    if few_out:
        return Range(size - fewest + 1, size - 1)
    return Range(people, people)


def skills(staffed: Sequence[Staffing], register: Register) -> Skills:
    """What may be told of what was entered, the widest gaps first."""
    shown = [each for each in staffed if register.enough(each.unit)]
    lines = []
    for each in shown:
        there = _there(each, shown, register)
        lines.append(Line(each, there, there.short_of(each.needed)))
    lines.sort(key=lambda line: (-line.gap.high, line.staffing.unit, line.staffing.skill))
    wanted = [*SKILLS, *sorted({each.skill for each in shown} - SKILLS.keys())]
    totals = [_total(skill, [line for line in lines if line.staffing.skill == skill]) for skill in wanted]
    double = [
        Double(line.staffing.unit, _size(register, line.staffing.unit), line.there)
        for line in lines
        if line.staffing.skill == BOTH
    ]
    return Skills(
        tuple(lines), len(staffed) - len(shown), tuple(each for each in totals if each.units), tuple(double)
    )


def _there(each: Staffing, shown: Sequence[Staffing], register: Register) -> Range:
    """How many can, as it may be told beside everything else that is told of the unit."""
    size, few = _size(register, each.unit), register.fewest
    if each.skill != BOTH:
        return told(each.there, size, few)
    one = {other.skill: other.there for other in shown if other.unit == each.unit}
    return both_told(each.there, [one[skill] for skill in (DATA, CUSTOMER) if skill in one], size, few)


def both_told(both: int, single: Sequence[int], size: int, few: int) -> Range:
    """Exact only if none of the groups that follow (both, only one, only the other, neither) is too small to be told."""
    groups = [both, *(each - both for each in single), size - both]
    if len(single) == 2:
        groups[-1] = size - sum(single) + both
    alone = told(both, size, few)
    if not any(0 < group < few for group in groups):
        return alone
    ranges = [told(each, size, few) for each in single]
    low = max(0, sum(each.low for each in ranges) - size) if len(ranges) > 1 else 0
    high = max(low, min((each.high for each in ranges), default=alone.high))
    return Range(low, high) if ranges else alone


def _total(skill: str, lines: Sequence[Line]) -> Total:
    there, gap = Range(0, 0), Range(0, 0)
    for line in lines:
        there, gap = there + line.there, gap + line.gap
    said = [line.staffing.open for line in lines if line.staffing.open is not None]
    needed = sum(line.staffing.needed for line in lines)
    return Total(skill, len(lines), needed, there, gap, sum(said) if said else None)


def _size(register: Register, unit: str) -> int:
    return register.by_slug[unit].size or 0
