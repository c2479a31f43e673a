"""A part of everything: some kinds of things with their ties, read in one or two questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from leitstern.app.common.findings import once
from leitstern.app.structure.models import Role
from leitstern.core.bridge.ties.graph import Kind, Thing, Tie
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from leitstern.core.bridge.ties.graph import Pair

SAMPLE = 987_654_321  # stands in an address for the key of a thing


@dataclass(frozen=True, slots=True)
class Part:
    """Which things `read` gives, and between which kinds it gives ties, in either direction."""

    read: Callable[[], Iterator[Thing | Tie]]
    kinds: frozenset[Kind]
    pairs: frozenset[Pair]


def part(*kinds: Kind, ties: Iterable[Pair] = ()) -> Callable[[Callable[[], Iterator[Thing | Tie]]], Part]:
    """Make a function that gives things and ties a part."""
    return lambda read: Part(read, frozenset(kinds), frozenset(ties))


def page(name: str) -> Callable[[object], str]:
    """Addresses of one kind of page, by key; asking the router once is enough for thousands."""
    before, after = reverse(name, args=[SAMPLE]).split(str(SAMPLE))
    return lambda key: f"{before}{key}{after}"


def plain(words: str) -> Text:
    """Words of the organisation itself, in whatever language it wrote them."""
    return Text(en=words, de=words)


def each(kind: Kind, slug: object, other: Kind, slugs: Iterable[str], words: Text) -> Iterator[Tie]:
    """The same tie from one thing to several."""
    for one in slugs:
        yield Tie((kind, str(slug)), (other, one), words)


def roles() -> tuple[tuple[int, str, str, int], ...]:
    """Key, name, unit and number of people of every role there is now; asked once a request."""
    return once(
        "roles for ties",
        lambda: tuple(Role.objects.filter(retired=None).values_list("id", "name", "unit", "people")),
    )
