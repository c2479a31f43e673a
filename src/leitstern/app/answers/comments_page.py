"""Comments as a page, as a table, and for programs."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.answers.comments import MOST, PAGE, found_comments
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.pages import Built
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.periods import half_year

if TYPE_CHECKING:
    from leitstern.app.answers.asking import Choice
    from leitstern.app.answers.comments import Comment
    from leitstern.app.common.actors import Actor

HEADER = ("ref", "touchpoint", "half_year", "language", "answer", "value", "high", "comment")


class CommentOut(Schema):
    """`ref` names it for picking; when it was written is told to the half-year."""

    ref: str
    touchpoint: str | None
    half_year: str
    language: str
    good: bool
    answer: str
    comment: str


class CommentPlaceOut(Schema):
    touchpoint: str | None
    comments: int
    customers: int
    bad: Number


class CommentsOut(Schema):
    """Counts are null where fewer than five customers wrote it; then no comment is given either."""

    sentence: TextOut
    comments: int | None
    customers: int | None
    of_comments: int | None
    bad: Number
    places: list[CommentPlaceOut]
    page: int
    pages: int
    newest: list[CommentOut]


def comments_page(_actor: Actor, choice: Choice, page: int = 1) -> Built:
    """The comments with how much was found, and where."""
    found = found_comments(choice, page)
    name = choice.state.taxonomy.name
    last = pages(found.found.comments)
    return Built(
        found.sentence,
        context={
            "found": found,
            "one_kind": choice.view.cleaned_data["answer"] if choice.view else "",
            "places": [(each, name("touchpoint", each.touchpoint)) for each in found.places],
            "comments": [(each, name("touchpoint", each.touchpoint)) for each in found.comments],
            "page": page,
            "pages": last,
            "before": page - 1 if page > 1 else None,
            "after": page + 1 if page < last else None,
        },
    )


def comments_table(_actor: Actor, choice: Choice) -> Built:
    """As many comments as a spreadsheet takes, the newest first."""
    found = found_comments(choice, most=MOST)
    return Built(found.sentence, HEADER, [_row(choice, each) for each in found.comments])


def comments_document(choice: Choice, page: int = 1) -> CommentsOut:
    """The same for programs."""
    found = found_comments(choice, page)
    few = found.found.few
    return CommentsOut(
        sentence=both(found.sentence),
        comments=None if few else found.found.comments,
        customers=None if few else found.found.customers,
        of_comments=None if few else found.among.comments,
        bad=number(found.bad),
        places=[
            CommentPlaceOut(
                touchpoint=_slug(choice, each.touchpoint),
                comments=each.found.comments,
                customers=each.found.customers,
                bad=number(each.bad),
            )
            for each in found.places
        ],
        page=page,
        pages=pages(found.found.comments),
        newest=[
            CommentOut(
                ref=each.ref,
                touchpoint=_slug(choice, each.touchpoint),
                half_year=_half_year(each),
                language=each.language,
                good=each.good,
                answer=f"{each.value:g}/{each.high:g}",
                comment=each.text,
            )
            for each in found.comments
        ],
    )


def pages(comments: int) -> int:
    """How many pages so many comments take."""
    return max(1, ceil(comments / PAGE))


def _row(choice: Choice, each: Comment) -> list[object]:
    place, verdict = _slug(choice, each.touchpoint), "good" if each.good else "bad"
    return [each.ref, place, _half_year(each), each.language, verdict, each.value, each.high, each.text]


def _half_year(each: Comment) -> str:
    when = half_year(each.day)
    return f"{when.year}-{1 if when.month == 1 else 2}"


def _slug(choice: Choice, code: int) -> str | None:
    term = choice.state.taxonomy.lookup(Touchpoint).code(code)
    return term.slug if term else None
