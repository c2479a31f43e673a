"""What touches one thing, column by column, and things by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.ties.gathering import graph
from leitstern.core.bridge.ties.graph import LAYERS, Kind, Layer, Thing, Touching, by_layer
from leitstern.core.bridge.ties.words import sentence
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 60  # things a search shows
NOT_THERE = Text(
    en="There is no such thing, or it is no more.", de="Das gibt es nicht, oder es ist nicht mehr da."
)


@dataclass(frozen=True, slots=True)
class Around:
    """A thing, and everything that touches it in the columns of the view."""

    thing: Thing
    layers: Mapping[Layer, tuple[Touching, ...]]

    @property
    def layer(self) -> Layer:
        """The column the thing itself belongs to."""
        return next(layer for layer, kinds in LAYERS.items() if self.thing.kind in kinds)

    @property
    def n(self) -> int:
        """How many things there are."""
        return sum(len(each) for each in self.layers.values())

    @property
    def sentence(self) -> Text:
        """How much there is, and what is missing."""
        return sentence(self.thing.name, self.layers, self.layer)


def around(kind: str, slug: str) -> Around:
    """What touches a thing. Raises NotFound."""
    there = graph()
    thing = there.by_key.get((Kind(kind), slug)) if kind in set(Kind) else None
    if thing is None:
        raise NotFound(NOT_THERE)
    return Around(thing, by_layer(there.touching(thing.key)))


def named(words: str, language: str) -> tuple[Thing, ...]:
    """Things whose name holds all of these words, touchpoints first; without words all touchpoints."""
    wanted = words.casefold().split()
    order = {kind: place for place, kind in enumerate(kind for kinds in LAYERS.values() for kind in kinds)}
    found = [
        thing
        for thing in graph().by_key.values()
        if (
            all(each in thing.name.to(language).casefold() for each in wanted)
            if wanted
            else thing.kind is Kind.TOUCHPOINT
        )
    ]
    return tuple(
        sorted(found, key=lambda thing: (order[thing.kind], thing.name.to(language).casefold()))[:MOST]
    )
