"""OCEL 2.0 as XML; document types and entities are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.readers.ocel.facts import NO_OCEL, Collector, Told, letters
from leitstern.collect.readers.ocel.xml_elements import kind_of, read_events, read_objects
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.xml_document import Document, read_document
from leitstern.collect.readers.xml_tags import Shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.sax.xmlreader import AttributesImpl


def xml_told(pieces: Iterable[bytes]) -> Iterator[Told]:
    """What a document says. Raises Refused for what is none, was cut off, or tries more than a log needs."""
    log = _Log()
    yield from read_document(pieces, log)
    for part in ("objects", "events"):
        if part not in log.parts:
            raise Refused(NO_OCEL.fill(what=part))


class _Log(Document[Told]):
    """Turns elements into facts as they end."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: set[str] = set()
        self._facts = Collector()
        self._shapes = Shapes(kind_of)
        self._me = ""  # the object or event we are in
        self._attribute: tuple[str, str] | None = None  # its name and time
        self._words: list[str] = []

    @property
    def closing(self) -> bytes:
        """See `Document`: whole objects or events."""
        return {"objects": b"</object>", "events": b"</event>"}.get(self._part, b"") if self._at_rest else b""

    @property
    def waiting(self) -> int:
        """See `Document`: facts."""
        return len(self._facts)

    def taken(self) -> Told:
        """See `Document`."""
        return self._facts.take(1 if len(self.path) > 2 else 0)

    def plain(self, raw: bytes) -> Told:
        """See `Document`."""
        if self._part == "objects":
            return read_objects(raw, self._shapes)
        told = read_events(raw, self._shapes, self._facts.events)
        self._facts.events += len(told.events.lines) if told.events else 0
        return told

    @property
    def _part(self) -> str:
        return self.path[1] if len(self.path) > 1 and self.path[0] == "log" else ""

    @property
    def _at_rest(self) -> bool:
        return len(self.path) == 2

    def begin(self, name: str, attrs: AttributesImpl) -> None:
        """Objects, events and relations are told by their attributes alone."""
        path = self.path
        part = path[1] if len(path) > 1 else ""
        if len(path) == 1 and path[0] == "log":
            self.parts.add(name)
        elif len(path) == 2 and part == "objects" and name == "object":
            self._me = _needed(attrs, "id")
            self._facts.add("object", self._me, _needed(attrs, "type"))
        elif len(path) == 2 and part == "events" and name == "event":
            self._me = _needed(attrs, "id")
            self._facts.event(self._me, _needed(attrs, "type"), letters(attrs.get("time", "")))
        elif part in ("objects", "events") and path[-1] == "attributes" and name == "attribute":
            self._attribute, self._words = (_needed(attrs, "name"), letters(attrs.get("time", ""))), []
        elif part in ("objects", "events") and len(path) == 4 and path[-1] == "objects":
            to, how = _needed(attrs, "object-id"), letters(attrs.get("qualifier", ""))
            if part == "events":
                self._facts.tie(to, how)
            else:
                self._facts.add("object_object", self._me, to, how)

    def characters(self, content: str) -> None:
        """The value of an attribute may come in pieces."""
        if self._attribute:
            self._words.append(content)

    def end(self, name: str) -> None:
        """An attribute is complete with its value."""
        if name == "attribute" and self._attribute:
            (of, at), self._attribute = self._attribute, None
            value = letters("".join(self._words).strip())
            if self.path[1] == "objects":
                self._facts.add("object_attribute", self._me, of, at, value)
            else:
                self._facts.attribute(of, value)


def _needed(attrs: AttributesImpl, name: str) -> str:
    found = letters(attrs.get(name, ""))
    if not found:
        raise Refused(NO_OCEL.fill(what=name))
    return found
