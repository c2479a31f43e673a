"""XML from outside: read by a parser that refuses what no log needs, and many elements at a time where it is plain."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from itertools import batched
from typing import TYPE_CHECKING, Any
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler, LexicalHandler, property_lexical_handler

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from leitstern.collect.readers.loaded import BATCH
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import CHUNK
from leitstern.collect.readers.xml_tags import NotPlainError
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.sax.xmlreader import AttributesImpl

DEEPEST = 64
LONGEST = 16 << 20  # bytes without an element beginning
AT_ONCE = 8  # pieces of a file that are looked at together
FAR = 8 << 20  # bytes in which an element ought to end
_ENDS = re.compile(rb"\s*+</")
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*\?>")
_UTF_8 = re.compile(rb"""[^>]*encoding\s*=\s*["'](?i:utf-8)["']""")


class Document[Told](ContentHandler, LexicalHandler, ABC):
    """What is made of a document: follows the parser, and reads whole elements together where they are plain.

    `path` are the names of the elements around, without what stands in front of a colon; `elements` and `marks` count
    what has begun, and comments and the like that are complete.
    """

    def __init__(self) -> None:
        super().__init__()
        self.elements = 0
        self.marks = 0
        self.path: list[str] = []

    @property
    @abstractmethod
    def closing(self) -> bytes:
        """How the elements end that may be read together where the parser stands; empty if none may."""

    @property
    @abstractmethod
    def waiting(self) -> int:
        """How much there is that the parser has told."""

    @abstractmethod
    def taken(self) -> Told:
        """What the parser has told since the last time."""

    @abstractmethod
    def plain(self, raw: bytes) -> Told:
        """Read whole elements together. Raises NotPlainError, and then nothing has changed."""

    @abstractmethod
    def begin(self, name: str, attrs: AttributesImpl) -> None:
        """What an element says by its attributes."""

    @abstractmethod
    def end(self, name: str) -> None:
        """What an element says that is complete."""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  (its name in SAX)
        """An element begins. Raises Refused if it is too deep."""
        self.elements += 1
        name = name.rpartition(":")[2]
        self.begin(name, attrs)
        self.path.append(name)
        if len(self.path) > DEEPEST:
            raise Refused(HOSTILE)

    def endElement(self, name: str) -> None:  # noqa: N802  (its name in SAX)
        """An element ends."""
        self.end(self.path.pop())

    def comment(self, content: str) -> None:
        """A comment is complete."""
        self.marks += 1

    def endCDATA(self) -> None:  # noqa: N802  (its name in SAX)
        """Text without entities is complete."""
        self.marks += 1

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802  (its name in SAX)
        """A word to some program is complete."""
        self.marks += 1


def read_document[Told](pieces: Iterable[bytes], log: Document[Told]) -> Iterator[Told]:
    """What a document tells, in its order. Raises Refused for what is no XML, or tries more than a log needs."""
    feeder = _Feeder(log)
    raw = b""
    try:
        for some in batched(pieces, AT_ONCE):
            raw, at = b"".join((raw, *some)), 0
            while end := _end(raw, at, log.closing, feeder):
                part, at = raw[at:end], end
                told = _plain(part, log, feeder)
                if told is None:
                    feeder.feed(part)
                if log.waiting and (told is not None or log.waiting >= BATCH):
                    yield log.taken()
                if told is not None:
                    yield told
            raw = raw[at:]
        feeder.feed(raw)
        feeder.close()
    except DefusedXmlException:
        raise Refused(HOSTILE) from None
    except SAXParseException as error:
        raise Refused(NO_XML.fill(line=(error.getLineNumber() or 0) + feeder.skipped)) from None
    except SAXException:
        raise Refused(NO_XML.fill(line="?")) from None
    if log.waiting:
        yield log.taken()


def _plain[Told](part: bytes, log: Document[Told], feeder: _Feeder) -> Told | None:
    """Read a part without the parser if that is possible."""
    if not feeder.at_rest or not log.closing:
        return None
    try:
        told = log.plain(part)
    except NotPlainError:
        return None
    feeder.skip(part)
    return told


def _end(raw: bytes, at: int, closing: bytes, feeder: _Feeder) -> int:
    """Up to where to read on: as many whole elements as there are, or to the end of a tag; 0 if more has to come."""
    if not feeder.usable:
        return len(raw) if at < len(raw) else 0
    if feeder.at_rest and closing and not _ENDS.match(raw, at):
        found = raw.rfind(closing, at)
        if found >= 0:
            return found + len(closing)
        found = -1 if len(raw) - at < FAR else raw.rfind(b">", at)
    else:
        found = raw.find(b">", at)
    if found >= 0:
        return found + 1
    return len(raw) if len(raw) - at >= FAR else 0


class _Feeder:
    """Hands the document to a parser, but for what was skipped because it is read otherwise.

    `usable` says whether anything may ever be skipped: only in UTF-8, and as long as all parts that were fed have
    ended with a tag.
    """

    def __init__(self, elements: Document[Any]) -> None:
        self._elements = elements
        self._parser = make_parser()
        self._parser.forbid_dtd = True
        self._parser.setContentHandler(elements)
        self._parser.setProperty(property_lexical_handler, elements)
        self.usable = True
        self.skipped = 0  # lines
        self._marks = self._silent = 0
        self._begun = False

    @property
    def at_rest(self) -> bool:
        """Whether the parser stands between two tags, and in no comment or the like."""
        return self.usable and self._marks == self._elements.marks

    def feed(self, part: bytes) -> None:
        """Parse a part. Raises Refused if no element has begun for long."""
        self._marks += part.count(b"<!") + part.count(b"<?")
        if not self._begun:
            self._begun, declared = True, _DECLARED.match(part)
            if declared:
                self._marks -= 1
                self.usable = b"encoding" not in declared[0] or bool(_UTF_8.search(declared[0]))
        self.usable = self.usable and part.endswith(b">")
        for at in range(0, len(part), CHUNK):
            before = self._elements.elements
            self._parser.feed(part[at : at + CHUNK])
            self._silent = 0 if self._elements.elements > before else self._silent + CHUNK
            if self._silent > LONGEST:
                raise Refused(HOSTILE)

    def skip(self, part: bytes) -> None:
        """Leave out a part that is proper XML."""
        self.skipped += part.count(b"\n")

    def close(self) -> None:
        """Make sure that nothing is missing."""
        self._parser.close()


HOSTILE = Text(
    en="The file has document types, entities, depths or lengths that no event log needs; it was not read.",
    de="Die Datei enthält Dokumenttypen, Entitäten, Tiefen oder Längen, die kein Ereignisprotokoll braucht; sie wurde "
    "nicht gelesen.",
)
NO_XML = Text(
    en="The file is no proper XML from line {line} on. Was it cut off? Please export or copy it again.",
    de="Die Datei ist ab Zeile {line} kein gültiges XML. Ist sie abgeschnitten? Bitte exportieren oder kopieren Sie sie "
    "noch einmal.",
)
