"""The example company with its contacts, its people, and a real mail server on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from tests.app.waves.asking import use
from tests.people import make
from tests.post import Post

from leitstern.app.accounts.roles import Role
from leitstern.app.window import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import Settings

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def company(small_company: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Every test begins with a worker that has not looked yet."""
    monkeypatch.setattr(letters._Look, "at", None)
    return small_company


@pytest.fixture
def post(settings: Settings) -> Iterator[Post]:
    """A mail server that keeps what it takes, and can be told to refuse."""
    with Post() as post:
        use(post, settings)
        yield post


@pytest.fixture
def owner(db: None) -> Person:
    """Somebody who owns touchpoints."""
    return make(Role.OWNER)


@pytest.fixture
def reader(owner: Person) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(owner)
    return client
