"""Things of the inventory to and from what is stored, every wording of them kept."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from django.utils import timezone
from pydantic import TypeAdapter

from leitstern.app.common.findings import anew
from leitstern.app.stack.models import Edition, Item
from leitstern.core.inside.stack.inventory import TYPES, Inventory, kind_of
from leitstern.core.inside.stack.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leitstern.app.common.actors import Actor
    from leitstern.app.stack.models import Import
    from leitstern.core.inside.stack.difference import Key
    from leitstern.core.inside.stack.inventory import (
        Application,
        Capability,
        DataObject,
        Thing,
    )

INVENTORY = "stack inventory"  # what `once` holds while a request is answered


@cache
def _shape(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(TYPES[kind])


def stored(thing: Thing) -> dict[str, Any]:
    """A thing as plain values."""
    return cast("dict[str, Any]", _shape(kind_of(thing)).dump_python(thing, mode="json"))


def thing(kind: Kind, content: Mapping[str, Any]) -> Thing:
    """The thing that was stored so."""
    return cast("Thing", _shape(kind).validate_python(content))


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


def everything() -> dict[Key, tuple[Thing, bool]]:
    """Every thing that ever was, and whether it is there now."""
    rows = Item.objects.values_list("kind", "slug", "content", "gone")
    return {
        (Kind(kind), slug): (thing(Kind(kind), content), gone is None) for kind, slug, content, gone in rows
    }


def put(actor: Actor, things: Iterable[tuple[Thing, bool]], brought: Import | None = None) -> list[Item]:
    """Keep how these things stand from now on, and whether they are there; what stays as it is, is left alone.

    In as many queries for one thing as for thousands. Gives the rows that changed.
    """
    known = {(Kind(row.kind), row.slug): row for row in Item.objects.all()}
    now = timezone.now()
    fresh, changed = list[Item](), list[Item]()
    for each, there in things:
        kind, content = kind_of(each), stored(each)
        row = known.get((kind, each.slug))
        if row is None:
            gone = None if there else now
            fresh.append(Item(kind=kind, slug=each.slug, content=content, gone=gone, actor=actor.actor_id))
        elif row.content != content or (row.gone is None) is not there:
            row.content, row.gone = content, None if there else row.gone or now
            changed.append(row)
    rows = [*Item.objects.bulk_create(fresh), *changed]
    Item.objects.bulk_update(changed, ["content", "gone"], batch_size=200)
    Edition.objects.bulk_create(
        Edition(
            item=row, content=row.content, gone=row.gone is not None, brought=brought, actor=actor.actor_id
        )
        for row in rows
    )
    anew(INVENTORY)
    return rows


def _by_name[T: (Application, Capability, DataObject)](found: list[T]) -> tuple[T, ...]:
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.slug)))
