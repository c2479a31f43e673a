"""Picked quotes as documents and as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.answers.quoting import MOST, balance, picked, withdrawn
from leitstern.app.common.schemas import TextOut, both
from leitstern.app.outside.voices import in_own_language
from leitstern.core.company.taxonomy import Touchpoint

if TYPE_CHECKING:
    from leitstern.app.answers.quoting import Quote
    from leitstern.app.outside.reading import Published

HEADER = ("id", "ref", "place", "touchpoint", "language", "answer", "quote", "reason")


class QuoteOut(Schema):
    """A picked quote; `place` is its order, from 1."""

    id: int
    ref: str
    place: int
    touchpoint: str | None
    language: str
    good: bool
    quote: str
    reason: str


class QuotesOut(Schema):
    """What appears in reports, at most `most`; `balance` sets it beside all comments."""

    most: int
    balance: TextOut | None
    quotes: list[QuoteOut]
    withdrawn: list[QuoteOut]


def quote_document(state: Published, quote: Quote, place: int) -> QuoteOut:
    """One of them."""
    said = quote.said
    term = state.taxonomy.lookup(Touchpoint).code(said.touchpoint)
    return QuoteOut(
        id=quote.pick.pk,
        ref=str(quote.pick),
        place=place,
        touchpoint=term.slug if term else None,
        language=said.language,
        good=said.good,
        quote=in_own_language(said.comment, said.language),
        reason=quote.pick.reason,
    )


def quotes_document(state: Published) -> QuotesOut:
    """All of them, and those that were withdrawn."""
    standing = picked(state)
    weighed = balance(state, standing)
    return QuotesOut(
        most=MOST,
        balance=both(weighed) if weighed else None,
        quotes=[quote_document(state, each, place) for place, each in enumerate(standing, start=1)],
        withdrawn=[quote_document(state, each, 0) for each in withdrawn(state)],
    )


def quote_rows(state: Published) -> list[list[object]]:
    """Those that stand, in their order."""
    return [
        [
            each.id,
            each.ref,
            each.place,
            each.touchpoint,
            each.language,
            "good" if each.good else "bad",
            each.quote,
            each.reason,
        ]
        for each in quotes_document(state).quotes
    ]
