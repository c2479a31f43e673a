"""The first administrator comes in through a one-time link; there is no default password."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.people import PASSWORD, make

from leitstern.app.accounts.actions import accept_link, issue_first_link, open_example
from leitstern.app.accounts.models import OneTimeLink, Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.audit import first_broken
from leitstern.app.common.models import AuditEntry
from leitstern.core.errors import Conflict, NotFound

pytestmark = pytest.mark.django_db

ADA = {"name": "Ada Admin", "email": "Ada@Example.org", "password": PASSWORD, "language": "de"}


def address(token: str | None) -> str:
    assert token
    return reverse("accounts:start", args=[token])


def test_before_anybody_is_there_the_pages_say_where_the_link_is() -> None:
    page = Client().get(reverse("accounts:sign-in"))
    assert "first-link" in page.content.decode()


def test_whoever_has_the_link_becomes_the_administrator() -> None:
    browser = Client()
    answer = browser.post(address(issue_first_link()), ADA)
    ada = Person.objects.get()
    assert (ada.role, ada.email, ada.language) == (Role.ADMIN, "ada@example.org", "de")
    assert ada.check_password(PASSWORD)
    assert ada.password.startswith("argon2")
    assert answer["Location"] == reverse("web:situation")
    assert browser.cookies["leitstern_language"].value == "de"
    assert browser.get(reverse("accounts:people")).status_code == 200


def test_it_works_once() -> None:
    link = address(issue_first_link())
    Client().post(link, ADA)
    second = Client().post(link, ADA | {"email": "eve@example.org"})
    assert second.status_code == 410
    assert Person.objects.count() == 1


def test_looking_at_it_does_not_use_it_up() -> None:
    link = address(issue_first_link())
    for _ in range(3):  # scanners of mails and chats open every link
        assert Client().get(link).status_code == 200
    assert Client().head(link).status_code == 200
    assert Client().post(link, ADA).status_code == 302


def test_it_ends_by_itself() -> None:
    token = issue_first_link()
    OneTimeLink.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert Client().get(address(token)).status_code == 410
    assert Client().post(address(token), ADA).status_code == 410
    assert not Person.objects.exists()


def test_a_new_one_ends_the_one_before() -> None:
    first, second = issue_first_link(), issue_first_link()
    assert Client().get(address(first)).status_code == 410
    assert Client().get(address(second)).status_code == 200


def test_there_is_none_once_somebody_is_there() -> None:
    token = issue_first_link()
    make(Role.EXECUTIVE)
    assert issue_first_link() is None
    assert Client().get(address(token)).status_code == 410
    with pytest.raises(NotFound):
        accept_link(token or "", name="Eve", email="eve@example.org", password=PASSWORD, language="en")


def test_only_its_hash_is_stored() -> None:
    token = issue_first_link()
    assert token
    assert OneTimeLink.objects.get().hash != token
    assert token not in str(OneTimeLink.objects.values())


@pytest.mark.parametrize("password", ["short", "password1234", "            "])
def test_a_weak_password_is_refused_and_the_link_stays(password: str) -> None:
    link = address(issue_first_link())
    page = Client().post(link, ADA | {"password": password})
    assert page.status_code == 200
    assert page.context["form"].errors["password"]
    assert not Person.objects.exists()
    assert Client().post(link, ADA).status_code == 302


def test_a_made_up_link_leads_nowhere() -> None:
    assert Client().get(address("x" * 32)).status_code == 410


def test_pages_behind_a_link_are_not_kept_by_browsers() -> None:
    page = Client().get(address(issue_first_link()))
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "same-origin"


def test_coming_in_is_in_the_log() -> None:
    Client().post(address(issue_first_link()), ADA)
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.subject) == ("accept link", f"accounts.person:{Person.objects.get().pk}")
    assert first_broken() is None


def test_visitors_of_the_example_choose_whom_to_be() -> None:
    link = address(open_example())
    browser = Client()
    cast = browser.get(link).context["cast"]
    assert {person.role for person in cast} == set(Role)
    viktor = next(person for person in cast if person.role == Role.EXECUTIVE)
    assert browser.post(link, {"person": viktor.pk}).status_code == 302
    assert browser.get(reverse("accounts:me")).context["me"] == viktor
    assert Client().post(link, {"person": "nobody"}).status_code == 404


def test_the_example_never_opens_a_home_of_real_people() -> None:
    make(Role.ADMIN)
    Person.objects.update(email="ada@company.example")
    with pytest.raises(Conflict):
        open_example()
    assert not OneTimeLink.objects.exists()


def test_the_link_of_the_example_makes_nobody_an_administrator() -> None:
    token = open_example()
    with pytest.raises(NotFound):
        accept_link(token, name="Eve", email="eve@example.org", password=PASSWORD, language="en")
