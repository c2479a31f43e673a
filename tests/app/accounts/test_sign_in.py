"""Signing in and out, and what pages do for somebody who is not."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import PASSWORD, make

from leitstern.app.accounts.roles import Role

pytestmark = pytest.mark.django_db
SIGN_IN = "/sign-in"


def sign_in(browser: Client, email: str, password: str = PASSWORD, **more: str) -> tuple[int, str]:
    answer = browser.post(reverse("accounts:sign-in"), {"email": email, "password": password, **more})
    return answer.status_code, answer.get("Location", "")


def test_whoever_knows_the_password_comes_in_in_their_language() -> None:
    make(Role.EXECUTIVE, "de")
    browser = Client(headers={"accept-language": "en"})
    assert sign_in(browser, "EXECUTIVE@example.org") == (302, reverse("web:situation"))
    assert browser.cookies["leitstern_language"].value == "de"
    assert browser.cookies["leitstern_session"]["httponly"]
    assert browser.cookies["leitstern_session"]["samesite"] == "Lax"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer() -> None:
    make(Role.EXECUTIVE)
    pages = [
        Client().post(reverse("accounts:sign-in"), {"email": email, "password": "not the password"})
        for email in ("executive@example.org", "nobody@example.org")
    ]
    first, second = (page.context["form"].non_field_errors() for page in pages)
    assert first
    assert first == second


def test_the_session_changes_when_somebody_signs_in() -> None:
    make(Role.EXECUTIVE)
    browser = Client()
    browser.post(reverse("web:language"), {"language": "de"})
    session = browser.session
    session["probe"] = 1
    session.save()
    before = session.session_key
    sign_in(browser, "executive@example.org")
    assert browser.session.session_key != before


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
        "https://testserver@evil.example",
        "\thttps://evil.example",
    ],
)
def test_nobody_is_sent_elsewhere(elsewhere: str) -> None:
    make(Role.EXECUTIVE)
    assert sign_in(Client(), "executive@example.org", next=elsewhere) == (302, reverse("web:situation"))
    answer = Client().post(reverse("web:language"), {"language": "de", "next": elsewhere})
    assert answer["Location"] == "/"


def test_one_gets_to_where_one_wanted() -> None:
    make(Role.EXECUTIVE)
    browser = Client()
    asked = browser.get(reverse("bridge:measures"))
    assert asked["Location"] == f"{SIGN_IN}?next=/measures"
    page = browser.get(asked["Location"])
    assert page.context["next"] == "/measures"
    assert sign_in(browser, "executive@example.org", next="/measures") == (302, "/measures")


def test_signing_out_ends_the_session_and_asks_for_a_post() -> None:
    browser = Client()
    browser.force_login(make(Role.EXECUTIVE))
    assert browser.get(reverse("accounts:sign-out")).status_code == 405
    assert browser.post(reverse("accounts:sign-out"))["Location"] == SIGN_IN
    assert browser.get(reverse("web:situation")).status_code == 302


def test_forms_need_their_token_against_forgery() -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make(Role.ADMIN))
    assert browser.post(reverse("accounts:people"), {"name": "x"}).status_code == 403
    assert browser.post(reverse("accounts:sign-out")).status_code == 403


def test_the_language_is_remembered_for_the_person() -> None:
    viktor = make(Role.EXECUTIVE, "en")
    browser = Client()
    browser.force_login(viktor)
    answer = browser.post(reverse("web:language"), {"language": "de", "next": "/method"})
    assert answer["Location"] == "/method"
    viktor.refresh_from_db()
    assert viktor.language == "de"
    assert 'lang="de"' in browser.get("/method").content.decode()
    browser.post(reverse("web:language"), {"language": "klingon"})
    viktor.refresh_from_db()
    assert viktor.language == "de"
