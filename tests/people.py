"""The people in our tests: each has one role, so that a test reads like a sentence."""

from __future__ import annotations

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
    person.set_password(PASSWORD)
    person.save()
    return person
