"""The assumptions in force. Their register is kept above this area, and says so when the program starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.assumptions import Assumptions

if TYPE_CHECKING:
    from collections.abc import Callable

REGISTER: list[Callable[[], Assumptions]] = [
    Assumptions
]  # the last one holds; before there is one, the defaults


def assumptions() -> Assumptions:
    """What is assumed now."""
    return REGISTER[-1]()
