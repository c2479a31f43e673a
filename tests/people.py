"""The people in our tests: each has one role, so that a test reads like a sentence."""

from __future__ import annotations

from functools import cache

from django.contrib.auth.hashers import make_password

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role

PASSWORD = "ein Leitstern über der See"  # for people who exist in tests only

NAMES = {
    Role.ADMIN: "Ada Admin",
    Role.LEAD: "Lena Leitner",
    Role.EXECUTIVE: "Viktor Vorstand",
    Role.ANALYST: "Anton Analyst",
    Role.SERVICE: "Selma Service",
    Role.OWNER: "Olga Owner",
    Role.AUDITOR: "Rudi Revisor",
}


def make(role: Role, language: str = "en") -> Person:
    """Somebody with this role, who can sign in with `PASSWORD`."""
    person = Person(email=f"{role}@example.org", name=NAMES[role], role=role, language=language)
    person.password = _hashed()
    person.save()
    return person


@cache
def _hashed() -> str:
    """Hashing is slow on purpose; once is enough for all people of a test run."""
    return make_password(PASSWORD)
