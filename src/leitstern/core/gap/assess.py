"""From promises, beliefs and lived experience to the Experience Gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.gap.compare import Side, compare
from leitstern.core.gap.findings import GapReport, Kind, Observed, TouchpointGap
from leitstern.core.gap.inputs import RULES
from leitstern.core.gap.priorities import most_harm_per_person, most_people_harmed
from leitstern.core.gap.reasons import NO_PROMISE
from leitstern.core.gap.sides import believed, lived, measure
from leitstern.core.gap.spots import find_spots
from leitstern.core.gap.twin import Twin, delivery_twin, perception_twin
from leitstern.core.stats.estimate import Estimate, Measured

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.gap.inputs import GapInput, Rules
    from leitstern.core.stats.posteriors import Bools, Floats


def assess(
    inputs: Sequence[GapInput], rng: np.random.Generator, as_of: date, rules: Rules = RULES
) -> GapReport:
    """All findings; touchpoints keep the order of `inputs`. The same seed gives the same report."""
    belief, experience = believed(inputs), lived(inputs)
    shares = np.array([entry.promise or 0.0 for entry in inputs])
    promise = Side(tuple(_stated(entry.promise, as_of) for entry in inputs), shares[:, None])
    draws = belief.posterior.draw(rng, rules.draws)
    guessed = Side(measure(belief.missing, draws, belief.guesses, "stated", as_of), draws)
    draws = experience.posterior(experience.share).draw(rng, rules.draws)
    happened = Side(measure(experience.missing, draws, experience.people, "measured", as_of), draws)

    def delivering(rows: Bools) -> Twin:
        return delivery_twin(shares[rows], experience.customers[rows], rng, rules.companies)

    def knowing(rows: Bools) -> Twin:
        return perception_twin(
            belief.posterior[rows],
            belief.guesses[rows],
            experience.share[rows],
            experience.customers[rows],
            rng,
            rules.companies,
        )

    delivery = compare("delivery", promise, happened, experience, delivering, rng, rules)
    perception = compare("perception", guessed, happened, experience, knowing, rng, rules)
    touchpoints = tuple(
        TouchpointGap(
            touchpoint=entry.touchpoint,
            touchpoint_name=entry.touchpoint_name,
            facet=entry.facet,
            facet_name=entry.facet_name,
            importance=entry.importance,
            customers=entry.customers,
            depth=entry.depth,
            disappointed=entry.disappointed,
            worst=entry.worst,
            seen=entry.seen,
            promise=promise.measured[position],
            belief=guessed.measured[position],
            lived=happened.measured[position],
            observed=_observed(entry) if isinstance(happened.measured[position], Estimate) else None,
            delivery=delivery.findings[position],
            perception=perception.findings[position],
        )
        for position, entry in enumerate(inputs)
    )
    gaps: dict[Kind, Floats] = {"delivery": delivery.draws, "perception": perception.draws}
    return GapReport(
        as_of=as_of,
        touchpoints=touchpoints,
        delivery=delivery.index,
        perception=perception.index,
        most_people=most_people_harmed(touchpoints, gaps),
        most_harm=most_harm_per_person(touchpoints, gaps),
        spots=find_spots(touchpoints, rules),
    )


def _observed(entry: GapInput) -> Observed | None:
    if entry.lived is None:
        return None
    return Observed(entry.lived.share, round(entry.lived.share * entry.lived.n), entry.lived.n)


def _stated(promise: float | None, as_of: date) -> Measured:
    if promise is None:
        return NO_PROMISE
    return Estimate(promise, promise, promise, n=1, grade="stated", level=1.0, as_of=as_of)
