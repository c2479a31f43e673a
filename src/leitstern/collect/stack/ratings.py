"""Ratings of applications in a table: how many people gave which answer. Single answers have no place here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.kpi_columns import Units
from leitstern.collect.stack import columns as at
from leitstern.collect.stack.tables import MOST_LINES
from leitstern.collect.table_lines import read_table
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.inside.stack.ratings import QUESTIONS, SHORT, VIEWS, Question, Rated, View
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from leitstern.collect.kpi_columns import Column
    from leitstern.core.company.taxonomy import Taxonomy

COLUMNS = (at.APPLICATION, at.QUESTION, at.VIEW, at.UNIT, *at.COUNTS, at.DAY)
TOO_FEW = Text(
    en="Of fewer than {fewest} people who work with it nothing is kept, not even here.",
    de="Von weniger als {fewest} Nutzenden wird nichts gespeichert, auch hier nicht.",
)
NOBODY = Text(en="Nobody has answered.", de="Niemand hat geantwortet.")
AHEAD = Text(en="This day lies in the future.", de="Dieser Tag liegt in der Zukunft.")
AGAIN = Text(
    en="Line {line} has the same people's answers to this question already.",
    de="In Zeile {line} stehen die Antworten derselben Personen auf diese Frage schon.",
)


def read_ratings(
    folder: Path, name: str, taxonomy: Taxonomy, applications: Mapping[str, str], fewest: int, today: date
) -> tuple[Rated, ...]:
    """The ratings in the table `name`; `applications` are names by short name. Raises InvalidFile with every mistake."""
    cells, units = at.Reading(name, read_table(folder, name, MOST_LINES)), Units(taxonomy)
    cells.require(at.APPLICATION, at.QUESTION, at.VIEW, *at.COUNTS)
    slugs = {spelt_alike(each): slug for slug, each in applications.items()}
    slugs |= {spelt_alike(slug): slug for slug in applications}
    shown = tuple(Text(each, each) for each in applications.values())
    found, seen = list[Rated](), dict[tuple[str, str, str, str], str]()
    for line, values in cells.table.lines:
        before = len(cells.problems)
        application = cells.one(line, at.APPLICATION, cells.text(values, at.APPLICATION), slugs, shown)
        question = _question(cells, line, cells.text(values, at.QUESTION))
        view = cells.one_of(line, at.VIEW, cells.text(values, at.VIEW), VIEWS)
        given = cells.text(values, at.UNIT)
        unit = units.read(cells, line, given) if given else ""
        counts = tuple(_count(cells, line, values, column) for column in at.COUNTS)
        day = cells.day(line, at.DAY, cells.text(values, at.DAY)) or today
        if day > today:
            cells.wrong(line, at.DAY.title, AHEAD)
        if question is None or view is None or len(cells.problems) > before:
            continue
        if view is View.USERS and sum(counts) < fewest:
            cells.wrong(line, at.COUNTS[0].title, TOO_FEW.fill(fewest=fewest))
        elif not sum(counts):
            cells.wrong(line, at.COUNTS[0].title, NOBODY)
        key = (application, question.value, view.value, unit or "")
        if (first := seen.setdefault(key, line)) != line:
            cells.wrong(line, at.QUESTION.title, AGAIN.fill(line=first))
        found.append(Rated(application, question, view, counts, unit or "", day))
    if not cells.table.lines:
        cells.wrong("", "", at.NOTHING)
    cells.done()
    return tuple(found)


def _question(cells: at.Reading, line: str, given: str) -> Question | None:
    """By its short title, or its whole sentence."""
    whole = {
        spelt_alike(text.to(language)): each for each, text in QUESTIONS.items() for language in ("en", "de")
    }
    return whole.get(spelt_alike(given)) or cells.one_of(line, at.QUESTION, given, SHORT)


def _count(cells: at.Reading, line: str, values: tuple[str, ...], column: Column) -> int:
    given = cells.text(values, column) or "0"
    if not given.isdecimal() or len(given) > 6:
        cells.wrong(line, column.title, at.NO_COUNT)
        return 0
    return int(given)
