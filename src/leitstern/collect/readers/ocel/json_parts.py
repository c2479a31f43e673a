"""What objects and events of an object-centric log in JSON are made of, and the shapes in which these parts come.

A list of elements is cut where an object of JSON begins: into the heads of elements, their attributes and their
relationships, each with all that stands behind it up to the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.readers.json_block import Block, Quotes
from leitstern.collect.readers.json_shape import take_apart
from leitstern.collect.readers.spans import Content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from leitstern.collect.readers.json_shape import Found, Shape
    from leitstern.collect.readers.spans import Places

KINDS = 64  # that are remembered
PATIENCE = 100  # parts of a piece that are looked at for kinds, for alike ones come again soon
NEEDED = "itno"  # what has to be a text, and not empty
_LETTERS = {
    b"id": "i",
    b"type": "t",
    b"time": "m",
    b"attributes": "A",
    b"relationships": "R",
    b"name": "n",
    b"value": "v",
    b"objectId": "o",
    b"qualifier": "q",
}
_MEMBER = r"(?:[itm]\.|[AR]\[\])"
_INNER = r"\{(?:[nmv]\.(?:,[nmv]\.)*+|[oq]\.(?:,[oq]\.)*+)\}"
_PART = re.compile(
    rf"(?:\{{{_MEMBER}|(?P<last>{_INNER})\])(?:,{_MEMBER})*+(?:\}},|,(?P<into>[AR])\[)"
    rf"|\{{(?P<first>[AR])\[|(?P<more>{_INNER}),"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """Parts of a shape, the list in which they stand, and the one they lead to: "A" or "R" of an element, or "E" of all.

    Values have letters for names. `own` are those of the element itself: "i" for its id, "t" its type, "m" its time, and
    "A" and "R" where its lists begin; "n", "v" and "w" are name, value and time of an attribute, "o" and "q" object and
    qualifier of a relationship.
    """

    shape: Shape
    stands: str
    leads: str
    own: str


def kind_of(part: bytes) -> Kind | None:
    """The kind of a part; None if it takes a parser to read it."""
    apart = take_apart(part)
    if apart is None or not all(name in _LETTERS for name in apart.names):
        return None
    letters = iter([_LETTERS[name] for name in apart.names])
    signs = "".join(next(letters) if sign == ":" else sign for sign in apart.signs)
    found = _PART.fullmatch(signs)
    if found is None:
        return None
    inner = found["last"] or found["more"] or ""
    stands = "E" if not inner else "R" if re.search("[oq]", inner) else "A"
    own = re.findall("[itmAR]", signs[len(inner) :])
    names = re.findall(r"([a-z])\.", inner.replace("m", "w") + signs[len(inner) :])
    texts = {name for name, is_text in zip(names, apart.texts, strict=True) if is_text}
    needed = {"A": {"n"}, "R": {"o"}, "E": set()}[stands] | {*names} & {*NEEDED}
    if not needed <= texts or len({*names}) < len(names) or len({*own}) < len(own):
        return None
    leads = found["into"] or found["first"] or (stands if found["more"] else "E")
    return Kind(apart.shape(tuple(names)), stands, leads, "".join(own))


class Parts:
    """The parts of a piece of a list, which begins with an element, but for the last one, of which more may have to come.

    Where each stands and leads are codes of letters, 0 if it is of no kind. There are none if texts and what stands
    between them cannot be told apart. Kinds that come for the first time are added to those `known`.
    """

    def __init__(self, raw: bytes, known: list[Kind]) -> None:
        self.content = Content(raw)
        quotes = Quotes(self.content, "{")
        outside = quotes.before % 2 == 0
        begin, before = quotes.signs[outside], quotes.before[outside]
        self.begin = begin[: 0 if len(quotes.unsure) else -1]
        self.found: list[tuple[Kind, Found]] = []
        kind = np.zeros(len(self.begin), np.int64)
        if len(self.begin):
            block = Block(self.content, self.begin, begin[1:], quotes, before[:-1])
            self._look(block, kind, known)
        self.stands = _codes(each.stands for each in known)[kind]
        self.leads = _codes(each.leads for each in known)[kind]

    def _look(self, block: Block, kind: Places, known: list[Kind]) -> None:
        """Find out which kind each part is of, counted from 1."""
        waiting = np.arange(len(block))

        def take(number: int, waiting: Places) -> Places:
            found = known[number - 1].shape.find(block, waiting)
            if len(found.lines):
                kind[found.lines] = number
                self.found.append((known[number - 1], found))
            left: Places = waiting[kind[waiting] == 0]
            return left

        for number in range(1, len(known) + 1):
            waiting = take(number, waiting)
        for _try in range(PATIENCE):
            if not len(waiting) or len(known) >= KINDS:
                break
            first = int(waiting[0])
            if learned := kind_of(block.part(first)):
                known.append(learned)
                waiting = take(len(known), waiting)
            waiting = waiting[waiting > first]


def _codes(letters: Iterable[str]) -> NDArray[np.uint8]:
    """The codes of letters by number."""
    return np.frombuffer("".join(("\0", *letters)).encode(), np.uint8)
