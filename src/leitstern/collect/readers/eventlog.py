"""Event logs (XES, IEEE 1849): one row per event, with the attributes of its case in front.

Columns are `case:` plus the key of an attribute of the trace, and the keys of the event's own attributes. Attributes
inside attributes and lists are left out; values stay the text they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.readers.eventlog_traces import CASE, KEYED, kind_of, read_traces
from leitstern.collect.readers.header import MOST, TOO_WIDE
from leitstern.collect.readers.kind import EMPTY
from leitstern.collect.readers.loaded import Piece, piece
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import pieces
from leitstern.collect.readers.xml_document import Document, read_document
from leitstern.collect.readers.xml_tags import Shapes
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.sax.xmlreader import AttributesImpl

    from leitstern.collect.readers.loaded import Cells, Row

LONG_TRACE = 20_000  # events after which attributes of the trace no longer come


def eventlog_pieces(path: Path) -> Iterator[Piece]:
    """The events of a log by their number in the file.

    Raises Refused for what is no XES, and for entities, document types and depths that no log needs.
    """
    log = _Log()
    yield from read_document(pieces(path), log)
    if not log.elements:
        raise Refused(EMPTY)
    if not log.is_log:
        raise Refused(NO_LOG)


def eventlog_rows(path: Path) -> Iterator[Row]:
    """The same, one by one."""
    for some in eventlog_pieces(path):
        columns = [column.to_pylist() for column in some.cells.values()]
        for line, *cells in zip(some.lines.to_pylist(), *columns, strict=True):
            yield line, dict(zip(some.cells, cells, strict=True))


class _Log(Document[Piece]):
    """Collects the events of a trace and hands them on when it ends, or when they become many."""

    def __init__(self) -> None:
        super().__init__()
        self.is_log = False
        self._events: list[Row] = []
        self._shapes = Shapes(kind_of)
        self._count = 0
        self._columns: set[str] = set()
        self._case: Cells = {}
        self._trace: list[Row] = []
        self._event: Cells = {}

    @property
    def closing(self) -> bytes:
        """See `Document`: whole traces."""
        return b"</trace>" if self.path == ["log"] else b""

    @property
    def waiting(self) -> int:
        """See `Document`: events."""
        return len(self._events)

    def taken(self) -> Piece:
        """See `Document`."""
        events, self._events = self._events, []
        return piece(events)

    def plain(self, raw: bytes) -> Piece:
        """See `Document`."""
        found = read_traces(raw, self._shapes, self._count)
        self._count += len(found.lines)
        for name in found.cells:
            self._column(name)
        return found

    def begin(self, name: str, attrs: AttributesImpl) -> None:
        """An attribute counts where it stands directly in a trace or an event."""
        within = self.path[-1] if self.path else ""
        if not within:
            self.is_log = name == "log"
        elif name in KEYED and within in ("trace", "event"):
            cells, prefix = (self._event, "") if within == "event" else (self._case, CASE)
            cells[self._column(prefix + attrs.get("key", ""))] = attrs.get("value", "") or None

    def end(self, name: str) -> None:
        """An event is complete, or a whole trace is."""
        if name == "event":
            self._count += 1
            self._trace.append((self._count, self._event))
            self._event = {}
            if len(self._trace) >= LONG_TRACE or self.path[-1:] == ["log"]:
                self._hand_on()
        elif name == "trace":
            self._hand_on()
            self._case = {}

    def _hand_on(self) -> None:
        self._events.extend((number, self._case | event) for number, event in self._trace)
        self._trace = []

    def _column(self, name: str) -> str:
        self._columns.add(name)
        if len(self._columns) > MOST:
            raise Refused(TOO_WIDE.fill(found=len(self._columns), most=MOST))
        return name


NO_LOG = Text(en="This is XML, but no event log (XES).", de="Das ist XML, aber kein Ereignisprotokoll (XES).")
