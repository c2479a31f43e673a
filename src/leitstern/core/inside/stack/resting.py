"""What a capability rests on: its applications, what they cost, how they are joined, and where they fit least."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.stack.finding import costs
from leitstern.core.inside.stack.ratings import Question
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.company.money import Money
    from leitstern.core.inside.stack.finding import Ground
    from leitstern.core.inside.stack.inventory import Application, Capability, Integration


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an application fits by one question."""

    application: str
    seen: Estimate


@dataclass(frozen=True, slots=True)
class Resting:
    """Applications that are there, and what is to be said of them together.

    `costs` is per year and currency, each application in full, also the `shared` ones that serve other capabilities as
    well; of `unpriced` ones nobody said what they cost. A fit is that of the application rated worst, None where none is.
    """

    applications: tuple[Application, ...]
    costs: tuple[Money, ...]
    unpriced: int
    shared: int
    integrations: tuple[Integration, ...]
    function: Fit | None
    customers: Fit | None


def resting(one: Capability, ground: Ground) -> Resting:
    """What one capability rests on; applications that are gone carry nothing any more."""
    known = ground.inventory
    there = tuple(known.by_slug[slug] for slug in dict.fromkeys(one.applications) if slug in known.by_slug)
    joins = {join.slug: join for each in there for join in known.joined.get(each.slug, ())}
    return Resting(
        applications=there,
        costs=costs(there),
        unpriced=sum(each.cost is None for each in there),
        shared=sum(len(known.capabilities_of.get(each.slug, ())) > 1 for each in there),
        integrations=tuple(joins.values()),
        function=_worst(there, Question.FUNCTION, ground),
        customers=_worst(there, Question.CUSTOMER, ground),
    )


def _worst(applications: Sequence[Application], question: Question, ground: Ground) -> Fit | None:
    found = [
        Fit(each.slug, seen)
        for each in applications
        if isinstance(seen := ground.ratings.seen(each.slug, question), Estimate)
    ]
    return min(found, key=lambda fit: fit.seen.value, default=None)
