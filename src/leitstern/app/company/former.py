"""What the company's terms are called, also those that are no more: what was said of them stays, under their old name.

A department that is renamed keeps its short name and shows its new one. One that was merged or closed left the
taxonomy; whatever refers to it still finds the name it had, marked as former.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.queries import current_taxonomy
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.company.taxonomy import Kind

FORMERLY = Text(en="{name} (formerly)", de="früher {name}")


def unit_names() -> dict[str, Text]:
    """What departments are called, by short name."""
    return _names("department")


def touchpoint_names() -> dict[str, Text]:
    """What touchpoints are called, by short name."""
    return _names("touchpoint")


def journey_names() -> dict[str, Text]:
    """What designed journeys are called, by short name."""
    return _names("map")


def persona_names() -> dict[str, Text]:
    """What personas are called, by short name."""
    return _names("persona")


def _names(kind: Kind) -> dict[str, Text]:
    taxonomy = current_taxonomy()
    if taxonomy is None:
        return {}
    gone = {each.slug: FORMERLY.fill(name=each.name) for each in taxonomy.retired if each.kind == kind}
    return gone | {each.slug: each.name for each in taxonomy.terms(kind)}
