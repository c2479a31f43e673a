"""Whom we hear, as documents and as rows of a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.outside.heard import whom_we_hear
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.app.outside.reading import Published
    from leitstern.core.gap.heard import Heard, HeardAt
    from leitstern.core.stats.estimate import Measured

SIDES = ("answers", "contacts", "difference", "new", "known", "lived_difference")
HEADER = [
    "touchpoint",
    "facet",
    *(f"{side}{part}" for side in SIDES for part in ("", "_low", "_high", "_n")),
    "verdict",
    "apart",
]


class HeardAtOut(Schema):
    """`answers`, `contacts`: the shares of new customers; `new`, `known`: what they and the others live."""

    touchpoint: str | None
    facet: str
    answers: Number
    contacts: Number
    difference: Number
    verdict: str | None
    new: Number
    known: Number
    lived_difference: Number
    apart: bool


class HeardOut(Schema):
    """`since`: the first day on which new and known customers can be told apart; null where none can yet."""

    since: date | None
    sentence: TextOut
    alarm: bool
    answers: Number
    contacts: Number
    difference: Number
    verdict: str
    statements: list[HeardAtOut]


def heard(state: Published) -> HeardOut:
    """How often new customers answer beside how often they come, and what they live beside the others."""
    found = whom_we_hear(state)
    return HeardOut(
        since=found.since,
        sentence=both(found.sentence),
        alarm=found.alarm,
        answers=number(found.answers),
        contacts=number(found.contacts),
        difference=number(found.difference),
        verdict=found.verdict,
        statements=[
            HeardAtOut(
                touchpoint=_slug(state, each),
                facet=each.facet,
                verdict=each.verdict,
                apart=each.apart,
                **{side: number(getattr(each, side)) for side in SIDES},
            )
            for each in found.at
        ],
    )


def heard_rows(state: Published, found: Heard) -> Iterator[list[object]]:
    """Everything together first, then a row per statement; what is missing has its code in place of the value."""
    together = (found.answers, found.contacts, found.difference)
    yield [
        None,
        None,
        *(cell for side in together for cell in _cells(side)),
        *[None] * 12,
        found.verdict,
        None,
    ]
    for each in found.at:
        sides = (cell for side in SIDES for cell in _cells(getattr(each, side)))
        yield [_slug(state, each), each.facet, *sides, each.verdict, each.apart]


def _cells(measured: Measured) -> list[object]:
    if isinstance(measured, Missing):
        return [measured.code, None, None, None]
    return [*(round(end, 4) for end in (measured.value, measured.low, measured.high)), measured.n]


def _slug(state: Published, each: HeardAt) -> str | None:
    term = state.taxonomy.lookup(Touchpoint).code(each.touchpoint)
    return term.slug if term else None
