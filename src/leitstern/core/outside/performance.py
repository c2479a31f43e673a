"""Importance and performance: how much a visible reason goes along with answers, beside how often customers live it well.

Association throughout. What stands in which field says where it is worth looking first, not what would help.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING

from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.stats.attribution import Attribution
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.stats.share import ShareStatistics
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.company.taxonomy import Driver
    from leitstern.core.outside.drivers import Answers, Explanation
    from leitstern.core.stats.estimate import Measured

NO_STANDARD = Missing(
    "no-standard",
    Text(
        en="nobody has said from when on this is good",
        de="niemand hat gesagt, ab wann das gut ist",
    ),
)


class Field(StrEnum):
    """The four fields, and the ground on which nobody can tell: an interval that crosses a line."""

    FIRST = "look here first"
    KEEP = "keep it up"
    LATER = "look here later"
    FINE = "fine as it is"
    OPEN = "cannot tell"


@dataclass(frozen=True, slots=True)
class Performed:
    """One reason at one touchpoint and statement: its importance, and of how many customers it was lived well.

    `direction` −1: the more of it, the worse the answers.
    """

    touchpoint: int
    facet: str
    slug: str
    importance: Estimate
    performance: Measured
    direction: int


@dataclass(frozen=True, slots=True)
class Fields:
    """Everything of which both are known, with the lines between the fields, and the rest."""

    placed: tuple[tuple[Performed, Field], ...]
    unplaced: tuple[Performed, ...]
    importance_line: float
    performance_line: float


def lived_well(
    answers: Answers, drivers: Sequence[Driver], as_of: date | None = None
) -> tuple[tuple[str, Measured], ...]:
    """Per driver the share of customers who lived it as it should be: in time, earlier, without coming back, with nobody
    handing them on. How long a wait, or how large a number may be, nobody has said."""
    return tuple((driver.slug, _lived(answers, at, driver, as_of)) for at, driver in enumerate(drivers))


def performed(explanation: Explanation, well: Sequence[tuple[str, Measured]]) -> tuple[Performed, ...]:
    """The reasons that explain answers here, each with its performance; none where they explain nothing."""
    found, known = explanation.attribution, dict(well)
    if not isinstance(found, Attribution):
        return ()
    return tuple(
        Performed(
            explanation.touchpoint,
            explanation.facet,
            each.slug,
            each.share,
            known.get(each.slug, NO_STANDARD),
            each.direction,
        )
        for each in found.drivers
    )


def fields(places: Sequence[tuple[Performed, ...]]) -> Fields:
    """Which field each reason stands in for certain.

    The lines: what a reason would carry if all at its touchpoint carried the same, averaged over touchpoints; and the
    median performance of all that have one.
    """
    everything = [each for place in places for each in place]
    known = [(each, each.performance) for each in everything if isinstance(each.performance, Estimate)]
    even = [1 / len(place) for place in places if place]
    importance = sum(even) / len(even) if even else 0.0
    performance = median([lived.value for _, lived in known]) if known else 0.0
    return Fields(
        tuple((each, _field(each.importance, lived, importance, performance)) for each, lived in known),
        tuple(each for each in everything if isinstance(each.performance, Missing)),
        importance,
        performance,
    )


def _field(importance: Estimate, lived: Estimate, important: float, good: float) -> Field:
    sides = [
        None if found.low <= line <= found.high else found.value > line
        for found, line in ((importance, important), (lived, good))
    ]
    named = {
        (True, False): Field.FIRST,
        (True, True): Field.KEEP,
        (False, False): Field.LATER,
        (False, True): Field.FINE,
    }
    return Field.OPEN if None in sides else named[bool(sides[0]), bool(sides[1])]


def _lived(answers: Answers, at: int, driver: Driver, as_of: date | None) -> Measured:
    import numpy as np

    amounts = answers.lived[:, at]
    known = ~np.isnan(amounts)
    if driver.late or driver.slug == "lateness" or driver.slug in {"repeats", "handoffs"}:
        well = amounts <= 0
    elif driver.early:
        well = amounts > 0
    else:
        return NO_STANDARD
    if not known.any():
        return TOO_FEW_CUSTOMERS
    _, customer = np.unique(answers.customers[known], return_inverse=True)
    weights = answers.weights[known]
    weight = np.bincount(customer, weights)
    good = np.bincount(customer, weights * well[known])
    if len(weight) < FEWEST:
        return TOO_FEW_CUSTOMERS
    return share_estimate(
        ShareStatistics(
            n=len(weight),
            answers=int(known.sum()),
            weight=float(weight.sum()),
            good=float(good.sum()),
            weight2=float((weight**2).sum()),
            good2=float((good**2).sum()),
            good_weight=float((good * weight).sum()),
        ),
        as_of,
    )
