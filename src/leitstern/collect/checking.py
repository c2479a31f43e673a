"""Everything that can be wrong before the first row is read, all of it at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import duckdb

from leitstern.collect import columns
from leitstern.collect.mapping_checks import check_mapping
from leitstern.collect.problems import InvalidFile, Problem, closest
from leitstern.collect.readers.refused import Refused
from leitstern.collect.sql import literal
from leitstern.core.texts import Text
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from leitstern.collect.mapping import Mapping, Source
    from leitstern.collect.readers.files import Files
    from leitstern.collect.readers.relation import Reader
    from leitstern.core.company.checks import Mistake
    from leitstern.core.company.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Opened:
    """A source, its number in the mapping (from 1), its file and the files it is joined with."""

    number: int
    source: Source
    file: Reader
    joined: tuple[Reader, ...]


def open_all(
    con: duckdb.DuckDBPyConnection, mapping: Mapping, taxonomy: Taxonomy, files: Files
) -> list[Opened]:
    """Open the files of all sources that have one. Raises InvalidFile with every file and column that is not as the mapping says."""
    problems = [_problem(mistake) for mistake in check_mapping(mapping, taxonomy)]
    opened = []
    for number, source in enumerate(mapping.sources, start=1):
        problems += _dates(con, source)
        file = _open(source.file, partial(files.main, source), problems)
        joined = [
            _open(join.file, partial(files.open, join.file, join.format), problems) for join in source.join
        ]
        there = [other for other in joined if other]
        if file and len(there) == len(joined):
            problems += columns.check(source, file.columns, [other.columns for other in there])
            opened.append(Opened(number, source, file, tuple(there)))
    if problems:
        raise InvalidFile(list(dict.fromkeys(problems)))
    return opened


def _open(name: str, opening: Callable[[], Reader | None], problems: list[Problem]) -> Reader | None:
    try:
        return opening()
    except Refused as refused:
        problems.append(Problem(name, "", "", refused.text))
        return None


def _dates(con: duckdb.DuckDBPyConnection, source: Source) -> Iterator[Problem]:
    for how in [source.format, *(join.format for join in source.join)]:
        for date in how.dates:
            try:
                engine.rows(con, f"SELECT try_strptime('', {literal(date)})")
            except duckdb.Error:
                yield Problem(source.file, "", "format › dates", BAD_DATE.fill(date=date))


def _problem(mistake: Mistake) -> Problem:
    path = " › ".join(str(step + 1) if isinstance(step, int) else step for step in mistake.path)
    return Problem("", "", path, mistake.text, mistake.allowed, closest(mistake.given, mistake.allowed))


BAD_DATE = Text(
    en="“{date}” is no format of dates. %d, %m and %Y stand for day, month and year, %H and %M for hour and minute.",
    de="„{date}“ ist kein Datumsformat. %d, %m und %Y stehen für Tag, Monat und Jahr, %H und %M für Stunde und Minute.",
)
