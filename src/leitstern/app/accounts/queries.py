"""Who is who."""

from __future__ import annotations

from django.db.models import Count, QuerySet
from django.utils import timezone

from leitstern.app.accounts.models import ApiKey, OneTimeLink, Person, token_hash


def anybody_there() -> bool:
    """Whether the first administrator exists."""
    return Person.objects.exists()


def people() -> QuerySet[Person]:
    """Everybody, by name."""
    return Person.objects.order_by("-is_active", "name")


def house_language() -> str:
    """The language most people here read, for what the program says to all of them at once."""
    spoken = Person.objects.filter(is_active=True).values("language").annotate(n=Count("pk"))
    found = spoken.order_by("-n", "language").first()
    return str(found["language"]) if found else "en"


def open_link(token: str) -> OneTimeLink | None:
    """The unused, unexpired link with this token.

    That of the first administrator ends when somebody is there, that of a person when their access is closed.
    """
    found = OneTimeLink.objects.filter(hash=token_hash(token), used=None, expires__gt=timezone.now())
    link = found.select_related("person").first()
    if link is None or link.example:
        return link
    open_to_them = link.person.is_active if link.person else not anybody_there()
    return link if open_to_them else None


def keys_of(person: Person) -> QuerySet[ApiKey]:
    """The person's keys, newest first, revoked ones included."""
    return person.keys.all()


def person_with_key(token: str) -> Person | None:
    """The person behind a valid key; notes the use once an hour at most."""
    key = ApiKey.objects.select_related("person").filter(hash=token_hash(token)).first()
    if key is None or not key.is_valid or not key.person.is_active:
        return None
    now = timezone.now()
    if key.last_used is None or (now - key.last_used).total_seconds() > 3600:
        ApiKey.objects.filter(pk=key.pk).update(last_used=now)
    return key.person
