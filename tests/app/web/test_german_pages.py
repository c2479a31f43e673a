"""No page speaks English to somebody who reads German."""

from __future__ import annotations

import ast
from html import unescape
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.docs.pages import ROOT
from tests.docs.test_language import catalogue

from leitstern.app.accounts.actions import issue_first_link
from leitstern.app.accounts.roles import Role
from leitstern.app.surveys.models import GuessRound
from leitstern.app.web.context import NAVIGATION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client
    from pytest_django import Settings

    from leitstern.store.home import Home

NAMES = {"Customer Experience Star", "Net Promoter Score"}  # are called so in German, too
DETAILS = (
    "/touchpoints/payoff",
    "/touchpoints/claim_settled?facet=in_time",
    "/touchpoints/website_visit",
    "/measures/new?touchpoint=call_help&facet=satisfied",
    "/imports/1",
    "/me",
    "/no-such-page",
)


@pytest.fixture(autouse=True)
def today(settings: Settings, tmp_path: Path) -> None:
    """The catalogue as it is now, whenever it was compiled last."""
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue().save_as_mofile(str(folder / "django.mo"))
    settings.LOCALE_PATHS = [tmp_path / "locale"]


@pytest.fixture(scope="module")
def english() -> set[str]:
    """Everything the program says in English with more than one word and nothing to fill in."""
    said = {entry.msgid for entry in catalogue() if entry.msgid != entry.msgstr}
    for module in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                written = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "en")]
                said |= {str(each.value) for each in written if isinstance(each, ast.Constant)}
    return {
        sentence for sentence in said - NAMES if " " in sentence.strip() and not {"%", "{"} & set(sentence)
    }


def in_german(client: Client, address: str) -> str:
    """The page as somebody sees it who reads German."""
    client.cookies["leitstern_language"] = "de"
    page = unescape(client.get(address).content.decode())
    assert '<html lang="de">' in page
    return page


def left(page: str, english: set[str]) -> list[str]:
    """English sentences on a page."""
    return sorted(sentence for sentence in english if sentence in page)


def test_every_page_is_german(
    visited_company: Home, as_role: Callable[[Role], Client], english: set[str]
) -> None:
    admin = as_role(Role.ADMIN)
    pages = [reverse(entry.view) for group in NAVIGATION for entry in group.entries]
    found = {address: left(in_german(admin, address), english) for address in (*pages, *DETAILS)}
    assert {address: sentences for address, sentences in found.items() if sentences} == {}


def test_an_empty_installation_is_german(
    home: Home, as_role: Callable[[Role], Client], english: set[str]
) -> None:
    admin = as_role(Role.ADMIN)
    pages = [reverse(entry.view) for group in NAVIGATION for entry in group.entries]
    found = {address: left(in_german(admin, address), english) for address in pages}
    assert {address: sentences for address, sentences in found.items() if sentences} == {}


def test_coming_in_is_german(home: Home, client: Client, db: None, english: set[str]) -> None:
    link = f"/start/{issue_first_link()}"
    for address in ("/sign-in", link, "/start/no-such-link"):
        assert left(in_german(client, address), english) == []
    client.cookies["leitstern_language"] = "de"
    refused = client.post(link, {"name": "", "email": "nobody", "password": "short", "language": "de"})
    assert left(unescape(refused.content.decode()), english) == []
    assert "Dieses Feld" in refused.content.decode()


def test_a_phone_in_a_room_is_german(small_company: Home, client: Client, english: set[str]) -> None:
    asked = GuessRound.objects.create(touchpoint="payoff", facet="satisfied", actor="person:1")
    assert left(in_german(client, reverse("surveys:phone", args=[asked.token])), english) == []


def test_english_would_be_found(english: set[str]) -> None:
    assert len(english) > 300
    assert left("<h1>Guess for yourselves</h1>", english) == ["Guess for yourselves"]
