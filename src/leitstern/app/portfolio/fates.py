"""What became of customers before an initiative began and since, of its persona, on its journeys, or of all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leitstern.app.outside.reading import published
from leitstern.app.portfolio import models
from leitstern.core.bridge.portfolio.stage import Stage
from leitstern.core.company.taxonomy import JourneyMap, Persona, Touchpoint
from leitstern.core.outside.breaks import begins_at
from leitstern.core.outside.outcomes import (
    NOT_BEGUN,
    TOO_SHORT,
    Fate,
    Fates,
    Of,
    Span,
    beside,
    lasted,
    leaving,
    read_lasted,
    read_trusting,
    spans,
    trusting,
    why_not,
)
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.outside.reading import Published, Question
    from leitstern.app.portfolio.models import Initiative
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.stats.estimate import Measured

SECOND_US = 1_000_000
EVERYBODY = Text(en="all customers", de="alle Kundinnen und Kunden")
NO_DATA = Missing("no-data", Text(en="there are no contacts yet", de="es gibt noch keine Kontakte"))
NOT_TOLD = Missing(
    "persona-not-told",
    Text(
        en="the taxonomy does not say which property tells this persona",
        de="die Taxonomie sagt nicht, an welcher Eigenschaft man diese Persona erkennt",
    ),
)
BETTER = Text(en="better", de="besser")
WORSE = Text(en="worse", de="schlechter")
UNSURE = Text(en="cannot tell", de="nicht zu sagen")


@dataclass(frozen=True, slots=True)
class Became:
    """What became of some customers of an initiative; `spans` are the days before and since, None where too few."""

    whose: Text
    fate: Fate
    begun: date | None
    spans: tuple[Span, Span] | None
    found: Fates

    @property
    def verdict(self) -> Text:
        """Better or worse where the whole interval of the change says so."""
        change = self.found.change
        if not isinstance(change, Estimate) or change.low <= 0 <= change.high:
            return UNSURE
        return BETTER if (change.value > 0) != (self.fate is Fate.LEAVING) else WORSE


def begun_on(row: Initiative, today: date) -> date | None:
    """The first day it ran; without any, the day it was to begin, once that has come."""
    ran = [turn.day for turn in row.turns.all() if turn.withdrawn is None and turn.stage == Stage.RUNNING]
    if ran:
        return min(ran)
    return row.begins if row.begins and row.begins <= today else None


def became(row: Initiative, today: date) -> tuple[Became, ...]:
    """Nothing for an initiative that does not say what is to become of customers."""
    if not row.customer_outcome:
        return ()
    state, fate, begun = published(), Fate(row.customer_outcome), begun_on(row, today)
    if state is None:
        return (_missing(EVERYBODY, fate, begun, NO_DATA),)
    found = []
    for name, whose in _whose(row, state.taxonomy):
        days = spans(begun, state.first_date, state.as_of) if begun else None
        if isinstance(whose, Missing):
            found.append(_missing(name, fate, begun, whose))
        elif begun is None:
            found.append(_missing(name, fate, begun, NOT_BEGUN))
        elif reason := why_not(fate, state.taxonomy):
            found.append(_missing(name, fate, begun, reason))
        elif days is None:
            found.append(_missing(name, fate, begun, TOO_SHORT))
        else:
            asked = partial(_found, state, fate, whose, days)
            told = state.find("what became of customers", (fate, whose, begun), asked)
            found.append(Became(name, fate, begun, days, told))
    return tuple(found)


def all_became(today: date) -> tuple[tuple[Initiative, tuple[Became, ...]], ...]:
    """Of every initiative that stands and says what is to become of customers."""
    rows = models.Initiative.objects.filter(withdrawn=None).exclude(customer_outcome="")
    return tuple((row, became(row, today)) for row in rows.prefetch_related("turns"))


def _found(state: Published, fate: Fate, whose: Of, days: tuple[Span, Span], ask: Question) -> Fates:
    before, after = (_share(state, fate, whose, span, ask) for span in days)
    return beside(before, after)


def _share(state: Published, fate: Fate, whose: Of, span: Span, ask: Question) -> Measured:
    tables = ask.table("transitions"), ask.table("contacts")
    if fate is Fate.TRUST:
        return read_trusting(ask.run(trusting(ask.table("feedback"), *tables, whose, span)), state.as_of)
    zone = ZoneInfo(state.taxonomy.time_zone)
    end = datetime.combine(span.until + timedelta(days=1), time(), zone)
    until = int(end.timestamp()) * SECOND_US - 1
    return read_lasted(
        ask.run(lasted(*tables, fate, whose, span, until, leaving(state.taxonomy))), state.as_of
    )


def _whose(row: Initiative, taxonomy: Taxonomy) -> Iterable[tuple[Text, Of | Missing]]:
    maps, points = taxonomy.lookup(JourneyMap), taxonomy.lookup(Touchpoint)
    persona = taxonomy.lookup(Persona).slug(row.persona) if row.persona else None
    if persona:
        yield persona.name, Of(trait=(persona.prop, persona.value)) if persona.prop else NOT_TOLD
    for slug in row.journeys:
        journey = maps.slug(slug)
        start = points.slug(begins_at(journey)) if journey and journey.steps else None
        if journey and start:
            yield journey.name, Of(start=start.code)
    if persona is None and not any(maps.slug(slug) for slug in row.journeys):
        yield EVERYBODY, Of()


def _missing(whose: Text, fate: Fate, begun: date | None, reason: Missing) -> Became:
    return Became(whose, fate, begun, None, Fates(reason, reason, reason))
