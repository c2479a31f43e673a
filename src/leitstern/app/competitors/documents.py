"""Figures about competitors as documents: the same for programs and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.competitors import queries
from leitstern.core.bridge.competitors.comparison import Verdict
from leitstern.core.bridge.competitors.figure import Asked, Origin

if TYPE_CHECKING:
    from leitstern.app.competitors.models import Figure
    from leitstern.core.bridge.competitors.comparison import Comparison


class CompetitorFigureOut(Schema):
    """As it was published; `n` is null where the source does not state it, `touchpoint` empty for the whole company."""

    figure: int
    competitor: str
    touchpoint: str
    statement: str
    published: float
    n: int | None
    year: int
    source: str
    how: str
    asked: Asked
    origin: Origin
    withdrawn: bool


class CompetitorComparedOut(Schema):
    """A figure, and own − theirs where that can be told."""

    figure: CompetitorFigureOut
    old: bool
    theirs: Number
    difference: Number
    verdict: Verdict


class CompetitorStatementOut(Schema):
    """`verdict` is beside all recent figures that can be compared."""

    touchpoint: str
    statement: str
    own: Number
    verdict: Verdict
    figures: list[CompetitorComparedOut]


class CompetitorsOut(Schema):
    headline: TextOut
    statements: list[CompetitorStatementOut]


def competitors_document() -> CompetitorsOut:
    """Every figure that was not withdrawn beside the own share."""
    rows = queries.figures_ever()
    return compared_document(queries.comparison(rows), {row.pk: row for row in rows})


def compared_document(found: Comparison, rows: dict[int, Figure]) -> CompetitorsOut:
    """A comparison; `rows` are its figures by number."""
    return CompetitorsOut(
        headline=both(found.headline),
        statements=[
            CompetitorStatementOut(
                touchpoint=each.place[0],
                statement=each.place[1],
                own=number(each.own),
                verdict=each.verdict,
                figures=[
                    CompetitorComparedOut(
                        figure=figure_document(rows[one.figure.number]),
                        old=one.old,
                        theirs=number(one.theirs),
                        difference=number(one.difference),
                        verdict=one.verdict,
                    )
                    for one in each.figures
                ],
            )
            for each in found.statements
        ],
    )


def figure_document(row: Figure) -> CompetitorFigureOut:
    """One figure."""
    return CompetitorFigureOut(
        figure=row.pk,
        competitor=row.competitor,
        touchpoint=row.touchpoint,
        statement=row.statement,
        published=row.share,
        n=row.n,
        year=row.year,
        source=row.source,
        how=row.how,
        asked=Asked(row.asked),
        origin=Origin(row.origin),
        withdrawn=row.withdrawn is not None,
    )
