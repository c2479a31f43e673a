"""The names of a table's columns."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from leitstern.collect.readers.refused import Refused
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 2000  # columns; nobody's table is wider, but a hostile one may be


def clean(name: str) -> str:
    """A name as we compare it: white space and the ways to compose a letter do not count."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def names(cells: Sequence[str]) -> tuple[str, ...]:
    """Clean, distinct names from the cells of a header; a column without a name is called by its position.

    Raises Refused for names that occur twice (letter case does not tell columns apart), and if there are too many.
    """
    if len(cells) > MOST:
        raise Refused(TOO_WIDE.fill(found=len(cells), most=MOST))
    found = [clean(cell) for cell in cells]
    positions: dict[str, list[int]] = defaultdict(list)
    for position, name in enumerate(found, start=1):
        if name:
            positions[name.casefold()].append(position)
    twice = [places for places in positions.values() if len(places) > 1]
    if twice:
        listed = ", ".join(f"{found[p[0] - 1]} ({' + '.join(map(str, p))})" for p in twice)
        raise Refused(TWICE.fill(names=listed))
    return tuple(name or f"({position})" for position, name in enumerate(found, start=1))


TOO_WIDE = Text(
    en="The table has {found} columns; up to {most} can be read.",
    de="Die Tabelle hat {found} Spalten; lesen lassen sich bis zu {most}.",
)
TWICE = Text(
    en="Columns have the same name: {names}; the numbers are their positions. Please give each column its own name.",
    de="Spalten heißen gleich: {names}; die Zahlen sind ihre Positionen. Bitte geben Sie jeder Spalte einen eigenen "
    "Namen.",
)
