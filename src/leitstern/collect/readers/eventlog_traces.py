"""Whole traces of an event log that are written plainly, as columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.collect.readers.loaded import Piece
from leitstern.collect.readers.xml_tags import Kind, NotPlainError, Tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.collect.readers.spans import Places
    from leitstern.collect.readers.xml_tags import Shapes

CASE = "case:"
KEYED = frozenset({"string", "date", "int", "float", "boolean", "id"})  # elements that are attributes
_NAMED = {"trace": Kind("T"), "/trace": Kind("t"), "event": Kind("E"), "/event": Kind("e")}
_WHOLE = re.compile(rb"(?:T(?:A|Ss)*+(?:E(?:A|Ss)*+e)*+t)++")


def kind_of(name: str, attributes: tuple[str, ...]) -> Kind | None:
    """See `Shapes`: traces, events, and attributes, which may end at once or with a tag of their own."""
    if attributes == ("key", "value") and name.removesuffix("/") in KEYED:
        return Kind("A" if name.endswith("/") else "S", told=("value",), same=("key",))
    if attributes:
        return None
    return Kind("s") if name.removeprefix("/") in KEYED else _NAMED.get(name)


def read_traces(raw: bytes, shapes: Shapes, before: int) -> Piece:
    """The events of whole traces, numbered from behind `before`. Raises NotPlainError."""
    tags = Tags(raw, shapes)
    if not _WHOLE.fullmatch(tags.kinds):
        raise NotPlainError
    trace = tags.depth("T", " ") - 1  # of each tag; and the event, or the one before it
    event = tags.depth("E", " ") - 1
    inside = tags.depth("E", "e") > 0
    of_event = trace[tags.which("E")]
    columns: dict[str, tuple[Places, Places]] = {}

    def column(name: str) -> tuple[Places, Places]:
        size = len(of_event)
        return columns.setdefault(name, (np.zeros(size, np.int64), np.full(size, -1, np.int64)))

    keyed = list(_by_key(tags))
    for key, which, begin, length in keyed:
        of_case = ~inside[which]
        if of_case.any():
            case = np.zeros(int(trace[-1]) + 1, np.int64), np.full(int(trace[-1]) + 1, -1, np.int64)
            case[0][trace[which[of_case]]], case[1][trace[which[of_case]]] = begin[of_case], length[of_case]
            for whole, each in zip(column(CASE + key), case, strict=True):
                whole[:] = each[of_event]
    for key, which, begin, length in keyed:
        own = inside[which]
        if own.any():
            begins, lengths = column(key)
            begins[event[which[own]]], lengths[event[which[own]]] = begin[own], length[own]
    tags.check_entities()
    numbers = pa.array(np.arange(before + 1, before + 1 + len(of_event)))
    return Piece(numbers, {name: tags.content.texts(*places) for name, places in columns.items()})


def _by_key(tags: Tags) -> Iterator[tuple[str, Places, Places, Places]]:
    """All attributes of a key in their order: their tags, and places and lengths of their values, none where empty."""
    found: dict[str, list[tuple[Places, Places, Places]]] = {}
    for shape, tagged in tags.found:
        for key in shape.same:
            begin, length = tags.values(tagged.begin[0], tagged.until[0])
            found.setdefault(key, []).append((tagged.units, begin, np.where(length > 0, length, -1)))
    for key, several in found.items():
        which, begin, length = (np.concatenate(each) for each in zip(*several, strict=True))
        order = np.argsort(which)
        yield key, which[order], begin[order], length[order]
