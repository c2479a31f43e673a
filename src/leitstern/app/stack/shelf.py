"""Things of the inventory to and from what is stored."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from pydantic import TypeAdapter

from leitstern.app.stack.models import Item
from leitstern.core.inside.stack.inventory import (
    TYPES,
    Application,
    Capability,
    DataObject,
    Inventory,
    Thing,
    kind_of,
)
from leitstern.core.inside.stack.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _shape(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(TYPES[kind])


def stored(thing: Thing) -> dict[str, Any]:
    """A thing as plain values."""
    return cast("dict[str, Any]", _shape(kind_of(thing)).dump_python(thing, mode="json"))


def thing(kind: Kind, content: Mapping[str, Any]) -> Thing:
    """The thing that was stored so."""
    return cast("Thing", _shape(kind).validate_python(content))


def things(rows: list[tuple[str, dict[str, Any]]]) -> tuple[Thing, ...]:
    """Many of them, in this order."""
    return tuple(thing(Kind(kind), content) for kind, content in rows)


def inventory() -> Inventory:
    """Everything that is there now, by name. One query."""
    there: dict[Kind, list[Any]] = {kind: [] for kind in Kind}
    gone: list[Any] = []
    for kind, content, left in Item.objects.values_list("kind", "content", "gone"):
        found = thing(Kind(kind), content)
        if left is None:
            there[Kind(kind)].append(found)
        elif kind == Kind.APPLICATION:
            gone.append(found)
    return Inventory(
        applications=_by_name(there[Kind.APPLICATION]),
        capabilities=_by_name(there[Kind.CAPABILITY]),
        data=_by_name(there[Kind.DATA]),
        integrations=tuple(there[Kind.INTEGRATION]),
        gone=_by_name(gone),
    )


def _by_name[T: (Application, Capability, DataObject)](found: list[T]) -> tuple[T, ...]:
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.slug)))
