"""What can be done with people and keys."""

from __future__ import annotations

from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from django.contrib.auth import authenticate
from django.db import transaction
from django.utils import timezone

from leitstern.app.accounts import throttle
from leitstern.app.accounts.models import ApiKey, OneTimeLink, Person, token_hash
from leitstern.app.accounts.queries import anybody_there, open_link, people
from leitstern.app.accounts.roles import Role
from leitstern.app.common import audit
from leitstern.app.common.actions import action, require, subject_of
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.core.errors import Conflict, InvalidInput, NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest

NO_MATCH = Text(
    en="E-mail and password do not match. Please try again.",
    de="E-Mail und Passwort passen nicht zusammen. Bitte versuchen Sie es noch einmal.",
)
LINK_GONE = Text(
    en="This link has been used or has expired. Ask your administrator for a new one.",
    de="Dieser Link wurde schon benutzt oder ist abgelaufen. Bitten Sie die Administration um einen neuen.",
)
LAST_ADMIN = Text(
    en="This is the only administrator left. Give somebody else that role first. Nothing was changed.",
    de="Das ist die letzte Person mit der Rolle Administration. Geben Sie zuerst jemand anderem diese Rolle. "
    "Es wurde nichts geändert.",
)
NOT_THE_EXAMPLE = Text(
    en="People of your own are in this home, so the example company's cast may not enter it. Choose another home.",
    de="In diesem Verzeichnis sind eigene Personen; das Ensemble des Beispielunternehmens darf nicht hinein. Wählen Sie "
    "ein anderes Verzeichnis.",
)
EMAIL_TAKEN = Text(
    en="Somebody with this e-mail address is already here. Nothing was changed.",
    de="Es gibt schon jemanden mit dieser E-Mail-Adresse. Es wurde nichts geändert.",
)


def sign_in(request: HttpRequest, *, email: str, password: str) -> Person:
    """Who this is. The same answer whether the address or the password was wrong, and a wait after too many of them."""
    throttle.note_try(email)
    person = authenticate(request, username=email.lower(), password=password)
    if not isinstance(person, Person):
        raise InvalidInput(NO_MATCH)
    throttle.forget(email)
    return person


def issue_first_link() -> str | None:
    """The token that creates the first administrator; None once somebody is there. Earlier tokens end."""
    with transaction.atomic():
        if anybody_there():
            return None
        OneTimeLink.objects.filter(person=None, used=None).delete()
        return OneTimeLink.issue(Role.ADMIN)[1]


def accept_link(token: str, *, name: str, email: str, password: str, language: str) -> Person:
    """Use a one-time link: create the first administrator, or set an invited person's name and password."""
    with transaction.atomic():
        link = open_link(token)
        if link is None or link.example:
            raise NotFound(LINK_GONE)
        person = link.person or Person(role=link.role)
        if Person.objects.filter(email__iexact=email).exclude(pk=person.pk).exists():
            raise Conflict(EMAIL_TAKEN)
        person.name, person.email, person.language = name, email.lower(), language
        person.set_password(password)
        person.save()
        throttle.forget(person.email)
        link.used = timezone.now()
        link.person = person
        link.save()
        audit.record(person, "accept link", f"accounts.person:{person.pk}")
    return person


@action("invite person", Capability.MANAGE_PEOPLE)
def _invited(actor: Actor, name: str, email: str, role: Role, language: str) -> Person:
    if Person.objects.filter(email__iexact=email).exists():
        raise Conflict(EMAIL_TAKEN)
    person = Person(name=name, email=email.lower(), role=role, language=language)
    person.set_unusable_password()
    person.save()
    return person


def invite(actor: Actor, *, name: str, email: str, role: Role, language: str) -> tuple[Person, str]:
    """A new person and the token of the link to hand over."""
    with transaction.atomic():
        person = _invited(actor, name, email, role, language)
        return person, renew_link(actor, person)


def renew_link(actor: Actor, person: Person) -> str:
    """A new one-time link for somebody who lost theirs or forgot the password; earlier ones end."""
    require(actor, Capability.MANAGE_PEOPLE)
    with transaction.atomic():
        _end_links(person)
        link, token = OneTimeLink.issue(person.role, person)
        audit.record(actor, "renew link", subject_of(link))
    return token


@action("change role", Capability.MANAGE_PEOPLE)
def change_role(actor: Actor, person: Person, role: Role) -> Person:
    """Give somebody another role. The last administrator keeps theirs."""
    if role != Role.ADMIN:
        _keep_one_admin(person)
    person.role = role
    person.save(update_fields=["role"])
    return person


@action("let in or out", Capability.MANAGE_PEOPLE)
def set_active(actor: Actor, person: Person, active: bool) -> Person:
    """Close or reopen somebody's access. What they did stays."""
    if not active:
        _keep_one_admin(person)
        _end_links(person)
    person.is_active = active
    person.save(update_fields=["is_active"])
    return person


def _end_links(person: Person) -> None:
    person.links.filter(used=None).delete()


def _keep_one_admin(person: Person) -> None:
    if person.role == Role.ADMIN and person.is_active:
        others = Person.objects.filter(role=Role.ADMIN, is_active=True).exclude(pk=person.pk)
        if not others.exists():
            raise Conflict(LAST_ADMIN)


def create_key(
    person: Person, name: str, days: int = 365, *, now: datetime | None = None
) -> tuple[ApiKey, str]:
    """A key for programs with the person's own capabilities, and its token, shown once."""
    token = ApiKey.PREFIX + token_urlsafe(32)
    with transaction.atomic():
        key = ApiKey.objects.create(
            person=person,
            name=name,
            hash=token_hash(token),
            expires=(now or timezone.now()) + timedelta(days=days),
        )
        audit.record(person, "create key", f"accounts.apikey:{key.pk}")
    return key, token


def revoke_key(person: Person, key_id: int) -> ApiKey:
    """End one of the person's own keys, at once."""
    with transaction.atomic():
        key = or_not_found(
            ApiKey.objects.filter(person=person, pk=key_id).first(),
            Text(en="There is no such key.", de="Diesen Schlüssel gibt es nicht."),
        )
        key.revoked = key.revoked or timezone.now()
        key.save(update_fields=["revoked"])
        audit.record(person, "revoke key", f"accounts.apikey:{key.pk}")
    return key


CAST = {
    Role.LEAD: "Lena Leitner",
    Role.EXECUTIVE: "Viktor Vorwerk",
    Role.SERVICE: "Selma Sievers",
    Role.ANALYST: "Anton Arndt",
    Role.OWNER: "Olga Ohlsen",
    Role.AUDITOR: "Rudi Rahn",
    Role.ADMIN: "Ada Albers",
}


def cast() -> dict[Role, Person]:
    """The example company's people, by role; who is missing comes in.

    They have no passwords. Raises Conflict in a home where people of its own are.
    """
    with transaction.atomic():
        if people().exclude(email__in=[_cast_email(role) for role in CAST]).exists():
            raise Conflict(NOT_THE_EXAMPLE)
        for role, name in CAST.items():
            if not Person.objects.filter(email=_cast_email(role)).exists():
                person = Person(name=name, email=_cast_email(role), role=role)
                person.set_unusable_password()
                person.save()
        return {role: Person.objects.get(email=_cast_email(role)) for role in CAST}


def open_example() -> str:
    """The token of a link behind which a visitor picks whom of the example company's cast to be.

    Only `leitstern demo` calls this: the example holds no real person's data. Raises Conflict like `cast`.
    """
    with transaction.atomic():
        cast()
        OneTimeLink.objects.filter(example=True).delete()
        link, token = OneTimeLink.issue(Role.LEAD)
        link.example = True
        link.save(update_fields=["example"])
    return token


def _cast_email(role: Role) -> str:
    return f"{role}@example.org"
