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
SKILLS = {
    DATA: Text(en="reading data", de="Daten lesen und deuten"),
    CUSTOMER: Text(en="a sense for customers and business", de="Gespür für Kundschaft und Geschäft"),
    BOTH: Text(en="both: data and customers", de="beides: Daten und Kundschaft"),
    "ux": Text(en="user experience", de="Gestaltung der Bedienung (UX)"),
    "service_design": Text(en="service design", de="Gestaltung von Diensten"),
    "analytics": Text(en="analytics", de="Datenanalyse"),
    "facilitation": Text(en="leading a dialogue", de="Dialoge führen"),
    "ai": Text(en="working with artificial intelligence", de="Arbeiten mit künstlicher Intelligenz"),
}


def skill_name(skill: str) -> Text:
    """What a skill is called; one the register added has its own words."""
    return SKILLS.get(skill) or Text(skill, skill)


@dataclass(frozen=True, slots=True)
class Staffing:
    """Of one unit and skill: how many people it needs, how many can, what is planned and until when."""

    unit: str
    skill: str
    needed: int
    there: int
    plan: str = ""
    until: date | None = None


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
        there = told(each.there, _size(register, each.unit), register.fewest)
        lines.append(Line(each, there, there.short_of(each.needed)))
    lines.sort(key=lambda line: (-line.gap.high, line.staffing.unit, line.staffing.skill))
    wanted = [*SKILLS, *sorted({each.skill for each in shown} - SKILLS.keys())]
    totals = [_total(skill, [line for line in lines if line.staffing.skill == skill]) for skill in wanted]
    units = dict.fromkeys(each.unit for each in shown)
    double = [found for unit in units if (found := _double(unit, shown, register))]
    return Skills(
        tuple(lines), len(staffed) - len(shown), tuple(each for each in totals if each.units), tuple(double)
    )


def _total(skill: str, lines: Sequence[Line]) -> Total:
    there, gap = Range(0, 0), Range(0, 0)
    for line in lines:
        there, gap = there + line.there, gap + line.gap
    return Total(skill, len(lines), sum(line.staffing.needed for line in lines), there, gap)


def _double(unit: str, shown: Sequence[Staffing], register: Register) -> Double | None:
    """Exact only if none of the four groups (both, only one, only the other, neither) is too small to be told."""
    people = {each.skill: each.there for each in shown if each.unit == unit}
    if not {DATA, CUSTOMER, BOTH} <= people.keys():
        return None
    size, few = _size(register, unit), register.fewest
    data, customer, both = people[DATA], people[CUSTOMER], people[BOTH]
    groups = (both, data - both, customer - both, size - data - customer + both)
    if not any(0 < group < few for group in groups):
        return Double(unit, size, Range(both, both))
    first, second = told(data, size, few), told(customer, size, few)
    low = max(0, first.low + second.low - size)
    return Double(unit, size, Range(low, max(low, min(first.high, second.high))))


def _size(register: Register, unit: str) -> int:
    return register.by_slug[unit].size or 0
