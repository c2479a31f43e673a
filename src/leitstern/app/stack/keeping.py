"""Keeping the inventory by hand: entering, changing, taking out, and letting an earlier wording stand again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.typed import typed
from leitstern.app.stack import shelf
from leitstern.app.stack.models import Edition, Item
from leitstern.collect.kpi_file import short_name
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.stack.inventory import Integration, kind_of
from leitstern.core.inside.stack.terms import KINDS, Kind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.stack.inventory import Thing

LONGEST = 160
NO_NAME = Text(
    en="A name of at most {most} signs is needed, with letters or digits. Nothing was kept.",
    de="Es braucht einen Namen von höchstens {most} Zeichen, mit Buchstaben oder Ziffern. Es wurde nichts gespeichert.",
).fill(most=LONGEST)
TAKEN = Text(
    en="There is something of this name already ({kind}). Nothing was kept; change that, or choose another name.",
    de="Unter diesem Namen gibt es schon etwas ({kind}). Es wurde nichts gespeichert; ändern Sie dies oder wählen Sie einen anderen Namen.",
)
NO_ENDS = Text(
    en="An integration joins two different applications that are there. Nothing was kept.",
    de="Ein Datenweg führt von einer Anwendung, die es gibt, zu einer anderen. Es wurde nichts gespeichert.",
)
NEGATIVE = Text(
    en="A cost is not negative. Nothing was kept.",
    de="Kosten sind nicht negativ. Es wurde nichts gespeichert.",
)
NO_THING = Text(en="There is no such thing in the inventory.", de="Das gibt es im Bestand nicht.")


def item(kind: Kind, slug: str) -> Item:
    """One row, there or gone. Raises NotFound."""
    return or_not_found(Item.objects.filter(kind=kind, slug=slug).first(), NO_THING)


def edition_by_id(edition_id: int) -> Edition:
    """One earlier wording. Raises NotFound."""
    return or_not_found(Edition.objects.filter(pk=edition_id).select_related("item").first(), NO_THING)


@action("enter technology", Capability.KEEP_REGISTERS)
def enter(actor: Actor, thing: Thing) -> Item:
    """Something new under a short name of its own. Raises Conflict if that is taken."""
    checked = _checked(thing)
    if not isinstance(checked, Integration) and not checked.slug:
        checked = replace(checked, slug=short_name(checked.name))
    kind = kind_of(checked)
    if Item.objects.filter(kind=kind, slug=checked.slug, gone=None).exists():
        raise Conflict(TAKEN.fill(kind=KINDS[kind]))
    shelf.put(actor, [(checked, True)])
    return item(kind, checked.slug)


@action("change technology", Capability.KEEP_REGISTERS)
def change(actor: Actor, row: Item, thing: Thing) -> Item:
    """The same thing in other words; an integration whose ends or way change becomes another one, and the old one goes."""
    checked, kind = _checked(thing), Kind(row.kind)
    if isinstance(checked, Integration) and checked.slug != row.slug:
        if Item.objects.filter(kind=kind, slug=checked.slug, gone=None).exists():
            raise Conflict(TAKEN.fill(kind=KINDS[kind]))
        shelf.put(actor, [(shelf.thing(kind, row.content), False), (checked, True)])
        return item(kind, checked.slug)
    shelf.put(actor, [(checked, row.gone is None)])
    return item(kind, row.slug)


@action("retire technology", Capability.KEEP_REGISTERS)
def retire(actor: Actor, row: Item) -> Item:
    """It is gone; what was said of it stays, and whatever refers to it says so."""
    shelf.put(actor, [(shelf.thing(Kind(row.kind), row.content), False)])
    return item(Kind(row.kind), row.slug)


@action("restore technology", Capability.KEEP_REGISTERS)
def restore(actor: Actor, row: Item) -> Item:
    """It is there again, as it was."""
    shelf.put(actor, [(shelf.thing(Kind(row.kind), row.content), True)])
    return item(Kind(row.kind), row.slug)


@action("put back technology", Capability.KEEP_REGISTERS)
def put_back(actor: Actor, edition: Edition) -> Item:
    """Let an earlier wording stand again; the one of now stays in the history."""
    kind = Kind(edition.item.kind)
    shelf.put(actor, [(shelf.thing(kind, edition.content), not edition.gone)])
    return item(kind, edition.item.slug)


def _checked(thing: Thing) -> Thing:
    """Raises InvalidInput for what cannot be kept."""
    if isinstance(thing, Integration):
        there = shelf.inventory().by_slug
        if thing.source == thing.target or not {thing.source, thing.target} <= there.keys():
            raise InvalidInput(NO_ENDS)
        return thing
    name = typed(thing.name)
    if not short_name(name) or len(name) > LONGEST:
        raise InvalidInput(NO_NAME)
    cost = getattr(thing, "cost", None)
    if cost is not None and cost.minor < 0:
        raise InvalidInput(NEGATIVE)
    return replace(thing, name=name)
