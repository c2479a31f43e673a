"""Inviting, changing roles, closing access, and never being without an administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import PASSWORD, make

from leitstern.app.accounts.actions import change_role, invite, renew_link, set_active
from leitstern.app.accounts.models import OneTimeLink, Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry
from leitstern.core.errors import Conflict, NotAllowed

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

OLGA = {"name": "Olga Owner", "email": "olga@example.org", "role": "owner", "language": "en"}
WELCOME = {"name": "Olga O.", "email": "olga@example.org", "password": PASSWORD, "language": "de"}


@pytest.fixture
def ada(admin: Person) -> Client:
    browser = Client()
    browser.force_login(admin)
    return browser


def post(browser: Client, person: Person, **data: str) -> Answer:
    return browser.post(reverse("accounts:change-person", args=[person.pk]), data)


def test_an_invited_person_comes_in_with_the_role_they_were_given(ada: Client) -> None:
    page = ada.post(reverse("accounts:people"), OLGA)
    link = page.context["link"]
    assert "no-store" in page["Cache-Control"]
    browser = Client()
    assert browser.get(link).context["form"].initial["name"] == "Olga Owner"
    assert browser.post(link, WELCOME | {"role": "admin"}).status_code == 302
    olga = Person.objects.get(email="olga@example.org")
    assert (olga.role, olga.name, olga.language) == (Role.OWNER, "Olga O.", "de")
    assert browser.get(reverse("accounts:people")).status_code == 403


def test_until_then_nobody_can_sign_in_as_them(ada: Client) -> None:
    ada.post(reverse("accounts:people"), OLGA)
    for password in ("", "!", PASSWORD):
        answer = Client().post(
            reverse("accounts:sign-in"), {"email": "olga@example.org", "password": password}
        )
        assert answer.status_code == 200


def test_the_same_address_is_not_invited_twice(ada: Client) -> None:
    ada.post(reverse("accounts:people"), OLGA)
    page = ada.post(reverse("accounts:people"), OLGA | {"email": "OLGA@example.org"})
    assert page.context["form"].errors["email"]
    assert Person.objects.filter(email__iexact="olga@example.org").count() == 1


def test_nobody_takes_anothers_address(admin: Person) -> None:
    _person, token = invite(admin, name="Olga", email="olga@example.org", role=Role.OWNER, language="en")
    page = Client().post(reverse("accounts:start", args=[token]), WELCOME | {"email": admin.email.upper()})
    assert page.context["form"].non_field_errors()
    assert not Person.objects.get(email="olga@example.org").has_usable_password()


def test_a_new_link_ends_the_one_before(admin: Person) -> None:
    olga, first = invite(admin, name="Olga", email="olga@example.org", role=Role.OWNER, language="en")
    second = renew_link(admin, olga)
    assert Client().get(reverse("accounts:start", args=[first])).status_code == 410
    assert Client().get(reverse("accounts:start", args=[second])).status_code == 200


def test_a_forgotten_password_ends_all_sessions_when_it_is_replaced(admin: Person) -> None:
    viktor = make(Role.EXECUTIVE)
    at_home = Client()
    at_home.force_login(viktor)
    token = renew_link(admin, viktor)
    new = {"name": viktor.name, "email": viktor.email, "password": "ein neuer Satz, lang genug"}
    Client().post(reverse("accounts:start", args=[token]), new | {"language": "de"})
    assert at_home.get(reverse("web:situation")).status_code == 302


def test_a_changed_role_counts_at_once(ada: Client) -> None:
    viktor = make(Role.EXECUTIVE)
    browser = Client()
    browser.force_login(viktor)
    assert browser.get(reverse("outside:customers")).status_code == 403
    assert post(ada, viktor, role="service").status_code == 302
    assert browser.get(reverse("outside:customers")).status_code == 200


def test_a_role_that_does_not_exist_is_refused(ada: Client) -> None:
    viktor = make(Role.EXECUTIVE)
    assert post(ada, viktor, role="king").status_code == 422
    viktor.refresh_from_db()
    assert viktor.role == Role.EXECUTIVE


def test_closed_access_ends_sessions_and_links_and_can_be_reopened(ada: Client, admin: Person) -> None:
    viktor = make(Role.EXECUTIVE)
    token = renew_link(admin, viktor)
    browser = Client()
    browser.force_login(viktor)
    post(ada, viktor, active="0")
    assert browser.get(reverse("web:situation")).status_code == 302
    assert Client().get(reverse("accounts:start", args=[token])).status_code == 410
    assert (
        Client().post(reverse("accounts:sign-in"), {"email": viktor.email, "password": PASSWORD}).status_code
        == 200
    )
    viktor.refresh_from_db()
    assert viktor.capabilities == frozenset()
    post(ada, viktor, active="1")
    assert (
        Client().post(reverse("accounts:sign-in"), {"email": viktor.email, "password": PASSWORD}).status_code
        == 302
    )


def test_a_link_renewed_while_access_is_closed_opens_nothing(admin: Person) -> None:
    viktor = make(Role.EXECUTIVE)
    set_active(admin, viktor, False)
    token = renew_link(admin, viktor)
    assert Client().get(reverse("accounts:start", args=[token])).status_code == 410


def test_the_last_administrator_stays(ada: Client, admin: Person) -> None:
    assert post(ada, admin, role="executive").status_code == 409
    assert post(ada, admin, active="0").status_code == 409
    second = Person.objects.create(name="Second", email="second@example.org", role=Role.ADMIN)
    set_active(admin, second, False)
    with pytest.raises(Conflict):
        change_role(admin, admin, Role.LEAD)
    set_active(admin, second, True)
    change_role(admin, admin, Role.LEAD)
    assert Person.objects.get(pk=admin.pk).role == Role.LEAD


def test_only_administrators_look_after_people(lead: Person, admin: Person) -> None:
    for attempt in (
        lambda: invite(lead, name="E", email="e@example.org", role=Role.ADMIN, language="en"),
        lambda: change_role(lead, lead, Role.ADMIN),
        lambda: set_active(lead, admin, False),
        lambda: renew_link(lead, admin),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert not OneTimeLink.objects.exists()
    assert Person.objects.get(pk=lead.pk).role == Role.LEAD
    assert not AuditEntry.objects.exists()
