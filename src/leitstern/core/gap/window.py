"""What a department sees of its customers: whose touchpoints are its part, what goes well there, what comes of it later."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.company.tree import COMPANY, ancestors, in_order
from leitstern.core.gap.statements import AGREE, AGREE_OTHERWISE, OF_100
from leitstern.core.gap.wording import at_place, hundred_bracket
from leitstern.core.outside.few import FEWEST
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leitstern.core.company.taxonomy import Taxonomy, Touchpoint
    from leitstern.core.company.tree import Parents
    from leitstern.core.gap.findings import GapReport, Priority, Spot, TouchpointGap


class Basis(StrEnum):
    """Why these touchpoints are a department's part."""

    OWN = "own"  # its own, and those of departments below it
    ABOVE = "above"  # it has none; those of the nearest department above that has some
    COMPANY = "company"  # nor has any above it: those of the whole company


GOOD_FROM = 0.5  # share of customers who agree, from which something is said as good


@dataclass(frozen=True, slots=True)
class Part:
    """A department's part: the department meant, all departments that belong to it, and the touchpoints."""

    unit: str
    basis: Basis
    whose: str  # the department whose touchpoints these are; the company's have none
    units: tuple[str, ...]  # it and all below it, whose handoffs these are
    touchpoints: tuple[Touchpoint, ...]


def part_of(taxonomy: Taxonomy, parents: Parents, unit: str) -> Part:
    """Whose touchpoints a department looks at: its own, else those of the nearest above it that has some."""
    for whose in (unit, *ancestors(parents, unit)):
        among = {whose, *(below for below, _ in in_order(parents, whose))}
        points = tuple(each for each in taxonomy.touchpoints if each.department in among)
        if points:
            break
    basis = Basis.OWN if whose == unit else Basis.COMPANY if whose == COMPANY else Basis.ABOVE
    own = (unit, *(below for below, _ in in_order(parents, unit)))
    return Part(unit, basis, whose, own, points)


def comes_later(taxonomy: Taxonomy, part: Part) -> tuple[str, ...]:
    """Touchpoints of others that follow a department's own in designed journeys: where customers live what it did."""
    if part.basis is not Basis.OWN:
        return ()
    own = {each.slug for each in part.touchpoints}
    later: dict[str, None] = {}
    for journey in taxonomy.maps:
        steps = [step.touchpoint for step in journey.steps]
        first = next((at for at, step in enumerate(steps) if step in own), len(steps))
        later |= dict.fromkeys(step for step in steps[first + 1 :] if step not in own)
    return tuple(later)


def one_good_thing(lines: Iterable[TouchpointGap]) -> TouchpointGap | None:
    """The statement most customers certainly agree with: the highest lower end, if it is at least half of them."""
    known = [
        (line.lived.low, line)
        for line in lines
        if isinstance(line.lived, Estimate)
        and line.observed is not None
        and line.observed.n >= FEWEST
        and line.lived.low >= GOOD_FROM
    ]
    return max(known, key=lambda pair: pair[0])[1] if known else None


def said(line: TouchpointGap) -> Text:
    """A statement at a touchpoint as a sentence, with interval and n."""
    lived = line.lived
    if not isinstance(lived, Estimate):
        return lived.reason
    who = OF_100.fill(share=hundred_bracket(lived))
    agree = AGREE.get(line.facet, AGREE_OTHERWISE).fill(who=who, facet=line.facet_name)
    n = grouped(line.observed.n if line.observed else lived.n)
    return at_place(line.touchpoint_name, Text(en=f"{agree.en} (n {n.en}).", de=f"{agree.de} (n {n.de})."))


def finding(report: GapReport, touchpoints: Sequence[str]) -> Text | None:
    """What is said first about any of these touchpoints; None where nothing stands out."""
    mine = set(touchpoints)
    told: tuple[Priority | Spot, ...] = (*report.most_people, *report.most_harm, *report.spots)
    return next((each.sentence for each in told if each.touchpoint in mine), None)


def lines_of(report: GapReport, touchpoints: Sequence[str]) -> tuple[TouchpointGap, ...]:
    """The report's lines about some touchpoints."""
    wanted = set(touchpoints)
    return tuple(line for line in report.touchpoints if line.touchpoint in wanted)
