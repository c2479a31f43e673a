"""Whole events and objects of an object-centric log that are written plainly in XML, as columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.collect.readers.loaded import Piece
from leitstern.collect.readers.ocel.columns import event_cells
from leitstern.collect.readers.ocel.facts import Told
from leitstern.collect.readers.xml_tags import Kind, NotPlainError, Tags

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.collect.readers.spans import Places
    from leitstern.collect.readers.xml_tags import Shapes

    type Texts = tuple[Places, Places]  # places and lengths

_BARE = {
    "attributes": "B",
    "/attributes": "b",
    "attributes/": "D",
    "objects": "L",
    "/objects": "l",
    "objects/": "M",
    "/attribute": "a",
    "/event": "v",
    "/object": "o",
}
_TOLD = (
    ("event", {"id", "type", "time"}, "V"),
    ("object", {"id", "type"}, "O"),
    ("attribute", {"name"}, "A"),
    ("attribute", {"name", "time"}, "A"),
    ("relationship/", {"object-id"}, "R"),
    ("relationship/", {"object-id", "qualifier"}, "R"),
)
_EVENTS = re.compile(rb"(?:V(?:D|B(?:Aa)*+b)?+(?:M|LR*+l)?+v)++")
_OBJECTS = re.compile(rb"(?:O(?:D|B(?:Aa)*+b)?+(?:M|LR*+l)?+o)++")


def kind_of(name: str, attributes: tuple[str, ...]) -> Kind | None:
    """See `Shapes`."""
    if not attributes:
        return Kind(_BARE[name]) if name in _BARE else None
    letters = (letter for named, told, letter in _TOLD if named == name and told == {*attributes})
    return next((Kind(letter, told=attributes) for letter in letters), None)


def read_events(raw: bytes, shapes: Shapes, before: int) -> Told:
    """Whole events, numbered from behind `before`. Raises NotPlainError."""
    tags = _tags(raw, shapes, _EVENTS)
    event = tags.depth("V", " ") - 1
    heads = [_filled(texts) for texts in _told(tags, "V", ("id", "type"))] + _told(tags, "V", ("time",))
    attribute, tie = tags.which("A"), tags.which("R")
    (named,) = _told(tags, "A", ("name",))
    cells = event_cells(tags.content, heads, event[attribute], _filled(named), _values(tags, attribute))
    to, how = _told(tags, "R", ("object-id", "qualifier"))
    ties = [pa.array(event[tie] + before + 1), _texts(tags, _filled(to)), _texts(tags, how)]
    tags.check_entities()
    numbers = np.arange(before + 1, before + 1 + len(heads[0][0]))
    return Told(Piece(pa.array(numbers), cells), {"tie": ties})


def read_objects(raw: bytes, shapes: Shapes) -> Told:
    """Whole objects. Raises NotPlainError."""
    tags = _tags(raw, shapes, _OBJECTS)
    of = tags.depth("O", " ") - 1
    me, kind = (_filled(texts) for texts in _told(tags, "O", ("id", "type")))
    attribute, tie = of[tags.which("A")], of[tags.which("R")]
    name, at = _told(tags, "A", ("name", "time"))
    to, how = _told(tags, "R", ("object-id", "qualifier"))
    found = {
        "object": (me, kind),
        "object_attribute": (_of(me, attribute), _filled(name), at, _values(tags, tags.which("A"))),
        "object_object": (_of(me, tie), _filled(to), how),
    }
    tags.check_entities()
    return Told(None, {table: [_texts(tags, each) for each in columns] for table, columns in found.items()})  # type: ignore[misc]


def _tags(raw: bytes, shapes: Shapes, whole: re.Pattern[bytes]) -> Tags:
    tags = Tags(raw, shapes)
    if not whole.fullmatch(tags.kinds):
        raise NotPlainError
    return tags


def _told(tags: Tags, letter: str, names: Iterable[str]) -> list[Texts]:
    """What tags of a kind tell, in their order; what one does not tell is empty."""
    at = np.cumsum(np.frombuffer(tags.kinds, np.uint8) == ord(letter)) - 1
    count = int(at[-1]) + 1
    found = {name: (np.zeros(count, np.int64), np.zeros(count, np.int64)) for name in names}
    for shape, those in tags.found:
        if shape.kind.letter == letter:
            for name, begin, until in zip(shape.kind.told, those.begin, those.until, strict=True):
                if name in found:
                    places, lengths = found[name]
                    places[at[those.units]], lengths[at[those.units]] = tags.values(begin, until)
    return list(found.values())


def _values(tags: Tags, attributes: Places) -> Texts:
    """The text behind each of these tags, without blanks around it."""
    begin, until = tags.end[attributes].copy(), tags.begin[attributes + 1].copy()
    content = tags.content
    ends = np.stack([content.letters[begin], content.letters[until - 1]])
    odd = ((ends <= ord(" ")) | (ends > ord("~"))).any(0) & (until > begin)
    for number in np.flatnonzero(odd).tolist():
        text = content.raw[begin[number] : until[number]]
        word = text.decode().strip().encode()
        begin[number] += text.find(word)
        until[number] = begin[number] + len(word)
    return tags.values(begin, until)


def _filled(texts: Texts) -> Texts:
    """The same. Raises NotPlainError if one is empty."""
    if not texts[1].all():
        raise NotPlainError
    return texts


def _of(texts: Texts, which: Places) -> Texts:
    return texts[0][which], texts[1][which]


def _texts(tags: Tags, texts: Texts) -> pa.Array:
    return tags.content.texts(*texts)
