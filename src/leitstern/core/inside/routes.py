"""Which way leads on: the routes HOLD, A, B, C and D, how long each takes from here, and which one to choose.

What is known is not a type but probabilities of types. So each route is judged in all four worlds; where it is the wrong
one, the time until that is noticed is lost. The recommended route has the shortest expected time. How long routes take is
told for each possible type by itself: the mean of two futures is a time at which nobody arrives. The direct way B is
never recommended: it is an exception to be chosen in the open, with tripwires.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.durations import quantiles
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.route_words import Route, Told, brief_sentence, chosen_sentence, direct_sentence
from leitstern.core.inside.steps import no_regret

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.durations import Durations
    from leitstern.core.inside.steps import Step
    from leitstern.core.texts import Text

__all__ = ["Choice", "Direct", "Forecast", "Future", "Route", "choose", "months", "right_way"]


RIGHT: dict[OrgType, Route] = {
    OrgType.STAR: Route.HOLD,
    OrgType.LEMMING: Route.A,
    OrgType.CAMPER: Route.C,
    OrgType.TECH_DISTANT: Route.D,
}
TO_CHOOSE = (Route.HOLD, Route.A, Route.C, Route.D)  # B is an exception, never a recommendation
LONGEST = 240  # months: where pictures end
STEP = 3


@dataclass(frozen=True, slots=True)
class Forecast:
    """How long a route takes, in months until a Star: nine of ten take longer than `p10`, half longer than `p50`.

    Two of ten take longer than `p80`, one of ten longer than `p90`. Time lost on a wrong course is counted in.
    `density` is the share of possible worlds that arrive in each three months from now on, up to twenty years.
    """

    route: Route
    p10: float
    p50: float
    p80: float
    p90: float
    mean: float
    density: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Future:
    """If the organisation is really of this type: how long each route takes that may be chosen, shortest first."""

    kind: OrgType
    share: float  # how likely that is
    forecasts: tuple[Forecast, ...]

    def on(self, route: Route) -> Forecast:
        """The forecast of one route."""
        return next(each for each in self.forecasts if each.route is route)


@dataclass(frozen=True, slots=True)
class Direct:
    """The direct way B for a Camper who wants it in spite of all: what must be true for it to pay."""

    forecast: Forecast
    success: float  # assumed
    break_even: float  # share of successes from which B is expected to be as fast as the recommended route
    later: float  # probability of arriving later than on the recommended route
    sentence: Text


@dataclass(frozen=True, slots=True)
class Choice:
    """The recommended route, what it and others lead to for each possible type, and what no route regrets.

    Only what may be chosen is compared: the right route of each candidate, the recommended one, and where leaders are
    under an illusion the route that their self-image suggests (`suggested`, None where there is no such).
    """

    route: Route
    futures: tuple[Future, ...]
    suggested: Route | None
    direct: Direct | None
    no_regret: tuple[Step, ...]
    sentence: Text
    brief: Text  # the same in one breath, for a wall

    @property
    def chosen(self) -> Forecast:
        """The forecast of the recommended route for the likeliest type."""
        return self.futures[0].on(self.route)


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
    believed: OrgType | None = None,
) -> Choice:
    """The route with the shortest expected time over all types, every route judged in the same worlds.

    Nobody is told to hold a top that is not known to be there: HOLD is recommended to a declared Star only. `believed` is
    what leaders take the organisation for, where that is an illusion.
    """
    star = len(candidates) == 1 and candidates[0] is OrgType.STAR
    open_ = [route for route in TO_CHOOSE if route is not Route.HOLD or star]
    best = min(open_, key=lambda route: _expected(route, probabilities, worlds, assumptions))
    suggested = RIGHT[believed] if believed else None
    if suggested not in open_ or suggested in (best, *(RIGHT[kind] for kind in candidates)):
        suggested = None
    shown = {best, *(RIGHT[kind] for kind in candidates), *([suggested] if suggested else ())}
    futures = tuple(
        Future(
            kind,
            probabilities[kind],
            tuple(
                sorted(
                    (_forecast(route, months(route, kind, worlds, assumptions), worlds) for route in shown),
                    key=lambda each: each.mean,
                )
            ),
        )
        for kind in candidates
    )
    told = [
        Told(each.kind, each.share, each.on(best).p10, each.on(best).p50, each.on(best).p90)
        for each in futures
    ]
    return Choice(
        route=best,
        futures=futures,
        suggested=suggested,
        direct=_direct(best, worlds, assumptions, candidates) if OrgType.CAMPER in candidates else None,
        no_regret=no_regret(candidates),
        sentence=chosen_sentence(best, told, RIGHT[max(probabilities, key=lambda kind: probabilities[kind])]),
        brief=brief_sentence(best, told),
    )


def _direct(
    best: Route, worlds: Durations, assumptions: Assumptions, candidates: Sequence[OrgType]
) -> Direct:
    """What the direct way means for a Camper, against the recommended route."""
    taken, instead = (months(route, OrgType.CAMPER, worlds, assumptions) for route in (Route.B, best))
    loss, later = float(worlds.weight @ (taken - instead)), float(worlds.weight @ (taken > instead))
    success = assumptions["direct_success"]
    break_even = success + loss / _gain_of_success(worlds, assumptions)
    return Direct(
        forecast=_forecast(Route.B, taken, worlds),
        success=success,
        break_even=break_even,
        later=later,
        sentence=direct_sentence(loss, later, success, break_even, sure=len(candidates) == 1),
    )


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


def _forecast(route: Route, taken: NDArray[np.float64], worlds: Durations) -> Forecast:
    p10, p50, p80, p90 = quantiles(taken, worlds.weight, (0.1, 0.5, 0.8, 0.9))
    edges = np.arange(0, LONGEST + STEP, STEP)
    density, _edges = np.histogram(taken, bins=edges, weights=worlds.weight)
    mean = float(worlds.weight @ taken)
    return Forecast(route, p10, p50, p80, p90, mean, tuple(float(each) for each in density))
