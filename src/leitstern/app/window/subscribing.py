"""Who gets the weekly letter: subscribing oneself, somebody else or a role; leaving with one click."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actions import action, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.home import current_home
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import require_unit
from leitstern.app.structure.kept_units import formerly, home
from leitstern.app.window.models import Declined, Subscription
from leitstern.core.errors import InvalidInput, NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import datetime

LENGTH = 22  # characters of a token: 132 bits
ONE = Text(
    en="Choose one person or one role. Nothing was kept.",
    de="Wählen Sie eine Person oder eine Rolle. Es wurde nichts gespeichert.",
)
NO_SUBSCRIPTION = Text(en="There is no such subscription.", de="Dieses Abonnement gibt es nicht.")
NO_LINK = Text(
    en="This link is not complete. Open it from the letter again.",
    de="Dieser Link ist nicht vollständig. Öffnen Sie ihn bitte noch einmal aus dem Brief.",
)


@action("subscribe to window", Capability.SEE_GAP)
def subscribe(
    actor: Actor, unit: str, person: Person | None = None, role: str = "", address: str = ""
) -> Subscription:
    """Let a person, or everybody with a role, have the letter; for others than oneself it takes who steers."""
    if (person is None) == (not role) or (role and role not in Role.values):
        raise InvalidInput(ONE)
    if person is None or person.actor_id != actor.actor_id:
        require(actor, Capability.STEER)
    if person is not None:
        Declined.objects.filter(unit__in=formerly(home(unit)), person=person).delete()
    there = Subscription.objects.filter(unit=unit, person=person, role=role, ended=None).first()
    return there or Subscription.objects.create(
        unit=require_unit(unit), person=person, role=role, address=address, actor=actor.actor_id
    )


@action("end subscription to window", Capability.STEER)
def end(actor: Actor, subscription: Subscription) -> Subscription:
    """Let a person or a role have it no longer."""
    return _end(subscription)


@action("leave window", Capability.SEE_GAP)
def leave(actor: Actor, person: Person, unit: str) -> Person:
    """Somebody does not want this letter any more, whether they asked for it or their role gets it."""
    held = Subscription.objects.filter(unit__in=formerly(unit), ended=None)
    for each in held.filter(person=person):
        _end(each)
    if held.filter(role=person.role).exists():
        Declined.objects.get_or_create(unit=unit, person=person)
    return person


def subscription_by_id(subscription_id: int) -> Subscription:
    """One that holds. Raises NotFound."""
    return or_not_found(Subscription.objects.filter(pk=subscription_id, ended=None).first(), NO_SUBSCRIPTION)


def subscriptions(unit: str) -> list[Subscription]:
    """Those that hold for a department, roles first."""
    held = Subscription.objects.filter(unit__in=formerly(unit), ended=None).select_related("person")
    return sorted(held, key=lambda each: (each.role == "", each.pk))


def has_letter(person: Person) -> frozenset[str]:
    """Of which departments somebody gets the letter."""
    return frozenset(unit for unit, _, _ in recipients(None, person))


def recipients(until: datetime | None, only: Person | None = None) -> list[tuple[str, Person, str]]:
    """Department, person and address of the links, for everybody who had subscribed by then; each once.

    Whoever had the letter of a department that was merged, has that of the one it went on in.
    """
    held = Subscription.objects.filter(ended=None).select_related("person").order_by("id")
    if until is not None:
        held = held.filter(created__lte=until)
    people = list(Person.objects.filter(is_active=True, **({"pk": only.pk} if only else {})))
    known = {each.pk for each in people}
    declined = {(home(unit), person) for unit, person in Declined.objects.values_list("unit", "person_id")}
    found: dict[tuple[str, int], tuple[str, Person, str]] = {}
    for each in held:
        meant = [each.person] if each.person else [who for who in people if who.role == each.role]
        unit = home(each.unit)
        for who in meant:
            if who.pk in known and (each.person or (unit, who.pk) not in declined):
                found.setdefault((unit, who.pk), (unit, who, each.address))
    return list(found.values())


def token_of(person: Person, unit: str) -> str:
    """What the link to leave carries: made from the installation's secret, stored nowhere."""
    return f"{person.pk}-{_signed(person.pk, unit)}"


def person_of_token(token: str, unit: str) -> Person:
    """Who leaves. Raises NotFound for a link that is not one of ours."""
    number, _, signed = token.partition("-")
    person = (
        Person.objects.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 10 else None
    )
    if person is None or not hmac.compare_digest(signed.encode(), _signed(person.pk, unit).encode()):
        raise NotFound(NO_LINK)
    return person


def _signed(number: int, unit: str) -> str:
    made = hmac.digest(current_home().secret, f"leave window {number} {unit}".encode(), "sha256")
    return urlsafe_b64encode(made).decode()[:LENGTH]


def _end(subscription: Subscription) -> Subscription:
    subscription.ended = timezone.now()
    subscription.save(update_fields=["ended"])
    return subscription
