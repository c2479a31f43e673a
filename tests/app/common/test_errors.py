"""Every error is a sentence: on a page for people, as a problem document for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.core.errors import Damaged
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.store.home import Home

PROBLEM = {"type", "title", "status", "detail"}


def test_a_page_that_does_not_exist(as_role: Callable[[Role], Client]) -> None:
    page = as_role(Role.LEAD).get("/nowhere")
    assert page.status_code == 404
    assert "does not exist" in page.content.decode()


def test_a_page_one_may_not_see_says_who_can_help(as_role: Callable[[Role], Client]) -> None:
    page = as_role(Role.OWNER).get(reverse("accounts:people"), headers={"accept-language": "de"})
    assert page.status_code == 403
    assert "Ihre Rolle erlaubt das nicht" in page.content.decode()
    assert "Es wurde nichts geändert" in page.content.decode()


def test_our_own_errors_have_their_status_and_sentence(home: Home, as_role: Callable[[Role], Client]) -> None:
    page = as_role(Role.LEAD).get(reverse("reports:board"))
    assert page.status_code == 404
    assert "There is no data yet" in page.content.decode()


def test_what_nobody_expected_is_a_page_too(
    home: Home, as_role: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("leitstern.app.intake.queries.imports", broken)
    browser = as_role(Role.LEAD)
    browser.raise_request_exception = False
    page = browser.get(reverse("intake:imports"))
    assert page.status_code == 500
    assert "on our side" in page.content.decode()
    assert "ZeroDivisionError" not in page.content.decode()


@pytest.mark.parametrize(
    ("address", "status", "title"),
    [
        ("/api/v1/gap", 404, "not-found"),
        ("/api/v1/intake/imports/99", 404, "not-found"),
        ("/api/v1/outside/promises?by=nonsense", 422, "invalid-input"),
        ("/api/v1/intake/imports/x", 422, "invalid-input"),
    ],
)
def test_programs_get_a_problem_document(
    home: Home, as_role: Callable[[Role], Client], address: str, status: int, title: str
) -> None:
    answer = as_role(Role.LEAD).get(address)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    body = answer.json()
    assert set(body) >= PROBLEM
    assert (body["status"], body["title"]) == (status, title)
    assert body["type"] == f"urn:leitstern:problem:{title}"


def test_problems_speak_the_language_asked_for(home: Home, as_role: Callable[[Role], Client]) -> None:
    answer = as_role(Role.LEAD).get("/api/v1/gap", headers={"accept-language": "de"})
    assert answer.json()["detail"].startswith("Es gibt noch keine Daten")


@pytest.mark.django_db
def test_a_stranger_gets_a_problem_that_says_how_to_come_in() -> None:
    answer = Client().get("/api/v1/gap")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["title"] == "unauthenticated"


def test_an_error_carries_both_languages() -> None:
    error = Damaged(Text(en="Missing.", de="Es fehlt etwas."))
    assert (error.status, error.code, str(error)) == (503, "damaged", "Missing.")
