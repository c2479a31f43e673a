"""OCEL 2.0 as XML, read an element at a time; document types and entities are refused."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from leitstern.collect.readers.ocel.facts import NO_OCEL, letters
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.xml_document import DEEPEST, LONGEST, NO_XML
from leitstern.collect.readers.xml_document import HOSTILE as HOSTILE_XML

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.sax.xmlreader import AttributesImpl

    from leitstern.collect.readers.ocel.facts import Fact


def xml_facts(pieces: Iterable[bytes]) -> Iterator[Fact]:
    """The facts of a document. Raises Refused for what is none, was cut off, or tries more than a log needs."""
    log = _Log()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(log)
    silent = 0
    try:
        for piece in pieces:
            before = log.elements
            parser.feed(piece)
            silent = 0 if log.elements > before else silent + len(piece)
            if silent > LONGEST:
                raise Refused(HOSTILE_XML)
            while log.facts:
                yield log.facts.popleft()
        parser.close()
    except DefusedXmlException:
        raise Refused(HOSTILE_XML) from None
    except SAXParseException as error:
        raise Refused(NO_XML.fill(line=error.getLineNumber())) from None
    except SAXException:
        raise Refused(NO_XML.fill(line="?")) from None
    yield from log.facts
    for part in ("objects", "events"):
        if part not in log.parts:
            raise Refused(NO_OCEL.fill(what=part))


class _Log(ContentHandler):
    """Turns elements into facts as they end."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: deque[Fact] = deque()
        self.elements = 0
        self.parts: set[str] = set()
        self._path: list[str] = []
        self._me = ""  # the object or event we are in
        self._attribute: tuple[str, str] | None = None  # its name and time
        self._words: list[str] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  (its name in SAX)
        """Objects, events and relations are told by their attributes alone."""
        self.elements += 1
        name = name.rpartition(":")[2]
        path = self._path
        part = path[1] if len(path) > 1 else ""
        if len(path) == 1 and path[0] == "log":
            self.parts.add(name)
        elif len(path) == 2 and part == "objects" and name == "object":
            self._me = _needed(attrs, "id")
            self.facts.append(("object", (self._me, _needed(attrs, "type"))))
        elif len(path) == 2 and part == "events" and name == "event":
            self._me = _needed(attrs, "id")
            at = letters(attrs.get("time", ""))
            self.facts.append(("event", (self._me, _needed(attrs, "type"), at)))
        elif part in ("objects", "events") and path[-1] == "attributes" and name == "attribute":
            self._attribute, self._words = (_needed(attrs, "name"), letters(attrs.get("time", ""))), []
        elif part in ("objects", "events") and len(path) == 4 and path[-1] == "objects":
            tie = (self._me, _needed(attrs, "object-id"), letters(attrs.get("qualifier", "")))
            self.facts.append(("object_object" if part == "objects" else "event_object", tie))
        path.append(name)
        if len(path) > DEEPEST:
            raise Refused(HOSTILE_XML)

    def characters(self, content: str) -> None:
        """The value of an attribute may come in pieces."""
        if self._attribute:
            self._words.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802  (its name in SAX)
        """An attribute is complete with its value."""
        self._path.pop()
        if name.rpartition(":")[2] == "attribute" and self._attribute:
            (of, at), self._attribute = self._attribute, None
            value = letters("".join(self._words).strip())
            if self._path[1] == "objects":
                self.facts.append(("object_attribute", (self._me, of, at, value)))
            else:
                self.facts.append(("event_attribute", (self._me, of, value)))


def _needed(attrs: AttributesImpl, name: str) -> str:
    found = letters(attrs.get(name, ""))
    if not found:
        raise Refused(NO_OCEL.fill(what=name))
    return found
