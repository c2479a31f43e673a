"""Published figures as documents: the same for programs and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number

if TYPE_CHECKING:
    from leitstern.app.claims.queries import Shown
    from leitstern.core.bridge.claims.claim import Claim, Figure


class PublishedFigureOut(Schema):
    """`published` to `upto` as a number, `said` word for word; `by_chance` is the range of chance alone, if all answered."""

    published: float
    upto: float | None
    unit: str
    said: TextOut
    of: TextOut
    by_chance: list[float] | None


class PublishedQuoteOut(Schema):
    """A few words exactly as published."""

    words: str
    language: str
    where: TextOut


class ClaimOut(Schema):
    """A published claim; `n` and `year` are null where our source does not state them."""

    slug: str
    name: TextOut
    figures: list[PublishedFigureOut]
    n: int | None
    year: int | None
    source: TextOut
    through: TextOut
    grade: str
    may: TextOut
    may_not: TextOut
    quotes: list[PublishedQuoteOut]
    differ: TextOut | None
    against: TextOut | None  # what speaks against it
    own: Number
    own_counts: TextOut | None
    own_each: list[Number]  # one for every published figure, where there are such
    carries_expectation: bool
    judged: TextOut


def claim_document(found: Shown) -> ClaimOut:
    """One claim with what the company knows itself."""
    claim = found.claim
    what = claim.counterpart.what
    return ClaimOut(
        slug=claim.slug,
        name=both(claim.name),
        figures=[_figure(claim, each) for each in claim.figures],
        n=claim.n,
        year=claim.year,
        source=both(claim.source),
        through=both(claim.through),
        grade=claim.grade,
        may=both(claim.may),
        may_not=both(claim.may_not),
        quotes=[
            PublishedQuoteOut(words=each.words, language=each.language, where=both(each.where))
            for each in claim.quotes
        ],
        differ=both(claim.differ) if claim.differ else None,
        against=both(claim.against) if claim.against else None,
        own=number(found.own),
        own_counts=both(what) if what else None,
        own_each=[number(each) for each in found.each],
        carries_expectation=found.carries,
        judged=both(found.judged),
    )


def _figure(claim: Claim, figure: Figure) -> PublishedFigureOut:
    chance = figure.by_chance(claim.n)
    return PublishedFigureOut(
        published=figure.value,
        upto=figure.upto,
        unit=figure.unit,
        said=both(figure.said),
        of=both(figure.of),
        by_chance=[round(end, 4) for end in chance] if chance else None,
    )
