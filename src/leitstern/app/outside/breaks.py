"""Breaks per hundred journeys, as found in the published state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from ninja import Schema

from leitstern.app.common.schemas import Number, number
from leitstern.core.company.taxonomy import JourneyMap
from leitstern.core.outside.breaks import Breaks, breaks, read_breaks
from leitstern.core.outside.few import FEWEST, shown

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published, Question

BreaksBy = Literal["all", "map", "month", "map-month"]
COLUMNS: dict[BreaksBy, tuple[str, ...]] = {
    "all": (),
    "map": ("map",),
    "month": ("month",),
    "map-month": ("map", "month"),
}


class BreaksOut(Schema):
    """Per 100 journeys; `map` and `month` are null where all are taken together.

    `planned` are the handoffs that a designed journey foresees; `told_again`: how often customers had to say again what
    the company knew, per 100 of those journeys for which it is recorded.
    """

    map: str | None
    month: date | None
    customers: int
    journeys: int
    breaks: Number
    handoffs: Number
    planned: Number
    repeats: Number
    told_again: Number


def breaks_by(state: Published, by: BreaksBy = "all") -> tuple[Breaks, ...]:
    """Per 100 journeys; months and journeys of fewer than five customers are left out."""

    def compute(ask: Question) -> tuple[Breaks, ...]:
        rows = ask.run(breaks(ask.table("transitions"), ask.table("contacts"), state.taxonomy, COLUMNS[by]))
        return tuple(shown(each) for each in read_breaks(rows, state.as_of) if each.customers >= FEWEST)

    return state.find("breaks", (by,), compute)


def breaks_document(state: Published, by: BreaksBy = "map") -> list[BreaksOut]:
    """The same as documents; by journey, all together come first."""
    found = breaks_by(state, by)
    if by == "map":
        found = (*breaks_by(state), *found)
    maps = state.taxonomy.lookup(JourneyMap)
    return [
        BreaksOut(
            map=journey.slug if each.map is not None and (journey := maps.code(each.map)) else None,
            month=each.month,
            customers=each.customers,
            journeys=each.journeys,
            breaks=number(each.breaks),
            handoffs=number(each.handoffs),
            planned=number(each.planned),
            repeats=number(each.repeats),
            told_again=number(each.told_again),
        )
        for each in found
    ]


def breaks_monthly(state: Published) -> list[BreaksOut]:
    """By designed journey and month; before them all journeys of each month."""
    return [*breaks_document(state, "month"), *breaks_document(state, "map-month")]
