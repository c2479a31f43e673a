"""What is said about every stored field. A field of a model that nobody described here has no place in the pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import Field, Model


class About(Enum):
    """About whom a field says something."""

    NOBODY = Text(en="nobody", de="niemanden")
    ANSWER = Text(en="an answer without a name", de="eine Antwort ohne Namen")
    INVITED = Text(en="who was invited", de="eingeladene Personen")
    USER = Text(en="who works with Leitstern", de="wer mit Leitstern arbeitet")


@dataclass(frozen=True, slots=True)
class Words:
    """What a field holds, and about whom."""

    text: Text
    about: About = About.NOBODY


@dataclass(frozen=True, slots=True)
class Described:
    """One stored record: what it is, how long it is kept, and its fields by name."""

    name: Text
    kept: Text
    fields: Mapping[str, Words]


def nobody(en: str, de: str) -> Words:
    """A field that says nothing about anybody."""
    return Words(Text(en=en, de=de))


def answer(en: str, de: str) -> Words:
    """A field of an answer that carries no name."""
    return Words(Text(en=en, de=de), About.ANSWER)


def invited(en: str, de: str) -> Words:
    """A field about somebody who was invited."""
    return Words(Text(en=en, de=de), About.INVITED)


def user(en: str, de: str) -> Words:
    """A field about somebody who works with the program."""
    return Words(Text(en=en, de=de), About.USER)


# The same in every record, wherever they occur.
EVERYWHERE: Mapping[str, Words] = {
    "id": nobody("running number of the record", "laufende Nummer des Datensatzes"),
    "actor": user("number of the person who did it", "Nummer der Person, die es getan hat"),
    "created": nobody("when it was stored", "wann es gespeichert wurde"),
    "withdrawn": nobody("when it was withdrawn", "wann es zurückgezogen wurde"),
    "dimension": nobody("the dimension it is about", "die Dimension, um die es geht"),
    "instrument": nobody("the version of the questions", "die Version der Fragen"),
}


def fields_of(model: type[Model]) -> list[Field[object, object]]:
    """Everything that is stored of a record."""
    return list(model._meta.concrete_fields)
