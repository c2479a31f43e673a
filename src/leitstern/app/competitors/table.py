"""Figures about competitors as tables of plain values, for CSV from the page and from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.competitors.queries import statement_choices, touchpoint_choices
from leitstern.collect.competitor_file import COLUMNS
from leitstern.core.bridge.competitors.comparison import VERDICTS
from leitstern.core.bridge.competitors.figure import ASKED, ORIGINS, Asked, Origin
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.bridge.competitors.comparison import Comparison
    from leitstern.core.stats.estimate import Measured

HEADER = [
    *(
        "figure",
        "touchpoint",
        "statement",
        "competitor",
        "theirs",
        "theirs_n",
        "year",
        "old",
        "source",
        "how_asked",
    ),
    *("compared_with_our_question", "grade", "own", "own_low", "own_high", "own_n", "own_as_of"),
    *("difference", "difference_low", "difference_high", "verdict", "why_not"),
]
_HOW = Text(
    "How satisfied are you, 1 to 5; 4 and 5 agree", "Wie zufrieden sind Sie, 1 bis 5; 4 und 5 stimmen zu"
)
_SOURCE = Text("Market study, table 4", "Marktstudie, Tabelle 4")
_COMPETITOR = Text("Another company", "Ein anderes Unternehmen")


def comparison_rows(found: Comparison, language: str) -> Iterator[list[object]]:
    """One row per figure, in the order of the page."""
    points, said = touchpoint_choices(), statement_choices()
    for statement in found.statements:
        point, facet = statement.place
        for each in statement.figures:
            figure, own, away = each.figure, each.own, each.difference
            yield [
                figure.number,
                points[point].to(language) if point in points else point,
                said[facet].to(language) if facet in said else facet,
                figure.competitor,
                round(figure.share, 4),
                figure.n,
                figure.year,
                each.old,
                figure.source,
                figure.how,
                ASKED[figure.asked].to(language),
                ORIGINS[figure.origin].to(language),
                *_three(own),
                *((own.n, own.as_of) if isinstance(own, Estimate) else (None, None)),
                *_three(away),
                VERDICTS[each.verdict].to(language),
                "" if isinstance(away, Estimate) else away.reason.to(language),
            ]


def sample_table(language: str, year: int) -> tuple[list[str], list[list[object]]]:
    """Titles and a line that could be handed in, in the reader's language."""
    points, said = touchpoint_choices(), statement_choices()
    line: list[object] = [
        _COMPETITOR.to(language),
        next(iter(points.values())).to(language) if points else "",
        next(iter(said.values())).to(language),
        75,
        400,
        year,
        _SOURCE.to(language),
        _HOW.to(language),
        ASKED[Asked.SAME].to(language),
        ORIGINS[Origin.INDEPENDENT].to(language),
    ]
    return [each.title.to(language) for each in COLUMNS], [line]


def _three(found: Measured) -> list[float | None]:
    if not isinstance(found, Estimate):
        return [None, None, None]
    return [round(end, 4) for end in (found.value, found.low, found.high)]
