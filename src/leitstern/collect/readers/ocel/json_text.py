"""A JSON document of any size, read a value at a time."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

from leitstern.collect.readers.json_record import DECODER, DEEPEST, Unsound
from leitstern.collect.readers.ocel.facts import HOSTILE
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 16 << 20  # letters of one value
_BLANK = " \t\r\n"


class JsonText:
    """The part of a document that is being looked at. Raises Refused where it is not as expected.

    `place` counts the letters before it.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text, self._at, self._ended = "", 0, False
        self._passed = 0
        self._wrong: Refused | None = None

    @property
    def place(self) -> int:
        """See above."""
        return self._passed + self._at

    def ahead(self, size: int) -> bytes:
        """What comes next that is not blank, so many letters or more if they are there.

        What is wrong with them is said when they are reached.
        """
        self.look()
        try:
            while len(self._text) - self._at < size and self._more():
                pass
        except Refused as wrong:
            self._wrong = wrong
        return self._text[self._at :].encode()

    def skip(self, part: bytes) -> None:
        """Go past what has been read otherwise."""
        self._at += len(part.decode())

    def look(self) -> str:
        """The next sign that is not blank; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def is_next(self, sign: str) -> bool:
        """Whether it is this one; the end is nowhere expected."""
        found = self.look()
        if not found:
            raise Refused(DAMAGED)
        return found == sign

    def take(self, sign: str) -> None:
        """Go past the sign."""
        if not self.is_next(sign):
            raise Refused(DAMAGED)
        self._at += 1

    def value(self) -> Any:
        """Go past a whole value."""
        self.is_next("")
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._at)
            except Unsound:
                raise Refused(HOSTILE) from None
            except RecursionError:
                raise Refused(HOSTILE) from None
            except ValueError:
                if len(self._text) - self._at > LONGEST:
                    raise Refused(HOSTILE) from None
                if not self._more():
                    raise Refused(DAMAGED) from None
                continue
            if end == len(self._text) and self._more():  # a number may go on
                continue
            brackets = self._text.count("{", self._at, end) + self._text.count("[", self._at, end)
            if brackets > DEEPEST and _deeper(value, DEEPEST):
                raise Refused(HOSTILE)
            self._at = end
            return value

    def _more(self) -> bool:
        if self._wrong:
            raise self._wrong
        if self._ended:
            return False
        piece = next(self._pieces, None)
        self._ended = piece is None
        try:
            added = self._decoder.decode(piece or b"", final=self._ended)
        except UnicodeDecodeError:
            raise Refused(HOSTILE) from None
        self._passed += self._at
        self._text, self._at = self._text[self._at :] + added, 0
        return not self._ended


def elements_of(text: str) -> list[Any]:
    """Elements of a list, each with its comma. Raises ValueError if these are no whole ones, or too deep."""
    found: list[Any]
    try:
        *found, _ = DECODER.decode(f"[{text}null]")
    except RecursionError:
        raise ValueError from None
    if any(_deeper(each, DEEPEST) for each in found):
        raise ValueError
    return found


def _deeper(value: Any, most: int) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    return isinstance(value, list) and (most == 0 or any(_deeper(inner, most - 1) for inner in value))
