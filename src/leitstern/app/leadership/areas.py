"""Board areas: the departments right below the company. What leaders do is shown per board area, never per person."""

from __future__ import annotations

from leitstern.app.adoption.register import team_names
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.structure.kept_units import tree
from leitstern.collect.leadership_file import Places
from leitstern.core.company.tree import COMPANY, ancestors, children
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

NO_AREA = Text(
    en="There is no such department. Nothing was kept.",
    de="Diesen Bereich gibt es nicht. Es wurde nichts gespeichert.",
)


def areas() -> dict[str, Text]:
    """Board areas as they are now, in the order of the taxonomy: never by how much they did."""
    names = unit_names()
    return {slug: names[slug] for slug in children(tree())}


def require_area(unit: str) -> str:
    """The board area of a department that exists now. Raises InvalidInput."""
    parents = tree()
    if unit not in parents:
        raise InvalidInput(NO_AREA)
    above = [each for each in ancestors(parents, unit) if each != COMPANY]
    return above[-1] if above else unit


def area_names() -> dict[str, Text]:
    """What departments are called, also those that are no more."""
    return unit_names()


def place_names() -> dict[str, Text]:
    """What departments and teams are called, where leaders may have been."""
    return {slug: Text(name, name) for slug, name in team_names().items()} | unit_names()


def places() -> Places:
    """Departments and teams by whatever they are called."""
    return Places(require_taxonomy(), team_names())
