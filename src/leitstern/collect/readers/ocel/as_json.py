"""OCEL 2.0 as one JSON document, read an object or event at a time."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

from leitstern.collect.readers.json_record import DECODER, DEEPEST, Unsound
from leitstern.collect.readers.loaded import BATCH
from leitstern.collect.readers.ocel.facts import HOSTILE, NO_OCEL, Collector, letters
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.collect.readers.ocel.facts import Told

LONGEST = 16 << 20  # letters of one object or event
_BLANK = " \t\r\n"


def json_told(pieces: Iterable[bytes]) -> Iterator[Told]:
    """What a document says. Raises Refused for what is none, or was cut off."""
    seen: set[str] = set()
    facts = Collector()
    for key, element in _elements(pieces):
        seen.add(key)
        if element is None or key not in ("objects", "events"):
            continue
        if not isinstance(element, dict):
            raise Refused(NO_OCEL.fill(what=key))
        if key == "objects":
            _object(facts, element)
        else:
            _event(facts, element)
        if len(facts) >= BATCH:
            yield facts.take()
    for key in ("objects", "events"):
        if key not in seen:
            raise Refused(NO_OCEL.fill(what=key))
    yield facts.take()


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


def _elements(pieces: Iterable[bytes]) -> Iterator[tuple[str, Any]]:
    """The elements of the lists of the document by their key; for an empty list, or what is no list, None once."""
    text = _Buffer(pieces)
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
        if not text.is_next("["):
            text.value()
            yield key, None
            continue
        text.take("[")
        yield key, None
        first = True
        while not text.is_next("]"):
            if not first:
                text.take(",")
            first = False
            yield key, text.value()
        text.take("]")
    text.take("}")
    if text.look():
        raise Refused(DAMAGED)


class _Buffer:
    """The part of a document that is being looked at. Raises Refused where it is not as expected."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text, self._at, self._ended = "", 0, False

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
        if self._ended:
            return False
        piece = next(self._pieces, None)
        self._ended = piece is None
        try:
            added = self._decoder.decode(piece or b"", final=self._ended)
        except UnicodeDecodeError:
            raise Refused(HOSTILE) from None
        self._text, self._at = self._text[self._at :] + added, 0
        return not self._ended


def _deeper(value: Any, most: int) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    return isinstance(value, list) and (most == 0 or any(_deeper(inner, most - 1) for inner in value))
