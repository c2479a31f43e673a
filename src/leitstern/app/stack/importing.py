"""Files of technology: read and shown first, kept when somebody says so, taken back as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from pydantic import TypeAdapter

from leitstern.app.common.actions import action, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.inside.agreements import floor
from leitstern.app.stack import rating, shelf
from leitstern.app.stack.models import Edition, Import, Rating
from leitstern.app.stack.queries import forget
from leitstern.collect.stack.backstage import read_backstage
from leitstern.collect.stack.brought import Brought, Given, Origin, merged
from leitstern.collect.stack.leanix import read_leanix
from leitstern.collect.stack.ratings import read_ratings
from leitstern.collect.stack.tables import read_things
from leitstern.core.errors import Conflict
from leitstern.core.inside.stack.difference import Difference, difference
from leitstern.core.inside.stack.inventory import kind_of
from leitstern.core.inside.stack.ratings import Rated
from leitstern.core.inside.stack.terms import Kind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.core.inside.stack.inventory import Inventory, Thing

NO_IMPORT = Text(en="There is no such file.", de="Diese Datei gibt es nicht.")
KEPT_ALREADY = Text(
    en="This file was kept already. Nothing was changed.",
    de="Diese Datei wurde schon übernommen. Es wurde nichts geändert.",
)
NOT_KEPT = Text(
    en="This file was not kept, so nothing can be taken back.",
    de="Diese Datei wurde nicht übernommen; es gibt nichts zurückzunehmen.",
)
_RATED: TypeAdapter[tuple[Rated, ...]] = TypeAdapter(tuple[Rated, ...])


def import_by_id(import_id: int) -> Import:
    """One file. Raises NotFound."""
    return or_not_found(Import.objects.filter(pk=import_id).first(), NO_IMPORT)


@action("read technology file", Capability.KEEP_REGISTERS)
def bring(
    actor: Actor, folder: Path, name: str, origin: Origin, *, whole: bool = False, called: str = ""
) -> Import:
    """Read a file and remember what it says; nothing of the inventory changes. Raises InvalidFile with every mistake.

    `whole`: the file lists everything of its kinds, so that what it leaves out is gone. `called` is what people call it.
    """
    taxonomy, inventory, today = require_taxonomy(), shelf.inventory(), timezone.localdate()
    things: list[Any]
    columns: tuple[tuple[str, Text], ...] = ()
    kinds: tuple[Kind, ...] = ()
    if origin is Origin.RATINGS:
        names = {each.slug: each.name for each in inventory.applications}
        rated = read_ratings(folder, name, taxonomy, names, floor()[0], today)
        things = _RATED.dump_python(rated, mode="json")
    else:
        brought = _read(folder, name, origin, inventory)
        things, columns, kinds = _written(brought, inventory), brought.columns, brought.kinds
    return Import.objects.create(
        name=(called or name)[:200],
        origin=origin.value,
        things=things,
        columns=[[theirs, ours.en, ours.de] for theirs, ours in columns],
        kinds=[kind.value for kind in kinds] if whole else [],
        actor=actor.actor_id,
    )


def _read(folder: Path, name: str, origin: Origin, inventory: Inventory) -> Brought:
    if origin is Origin.LEANIX:
        return read_leanix(folder, name, require_taxonomy(), inventory, timezone.localdate())
    if origin is Origin.BACKSTAGE:
        return read_backstage(folder, name, inventory)
    return read_things(folder, name, origin, require_taxonomy(), inventory)


def _written(brought: Brought, inventory: Inventory) -> list[Any]:
    """Each thing as only the fields given, in plain values: kind, short name, fields, and whether it is gone."""
    found = []
    for given in brought.things:
        made = merged(None, given)
        content = shelf.stored(made)
        fields = {each: content[each] for each in given.fields}
        found.append([given.kind.value, given.slug, fields, given.gone])
    return found


def _given(row: Import) -> list[Given]:
    """What a file said, read again; fields are complete values of their types."""
    found = []
    for kind, slug, fields, gone in row.things:
        known = {"slug": slug} if kind != Kind.INTEGRATION else {}
        whole = shelf.thing(Kind(kind), {"name": slug, **known, **fields} if known else fields)
        found.append(Given(Kind(kind), slug, {each: getattr(whole, each) for each in fields}, gone))
    return found


def rated(row: Import) -> tuple[Rated, ...]:
    """The ratings of a file."""
    return _RATED.validate_python(row.things)


def shown(row: Import) -> Difference:
    """What keeping a file would change now."""
    there = shelf.everything()
    now = {key: thing for key, (thing, is_there) in there.items() if is_there}
    given = _given(row)
    found = difference(
        now,
        [
            merged(there.get((each.kind, each.slug), (None, False))[0], each)
            for each in given
            if not each.gone
        ],
        whole=[Kind(kind) for kind in row.kinds],
    )
    told_gone = {(each.kind, each.slug) for each in given if each.gone}
    named = {(kind_of(each), each.slug) for each in found.gone}
    more = tuple(thing for key, thing in now.items() if key in told_gone and key not in named)
    return replace(found, gone=(*found.gone, *more))


@action("keep technology file", Capability.KEEP_REGISTERS)
def keep(actor: Actor, row: Import) -> Import:
    """Let what a file says stand, all of it. Raises Conflict if it stands already."""
    if row.kept and not row.withdrawn:
        raise Conflict(KEPT_ALREADY)
    if row.origin == Origin.RATINGS:
        if row.kept:
            Rating.objects.filter(brought=row).update(withdrawn=None)
        else:
            rating.rate(actor, rated(row), row.name, row)
    else:
        found = shown(row)
        things: list[tuple[Thing, bool]] = [(each, True) for each in found.added]
        things += [(each.after, True) for each in found.changed]
        things += [(each, False) for each in found.gone]
        shelf.put(actor, things, row)
    row.kept, row.withdrawn = timezone.now(), None
    row.save(update_fields=["kept", "withdrawn"])
    forget()
    return row


def changed_since(row: Import) -> tuple[str, ...]:
    """What somebody changed after a file was kept, by name: taking the file back leaves it as it is."""
    touched = Edition.objects.filter(brought=row).values("item")
    newest = {
        each.item_id: each
        for each in Edition.objects.filter(item__in=touched).select_related("item").order_by("id")
    }
    since = (each for each in newest.values() if each.brought_id != row.pk)
    return tuple(sorted(str(each.content.get("name", each.item.slug)) for each in since))


@action("withdraw technology file", Capability.KEEP_REGISTERS)
def withdraw(actor: Actor, row: Import) -> Import:
    """Take a file back: what it changed stands as before, but for what somebody changed since. Raises Conflict."""
    if row.kept is None or row.withdrawn:
        raise Conflict(NOT_KEPT)
    mark_withdrawn(row)
    Rating.objects.filter(brought=row, withdrawn=None).update(withdrawn=row.withdrawn)
    by_item: dict[int, list[Edition]] = {}
    touched = Edition.objects.filter(brought=row).values("item")
    for each in Edition.objects.filter(item__in=touched).select_related("item"):
        by_item.setdefault(each.item_id, []).append(each)  # the newest first
    back: list[tuple[Thing, bool]] = []
    for editions in by_item.values():
        if editions[0].brought_id != row.pk:
            continue
        before = next((each for each in editions if each.brought_id != row.pk), None)
        content = (before or editions[0]).content
        stands = before is not None and not before.gone
        back.append((shelf.thing(Kind(editions[0].item.kind), content), stands))
    shelf.put(actor, back)
    forget()
    return row


@action("discard technology file", Capability.KEEP_REGISTERS)
def discard(actor: Actor, row: Import) -> None:
    """Throw away what was read and never kept. Raises Conflict for what was kept."""
    if row.kept:
        raise Conflict(KEPT_ALREADY)
    row.delete()
