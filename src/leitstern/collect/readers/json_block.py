"""Parts of JSON in one piece, and what has to be known of each before they can be read together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.readers.records import LONGEST
from leitstern.collect.readers.spans import Content

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.collect.readers.spans import Places

LONG_RUN = 64  # backslashes in front of a quote; nobody writes more


class Quotes:
    """The `places` where texts begin and end (a quote behind a backslash is none), and those of another sign.

    `before` says of each of the `signs` how many quotes stand before it; of `unsure` ones nobody knows whether they are
    any.
    """

    def __init__(self, content: Content, sign: str) -> None:
        letters = content.letters[: len(content.raw)]
        both = np.flatnonzero((letters == ord('"')) | (letters == ord(sign)))
        is_quote = letters[both] == ord('"')
        self.unsure = both[:0]
        if b"\\" in content.raw:
            escaped = np.zeros(len(both), np.bool_)
            escaped[is_quote], self.unsure = _escaped(content, both[is_quote])
            both, is_quote = both[~escaped], is_quote[~escaped]
        self.places: Places = both[is_quote]
        others = np.flatnonzero(~is_quote)
        self.signs: Places = both[others]
        self.before: Places = others - np.arange(len(others))


class Block:
    """Parts that begin and end at places of a content, none, or a line's end, between them; `first` is which quote is
    each one's first.

    `quotes` and `controls` count signs of each part, `escapes` says whether it has any. A part is `plain` if it is not
    too long, and these counts can be relied on.
    """

    def __init__(self, content: Content, begin: Places, end: Places, quotes: Quotes, first: Places) -> None:
        self.content, self.begin, self.end = content, begin, end
        self.plain = end - begin <= LONGEST
        self.plain[np.searchsorted(begin, quotes.unsure, side="right") - 1] = False
        self._quotes, self._first = quotes.places, first
        self.quotes = np.diff(first, append=np.searchsorted(self._quotes, end[-1:]))
        self.escapes = np.zeros(len(end), np.bool_)
        if b"\\" in content.raw:
            self.escapes = self._count(content.find("\\")) > 0
        self.controls = np.zeros(len(end), np.int64)
        low = content.letters[: len(content.raw)] < ord(" ")
        if np.count_nonzero(low) > np.count_nonzero(low[end]):
            self.controls = self._count(np.flatnonzero(low))

    def __len__(self) -> int:
        return len(self.end)

    def part(self, position: int) -> bytes:
        """A part as it is written."""
        return self.content.raw[self.begin[position] : self.end[position]]

    def quotes_of(self, parts: Places, which: Places) -> Places:
        """See `Units`."""
        found: Places = self._quotes[self._first[parts] + which[:, None]]
        return found

    def _count(self, places: Places) -> Places:
        """How many of the places each part has."""
        found: Places = np.searchsorted(places, self.end) - np.searchsorted(places, self.begin)
        return found


def lines_of(raw: bytes) -> Block:
    """Whole lines without their ends; the last one may lack its end. What is not UTF-8 is not plain."""
    raw = raw if raw.endswith(b"\n") else raw + b"\n"
    content = Content(raw)
    quotes = Quotes(content, "\n")
    end, before = quotes.signs, quotes.before
    zero = np.zeros(1, np.int64)
    block = Block(
        content, np.concatenate((zero, end[:-1] + 1)), end, quotes, np.concatenate((zero, before[:-1]))
    )
    at = 0
    while at < len(raw):
        try:
            (raw[at:] if at else raw).decode()
        except UnicodeDecodeError as wrong:
            line = int(np.searchsorted(block.begin, at + wrong.start, side="right")) - 1
            block.plain[line] = False
            at = int(block.end[line]) + 1
        else:
            break
    return block


def _escaped(content: Content, quotes: Places) -> tuple[NDArray[np.bool_], Places]:
    """Which quotes stand behind an odd number of backslashes, and those behind too many to tell."""
    odd = np.zeros(len(quotes), np.bool_)
    live = np.arange(len(quotes))
    for back in range(1, LONG_RUN + 1):
        live = live[content.letters[quotes[live] - back] == ord("\\")]
        if not len(live):
            break
        odd[live] ^= True
    return odd, quotes[live]
