"""Which layer of culture a story or an artefact shows, and which layer has none.

Source: Bingemer, Ohlwein, factor 2: values become norms, norms show in artefacts, artefacts carry behaviour (after Homburg
and Pflesser 2000, Journal of Marketing Research 37).
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Layer(StrEnum):
    """From what nobody sees to what everybody does."""

    VALUES = "values"
    NORMS = "norms"
    ARTEFACTS = "artefacts"
    BEHAVIOUR = "behaviour"


class Telling(StrEnum):
    """What tells it: words, or a thing."""

    STORY = "story"
    ARTEFACT = "artefact"


LAYERS = {
    Layer.VALUES: Text(en="values", de="Werte"),
    Layer.NORMS: Text(en="norms", de="Normen"),
    Layer.ARTEFACTS: Text(en="artefacts", de="Artefakte"),
    Layer.BEHAVIOUR: Text(en="behaviour", de="Verhalten"),
}
MEANS = {
    Layer.VALUES: Text(en="what is held to be right", de="was als richtig gilt"),
    Layer.NORMS: Text(en="what is expected of everybody", de="was von allen erwartet wird"),
    Layer.ARTEFACTS: Text(
        en="stories, objects, rooms and rituals", de="Geschichten, Gegenstände, Räume und Rituale"
    ),
    Layer.BEHAVIOUR: Text(en="what is done every day", de="was täglich getan wird"),
}
TELLINGS = {
    Telling.STORY: Text(en="story", de="Geschichte"),
    Telling.ARTEFACT: Text(
        en="artefact: an object, a picture, a room, a ritual",
        de="Artefakt: ein Gegenstand, ein Bild, ein Raum, ein Ritual",
    ),
}


def by_layer(found: Iterable[str]) -> dict[Layer, int]:
    """How many stories and artefacts show each layer; `found` are their layers, nothing where nobody said."""
    counted = Counter(found)
    return {layer: counted[layer.value] for layer in Layer}


def empty(found: dict[Layer, int]) -> tuple[Layer, ...]:
    """The layers that nothing shows."""
    return tuple(layer for layer, n in found.items() if not n)
