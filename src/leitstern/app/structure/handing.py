"""Keeping interfaces, and what each side says about them. Claims are appended; of each aspect the last counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.former import touchpoint_names
from leitstern.app.structure.models import Claim, Interface
from leitstern.app.structure.naming import need_name, words
from leitstern.app.structure.queries import require_unit
from leitstern.app.structure.reading import plain_interface
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.structure.interfaces import ASPECTS, Aspect
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.inside.structure.interfaces import Side

SAME = Text(
    en="An interface lies between two different units. Nothing was kept.",
    de="Eine Schnittstelle liegt zwischen zwei verschiedenen Bereichen. Es wurde nichts gespeichert.",
)
TWICE = Text(
    en="This interface is in the register already. Nothing was kept.",
    de="Diese Schnittstelle steht schon im Register. Es wurde nichts gespeichert.",
)
NO_TOUCHPOINT = Text(
    en="The taxonomy has no such touchpoint. Nothing was kept.",
    de="Diesen Kontaktpunkt gibt es in der Taxonomie nicht. Es wurde nichts gespeichert.",
)
NOTHING_SAID = Text(
    en="Say yes or no to at least one of the three. Nothing was kept.",
    de="Sagen Sie zu mindestens einem der drei ja oder nein. Es wurde nichts gespeichert.",
)
UPHILL = Text(
    en="What is not defined cannot be accepted, and what is not accepted is not lived. Nothing was kept.",
    de="Was nicht festgelegt ist, kann nicht akzeptiert sein, und was nicht akzeptiert ist, wird nicht gelebt. Es wurde nichts gespeichert.",
)
UPHILL_BEFORE = Text(
    en="This side said before that it is not {before}; what needs that cannot be so. Say anew what it says to that, too. Nothing was kept.",
    de="Diese Seite hat früher gesagt, dass sie nicht {before} ist; was das voraussetzt, kann nicht sein. Sagen Sie auch dazu neu, was gilt. Es wurde nichts gespeichert.",
)
AHEAD = Text(
    en="What is said here is already so; the day cannot lie in the future. Nothing was kept.",
    de="Was hier gesagt wird, ist schon so; der Tag kann nicht in der Zukunft liegen. Es wurde nichts gespeichert.",
)


@action("enter interface", Capability.KEEP_REGISTERS)
def enter_interface(actor: Actor, giver: str, receiver: str, what: str, touchpoint: str = "") -> Interface:
    """Something one unit hands over to another."""
    if giver == receiver:
        raise InvalidInput(SAME)
    if touchpoint and touchpoint not in touchpoint_names():
        raise InvalidInput(NO_TOUCHPOINT)
    try:
        with transaction.atomic():
            return Interface.objects.create(
                giver=require_unit(giver),
                receiver=require_unit(receiver),
                what=need_name(what, 200),
                touchpoint=touchpoint,
                actor=actor.actor_id,
            )
    except IntegrityError:
        raise Conflict(TWICE) from None


@action("retire interface", Capability.KEEP_REGISTERS)
def retire_interface(actor: Actor, interface: Interface) -> Interface:
    """Nothing is handed over there any more; what was said stays readable."""
    interface.retired = timezone.now()
    interface.save(update_fields=["retired"])
    return interface


@action("restore interface", Capability.KEEP_REGISTERS)
def restore_interface(actor: Actor, interface: Interface) -> Interface:
    """It is again. Raises Conflict if the same was entered anew."""
    interface.retired = None
    try:
        with transaction.atomic():
            interface.save(update_fields=["retired"])
    except IntegrityError:
        raise Conflict(TWICE) from None
    return interface


@action("claim interface", Capability.KEEP_REGISTERS)
def claim_interface(
    actor: Actor,
    interface: Interface,
    side: Side,
    said: Mapping[Aspect, bool | None],
    evidence: str,
    day: date,
) -> Claim:
    """What one side says, from `day` on; what it leaves out stays as it said before.

    The other side's claim is left as it is, also where it says the opposite.
    """
    order = [said.get(aspect) for aspect in Aspect]
    if all(each is None for each in order):
        raise InvalidInput(NOTHING_SAID)
    if any(before is False and after for at, before in enumerate(order) for after in order[at + 1 :]):
        raise InvalidInput(UPHILL)
    if day > timezone.localdate():
        raise InvalidInput(AHEAD)
    _refuse_uphill(interface, side, said)
    return Claim.objects.create(
        interface=interface,
        side=side.value,
        **{aspect.value: said.get(aspect) for aspect in Aspect},
        evidence=words(evidence),
        day=day,
        actor=actor.actor_id,
    )


@action("withdraw claim on interface", Capability.KEEP_REGISTERS)
def withdraw_claim(actor: Actor, claim: Claim) -> Claim:
    """Take a claim back; what that side said before stands again."""
    return mark_withdrawn(claim)


@action("reinstate claim on interface", Capability.KEEP_REGISTERS)
def reinstate_claim(actor: Actor, claim: Claim) -> Claim:
    """Undo that."""
    return mark_standing(claim)


def _refuse_uphill(interface: Interface, side: Side, said: Mapping[Aspect, bool | None]) -> None:
    """What is said now may not need something that this side denied before and does not speak of now."""
    there = plain_interface(interface, interface.claims.filter(withdrawn=None)).claim(side)
    for at, before in enumerate(Aspect):
        denied = there is not None and there.said.get(before) is False and said.get(before) is None
        if denied and any(said.get(after) for after in list(Aspect)[at + 1 :]):
            raise InvalidInput(UPHILL_BEFORE.fill(before=ASPECTS[before]))
