"""Published figures, each with what the company itself knows of the same thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.outside.people import where_people_meet
from leitstern.app.outside.queries import customers_at, lived
from leitstern.app.outside.reading import published
from leitstern.app.portfolio.standing import portfolio
from leitstern.app.structure.trainings import open_positions
from leitstern.app.surveys.known import known_beyond_guessing
from leitstern.core.bridge.claims.counterpart import NO_AI, NO_DATA, counted
from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.bridge.claims.uplift import Refused, judged, uplift
from leitstern.core.bridge.portfolio.mix import make
from leitstern.core.company.facets import IN_TIME
from leitstern.core.errors import NotFound
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published
    from leitstern.core.bridge.claims.claim import Claim, Grade
    from leitstern.core.stats.estimate import Measured

PEOPLE = "employees-part"
UNKNOWN = Text(en="There is no such published figure.", de="Diese veröffentlichte Zahl gibt es nicht.")


@dataclass(frozen=True, slots=True)
class Shown:
    """A published claim, the own figure beside it, and whether an expectation may rest on it.

    `each`: an own figure for every published one, where there are such.
    """

    claim: Claim
    own: Measured
    carries: bool
    judged: Text
    each: tuple[Measured, ...] = ()

    @property
    def beside(self) -> tuple[tuple[Measured, Text], ...]:
        """Those of `each` with what they count."""
        return tuple(zip(self.each, self.claim.counterpart.each, strict=False))


def register(grade: Grade | None = None) -> list[Shown]:
    """Everything published, or what came about in one way."""
    own = own_figures()
    return [_shown(each, own) for each in CLAIMS.values() if grade in (None, each.grade)]


def shown(slug: str) -> Shown:
    """One of them. Raises NotFound."""
    if slug not in CLAIMS:
        raise NotFound(UNKNOWN)
    return _shown(CLAIMS[slug], own_figures())


def own_figures() -> dict[str, Measured]:
    """What is measured here of things that published figures are about, by the short name of the claim."""
    state = published()
    found: dict[str, Measured] = {
        "contact-history": _without_contacts(state) if state else NO_DATA,
        "feedback-captured": _without_answers(state) if state else NO_DATA,
        "innovative-experiences": _for_experience(),
        PEOPLE: where_people_meet(state).all if state else NO_DATA,
        "touchpoints-understood": known_beyond_guessing(),
        "staffing-hurdle": open_positions(),
    }
    return {slug: _dated(each, state) for slug, each in found.items()}


def _dated(own: Measured, state: Published | None) -> Measured:
    """A figure that does not say of when it is, is of the state that is published, or of today."""
    if isinstance(own, Missing) or own.as_of:
        return own
    return replace(own, as_of=state.as_of if state else timezone.localdate())


def _shown(claim: Claim, own: dict[str, Measured]) -> Shown:
    carries = not isinstance(uplift(claim), Refused)
    each = _with_people() if claim.slug == PEOPLE else ()
    return Shown(claim, claim.counterpart.why or own[claim.slug], carries, judged(claim), each)


def _with_people() -> tuple[Measured, ...]:
    state = published()
    if state is None:
        return NO_DATA, NO_DATA
    found = where_people_meet(state)
    return found.best, found.worst


def _without_contacts(state: Published) -> Measured:
    came = customers_at(state)
    points = state.taxonomy.touchpoints
    return counted(sum(not came.get(each.code, (0, 0))[0] for each in points), len(points), state.as_of)


def _without_answers(state: Published) -> Measured:
    # Whether something came in time is read from the promise; nobody answered.
    answered = {each.touchpoint for each in lived(state) if each.facet != IN_TIME.slug and each.statistics.n}
    points = state.taxonomy.touchpoints
    return counted(sum(each.code not in answered for each in points), len(points), state.as_of)


def _for_experience() -> Measured:
    found = make(portfolio(), timezone.localdate()).caring
    return NO_AI if isinstance(found, Missing) else found
