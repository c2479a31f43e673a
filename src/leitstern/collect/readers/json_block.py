"""Whole lines of JSON in one piece, and what has to be known of each before they can be read together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.readers.records import LONGEST
from leitstern.collect.readers.spans import Content

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.collect.readers.spans import Places

LONG_RUN = 64  # backslashes in front of a quote; nobody writes more


class Block:
    """Lines that begin and end (without their ends) at places of a content; the last one may lack an end.

    `quotes` and `controls` count signs of each line, `escapes` says whether it has any; a quote behind a backslash is
    none. A line is `plain` if it is UTF-8, not too long, and these counts can be relied on.
    """

    def __init__(self, raw: bytes) -> None:
        raw = raw if raw.endswith(b"\n") else raw + b"\n"
        self.content = Content(raw)
        self.end = self.content.find("\n")
        self.begin = np.concatenate(([0], self.end[:-1] + 1))
        self.plain = self.end - self.begin <= LONGEST
        self._quotes = self.content.find('"')
        self.escapes = np.zeros(len(self.end), np.bool_)
        if b"\\" in raw:
            self.escapes = self._count(self.content.find("\\"))[1] > 0
            self._quotes = self._quotes[~self._escaped(self._quotes)]
        self._first, self.quotes = self._count(self._quotes)
        letters = self.content.letters[: len(raw)]
        self.controls = np.zeros(len(self.end), np.int64)
        if np.count_nonzero(letters < ord(" ")) > len(self.end):
            self.controls = self._count(np.flatnonzero((letters < ord(" ")) & (letters != ord("\n"))))[1]
        self._look_for_no_letters(raw)

    def __len__(self) -> int:
        return len(self.end)

    def line(self, position: int) -> bytes:
        """A line without its end."""
        return self.content.raw[self.begin[position] : self.end[position]]

    def quotes_of(self, lines: Places, count: int) -> Places:
        """The places of all quotes of these lines, each of which has so many; a row for each line."""
        found: Places = self._quotes[self._first[lines][:, None] + np.arange(count)]
        return found

    def _count(self, places: Places) -> tuple[Places, Places]:
        """Of each line, which of the places is its first, and how many there are."""
        first = np.searchsorted(places, self.begin)
        return first, np.diff(first, append=len(places))

    def _escaped(self, quotes: Places) -> NDArray[np.bool_]:
        """Which quotes stand behind an odd number of backslashes."""
        odd = np.zeros(len(quotes), np.bool_)
        live = np.arange(len(quotes))
        for back in range(1, LONG_RUN + 1):
            live = live[self.content.letters[quotes[live] - back] == ord("\\")]
            if not len(live):
                return odd
            odd[live] ^= True
        self.plain[np.searchsorted(self.begin, quotes[live], side="right") - 1] = False
        return odd

    def _look_for_no_letters(self, raw: bytes) -> None:
        at = 0
        while at < len(raw):
            try:
                (raw[at:] if at else raw).decode()
            except UnicodeDecodeError as wrong:
                line = int(np.searchsorted(self.begin, at + wrong.start, side="right")) - 1
                self.plain[line] = False
                at = int(self.end[line]) + 1
            else:
                return
