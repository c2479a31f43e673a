"""Lines of JSON that look alike: the same names in the same order, and only values differ.

Machines write lines like that. Once one has been read letter by letter (`json_record`), a pattern made of it finds all
that differ in their values alone, and where these stand; a line that has anything else in it does not match. What the
pattern lets through means the same to `json_record`: no name twice, no list, no half of a letter, numbers as written.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.collect.readers.loaded import Cells

    type Stretch = tuple[
        int, int, int, int
    ]  # of lines: begin and end in a block, number of the first, how many

WIDEST = 200  # values in a line; a longer pattern costs more than it saves
_TEXT = rb'(?:[^"\\\x00-\x1f]++|\\(?:[/bfnrt]|u(?!0000|[dD][89a-fA-F])[0-9a-fA-F]{4}))*+'
_NUMBER = rb"-?+(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+"
_TRUTH = rb"(?:true|false)"
_TOKEN = re.compile(
    rb'"(?P<text>%s)"(?P<name>[ \t]*+:)?+|(?P<number>%s)(?![0-9.eE])|(?P<truth>%s)|(?P<null>null)|[{},\s]'
    % (_TEXT, _NUMBER, _TRUTH)
)
_QUOTE, _END = ord('"'), ord("\n")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value stands: it begins `after` bytes behind the `opening`-th quote of its line, and ends `before` bytes
    in front of the `closing`-th, or of the end of the line if that is None.
    """

    name: str
    opening: int
    after: int
    closing: int | None
    before: int


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What lines that look alike have in common. `names` are those of all their cells, `slots` of those with a value."""

    names: tuple[str, ...]
    slots: tuple[Slot, ...]
    quotes: int  # of a line
    lines: re.Pattern[bytes]  # as many as there are

    def cells(self, block: Block, stretches: list[Stretch]) -> dict[str, pa.Array]:
        """The cells of the lines in these stretches of a block, which `lines` has matched; an empty value is no null."""
        at = block.quotes_in(stretches).reshape(-1, self.quotes)
        found: dict[str, pa.Array] = dict.fromkeys(self.names, pa.nulls(len(at), pa.string()))
        for slot in self.slots:
            end = block.line_ends(at[:, -1]) if slot.closing is None else at[:, slot.closing]
            found[slot.name] = _texts(block.content, at[:, slot.opening] + slot.after, end - slot.before)
        return found


class Block:
    """Whole lines in one piece of UTF-8."""

    def __init__(self, raw: bytes) -> None:
        self.content = np.frombuffer(raw, np.uint8)
        self._quotes = np.flatnonzero(self.content == _QUOTE)
        self._ends = np.flatnonzero(self.content == _END) + 1

    def quotes_in(self, stretches: list[Stretch]) -> NDArray[np.int64]:
        """The places of all quotes in these stretches."""
        begin, end, _, _ = zip(*stretches, strict=True)
        first = np.searchsorted(self._quotes, begin)
        return self._quotes[_runs(first, np.searchsorted(self._quotes, end) - first)]

    def line_ends(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """The place behind the line of each place."""
        return self._ends[np.searchsorted(self._ends, places)]


def line_numbers(stretches: list[Stretch]) -> pa.Array:
    """The numbers of their lines."""
    _, _, first, count = zip(*stretches, strict=True)
    return pa.array(_runs(np.array(first), np.array(count)))


def shape_of(line: bytes, cells: Cells) -> Shape | None:
    """The shape of a line, with its end, that has these cells; None if there are lists or quotes inside quotes in it."""
    values, place, quotes = [], 0, 0
    literals, patterns = [b""], []
    while token := _TOKEN.match(line, place):
        kind, place = token.lastgroup, token.end()
        quotes += 2 * token[0].startswith(b'"')
        if kind in (None, "name", "null"):
            literals[-1] += token[0]
        elif kind == "text":
            literals[-1] += b'"'
            patterns.append(_TEXT)
            literals.append(b'"')
        else:
            patterns.append(_NUMBER if kind == "number" else _TRUTH)
            literals.append(b"")
        if kind in ("text", "number", "truth", "null"):
            values.append(None if kind == "null" else _plain(token[kind] or b""))
    if (
        place < len(line)
        or not line.endswith(b"\n")
        or values != [*cells.values()]
        or not patterns
        or len(values) > WIDEST
    ):
        return None
    pattern = b"".join(
        re.escape(literal) + slot for literal, slot in zip(literals, [*patterns, b""], strict=True)
    )
    filled = [name for name, value in cells.items() if value is not None]
    return Shape(tuple(cells), _slots(filled, literals), quotes, re.compile(b"(?:%s)++" % pattern))


def _slots(names: list[str], literals: list[bytes]) -> tuple[Slot, ...]:
    """Where values stand between the literals around them."""
    found, quotes = [], 0
    for name, (before, behind) in zip(names, pairwise(literals), strict=True):
        quotes += before.count(b'"')
        after = len(before) - before.rindex(b'"')
        more = b'"' in behind
        until = behind.index(b'"') if more else len(behind)
        found.append(Slot(name, quotes - 1, after, quotes if more else None, until))
    return tuple(found)


def _texts(content: NDArray[np.uint8], begin: NDArray[np.int64], end: NDArray[np.int64]) -> pa.Array:
    """What stands between these places, as texts."""
    offsets = np.zeros(len(begin) + 1, np.int32)
    np.cumsum(end - begin, out=offsets[1:])
    letters = content[_runs(begin, end - begin)]
    found = pa.StringArray.from_buffers(len(begin), pa.py_buffer(offsets), pa.py_buffer(letters))
    if ord("\\") not in letters:
        return found
    escaped = pc.match_substring(found, "\\")
    plain = [_plain(text.encode()) for text in found.filter(escaped).to_pylist()]
    return pc.replace_with_mask(found, escaped, pa.array(plain, pa.string()))


def _runs(first: NDArray[np.int64], count: NDArray[np.int64]) -> NDArray[np.int64]:
    """So many numbers each from `first` on, one run behind the other."""
    behind = np.cumsum(count)
    return np.arange(behind[-1]) + np.repeat(first - behind + count, count)


def _plain(text: bytes) -> str:
    """Without escapes."""
    plain: str = json.loads(b'"%s"' % text) if b"\\" in text else text.decode()
    return plain
