"""What would show that silos come back: handoffs customers live, and ties that stay inside again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from leitstern.app.outside.reading import published
from leitstern.app.silo.counts import index_of, standing
from leitstern.app.silo.handing import handoff_months
from leitstern.core.bridge.watch.stream import Point, Rhythm, Shown, Stream, StreamKind
from leitstern.core.inside.silo.ties import EI
from leitstern.core.months import last_day
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

LEAST_COUNTS = 2  # one count alone shows no change
HANDOFFS = Text(en="Handoffs between departments", de="Übergaben zwischen Bereichen")
PER_HUNDRED = Text(en="handoffs per 100 journeys under way", de="Übergaben je 100 laufende Reisen")
CONTACTS = Text(en="contacts that belong to a case", de="Kontakte, die zu einem Vorgang gehören")
TIES = Text(en="Working across departments", de="Zusammenarbeit über Bereiche hinweg")
ABOVE_CHANCE = Text(en="E–I index, difference to chance", de="E–I-Index, Abstand zum Zufall")
COUNTED = Text(en="counts of ties between departments", de="Zählungen der Verbindungen zwischen Bereichen")


def streams(until: date) -> tuple[Stream, ...]:
    """Monthly handoffs up to the last month that is over, and the E–I index where ties were counted repeatedly."""
    return (*_handoffs(until), *_ties(until))


def _handoffs(until: date) -> tuple[Stream, ...]:
    state = published()
    months = handoff_months(state) if state else ()
    last = min(until, state.as_of) if state else until
    points = tuple(
        Point(end, each.per_hundred, each.error, each.customers)
        for each in months
        if (end := last_day(each.month)) <= last
    )
    if not points:
        return ()
    address = reverse("silo:overview")
    return (
        Stream(
            slug="handoffs",
            kind=StreamKind.HANDOFFS,
            name=HANDOFFS,
            measure=PER_HUNDRED,
            unit="",
            rhythm=Rhythm.MONTHLY,
            good_high=False,
            points=points,
            source=CONTACTS,
            address=address,
        ),
    )


def _ties(until: date) -> tuple[Stream, ...]:
    found = [(each.day, index_of(each)) for each in standing(until)]
    points = tuple(
        Point(day, ei.difference, ei.error, ei.observed.n) for day, ei in found if isinstance(ei, EI)
    )
    if len(points) < LEAST_COUNTS:
        return ()
    return (
        Stream(
            slug="ties-across",
            kind=StreamKind.HANDOFFS,
            name=TIES,
            measure=ABOVE_CHANCE,
            unit="",
            rhythm=Rhythm.QUARTERLY,
            good_high=True,
            points=points,
            source=COUNTED,
            address=reverse("silo:ties"),
            shown=Shown.INDEX,
        ),
    )
