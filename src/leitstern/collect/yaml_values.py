"""Values of a YAML document, read by name and kind, every mistake collected on the way.

What a value means is decided by who asks for it, never by YAML 1.1 (`on`, `no`, `12:30` are the words somebody
typed). A reader is a function of a `Value`; it raises `Unreadable`, which is caught and noted where the key is read.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import yaml

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leitstern.collect.yaml_document import Document
    from leitstern.core.company.checks import Path


class Unreadable(Exception):
    """A value is not what its key needs."""

    def __init__(self, text: Text, given: str = "", allowed: tuple[str, ...] = ()) -> None:
        super().__init__(text.en)
        self.text, self.given, self.allowed = text, given, allowed


@dataclass(frozen=True)
class Value:
    """A node of the document, and the way there."""

    document: Document
    node: yaml.Node
    path: Path

    def fields(self, *known: str) -> Fields:
        """The value as a mapping with `known` keys; anything else is reported and reads as empty."""
        if not isinstance(self.node, yaml.MappingNode):
            self.document.unreadable(self.path, NOT_A_MAPPING, allowed=known)
            return Fields(self, {}, readable=False)
        return Fields(self, self._pairs(self.node, known), readable=True)

    def pairs(self) -> dict[str, Value]:
        """The value as a mapping with keys of the writer's choice."""
        if not isinstance(self.node, yaml.MappingNode):
            raise Unreadable(NOT_A_MAPPING)
        return self._pairs(self.node, None)

    def entries(self) -> list[Value]:
        """The value as a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise Unreadable(NOT_A_LIST)
        for _ in self.node.value:
            self.document.visit()
        return [Value(self.document, node, (*self.path, i)) for i, node in enumerate(self.node.value)]

    def is_mapping(self) -> bool:
        """Whether the value has keys."""
        return isinstance(self.node, yaml.MappingNode)

    def is_empty(self) -> bool:
        """Whether nothing was written after the key."""
        return isinstance(self.node, yaml.ScalarNode) and self.node.tag == "tag:yaml.org,2002:null"

    def _pairs(self, node: yaml.MappingNode, known: tuple[str, ...] | None) -> dict[str, Value]:
        found: dict[str, Value] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            self.document.visit()
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self.document.unreadable(self.path, KEY_NOT_A_WORD, line=line)
                continue
            key = key_node.value
            if known is not None and key not in known:
                self.document.unreadable((*self.path, key), UNKNOWN_KEY.fill(key=key), key, known, line=line)
            elif key in found:
                self.document.unreadable(
                    (*self.path, key), KEY_TWICE.fill(key=key, line=lines[key]), line=line
                )
            else:
                found[key], lines[key] = Value(self.document, value_node, (*self.path, key)), line
        return found


@dataclass(frozen=True)
class Fields:
    """The keys of one mapping. A key with nothing behind it counts as left out."""

    value: Value
    found: dict[str, Value]
    readable: bool

    def has(self, key: str) -> bool:
        """Whether something was written at `key`."""
        return key in self.found and not self.found[key].is_empty()

    def get[T](self, key: str, read: Callable[[Value], T], otherwise: T) -> T:
        """What `read` makes of the value; `otherwise` if it is left out, or wrong (which is noted)."""
        if not self.has(key):
            return otherwise
        return _attempt(self.found[key], read, otherwise)

    def need[T](self, key: str, read: Callable[[Value], T], otherwise: T) -> T:
        """As `get`, and noted as missing if left out."""
        if not self.has(key) and self.readable:
            self.wrong(key, MISSING.fill(key=key))
        return self.get(key, read, otherwise)

    def wrong(self, key: str, text: Text) -> None:
        """Note what is wrong with a key beyond its own value."""
        self.value.document.unreadable((*self.value.path, key), text)

    def rows[T](self, key: str, read: Callable[[Fields], T], *known: str) -> tuple[T, ...]:
        """Every entry of a list of mappings with `known` keys; an unreadable one gives what `read` makes of none."""
        entries: list[Value] = self.get(key, Value.entries, [])
        return tuple(read(entry.fields(*known)) for entry in entries)

    def each[T](self, key: str, read: Callable[[Value], T], otherwise: T) -> tuple[T, ...]:
        """Every entry of a list; `otherwise` stands where one could not be read, so that positions stay."""
        return self.get(key, lambda value: each(value, read, otherwise), ())


def each[T](value: Value, read: Callable[[Value], T], otherwise: T) -> tuple[T, ...]:
    """Every entry of a list, each read on its own."""
    return tuple(_attempt(entry, read, otherwise) for entry in value.entries())


def each_named[T](value: Value, read: Callable[[Value], T], otherwise: T) -> tuple[tuple[str, T], ...]:
    """Every pair of a mapping whose keys are the writer's choice."""
    return tuple((key, _attempt(entry, read, otherwise)) for key, entry in value.pairs().items())


def keys(of: type) -> tuple[str, ...]:
    """The keys of a mapping that is written as the fields of a dataclass."""
    return tuple(field.name for field in fields(of))


def _attempt[T](value: Value, read: Callable[[Value], T], otherwise: T) -> T:
    value.document.visit()
    try:
        return read(value)
    except Unreadable as wrong:
        value.document.unreadable(value.path, wrong.text, wrong.given, wrong.allowed)
        return otherwise


def word(value: Value) -> str:
    """A text as it was typed."""
    if not isinstance(value.node, yaml.ScalarNode) or value.is_empty():
        raise Unreadable(NOT_A_TEXT)
    return str(value.node.value)


def number(value: Value) -> float:
    """A finite number; a fraction such as 96478/5172 is one, too."""
    typed = word(value)
    try:
        found = float(Fraction(typed.strip())) if "/" in typed else float(typed)
    except (ValueError, ZeroDivisionError, OverflowError):
        raise Unreadable(NOT_A_NUMBER.fill(typed=typed)) from None
    if not math.isfinite(found):
        raise Unreadable(NOT_A_NUMBER.fill(typed=typed))
    return found


def whole(value: Value) -> int:
    """A whole number."""
    typed = word(value)
    if not typed.strip().lstrip("+-").isdecimal() or len(typed) > 18:
        raise Unreadable(NOT_WHOLE.fill(typed=typed))
    return int(typed)


def time_zone(value: Value) -> str:
    """The name of a time zone such as Europe/Berlin."""
    typed = word(value)
    try:
        ZoneInfo(typed)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        allowed = tuple(sorted(available_timezones()))
        raise Unreadable(NO_TIME_ZONE.fill(typed=typed), typed, allowed) from None
    return typed


def yes_no(value: Value) -> bool:
    """True or false."""
    typed = word(value).lower()
    if typed in ("true", "yes"):
        return True
    if typed in ("false", "no"):
        return False
    raise Unreadable(NOT_YES_NO.fill(typed=typed), typed, ("true", "false"))


def one_of[T: str](allowed: Sequence[T]) -> Callable[[Value], T]:
    """A reader for one of a few words."""

    def read(value: Value) -> T:
        typed = word(value)
        for choice in allowed:
            if typed == choice:
                return choice
        raise Unreadable(NOT_AMONG.fill(typed=typed), typed, tuple(allowed))

    return read


def text(value: Value) -> Text:
    """A name in both languages: `{de: …, en: …}`, or one word for both. A missing language falls back."""
    if not value.is_mapping():
        typed = word(value)
        return Text(en=typed, de=typed)
    fields = value.fields("de", "en")
    en, de = fields.get("en", word, ""), fields.get("de", word, "")
    if not en and not de:
        raise Unreadable(NO_LANGUAGE, allowed=("de", "en"))
    return Text(en=en or de, de=de or en)


UNKNOWN_KEY = Text(
    en="The key “{key}” is not known here.", de="Der Schlüssel „{key}“ ist hier nicht bekannt."
)
KEY_TWICE = Text(
    en="The key “{key}” was already given in line {line}.",
    de="Der Schlüssel „{key}“ steht schon in Zeile {line}.",
)
KEY_NOT_A_WORD = Text(en="A key has to be a plain word.", de="Ein Schlüssel muss ein einfaches Wort sein.")
MISSING = Text(en="The key “{key}” is missing.", de="Der Schlüssel „{key}“ fehlt.")
NOT_A_MAPPING = Text(
    en="Keys with values are expected here.", de="Hier werden Schlüssel mit Werten erwartet."
)
NOT_A_LIST = Text(
    en="A list is expected here, such as [a, b].", de="Hier wird eine Liste erwartet, zum Beispiel [a, b]."
)
NOT_A_TEXT = Text(en="A text is expected here.", de="Hier wird ein Text erwartet.")
NOT_A_NUMBER = Text(en="“{typed}” is not a number.", de="„{typed}“ ist keine Zahl.")
NOT_WHOLE = Text(en="“{typed}” is not a whole number.", de="„{typed}“ ist keine ganze Zahl.")
NOT_YES_NO = Text(en="“{typed}” is neither true nor false.", de="„{typed}“ ist weder true noch false.")
NO_TIME_ZONE = Text(
    en="“{typed}” is no time zone; one is called Europe/Berlin, for example.",
    de="„{typed}“ ist keine Zeitzone; eine heißt zum Beispiel Europe/Berlin.",
)
NOT_AMONG = Text(en="“{typed}” is not possible here.", de="„{typed}“ ist hier nicht möglich.")
NO_LANGUAGE = Text(
    en="Neither a German nor an English wording is given.",
    de="Es fehlt der Wortlaut auf Deutsch oder Englisch.",
)
