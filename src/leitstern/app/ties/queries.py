"""What touches one thing, column by column, and things by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.common.lookups import or_not_found
from leitstern.app.ties.gathering import graph_around, things
from leitstern.core.bridge.ties.graph import LAYERS, Kind, Layer, Thing, Touching, by_layer
from leitstern.core.bridge.ties.words import sentence
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 60  # things a search shows
LONGEST = 80  # signs of what is searched for
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
    if kind not in set(Kind):
        raise NotFound(NOT_THERE)
    there = graph_around(Kind(kind))
    thing = or_not_found(there.by_key.get((Kind(kind), slug)), NOT_THERE)
    return Around(thing, by_layer(there.touching(thing.key)))


def named(words: str, language: str) -> tuple[Thing, ...]:
    """Things whose name holds all of these words in a language, touchpoints first; without words all touchpoints."""
    return _named(words, (language,))


def found(words: str) -> tuple[Thing, ...]:
    """The same in either language."""
    return _named(words, ("en", "de"))


def _named(words: str, languages: tuple[str, ...]) -> tuple[Thing, ...]:
    wanted = words.replace("\x00", "").casefold().split()
    order = {kind: place for place, kind in enumerate(kind for kinds in LAYERS.values() for kind in kinds)}
    kinds = frozenset(order) if wanted else frozenset({Kind.TOUCHPOINT})
    there = (
        (thing, [thing.name.to(language).casefold() for language in languages])
        for thing in things(kinds).values()
    )
    fitting = [
        (order[thing.kind], names[0], thing.slug, thing)
        for thing, names in there
        if any(all(word in name for word in wanted) for name in names)
    ]
    return tuple(thing for *_, thing in sorted(fitting, key=lambda each: each[:3])[:MOST])
