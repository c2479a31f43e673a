"""Both sides, persona by persona, as found in the published state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import JourneyMap, Persona
from leitstern.core.errors import NotFound
from leitstern.core.outside.both_values.effort import (
    agreeing,
    arriving,
    drawn,
    effort,
    read_effort,
    read_shares,
)
from leitstern.core.outside.both_values.forecast import (
    NO_AMOUNTS,
    NOT_YET,
    Forecast,
    enough,
    forecast,
    length_of,
    months_to_check,
)
from leitstern.core.outside.both_values.kinds import by_persona
from leitstern.core.outside.both_values.ledger import Goal, Ledger, effort_of, reaching, sentence
from leitstern.core.outside.both_values.margins import YEAR, amounts, cohort, read_cohort
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS, few_left
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, timedelta

    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.company.taxonomy import Earning, Reach, Taxonomy
    from leitstern.core.outside.both_values.effort import Drawn
    from leitstern.core.outside.both_values.forecast import Cohorts
    from leitstern.core.stats.means import MeanStatistics
    from leitstern.core.stats.share import ShareStatistics

NO_CURRENCY = Text(
    en="The taxonomy does not say what contacts earn in {currency}.",
    de="Die Taxonomie sagt nicht, was Kontakte in {currency} einbringen.",
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the engine counts of the customers' side, by persona."""

    effort: dict[int, dict[str, MeanStatistics]]
    reached: dict[Reach, dict[int, ShareStatistics]]


@dataclass(frozen=True, slots=True)
class Booked:
    """What the engine counts of the company's side: cohorts of today, of a year ago, and both of the check.

    `unread` contacts hold something that is no number in the property.
    """

    first: date | None
    amounts: int
    unread: int
    now: Cohorts
    year_ago: Cohorts
    check: tuple[int, Cohorts, Cohorts] | None


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything the page tells: everybody first, then persona by persona; `booked` is None where nothing is declared."""

    ledgers: tuple[Ledger, ...]
    sentence: Text
    earning: Earning | None
    booked: Booked | None


def beside(state: Published, currency: str = "") -> Beside:
    """Both sides, in one currency: the one asked for, or the first that is declared. Raises NotFound for another."""
    taxonomy = state.taxonomy
    earning = _earning(taxonomy, currency)
    counted, booked = _counted(state), _booked(state, earning) if earning else None
    told = tuple(each.code for each in taxonomy.personas if each.prop)
    ledgers = tuple(
        Ledger(
            code,
            _goals(taxonomy, counted, code, state.as_of),
            effort_of(counted.effort, code, state.as_of, told),
            _forecast(booked, code, state.as_of, told) if booked else None,
        )
        for code in (None, *told)
    )
    names = {each.code: each.name for each in taxonomy.personas}
    return Beside(ledgers, sentence(ledgers, names), earning, booked)


def _earning(taxonomy: Taxonomy, currency: str) -> Earning | None:
    if not currency:
        return next(iter(taxonomy.earnings), None)
    found = next((each for each in taxonomy.earnings if each.currency == currency), None)
    if found is None:
        raise NotFound(NO_CURRENCY.fill(currency=currency))
    return found


def _goals(taxonomy: Taxonomy, counted: Counted, code: int | None, as_of: date) -> tuple[Goal, ...]:
    persona = taxonomy.lookup(Persona).code(code) if code else None
    if persona is None:
        return ()
    found = []
    for number, text in enumerate(persona.goals, start=1):
        told = [each for each in taxonomy.reaches if (each.persona, each.goal) == (persona.slug, number)]
        found += [
            Goal(
                text,
                reach,
                reaching(counted.reached.get(reach, {}), code, as_of),
                reaching(counted.reached.get(reach, {}), None, as_of, _told_of(taxonomy, reach)),
            )
            for reach in told
        ] or [Goal(text, None, None, None)]
    return tuple(found)


def _told_of(taxonomy: Taxonomy, reach: Reach) -> list[int]:
    """Personas beside which everybody's share of this stands."""
    same = {
        each.persona
        for each in taxonomy.reaches
        if replace(each, persona="", goal=1) == replace(reach, persona="", goal=1)
    }
    return [each.code for each in taxonomy.personas if each.slug in same]


def _forecast(booked: Booked, code: int | None, as_of: date, told: Collection[int]) -> Forecast:
    seen = [booked.now, booked.year_ago, *(booked.check[1:] if booked.check else ())]
    if code is None and any(few_left({at: each.n for at, each in one.items()}, told) for one in seen):
        return Forecast(None, TOO_FEW_CUSTOMERS, None)
    found = forecast(booked.now, booked.year_ago, booked.check, code, as_of)
    if booked.first is None or not enough(booked.first, as_of):
        return Forecast(found.customers, NO_AMOUNTS if booked.first is None else NOT_YET, None)
    return found


def _counted(state: Published) -> Counted:
    taxonomy = state.taxonomy

    def compute(ask: Question) -> Counted:
        contacts, journeys = ask.table("contacts"), ask.table("journeys")
        kinds = by_persona(contacts, taxonomy)
        maps: dict[str, Drawn] = {
            each.slug: found
            for found in drawn(taxonomy)
            if (each := taxonomy.lookup(JourneyMap).code(found.code))
        }
        reached = {}
        for reach in taxonomy.reaches:
            if reach.map in maps:
                rows = arriving(journeys, contacts, kinds, maps[reach.map], taxonomy, state.as_of)
            else:
                rows = agreeing(
                    ask.table("feedback"), ask.table("promises"), kinds, reach, taxonomy, state.as_of
                )
            reached[reach] = read_shares(ask.run(rows))
        return Counted(
            read_effort(ask.run(effort(journeys, contacts, kinds, taxonomy, state.as_of))), reached
        )

    return state.find("what customers get", (), compute)


def _booked(state: Published, earning: Earning) -> Booked:
    def compute(ask: Question) -> Booked:
        contacts, as_of = ask.table("contacts"), state.as_of
        kinds = by_persona(contacts, state.taxonomy)

        def then(day: date, length: timedelta) -> Cohorts:
            return read_cohort(ask.run(cohort(contacts, kinds, earning, day, length)))

        [told] = ask.rows(amounts(contacts, earning))
        first: date | None = told["day"]
        months = months_to_check(first, as_of) if first else 0
        check = None
        if months:
            length = length_of(months)
            check = (months, then(as_of - 2 * length, length), then(as_of - length, length))
        return Booked(
            first,
            told["n"],
            told["unread"],
            then(as_of, YEAR),
            then(as_of - YEAR, YEAR),
            check,
        )

    return state.find("what the company gets", (earning,), compute)
