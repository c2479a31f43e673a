"""Which way leads on: the routes HOLD, A, B, C and D, how long each takes from here, and which one to choose.

What is known is not a type but probabilities of types. So each route is judged in all four worlds; where it is the wrong
one, the time until that is noticed is lost. The recommended route has the shortest expected time; the direct way B never
is: it is an exception to be chosen in the open, with tripwires.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.durations import quantiles
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.route_words import Route, chosen_sentence, direct_sentence
from leitstern.core.inside.steps import no_regret

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.durations import Durations
    from leitstern.core.inside.steps import Step
    from leitstern.core.texts import Text

__all__ = ["Choice", "Direct", "Forecast", "Route", "choose", "months", "right_way"]


RIGHT: dict[OrgType, Route] = {
    OrgType.STAR: Route.HOLD,
    OrgType.LEMMING: Route.A,
    OrgType.CAMPER: Route.C,
    OrgType.TECH_DISTANT: Route.D,
}
TO_CHOOSE = (Route.HOLD, Route.A, Route.C, Route.D)  # B is an exception, never a recommendation
LONGEST = 240  # months: where pictures end
STEP = 3
LIKELY_ENOUGH = 0.1  # a Camper at least this likely makes the direct way worth a word


@dataclass(frozen=True, slots=True)
class Forecast:
    """How long a route takes, in months until a Star: nine of ten take longer than `p10`, one of ten longer than `p90`.

    `mean` counts time lost on a wrong course, too. `density` is the share of possible worlds that arrive in each
    three months from now on, up to twenty years.
    """

    route: Route
    p10: float
    p50: float
    p90: float
    mean: float
    density: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Direct:
    """The direct way B, for those who want to choose it in spite of all: what must be true for it to pay."""

    forecast: Forecast
    success: float  # assumed
    break_even: float  # share of successes from which B is expected to be as fast as the recommended route
    later: float  # probability of arriving later than on the recommended route
    sentence: Text


@dataclass(frozen=True, slots=True)
class Choice:
    """The recommended route, all that were compared (shortest expected time first), and what no route regrets."""

    route: Route
    forecasts: tuple[Forecast, ...]
    direct: Direct | None
    no_regret: tuple[Step, ...]
    sentence: Text

    @property
    def chosen(self) -> Forecast:
        """The forecast of the recommended route."""
        return next(each for each in self.forecasts if each.route is self.route)


def right_way(kind: OrgType, worlds: Durations) -> NDArray[np.float64]:
    """Months to the Star on the route that is right for a type."""
    match RIGHT[kind]:
        case Route.A:
            return worlds.culture
        case Route.C:
            return worlds.culture + (1 - worlds.overlap) * worlds.from_zero
        case Route.D:
            return worlds.technology
    return np.zeros_like(worlds.culture)


def months(route: Route, kind: OrgType, worlds: Durations, assumptions: Assumptions) -> NDArray[np.float64]:
    """Months until a Star, time lost on a wrong course included, if the type is really `kind`.

    Technology first without the culture ends as a Digital Lemming, who then has to change the culture after all.
    """
    right = right_way(kind, worlds)
    if route is RIGHT[kind]:
        return right
    if kind is OrgType.STAR or route is Route.HOLD:
        return worlds.noticed + right  # effort, or time, for nothing until it is noticed
    if route in {Route.A, Route.C} and kind is OrgType.TECH_DISTANT:
        return worlds.noticed + right  # the culture is there already
    if route is Route.A:
        return worlds.culture + worlds.from_zero  # technology is only begun when culture is done
    if route is Route.C:
        return worlds.culture + worlds.noticed  # the technology is there already
    failed = worlds.technology + worlds.noticed + assumptions["after_failure"] * worlds.culture
    if route is Route.B and kind is OrgType.CAMPER:
        lucky = np.maximum(assumptions["direct_gain"] * worlds.culture, worlds.technology)
        return np.where(worlds.luck < assumptions["direct_success"], lucky, failed)
    return worlds.technology if kind is OrgType.TECH_DISTANT else failed


def choose(
    probabilities: Mapping[OrgType, float],
    candidates: Sequence[OrgType],
    worlds: Durations,
    assumptions: Assumptions,
) -> Choice:
    """The route with the shortest expected time over all types, every route judged in the same worlds."""
    taken = {route: _mixed(route, probabilities, worlds, assumptions) for route in (*TO_CHOOSE, Route.B)}
    means = {route: _expected(route, probabilities, worlds, assumptions) for route in taken}
    ranked = sorted(TO_CHOOSE, key=lambda route: means[route])
    best = ranked[0]
    forecasts = {route: _forecast(route, taken[route], means[route], worlds) for route in taken}
    camper = probabilities.get(OrgType.CAMPER, 0.0)
    direct = None
    if camper >= LIKELY_ENOUGH:
        gain = camper * _gain_of_success(worlds, assumptions)
        success = assumptions["direct_success"]
        break_even = success + (means[Route.B] - means[best]) / gain
        later = float(worlds.weight @ (taken[Route.B] > taken[best]))
        direct = Direct(
            forecast=forecasts[Route.B],
            success=success,
            break_even=break_even,
            later=later,
            sentence=direct_sentence(means[Route.B] - means[best], later, success, break_even),
        )
    return Choice(
        route=best,
        forecasts=tuple(forecasts[route] for route in ranked),
        direct=direct,
        no_regret=no_regret(candidates),
        sentence=chosen_sentence(
            best,
            (forecasts[best].p10, forecasts[best].p50, forecasts[best].p90),
            RIGHT[max(probabilities, key=lambda kind: probabilities[kind])],
            declared=len(candidates) == 1,
        ),
    )


def _mixed(
    route: Route, probabilities: Mapping[OrgType, float], worlds: Durations, assumptions: Assumptions
) -> NDArray[np.float64]:
    """Months on a route, in each world with the type the organisation has there."""
    limits = np.cumsum([probabilities.get(kind, 0.0) for kind in OrgType])
    which = np.searchsorted(limits / limits[-1], worlds.which)
    return np.choose(which, [months(route, kind, worlds, assumptions) for kind in OrgType])


def _expected(
    route: Route, probabilities: Mapping[OrgType, float], worlds: Durations, assumptions: Assumptions
) -> float:
    """Mean months, exact over types."""
    return sum(
        share * float(worlds.weight @ months(route, kind, worlds, assumptions))
        for kind, share in probabilities.items()
        if share
    )


def _gain_of_success(worlds: Durations, assumptions: Assumptions) -> float:
    """Mean months a Camper saves if the direct way succeeds instead of failing."""
    always, never = (
        months(Route.B, OrgType.CAMPER, worlds, assumptions.with_values({"direct_success": share}))
        for share in (1.0, 0.0)
    )
    return float(worlds.weight @ (never - always))


def _forecast(route: Route, taken: NDArray[np.float64], mean: float, worlds: Durations) -> Forecast:
    p10, p50, p90 = quantiles(taken, worlds.weight, (0.1, 0.5, 0.9))
    edges = np.arange(0, LONGEST + STEP, STEP)
    density, _edges = np.histogram(taken, bins=edges, weights=worlds.weight)
    return Forecast(route, p10, p50, p90, mean, tuple(float(each) for each in density))
