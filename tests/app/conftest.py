"""What tests of pages and programs share: the small company's published state, and browsers for its people."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as configured
from django.test import Client
from django.utils import timezone, translation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from leitstern.app.accounts.roles import Role
    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def without_collected_files(plain_static_files: None) -> None:
    """Pages are asked for without collecting static files first."""


@pytest.fixture(autouse=True)
def without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What survives a power cut is tried where files are stored."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture(autouse=True)
def in_the_house_language() -> None:
    """No test hears the language an earlier one asked a page for."""
    translation.activate(configured.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def on_the_company_s_day() -> Iterator[None]:
    """Today is the companies' today, as on their pages: in Berlin it may be tomorrow already."""
    with timezone.override(ZoneInfo("Europe/Berlin")):
        yield


@pytest.fixture
def published(small_company: Home) -> Published:
    """What the small company's pages show."""
    from leitstern.app.outside.reading import require_published

    return require_published()


@pytest.fixture
def as_role(db: None) -> Callable[[Role], Client]:
    """A browser in which somebody with this role is signed in."""
    from tests.people import make

    def sign_in(role: Role) -> Client:
        client = Client()
        client.force_login(make(role))
        return client

    return sign_in
