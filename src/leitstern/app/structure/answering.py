"""Keeping who does what: pieces of work, and the duties of roles before and after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.former import touchpoint_names
from leitstern.app.structure.models import Duty, Role, Work
from leitstern.app.structure.naming import need_name
from leitstern.app.structure.reading import place_names
from leitstern.collect.kpi_file import short_name
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.structure.duties import Letter, Phase, Place
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

TWICE = Text(
    en="This piece of work is in the register already. Nothing was kept.",
    de="Diese Aufgabe steht schon im Register. Es wurde nichts gespeichert.",
)
NO_PLACE = Text(
    en="The taxonomy has no such touchpoint or journey. Nothing was kept.",
    de="Diesen Kontaktpunkt oder diese Reise gibt es in der Taxonomie nicht. Es wurde nichts gespeichert.",
)
NO_SUCH_ROLE = Text(
    en="One of these roles is not in the register any more. Nothing was kept.",
    de="Eine dieser Rollen steht nicht mehr im Register. Es wurde nichts gespeichert.",
)


@action("enter work", Capability.KEEP_REGISTERS)
def enter_work(
    actor: Actor, place: Place, called: str, *, customer: bool = True, touchpoints: Sequence[str] = ()
) -> Work:
    """A touchpoint or journey by its short name, or a process by its name. Touchpoints and journeys are for customers."""
    if place is Place.PROCESS:
        name = need_name(called, 160)
        slug = short_name(name)
        if not set(touchpoints) <= touchpoint_names().keys():
            raise InvalidInput(NO_PLACE)
    else:
        name, slug, customer, touchpoints = "", called, True, ()
        if (place, slug) not in place_names():
            raise InvalidInput(NO_PLACE)
    try:
        with transaction.atomic():
            return Work.objects.create(
                place=place.value,
                slug=slug,
                name=name,
                customer=customer,
                touchpoints=list(dict.fromkeys(touchpoints)),
                actor=actor.actor_id,
            )
    except IntegrityError:
        raise Conflict(TWICE) from None


@action("retire work", Capability.KEEP_REGISTERS)
def retire_work(actor: Actor, work: Work) -> Work:
    """Nobody does it any more; who did stays readable."""
    work.retired = timezone.now()
    work.save(update_fields=["retired"])
    return work


@action("restore work", Capability.KEEP_REGISTERS)
def restore_work(actor: Actor, work: Work) -> Work:
    """It is done again. Raises Conflict if the same was entered anew."""
    work.retired = None
    try:
        with transaction.atomic():
            work.save(update_fields=["retired"])
    except IntegrityError:
        raise Conflict(TWICE) from None
    return work


@action("set duties", Capability.KEEP_REGISTERS)
def set_duties(actor: Actor, work: Work, phase: Phase, wanted: Collection[tuple[Role, Letter]]) -> Work:
    """Who has which part in one phase from now on. What is not among them ends, and stays readable.

    Mistakes (nobody answers, or two do) are kept and shown, not refused: they are how things are.
    """
    standing = {
        (duty.role_id, Letter(duty.letter)): duty
        for duty in Duty.objects.filter(work=work, phase=phase.value, ended=None)
    }
    keys = {(role.pk, letter) for role, letter in wanted}
    new = keys - standing.keys()
    if any(role.retired and (role.pk, letter) in new for role, letter in wanted):
        raise InvalidInput(NO_SUCH_ROLE)
    ended = [duty.pk for key, duty in standing.items() if key not in keys]
    Duty.objects.filter(pk__in=ended).update(ended=timezone.now())
    Duty.objects.bulk_create(
        Duty(work=work, phase=phase.value, role_id=role, letter=letter.value, actor=actor.actor_id)
        for role, letter in sorted(new)
    )
    return work


@action("put change of duties into force", Capability.KEEP_REGISTERS)
def put_into_force(actor: Actor, work: Work) -> Work:
    """What was planned becomes what is: the duties after the change are those of today, and no change is planned."""
    planned = [
        (duty.role, Letter(duty.letter))
        for duty in Duty.objects.filter(work=work, phase=Phase.AFTER.value, ended=None).select_related("role")
    ]
    if planned:
        set_duties(actor, work, Phase.BEFORE, planned)
        set_duties(actor, work, Phase.AFTER, [])
    return work
