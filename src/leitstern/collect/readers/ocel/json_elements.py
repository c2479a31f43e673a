"""Objects and events of an object-centric log that are written alike in JSON, as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.collect.readers.loaded import Piece
from leitstern.collect.readers.ocel.columns import event_cells
from leitstern.collect.readers.ocel.facts import Told
from leitstern.collect.readers.ocel.json_parts import NEEDED, Parts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.collect.readers.ocel.json_parts import Kind
    from leitstern.collect.readers.spans import Places

    type Texts = tuple[Places, Places]  # places and lengths


class Elements:
    """Elements of a piece of a list, which begins with one, up to where the last one begins that can be told.

    Each begins at a place (`begin` has one more, for the end) and ends behind its comma. What is not `plain` takes a
    parser; it may be several elements in truth, or none.
    """

    def __init__(self, raw: bytes, known: list[Kind]) -> None:
        self._parts = parts = Parts(raw, known)
        heads = np.flatnonzero(parts.stands == ord("E"))
        heads = np.concatenate(([0], heads[heads > 0]))
        self._whole = whole = int(heads[-1])  # parts
        count = len(heads) - 1
        self.begin = np.concatenate(([0], parts.begin[heads[1:]]))
        starts = np.zeros(whole, np.int64)
        starts[heads[1:-1]] = 1
        self._element = np.cumsum(starts)
        self.plain = np.ones(count, np.bool_)
        if count:
            self.plain[0] = parts.begin[0] == 0 and parts.stands[0] == ord("E")
            self.plain[self._element[parts.leads[:whole] != parts.stands[1 : whole + 1]]] = False
            self._check_members(count)

    def text(self, first: int, end: int) -> str:
        """Those from one to another as they are written."""
        return self._parts.content.raw[self.begin[first] : self.begin[end]].decode()

    def events(self, numbers: Places) -> Told:
        """The plain ones as events of these numbers. Raises NotPlainError if one has an attribute twice."""
        heads = [self._own(letter) for letter in "itm"]
        attribute, (name, value) = self._inner("A", "nv")
        tie, told = self._inner("R", "oq")
        cells = event_cells(self._parts.content, heads, attribute, name, value)
        return Told(Piece(pa.array(numbers), cells), {"tie": [pa.array(numbers[tie]), *self._texts(told)]})

    def objects(self) -> Told:
        """The plain ones as objects."""
        me, kind = self._own("i"), self._own("t")
        attribute, said = self._inner("A", "nwv")
        tie, told = self._inner("R", "oq")
        return Told(
            None,
            {
                "object": self._texts([me, kind]),
                "object_attribute": self._texts([_those(me, attribute), *said]),
                "object_object": self._texts([_those(me, tie), *told]),
            },
        )

    def _check_members(self, count: int) -> None:
        """What has a member twice, or lacks one that is needed, is not plain."""
        times = {letter: np.zeros(count, np.int64) for letter in "itmAR"}
        for kind, found in self._parts.found:
            element = self._element[found.lines[: np.searchsorted(found.lines, self._whole)]]
            for letter in kind.own:
                times[letter] += np.bincount(element, minlength=count)
            for letter in {*NEEDED} & {*found.values}:
                empty = found.values[letter][1][: len(element)] == 0
                self.plain[element[empty]] = False
        for letter, each in times.items():
            self.plain &= (each == 1) if letter in NEEDED else (each <= 1)

    def _own(self, letter: str) -> Texts:
        """What the letter tells of each plain element."""
        return self._told(letter, self._element, self.plain)

    def _inner(self, stands: str, letters: str) -> tuple[Places, list[Texts]]:
        """What the letters tell of each attribute or relationship of the plain elements, and which of these has it."""
        those = self._parts.stands[: self._whole] == ord(stands)
        element = self._element[those]
        plain = self.plain[element]
        of = (np.cumsum(self.plain) - 1)[element[plain]]
        position = np.cumsum(those) - 1
        return of, [self._told(letter, position, plain) for letter in letters]

    def _told(self, letter: str, position: Places, plain: NDArray[np.bool_]) -> Texts:
        """What the letter tells, by the positions of parts, of the plain ones; empty if it does not, or says null."""
        begin, length = np.zeros(len(plain), np.int64), np.zeros(len(plain), np.int64)
        for kind, found in self._parts.found:
            if letter in kind.shape.names:
                at = position[found.lines[: np.searchsorted(found.lines, self._whole)]]
                places, sizes = found.values[letter]
                begin[at], length[at] = places[: len(at)], np.maximum(sizes[: len(at)], 0)
        return _those((begin, length), plain)

    def _texts(self, columns: list[Texts]) -> list[pa.Array]:
        return [self._parts.content.texts(*each) for each in columns]


def _those(texts: Texts, which: Places | NDArray[np.bool_]) -> Texts:
    return texts[0][which], texts[1][which]
