"""What an object-centric event log says, whatever it is written in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import pyarrow as pa

from leitstern.collect.readers.loaded import Piece, piece
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.spans import TEXT
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.collect.readers.loaded import Row

Table = Literal["tie", "named_tie", "object", "object_attribute", "object_object"]
EVENT, ACTIVITY, TIME = "ocel:eid", "ocel:activity", "ocel:timestamp"  # cells of every event, in this order
NAMESAKES = {
    name: f"event:{name}" for name in (EVENT, ACTIVITY, TIME)
}  # columns of attributes called like them
COLUMNS: dict[Table, dict[str, pa.DataType]] = {
    "tie": {"n": pa.int64(), "object": TEXT, "qualifier": TEXT},
    "named_tie": {"event": TEXT, "object": TEXT, "qualifier": TEXT},
    "object": {"id": TEXT, "type": TEXT},
    "object_attribute": {"id": TEXT, "name": TEXT, "happened": TEXT, "value": TEXT},
    "object_object": {"source": TEXT, "target": TEXT, "qualifier": TEXT},
}


@dataclass(frozen=True, slots=True)
class Told:
    """A part of a log: events as rows, numbered from 1, whose cells are EVENT, ACTIVITY, TIME and their attributes; and
    columns of the tables of COLUMNS. A tie joins an event, by its number or its id, and an object.
    """

    events: Piece | None = None
    others: dict[Table, list[pa.Array]] = field(default_factory=dict)


class Collector:
    """Collects a log fact by fact. Attributes and ties of an event follow it."""

    def __init__(self) -> None:
        self.events = 0  # so far
        self._rows: list[Row] = []
        self._others: dict[Table, list[tuple[object, ...]]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._rows) + sum(map(len, self._others.values()))

    def event(self, me: str, kind: str, at: str) -> None:
        """An event, its type, and when it took place."""
        self.events += 1
        self._rows.append((self.events, {EVENT: me, ACTIVITY: kind, TIME: at}))

    def attribute(self, name: str, value: str) -> None:
        """What is so of the last event; of a name that comes twice the greater value."""
        _, cells = self._rows[-1]
        name = NAMESAKES.get(name, name)
        cells[name] = max(cells.get(name) or "", value)

    def tie(self, to: str, qualifier: str) -> None:
        """An object that the last event concerns."""
        self.add("tie", self.events, to, qualifier)

    def add(self, table: Table, *values: object) -> None:
        """A row of another table."""
        self._others[table].append(values)

    def take(self, but: int = 0) -> Told:
        """All of it but the last events, of which more may be told."""
        end = len(self._rows) - but
        rows, self._rows = self._rows[:end], self._rows[end:]
        others, self._others = self._others, defaultdict(list)
        return Told(
            piece(rows) if rows else None,
            {
                table: [
                    pa.array(column, kind)
                    for column, kind in zip(zip(*values, strict=True), COLUMNS[table].values(), strict=True)
                ]
                for table, values in others.items()
            },
        )


def letters(value: object) -> str:
    """The text of a value. Raises Refused for what no text has."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if "\0" in text or not (text.isascii() or _encodable(text)):
        raise Refused(HOSTILE)
    return text


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


HOSTILE = Text(
    en="The file has depths, lengths, names that come twice, or characters that no event log needs; it was not read.",
    de="Die Datei enthält Tiefen, Längen, doppelte Namen oder Zeichen, die kein Ereignisprotokoll braucht; sie wurde nicht "
    "gelesen.",
)
NO_OCEL = Text(
    en="This is no object-centric event log (OCEL 2.0): {what} is missing or not as the standard says.",
    de="Das ist kein objektzentriertes Ereignisprotokoll (OCEL 2.0): {what} fehlt oder ist nicht, wie der Standard es sagt.",
)
