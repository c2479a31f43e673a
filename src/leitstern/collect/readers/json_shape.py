"""Lines of JSON that look alike: the same names in the same order, and only values differ.

Machines write lines like that. Once one has been read letter by letter (`json_record`), what stands between its values
is looked for in all others at once, and so their values are found; a line that has anything else in it does not match.
What matches means the same to `json_record`: no name twice, no list, no half of a letter, numbers as written.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leitstern.collect.readers.literals import Literals

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.collect.readers.json_block import Block
    from leitstern.collect.readers.loaded import Cells
    from leitstern.collect.readers.spans import Places

WIDEST = 200  # values in a line; looking for more costs more than it saves
_LETTER = rb"u(?!0000|[dD][89a-fA-F])[0-9a-fA-F]{4}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_TEXT = rb'(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|%s))*+' % _LETTER
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_SCALAR = f"^(?:true|false|null|{_NUMBER})$"
_TOKEN = re.compile(
    rb'"(?P<text>%s)"(?P<name>[ \t]*+:)?+|(?P<number>%s)(?![0-9.eE])|(?P<truth>true|false)|(?P<null>null)|(?P<sign>[][{},])|[ \t\r\n]'
    % (_TEXT, _NUMBER.encode())
)
_WHOLE = re.compile(_TEXT)


@dataclass(frozen=True, slots=True)
class Found:
    """Lines of a block that match, and where their values stand: places and lengths by name, negative for null."""

    lines: Places
    values: dict[str, tuple[Places, Places]]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What lines that look alike have in common: what stands between their values, and which of these are texts."""

    names: tuple[str, ...]
    texts: tuple[bool, ...]
    literals: Literals
    controls: int  # signs below the blank, between values

    def find(self, block: Block, lines: Places) -> Found:
        """Those of the lines that match."""
        alike = (block.quotes[lines] == self.literals.quotes) & (block.controls[lines] == self.controls)
        found = self.literals.find(block, lines[alike & block.plain[lines]])
        return self._values(block, found.units, found.begin, found.until)

    def _values(self, block: Block, lines: Places, begin: Places, until: Places) -> Found:
        """What stands between the literals, of the lines where all of it is sound."""
        length = until - begin
        sound = np.ones(len(lines), np.bool_)
        for is_text, first, size in zip(self.texts, begin, length, strict=True):
            if is_text:
                _unescape(block, lines, first, size, sound)
            else:
                _read_scalars(block, first, size, sound)
        every = bool(sound.all())
        values = {
            name: (first, size) if every else (first[sound], size[sound])
            for name, first, size in zip(self.names, begin, length, strict=True)
        }
        return Found(lines if every else lines[sound], values)


@dataclass(frozen=True, slots=True)
class Apart:
    """A part of JSON taken apart: what stands between its values, which of these are texts, and what they are.

    `signs` are its brackets and commas with a colon for each of the `names` and a dot for each value.
    """

    literals: list[bytes]
    texts: tuple[bool, ...]
    values: list[str | None]
    names: list[bytes]
    signs: str

    def shape(self, names: tuple[str, ...]) -> Shape:
        """The shape of all that have these values, by these names."""
        controls = sum(sign < ord(" ") for literal in self.literals for sign in literal)
        return Shape(names, self.texts, Literals(self.literals), controls)


def take_apart(part: bytes) -> Apart | None:
    """See there; None if anything but JSON is in it, too many values, or names with escapes."""
    literals, texts, values, names, signs, place = [b""], [], list[str | None](), [], "", 0
    while token := _TOKEN.match(part, place):
        kind, place = token.lastgroup, token.end()
        if kind in (None, "name", "sign"):
            literals[-1] += token[0]
            if kind == "name":
                names.append(token["text"])
            signs += ":" if kind == "name" else token["sign"].decode() if kind else ""
            continue
        is_text = kind == "text"
        texts.append(is_text)
        if is_text:
            literals[-1] += b'"'
        literals.append(b'"' if is_text else b"")
        values.append(None if kind == "null" else _plain(token[kind]))
        signs += "."
    if place < len(part) or len(values) > WIDEST or any(b"\\" in literal for literal in literals):
        return None
    return Apart(literals, tuple(texts), values, names, signs)


def shape_of(line: bytes, cells: Cells) -> Shape | None:
    """The shape of a line without its end that has these cells; None if there are lists or names with escapes in it."""
    apart = take_apart(line)
    if apart is None or "[" in apart.signs or not apart.values or apart.values != [*cells.values()]:
        return None
    return apart.shape(tuple(cells))


def _unescape(block: Block, lines: Places, begin: Places, length: Places, sound: NDArray[np.bool_]) -> None:
    """Put texts with escapes anew; what is no text is not sound."""
    for number in np.flatnonzero(block.escapes[lines]).tolist():
        first = int(begin[number])
        text = block.content.raw[first : first + int(length[number])]
        if b"\\" not in text:
            continue
        if not _WHOLE.fullmatch(text):
            sound[number] = False
            continue
        plain = _plain(text).encode()
        begin[number], length[number] = block.content.add(plain), len(plain)


def _read_scalars(block: Block, begin: Places, length: Places, sound: NDArray[np.bool_]) -> None:
    """Mark what is null by its length; what is neither that nor a truth nor a number as it should be is not sound."""
    found = block.content.texts(begin, length).cast(pa.string())
    sound &= pc.match_substring_regex(found, _SCALAR).to_numpy(zero_copy_only=False)
    length[(length == len("null")) & block.content.is_at(b"n", begin)] = -1


def _plain(text: bytes) -> str:
    """Without escapes."""
    plain: str = json.loads(b'"%s"' % text) if b"\\" in text else text.decode()
    return plain
