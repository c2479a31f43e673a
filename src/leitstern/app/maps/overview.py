"""All maps beside each other: how each fits what customers lived, its weakest touchpoint, who answers, when it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.maps.finding import fit_of
from leitstern.app.maps.queries import histories, maps_now
from leitstern.app.outside.queries import moods_by_touchpoint, ways
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.map_draft import proposals
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.maps.queries import MapVersion
    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.company.taxonomy import JourneyMap
    from leitstern.core.outside.map_draft import Proposal
    from leitstern.core.outside.map_fit import MapFit
    from leitstern.core.stats.estimate import Measured

RANKED = 256  # ways that drafts are made from
WORST = Text(
    en="“{name}” fits least: of 100 steps that were designed or lived, {fit} are both [{low}–{high}], n {n} customers.",
    de="„{name}“ passt am wenigsten: Von 100 Schritten, die geplant oder erlebt wurden, sind {fit} beides [{low}–{high}], "
    "n {n} Kundinnen und Kunden.",
)
NO_FIT = Text(
    en="No map can be held against what customers lived yet.",
    de="Noch lässt sich kein Reiseplan mit dem vergleichen, was Kundinnen und Kunden erlebt haben.",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A map in the list; `mood` is that of all customers at its weakest touchpoint."""

    map: JourneyMap
    fit: MapFit | None
    weakest: Touchpoint | None
    mood: Measured | None
    changed: MapVersion | None


def listed(state: Published | None) -> tuple[Listed, ...]:
    """Every map, what fits least first."""
    fits = fits_of(state) if state else {}
    moods = moods_by_touchpoint(state) if state else {}
    points = state.taxonomy.lookup(Touchpoint) if state else None
    known = histories()
    found = []
    for each in maps_now():
        felt = [
            (mood.value, point.code, point, mood)
            for step in each.steps
            if points and (point := points.slug(step.touchpoint)) and point.code in moods
            if isinstance(mood := moods[point.code].mood, Estimate)
        ]
        worst = min(felt, default=None, key=lambda one: one[:2])
        found.append(
            Listed(
                each,
                fits.get(each.slug),
                worst[2] if worst else None,
                worst[3] if worst else None,
                next(iter(known.get(each.slug, ())), None),
            )
        )
    return tuple(sorted(found, key=_fits))


def fits_of(state: Published) -> dict[str, MapFit]:
    """How each map fits all journeys; of fewer than five customers nothing."""

    def compute(ask: Question) -> dict[str, MapFit]:
        journeys = ask.table("journeys")
        return {each.slug: fit_of(ask.run, journeys, each, state) for each in state.taxonomy.maps}

    found = state.find("fits of maps", (), compute)
    return {slug: fit for slug, fit in found.items() if fit.customers >= FEWEST}


def drafts(state: Published | None) -> tuple[Proposal, ...]:
    """First drafts from the most frequent ways on which no map begins yet."""
    return proposals(ways(state, RANKED).variants, state.taxonomy) if state else ()


def headline(found: tuple[Listed, ...]) -> Text:
    """Which map fits least."""
    if not found or found[0].fit is None or not isinstance(found[0].fit.fit, Estimate):
        return NO_FIT
    fit = found[0].fit.fit
    shares = {
        name: round(value * 100) for name, value in (("fit", fit.value), ("low", fit.low), ("high", fit.high))
    }
    return WORST.fill(name=found[0].map.name, n=fit.n, **shares)


def _fits(each: Listed) -> float:
    fit = each.fit.fit if each.fit else None
    return fit.value if isinstance(fit, Estimate) else 2.0
