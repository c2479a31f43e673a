"""What areas above the portfolio know against personalising: the gate of an initiative asks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.core.texts import Text

_known: list[Callable[[], tuple[Text, ...]]] = []


def asks(known: Callable[[], tuple[Text, ...]]) -> None:
    """Let an area say what stands against personalising now; whatever changes it, stands in the log."""
    _known.append(known)


def against() -> tuple[Text, ...]:
    """Everything that stands against it, whatever the initiative."""
    return tuple(said for known in _known for said in known())
