"""What stands between values that differ, found in many places of a content at once by their quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from leitstern.collect.readers.spans import Content, Places


class Units(Protocol):
    """Parts of a content, such as lines or tags: where they begin and end, and how many quotes each has."""

    content: Content
    begin: Places
    end: Places
    quotes: Places

    def quotes_of(self, units: Places, which: Places) -> Places:
        """The places of those quotes of these units, all of which have them, that are `which` from 0; a row for each."""


@dataclass(frozen=True, slots=True)
class Found:
    """Units that match, and where their values begin and end; a row for each value."""

    units: Places
    begin: Places
    until: Places


@dataclass(frozen=True, slots=True)
class _Literal:
    """Its first quote is the `quote`-th of the unit, `before` bytes behind its begin; or it ends with the unit."""

    text: bytes
    quote: int | None
    before: int


class Literals:
    """The literals of units that are alike; all but the last have quotes, and values have none."""

    def __init__(self, texts: Sequence[bytes]) -> None:
        self._literals: list[_Literal] = []
        self.quotes = 0
        for text in texts:
            first = text.find(b'"')
            self._literals.append(
                _Literal(text, None, 0) if first < 0 else _Literal(text, self.quotes, first)
            )
            self.quotes += text.count(b'"')

    def find(self, of: Units, units: Places) -> Found:
        """Those of the units that match, each of which has as many quotes as the literals together."""
        first = self._literals[0].text
        units = units[of.begin[units] + len(first) <= of.end[units]]
        units = units[of.content.is_at(first, of.begin[units])]
        begin, until = self._places(of, units)
        right = (begin[0] == of.begin[units]) & (until[-1] == of.end[units])
        for each, last in zip(begin[1:], until[:-1], strict=True):
            right &= each >= last
        units, begin, until = _only(right, units, begin, until)
        right = np.ones(len(units), np.bool_)
        for literal, places in zip(self._literals[1:], begin[1:], strict=True):
            right &= of.content.is_at(literal.text, places)
        units, begin, until = _only(right, units, begin, until)
        return Found(units, until[:-1], begin[1:])

    def _places(self, of: Units, units: Places) -> tuple[Places, Places]:
        """Where each literal would begin and end in each unit."""
        quoted = [literal for literal in self._literals if literal.quote is not None]
        begin = of.quotes_of(units, np.array([literal.quote for literal in quoted], np.int64))
        begin -= np.array([literal.before for literal in quoted], np.int64)[:, None]
        if len(quoted) < len(self._literals):
            begin = np.concatenate((begin, [of.end[units] - len(self._literals[-1].text)]))
        sizes = np.array([len(literal.text) for literal in self._literals])
        return begin, begin + sizes[:, None]


def _only(right: NDArray[np.bool_], units: Places, *rows: Places) -> list[Places]:
    """Those that are right; nothing is copied if all are."""
    return [units, *rows] if right.all() else [units[right], *(each[:, right] for each in rows)]
