"""XML as programs write it, read many tags at a time: element names, quoted attributes, nothing else.

Anything more (comments, character references, tabs within values, …) is not *plain*, and left to a parser. What is
plain means to a parser what it means here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.readers.literals import Literals
from leitstern.collect.readers.spans import Content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from leitstern.collect.readers.literals import Found
    from leitstern.collect.readers.spans import Places

SHAPES = 256  # of tags that are remembered
_TAG = re.compile(rb'<(/?[A-Za-z][A-Za-z0-9-]*+)((?: [A-Za-z][A-Za-z0-9-]*+="[^"<>]*+")*+)( ?/?>)')
_ATTRIBUTE = re.compile(rb' ([A-Za-z][A-Za-z0-9-]*+)="([^"]*+)"')
_ENTITY = re.compile(rb"&(amp|lt|gt|quot|apos);")
_SIGNS = {b"amp": b"&", b"lt": b"<", b"gt": b">", b"quot": b'"', b"apos": b"'"}
_BLANKS = np.frombuffer(b"\t\n\r", np.uint8)
_NO_LETTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # which XML forbids


class NotPlainError(Exception):
    """It takes a parser to read this."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What tags of a kind are: a letter for them, which of their attributes are told, and which are always the same."""

    letter: str
    told: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """Tags that differ in their told attributes alone. `same` are the values of the others, as they are written."""

    kind: Kind
    same: tuple[str, ...]
    literals: Literals


@dataclass(slots=True)
class Shapes:
    """The shapes of the tags that have come so far. `kind_of` says what a tag is by its name (with a slash in front of
    one that ends an element, behind one that ends at once) and the names of its attributes; None if it is none we know.
    """

    kind_of: Callable[[str, tuple[str, ...]], Kind | None]
    known: list[Shape] = field(default_factory=list)

    def learn(self, tag: bytes) -> Shape:
        """The shape of a tag. Raises NotPlainError."""
        told = _TAG.fullmatch(tag)
        if told is None or len(self.known) >= SHAPES:
            raise NotPlainError
        attributes = [(name.decode(), value) for name, value in _ATTRIBUTE.findall(told[2])]
        names = tuple(name for name, _ in attributes)
        kind = self.kind_of(told[1].decode() + "/" * (b"/" in told[3]), names)
        values = dict(attributes)
        if kind is None or len(values) < len(names) or any(b"&" in values[name] for name in kind.same):
            raise NotPlainError
        if {*kind.told, *kind.same} != {*names}:
            raise NotPlainError
        literals = [b"<" + told[1]]
        for name, value in attributes:
            literals[-1] += b' %s="' % name.encode()
            if name in kind.told:
                literals.append(b"")
            else:
                literals[-1] += value
            literals[-1] += b'"'
        literals[-1] += told[3]
        same = tuple(values[name].decode() for name in kind.same)
        self.known.append(Shape(kind, same, Literals(literals)))
        return self.known[-1]


class Tags:
    """All tags of a piece of XML that begins and ends with one. Raises NotPlainError.

    `kinds` has a letter for each tag; `found` are the tags of each shape that comes, and where their told values stand,
    in the order in which they stand in the tag.
    """

    def __init__(self, raw: bytes, shapes: Shapes) -> None:
        _check(raw)
        self.content = Content(raw)
        self.begin, self.end = self.content.find("<"), self.content.find(">") + 1
        if len(self.begin) != len(self.end) or not (self.begin[1:] >= self.end[:-1]).all():
            raise NotPlainError
        if not len(self.begin) or not (self.begin < self.end).all():
            raise NotPlainError
        behind = self.content.letters[self.begin + 1]
        if ((behind == ord("!")) | (behind == ord("?"))).any():
            raise NotPlainError
        self._quotes = self.content.find('"')
        self._quotes = self._quotes[self._within(self._quotes)]
        self._first = np.searchsorted(self._quotes, self.begin)
        self.quotes = np.diff(self._first, append=len(self._quotes))
        blank = np.flatnonzero(self.content.letters[: len(raw)] < ord(" "))
        if not np.isin(self.content.letters[blank], _BLANKS).all() or self._within(blank).any():
            raise NotPlainError
        self._special = np.sort(np.concatenate([self.content.find("&"), self.content.find("\r")]))
        self._seen = 0
        letters = np.zeros(len(self.begin), np.uint8)
        self.found = list(self._look(shapes, letters))
        self.kinds = letters.tobytes()

    def quotes_of(self, tags: Places, which: Places) -> Places:
        """See `Units`."""
        found: Places = self._quotes[self._first[tags] + which[:, None]]
        return found

    def which(self, letter: str) -> Places:
        """The tags of a kind."""
        return np.flatnonzero(np.frombuffer(self.kinds, np.uint8) == ord(letter))

    def depth(self, opening: str, closing: str) -> Places:
        """For each tag, how many tags of a kind stand before it (or are it) that are not closed yet."""
        letters = np.frombuffer(self.kinds, np.uint8)
        found: Places = np.cumsum((letters == ord(opening)).astype(np.int8) - (letters == ord(closing)))
        return found

    def values(self, begin: Places, until: Places) -> tuple[Places, Places]:
        """Places and lengths of values, with entities as what they stand for. Raises NotPlainError."""
        length = until - begin
        if not len(self._special):
            return begin, length
        first = np.searchsorted(self._special, begin)
        count = np.searchsorted(self._special, until) - first
        begin = begin.copy()
        self._seen += int(count.sum())
        for number in np.flatnonzero(count).tolist():
            text = self.content.raw[begin[number] : until[number]]
            if text.count(b"&") > len(_ENTITY.findall(text)) or b"\r" in text:
                raise NotPlainError
            plain = _ENTITY.sub(lambda entity: _SIGNS[entity[1]], text)
            begin[number], length[number] = self.content.add(plain), len(plain)
        return begin, length

    def check_entities(self) -> None:
        """Make sure that all entities were in values that have been read. Raises NotPlainError."""
        entities = np.count_nonzero(self.content.letters[self._special] == ord("&"))
        if entities > self._seen:
            raise NotPlainError

    def _look(self, shapes: Shapes, letters: NDArray[np.uint8]) -> Iterator[tuple[Shape, Found]]:
        """Find out the shape of every tag, and learn those that come for the first time."""
        waiting = np.arange(len(self.begin))
        for shape in shapes.known:
            found = self._alike(shape, waiting)
            if len(found.units):
                letters[found.units] = ord(shape.kind.letter)
                waiting = waiting[letters[waiting] == 0]
                yield shape, found
        while len(waiting):
            tag = self.content.raw[self.begin[waiting[0]] : self.end[waiting[0]]]
            shape = shapes.learn(tag)
            found = self._alike(shape, waiting)
            letters[found.units] = ord(shape.kind.letter)
            waiting = waiting[letters[waiting] == 0]
            yield shape, found

    def _alike(self, shape: Shape, tags: Places) -> Found:
        return shape.literals.find(self, tags[self.quotes[tags] == shape.literals.quotes])

    def _within(self, places: Places) -> NDArray[np.bool_]:
        """Which places stand within a tag."""
        tags = np.searchsorted(self.begin, places, side="right") - 1
        within: NDArray[np.bool_] = (tags >= 0) & (places < self.end[tags])
        return within


def _check(raw: bytes) -> None:
    """Raises NotPlainError for what are no letters."""
    if not raw.isascii():
        try:
            raw.decode()
        except UnicodeDecodeError:
            raise NotPlainError from None
        if any(sign in raw for sign in _NO_LETTERS):
            raise NotPlainError
