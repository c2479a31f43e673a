"""One thing by what names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.errors import NotFound

if TYPE_CHECKING:
    from leitstern.core.texts import Text


def or_not_found[T](found: T | None, otherwise: Text) -> T:
    """What was looked up. Raises NotFound, saying `otherwise`, where there is none."""
    if found is None:
        raise NotFound(otherwise)
    return found
