"""What was decided about a statement at a touchpoint, as the areas that decide offer it when the program starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from leitstern.app.common.actors import Capability
    from leitstern.core.texts import Text

type Place = tuple[str, str]  # short names of touchpoint and statement


@dataclass(frozen=True, slots=True)
class Followed:
    """The newest decision about a place: what it says, since when, where it stands, and what one needs to read it there.

    `day` is None while it is asked and not decided.
    """

    said: Text
    day: date | None
    address: str
    sees: Capability


DECISIONS: list[Callable[[], Mapping[Place, Followed]]] = []


def decided() -> dict[Place, Followed]:
    """By place, from whoever knows of decisions."""
    return {place: each for offered in DECISIONS for place, each in offered().items()}
