"""What the company's terms are called, also those that are no more: what was said of them stays, under their old name.

A department that is renamed keeps its short name and shows its new one. One that was merged or closed left the
taxonomy; whatever refers to it still finds the name it had, marked as former. What an area above knows of units beyond
the taxonomy, it says of every name here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.queries import current_taxonomy
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.core.company.taxonomy import Kind

type Names = dict[str, Text]

FORMERLY = Text(en="{name} (formerly)", de="früher {name}")


_also: list[Callable[[Names], Names]] = []


def also_names(known: Callable[[Names], Names]) -> None:
    """Let an area add to what units are called: it is given the names so far and returns all there are."""
    _also.append(known)


def unit_names() -> dict[str, Text]:
    """What units are called, by short name: departments, units of the register, and those that are no more."""
    names = names_of("department")
    for known in _also:
        names = known(names)
    return names


def touchpoint_names() -> dict[str, Text]:
    """What touchpoints are called, by short name."""
    return names_of("touchpoint")


def journey_names() -> dict[str, Text]:
    """What designed journeys are called, by short name."""
    return names_of("map")


def persona_names() -> dict[str, Text]:
    """What personas are called, by short name."""
    return names_of("persona")


def names_of(kind: Kind) -> dict[str, Text]:
    """What the taxonomy calls its terms of one kind, by short name; former ones marked as such."""
    taxonomy = current_taxonomy()
    if taxonomy is None:
        return {}
    gone = {each.slug: FORMERLY.fill(name=each.name) for each in taxonomy.retired if each.kind == kind}
    return gone | {each.slug: each.name for each in taxonomy.terms(kind)}
