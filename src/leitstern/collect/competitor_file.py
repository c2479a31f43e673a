"""Figures about competitors (CSV or XLSX): one line per statement, competitor and source."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from leitstern.collect.adoption_columns import NOTHING, whole
from leitstern.collect.kpi_columns import Cells, Column, Numbers
from leitstern.collect.table_lines import read_table
from leitstern.core.bridge.competitors.figure import (
    ASKED,
    ORIGINS,
    FigureDraft,
    figure_problems,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MOST_LINES = 5_000
COMPETITOR = Column(
    Text(en="Competitor", de="Wettbewerber"),
    ("competitor", "company", "wettbewerber", "unternehmen", "konkurrent"),
)
TOUCHPOINT = Column(Text(en="Touchpoint", de="Kontaktpunkt"), ("touchpoint", "kontaktpunkt"))
STATEMENT = Column(Text(en="Statement", de="Aussage"), ("statement", "facet", "outcome", "aussage"))
SHARE = Column(
    Text(en="Of 100", de="Von 100"), ("of 100", "share", "percent", "von 100", "anteil", "prozent")
)
N = Column(Text(en="Asked", de="Gefragte"), ("asked", "n", "gefragte", "befragte"))
YEAR = Column(Text(en="Year", de="Jahr"), ("year", "jahr"))
SOURCE = Column(Text(en="Source", de="Quelle"), ("source", "quelle"))
HOW = Column(
    Text(en="How it was asked", de="Wie gefragt wurde"),
    ("how it was asked", "question", "wie gefragt wurde", "frage"),
)
ALIKE = Column(
    Text(en="Compared with our question", de="Verglichen mit unserer Frage"),
    ("compared with our question", "same question", "verglichen mit unserer frage", "gleiche frage"),
)
ORIGIN = Column(Text(en="Grade", de="Belegart"), ("grade", "origin", "belegart", "herkunft"))
COLUMNS = (COMPETITOR, TOUCHPOINT, STATEMENT, SHARE, N, YEAR, SOURCE, HOW, ALIKE, ORIGIN)
FIELDS = {
    "competitor": COMPETITOR,
    "touchpoint": TOUCHPOINT,
    "statement": STATEMENT,
    "percent": SHARE,
    "n": N,
    "year": YEAR,
    "source": SOURCE,
    "how": HOW,
}


def read_competitors(
    folder: Path, name: str, touchpoints: Mapping[str, Text], statements: Mapping[str, Text], year: int
) -> tuple[FigureDraft, ...]:
    """The figures in the file `name`; touchpoints and statements are names by short name.

    An empty touchpoint is the company as a whole, an empty number of people asked is not stated. Raises InvalidFile
    with every mistake at once.
    """
    cells = Cells(name, read_table(folder, name, MOST_LINES))
    cells.require(COMPETITOR, STATEMENT, SHARE, YEAR, SOURCE, ALIKE, ORIGIN)
    numbers = Numbers(cells)
    at = [numbers.take(line, SHARE, cells.text(values, SHARE)) for line, values in cells.table.lines]
    shares = numbers.read()
    rows: list[FigureDraft] = []
    for place, (line, values) in zip(at, cells.table.lines, strict=True):
        before = len(cells.problems)
        given = cells.text(values, TOUCHPOINT)
        touchpoint = cells.one_of(line, TOUCHPOINT, given, touchpoints) if given else ""
        statement = cells.one_of(line, STATEMENT, cells.text(values, STATEMENT), statements)
        asked = cells.one_of(line, ALIKE, cells.text(values, ALIKE), ASKED)
        origin = cells.one_of(line, ORIGIN, cells.text(values, ORIGIN), ORIGINS)
        people = cells.text(values, N)
        n = whole(cells, line, N, people) if people else None
        year_of = whole(cells, line, YEAR, cells.text(values, YEAR))
        if len(cells.problems) > before or touchpoint is None or not (statement and asked and origin):
            continue
        draft = FigureDraft(
            cells.text(values, COMPETITOR),
            touchpoint,
            statement,
            shares[place],
            n,
            year_of or 0,
            cells.text(values, SOURCE),
            cells.text(values, HOW),
            asked,
            origin,
        )
        if not isnan(shares[place]):  # what is no number was said already
            for problem in figure_problems(draft, touchpoints, statements, year):
                cells.wrong(line, FIELDS[problem.field].title, problem.text)
        rows.append(draft)
    if not rows and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
    return tuple(rows)
