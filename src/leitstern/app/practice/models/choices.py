"""What a field may hold, from the words of the core."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import StrEnum


def one_of(kind: type[StrEnum]) -> list[tuple[str, str]]:
    """Choices of a field; pages say them in words of their own."""
    return [(each.value, each.value) for each in kind]
