"""OCEL 2.0 as one JSON document: objects and events that are written alike are read together, others one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from leitstern.collect.readers.loaded import BATCH
from leitstern.collect.readers.ocel.facts import HOSTILE, NO_OCEL, Collector, letters
from leitstern.collect.readers.ocel.json_elements import Elements
from leitstern.collect.readers.ocel.json_text import JsonText, elements_of
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import DAMAGED
from leitstern.collect.readers.xml_tags import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.collect.readers.ocel.facts import Told
    from leitstern.collect.readers.ocel.json_parts import Kind

AT_ONCE = 2 << 20  # letters that are looked at together


def json_told(pieces: Iterable[bytes]) -> Iterator[Told]:
    """What a document says. Raises Refused for what is none, or was cut off."""
    text, log = JsonText(pieces), _Log()
    keys: set[str] = set()
    text.take("{")
    while not text.is_next("}"):
        if keys:
            text.take(",")
        key = text.value()
        if not isinstance(key, str) or key in keys:
            raise Refused(HOSTILE)
        keys.add(key)
        text.take(":")
        if text.is_next("["):
            yield from log.read(key, text)
        else:
            text.value()
    text.take("}")
    if text.look():
        raise Refused(DAMAGED)
    for key in ("objects", "events"):
        if key not in keys:
            raise Refused(NO_OCEL.fill(what=key))
    yield log.facts.take()


class _Log:
    """Turns the elements of lists into facts."""

    def __init__(self) -> None:
        self.facts = Collector()
        self._known: list[Kind] = []

    def read(self, key: str, text: JsonText) -> Iterator[Told]:
        """The elements of a list by its key; of lists but of objects and events nothing is kept."""
        text.take("[")
        more, tired = not text.is_next("]"), 0
        while more:
            if key in ("objects", "events") and text.place >= tired:
                ahead = text.ahead(AT_ONCE)
                told, end, is_all = self._together(key, ahead)
                if not is_all:  # looking at it again would cost more than it saves
                    tired = text.place + len(ahead)
                text.skip(ahead[:end])
                if told:
                    yield told
            self._add(key, text.value())
            if len(self.facts) >= BATCH:
                yield self.facts.take()
            more = not text.is_next("]")
            if more:
                text.take(",")
        text.take("]")

    def _together(self, key: str, raw: bytes) -> tuple[Told | None, int, bool]:
        """What elements tell that are alike, up to where elements were read, and whether this is as far as can be.

        Others between them are read one by one; where they are no whole elements, nothing behind them is read.
        """
        elements = Elements(raw, self._known)
        plain, end = elements.plain, len(elements.plain)
        count = plain.astype(np.int64)
        others: list[tuple[int, list[Any]]] = []
        edges = np.flatnonzero(np.diff(plain, prepend=True, append=True)).tolist()
        for first, behind in zip(edges[::2], edges[1::2], strict=True):
            try:
                found = elements_of(elements.text(first, behind))
            except ValueError:
                end = first
                plain[end:], count[end:] = False, 0
                break
            count[first] = len(found)
            others.append((first, found))
        before = self.facts.events + np.cumsum(count) - count
        try:
            told = elements.events(before[plain] + 1) if key == "events" else elements.objects()
        except NotPlainError:
            return None, 0, False
        after = self.facts.events + int(count.sum())
        for first, found in others:
            if key == "events":
                self.facts.events = int(before[first])
            for each in found:
                self._add(key, each)
        if key == "events":
            self.facts.events = after
        return told, int(elements.begin[end]), 0 < end == len(plain)

    def _add(self, key: str, element: Any) -> None:
        if key not in ("objects", "events"):
            return
        if not isinstance(element, dict):
            raise Refused(NO_OCEL.fill(what=key))
        if key == "objects":
            _object(self.facts, element)
        else:
            _event(self.facts, element)


def _object(facts: Collector, told: dict[str, Any]) -> None:
    me = _needed(told, "id")
    facts.add("object", me, _needed(told, "type"))
    for attribute in _each(told, "attributes"):
        value = letters(_plain(attribute.get("value")))
        facts.add("object_attribute", me, _needed(attribute, "name"), letters(attribute.get("time")), value)
    for tie in _each(told, "relationships"):
        facts.add("object_object", me, _needed(tie, "objectId"), letters(tie.get("qualifier")))


def _event(facts: Collector, told: dict[str, Any]) -> None:
    facts.event(_needed(told, "id"), _needed(told, "type"), letters(told.get("time")))
    for attribute in _each(told, "attributes"):
        facts.attribute(_needed(attribute, "name"), letters(_plain(attribute.get("value"))))
    for tie in _each(told, "relationships"):
        facts.tie(_needed(tie, "objectId"), letters(tie.get("qualifier")))


def _needed(told: dict[str, Any], key: str) -> str:
    value = told.get(key)
    if not isinstance(value, str) or not value:
        raise Refused(NO_OCEL.fill(what=key))
    return letters(value)


def _each(told: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = told.get(key) or []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Refused(NO_OCEL.fill(what=key))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, list | dict):
        raise Refused(HOSTILE)
    return value
