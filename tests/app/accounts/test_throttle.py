"""Guessing passwords: an address has to wait after five wrong ones, and nobody learns whether it is known."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.people import PASSWORD, make

from leitstern.app.accounts.actions import accept_link, renew_link
from leitstern.app.accounts.models import WrongPassword
from leitstern.app.accounts.roles import Role
from leitstern.app.accounts.throttle import MOST, WINDOW
from leitstern.app.common.actors import COMMAND_LINE

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "executive@example.org", "nobody@example.org"


def attempt(email: str, password: str = "not the password") -> tuple[int, str]:
    answer = Client(headers={"accept-language": "en"}).post(
        reverse("accounts:sign-in"), {"email": email, "password": password}
    )
    said = answer.context["form"].non_field_errors() if answer.context else []
    return answer.status_code, " ".join(said)


@pytest.mark.parametrize("email", [KNOWN, UNKNOWN, "EXECUTIVE@example.org"])
def test_after_five_wrong_passwords_an_address_waits_known_or_not(email: str) -> None:
    make(Role.EXECUTIVE)
    for _ in range(MOST):
        assert "do not match" in attempt(email)[1]
    status, said = attempt(email, PASSWORD)
    assert status == 200
    assert "wait 15 minutes" in said
    assert "do not match" in attempt("another@example.org")[1]


def test_the_wait_ends_and_nothing_is_kept_longer() -> None:
    make(Role.EXECUTIVE)
    for _ in range(MOST):
        attempt(KNOWN)
    WrongPassword.objects.update(at=timezone.now() - WINDOW - timedelta(seconds=1))
    attempt(UNKNOWN)
    assert WrongPassword.objects.count() == 1
    assert attempt(KNOWN, PASSWORD)[0] == 302


def test_the_right_password_ends_the_count() -> None:
    make(Role.EXECUTIVE)
    for _ in range(3):
        for _ in range(MOST - 1):
            attempt(KNOWN)
        assert attempt(KNOWN, PASSWORD)[0] == 302


def test_a_new_link_works_at_once() -> None:
    person = make(Role.EXECUTIVE)
    for _ in range(MOST):
        attempt(KNOWN)
    token = renew_link(COMMAND_LINE, person)
    accept_link(token, name="Eva", email=KNOWN, password=PASSWORD, language="en")
    assert attempt(KNOWN, PASSWORD)[0] == 302


def test_only_a_keyed_hash_of_the_address_is_kept() -> None:
    make(Role.EXECUTIVE)
    attempt(UNKNOWN)
    kept = str(list(WrongPassword.objects.values()))
    assert WrongPassword.objects.count() == 1
    assert "nobody" not in kept


def test_a_try_counts_before_its_password_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise many at once are all looked at before the first one counts."""
    make(Role.EXECUTIVE)
    counted = []

    def look(*_: object, **__: object) -> None:
        counted.append(WrongPassword.objects.count())

    monkeypatch.setattr("leitstern.app.accounts.actions.authenticate", look)
    for _ in range(MOST + 2):
        attempt(KNOWN)
    assert counted == [1, 2, 3, 4, 5]
