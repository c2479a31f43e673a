"""What touches a thing, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.ties.left import address
from leitstern.core.bridge.ties.left import SUBJECTS
from leitstern.core.bridge.ties.words import KINDS, LAYERS, way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.ties.queries import Around
    from leitstern.core.bridge.ties.graph import Thing
    from leitstern.core.bridge.ties.left import Left

FOUND_HEADER = ("kind", "key", "name")
LEFT_HEADER = ("who", "since", "kind", "name", "key", "hand_over")
TIES_HEADER = ("column", "kind", "name", "key", "steps", "how")


def tie_rows(found: Around, language: str) -> Iterator[tuple[object, ...]]:
    """A line per thing."""
    for layer, touching in found.layers.items():
        for each in touching:
            yield (
                LAYERS[layer].to(language),
                KINDS[each.thing.kind].to(language),
                each.thing.name.to(language),
                f"{each.thing.kind}/{each.thing.slug}",
                len(each.way),
                way(each).to(language),
            )


def found_rows(found: Iterable[Thing], language: str) -> Iterator[tuple[object, ...]]:
    """A line per thing that a search gave, with what it takes to ask about it."""
    for each in found:
        yield each.kind.value, each.slug, each.name.to(language)


def left_rows(found: Iterable[Left], language: str) -> Iterator[tuple[object, ...]]:
    """A line per thing that is to be handed over; without a day their access was closed."""
    for each in found:
        yield (
            each.held.who,
            each.since.isoformat() if each.since else "",
            SUBJECTS[each.held.subject].to(language),
            each.held.name.to(language),
            f"{each.held.subject}/{each.held.key}",
            address(each.held),
        )
