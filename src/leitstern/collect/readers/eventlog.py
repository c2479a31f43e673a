"""Event logs (XES, IEEE 1849): one row per event, with the attributes of its case in front.

Columns are `case:` plus the key of an attribute of the trace, and the keys of the event's own attributes. Attributes
inside attributes and lists are left out; values stay the text they are.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from leitstern.collect.readers.header import MOST, TOO_WIDE
from leitstern.collect.readers.kind import EMPTY
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import pieces
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.sax.xmlreader import AttributesImpl

    from leitstern.collect.readers.loaded import Cells, Row

DEEPEST = 64
LONGEST = 16 << 20  # bytes without an element beginning
LONG_TRACE = 20_000  # events after which attributes of the trace no longer come
_ATTRIBUTES = frozenset({"string", "date", "int", "float", "boolean", "id"})


def eventlog_rows(path: Path) -> Iterator[Row]:
    """The events of a log by their number in the file.

    Raises Refused for what is no XES, and for entities, document types and depths that no log needs.
    """
    log = _Log()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(log)
    silent = 0
    try:
        for piece in pieces(path):
            before = log.elements
            parser.feed(piece)
            silent = 0 if log.elements > before else silent + len(piece)
            if silent > LONGEST:
                raise Refused(HOSTILE)
            while log.events:
                yield log.events.popleft()
        parser.close()
    except DefusedXmlException:
        raise Refused(HOSTILE) from None
    except SAXParseException as error:
        raise Refused(NO_XML.fill(line=error.getLineNumber())) from None
    except SAXException:
        raise Refused(NO_XML.fill(line="?")) from None
    if not log.elements:
        raise Refused(EMPTY)
    yield from log.events
    if not log.is_log:
        raise Refused(NO_LOG)


class _Log(ContentHandler):
    """Collects the events of a trace and hands them on when it ends, or when they become many."""

    def __init__(self) -> None:
        super().__init__()
        self.events: deque[Row] = deque()
        self.elements = 0
        self.is_log = False
        self._path: list[str] = []
        self._count = 0
        self._columns: set[str] = set()
        self._case: Cells = {}
        self._trace: list[Row] = []
        self._event: Cells = {}

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  (its name in SAX)
        """An attribute counts where it stands directly in a trace or an event."""
        self.elements += 1
        within = self._path[-1] if self._path else ""
        name = name.rpartition(":")[2]
        if not within:
            self.is_log = name == "log"
        elif name in _ATTRIBUTES and within in ("trace", "event"):
            cells, prefix = (self._event, "") if within == "event" else (self._case, "case:")
            cells[self._column(prefix + attrs.get("key", ""))] = attrs.get("value", "") or None
        self._path.append(name)
        if len(self._path) > DEEPEST:
            raise Refused(HOSTILE)

    def endElement(self, name: str) -> None:  # noqa: N802  (its name in SAX)
        """An event is complete, or a whole trace is."""
        self._path.pop()
        name = name.rpartition(":")[2]
        if name == "event":
            self._count += 1
            self._trace.append((self._count, self._event))
            self._event = {}
            if len(self._trace) >= LONG_TRACE or self._path[-1] == "log":
                self._hand_on()
        elif name == "trace":
            self._hand_on()
            self._case = {}

    def _hand_on(self) -> None:
        self.events.extend((number, self._case | event) for number, event in self._trace)
        self._trace = []

    def _column(self, name: str) -> str:
        self._columns.add(name)
        if len(self._columns) > MOST:
            raise Refused(TOO_WIDE.fill(found=len(self._columns), most=MOST))
        return name


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
NO_LOG = Text(en="This is XML, but no event log (XES).", de="Das ist XML, aber kein Ereignisprotokoll (XES).")
