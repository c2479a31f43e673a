"""Splitting a text file into records that can be told apart even where some of them are broken.

DuckDB reads sound files far faster; this is for the rows it refuses, and for finding a record's own bytes again.
Everything here is text in the *carrier* of the file's encoding (see `encoding`), so nothing is lost on the way.
"""

from __future__ import annotations

import io
import re
from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from leitstern.collect.readers.encoding import CHUNK
from leitstern.collect.readers.refused import Refused
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from leitstern.collect.readers.dialect import Dialect
    from leitstern.collect.readers.encoding import Encoding

LONGEST = 400_000  # letters in a record; what is longer is an unclosed quote or no table


@dataclass(frozen=True, slots=True)
class Record:
    """The `number`th record of the file (1 = the first; empty lines do not count), without its line end.

    `fault` is empty or "quote": one was opened and never properly closed.
    """

    number: int
    carried: str
    columns: int
    fault: str = ""


def lines(path: Path, encoding: Encoding) -> Iterator[str]:
    """The lines of a file with their ends, from behind the byte order mark.

    Raises Refused for a line of more than `LONGEST` letters.
    """
    with path.open("rb") as raw:
        raw.seek(encoding.mark)
        start = raw.read(CHUNK).decode(encoding.carrier, "replace")
        end = "\r" if "\r" in start and "\n" not in start else "\n"
        raw.seek(encoding.mark)
        text = io.TextIOWrapper(raw, encoding.carrier, encoding.errors, newline=end)
        for position, line in enumerate(iter(partial(text.readline, LONGEST + 2), ""), start=1):
            if len(line) > LONGEST:
                raise Refused(TOO_LONG.fill(line=position))
            yield line


def split(
    lines: Iterable[str], dialect: Dialect, only: Container[int] | None = None, skip: int = 0
) -> Iterator[Record]:
    """The records in `lines`, or `only` those with some numbers; the first ones to `skip` are left out.

    After a broken quote reading goes on with the next line, so that one row is lost and not all.
    """
    scanner = _Scanner(dialect)
    source = iter(lines)
    number = 0
    for line in source:
        if dialect.quote in line:
            for bare, columns, fault in _quoted(line, source, scanner):
                number += 1
                if number > skip and (only is None or number in only):
                    yield Record(number, bare, columns, fault)
        elif line not in _EMPTY:
            number += 1
            if number > skip and (only is None or number in only):
                bare = _bare(line)
                yield Record(number, bare, bare.count(dialect.delimiter) + 1)


_EMPTY = frozenset({"\n", "\r\n", "\r"})


def _quoted(first: str, source: Iterator[str], scanner: _Scanner) -> Iterator[tuple[str, int, str]]:
    """The record that begins with the line `first`, which has quotes, and whatever else had to be read for it."""
    waiting = deque([first])
    while waiting:
        line = waiting.popleft()
        bare = _bare(line)
        if not bare:
            continue
        taken, size = [line], len(line)
        columns, state = scanner.scan(bare, 1, _OUTSIDE)
        while state == _INSIDE and size <= LONGEST:
            following = waiting.popleft() if waiting else next(source, None)
            if following is None:
                break
            taken.append(following)
            size += len(following)
            columns, state = scanner.scan(_bare(following), columns, _INSIDE)
        if state == _OUTSIDE:
            yield _bare("".join(taken)), columns, ""
        else:
            waiting.extendleft(reversed(taken[1:]))
            yield bare, columns, "quote"


def _bare(line: str) -> str:
    """A line without its end, and without any more than that."""
    return line.removesuffix("\n").removesuffix("\r")


_OUTSIDE, _INSIDE, _BROKEN = range(3)


class _Scanner:
    """Counts the values of a record line by line, knowing whether it stands inside quotes."""

    def __init__(self, dialect: Dialect) -> None:
        quote, escape = re.escape(dialect.quote), re.escape(dialect.escape)
        self._delimiter = dialect.delimiter
        self._opening = re.compile(f" *+{quote}")
        inner = f"{quote}{quote}" if quote == escape else f"{escape}."
        self._closing = re.compile(f"[^{quote}{escape}]*+(?:{inner}[^{quote}{escape}]*+)*+{quote} *+")

    def scan(self, text: str, columns: int, state: int) -> tuple[int, int]:
        """Values seen so far and where `text` ends, having begun with `columns` values in `state`."""
        at = 0
        while True:
            if state == _OUTSIDE:
                opening = self._opening.match(text, at)
                if not opening:
                    at = text.find(self._delimiter, at) + 1
                    if not at:
                        return columns, _OUTSIDE
                    columns += 1
                    continue
                at = opening.end()
            closing = self._closing.match(text, at)
            if not closing:
                return columns, _INSIDE
            at, state = closing.end(), _OUTSIDE
            if at == len(text):
                return columns, _OUTSIDE
            if text[at] != self._delimiter:
                return columns, _BROKEN
            columns += 1
            at += 1


TOO_LONG = Text(
    en="Line {line} is longer than 400,000 letters; a table does not look like that. Is it the right file?",
    de="Zeile {line} ist länger als 400.000 Zeichen; so sieht keine Tabelle aus. Ist es die richtige Datei?",
)
