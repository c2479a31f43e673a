"""Departments by name, also those that are no more: what was said of them stays, under the name they had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.queries import current_taxonomy
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.company.taxonomy import Department

FORMERLY = Text(en="{name} (formerly)", de="früher {name}")
NO_UNIT = Text(
    en="The taxonomy has no such department. Nothing was kept.",
    de="Diesen Bereich gibt es in der Taxonomie nicht. Es wurde nichts gespeichert.",
)


def departments() -> tuple[Department, ...]:
    """Everything the organisation consists of now."""
    taxonomy = current_taxonomy()
    return taxonomy.departments if taxonomy else ()


def require_unit(slug: str) -> str:
    """The short name, once it is sure that there is such a department now."""
    if slug not in {each.slug for each in departments()}:
        raise InvalidInput(NO_UNIT)
    return slug


def unit_names() -> dict[str, Text]:
    """What departments are called; those that are no longer there, what they were called."""
    taxonomy = current_taxonomy()
    if taxonomy is None:
        return {}
    gone = {e.slug: FORMERLY.fill(name=e.name) for e in taxonomy.retired if e.kind == "department"}
    return gone | {each.slug: each.name for each in taxonomy.departments}
