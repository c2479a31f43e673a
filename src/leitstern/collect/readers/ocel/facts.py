"""What an object-centric event log says, in the smallest pieces, whatever it is written in."""

from __future__ import annotations

from typing import Literal

from leitstern.collect.readers.refused import Refused
from leitstern.core.texts import Text

Table = Literal["event", "event_attribute", "object", "object_attribute", "event_object", "object_object"]
Fact = tuple[Table, tuple[str, ...]]

COLUMNS: dict[Table, tuple[str, ...]] = {
    "event": ("id", "type", "happened"),
    "event_attribute": ("id", "name", "value"),
    "object": ("id", "type"),
    "object_attribute": ("id", "name", "happened", "value"),
    "event_object": ("id", "object", "qualifier"),
    "object_object": ("source", "target", "qualifier"),
}


def letters(value: object) -> str:
    """The text of a value. Raises Refused for what no text has."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if "\0" in text or not _encodable(text):
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
