"""What areas above the portfolio know against personalising: the gate of an initiative asks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from leitstern.core.texts import Text

_known: list[Callable[[], tuple[Text, ...]]] = []
_where: list[Callable[[], Mapping[str, Text]]] = []


def asks(known: Callable[[], tuple[Text, ...]]) -> None:
    """Let an area say what stands against personalising now; whatever changes it, stands in the log."""
    _known.append(known)


def against() -> tuple[Text, ...]:
    """Everything that stands against it, whatever the initiative."""
    return tuple(said for known in _known for said in known())


def asks_where(known: Callable[[], Mapping[str, Text]]) -> None:
    """Let an area say at which touchpoints something stands against it; whatever changes it, stands in the log."""
    _where.append(known)


def against_at() -> dict[str, tuple[Text, ...]]:
    """By touchpoint what stands against personalising there."""
    found: dict[str, tuple[Text, ...]] = {}
    for known in _where:
        for slug, said in known().items():
            found[slug] = (*found.get(slug, ()), said)
    return found
