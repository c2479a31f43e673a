"""The table into which sheets of paper are typed: to download, and to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext, override

from leitstern.app.company.queries import taxonomy_of
from leitstern.app.waves import queries
from leitstern.app.waves.paper import progress
from leitstern.app.waves.results import unit_name
from leitstern.collect.form_book import Points, Sheet, form_book
from leitstern.collect.paper_sheets import MOST_SHEETS, read_sheets, titles
from leitstern.core.inside.ratings import VIEWS

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.app.waves.models import Wave
    from leitstern.collect.paper_sheets import PaperSheet

BEFORE = 3  # columns before the statements: number, department, level


def read(wave: Wave, file: Path) -> list[PaperSheet]:
    """The sheets in a table; departments are called as they were when the wave was launched."""
    return read_sheets(file.parent, file.name, queries.instrument_of(wave), taxonomy_of(wave.taxonomy))


def table_lines(wave: Wave, language: str) -> list[list[str | int]]:
    """A line with number and group for everybody who may still answer; whoever types fills in the rest."""
    came, number = queries.answered(wave), progress(wave).next
    groups = [
        (unit_name(wave, unit).to(language) if unit else "", VIEWS[level].to(language))
        for (level, unit), asked in sorted(queries.invited(wave).items())
        for _ in range(asked - came[level, unit])
    ]
    return [[number + at, unit, level] for at, (unit, level) in enumerate(groups[:MOST_SHEETS])]


def table_book(wave: Wave, language: str) -> bytes:
    """The table as a workbook in which groups are chosen and only points of the scale can be typed."""
    instrument = queries.instrument_of(wave)
    asked = queries.invited(wave)
    units = list(dict.fromkeys(unit_name(wave, unit).to(language) for _, unit in sorted(asked) if unit))
    levels = list(dict.fromkeys(VIEWS[level].to(language) for level, _ in sorted(asked)))
    scale = instrument.scale
    with override(language):
        sheet = Sheet(
            gettext("Sheets"),
            titles(instrument, language),
            table_lines(wave, language),
            {at: words for at, words in ((1, units), (2, levels)) if words},
            Points(BEFORE, BEFORE + len(instrument.items) - 1, scale.low, scale.high),
        )
        return form_book(sheet, gettext("Choices"))
