"""What all tests of the application share: an empty home, and people to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client
    from pytest_django import Settings

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


@pytest.fixture
def home(tmp_path: Path, settings: Settings) -> Home:
    """A fresh home folder, which the application under test works in."""
    from leitstern.store.home import Home

    settings.HOME = tmp_path / "home"
    return Home.create(settings.HOME)


@pytest.fixture
def lead(db: None) -> Person:
    """Lena, head of customer experience."""
    from leitstern.app.accounts.roles import Role
    from tests.people import make

    return make(Role.LEAD)


@pytest.fixture
def admin(db: None) -> Person:
    """Ada, who lets people in."""
    from leitstern.app.accounts.roles import Role
    from tests.people import make

    return make(Role.ADMIN)


@pytest.fixture
def executive(db: None) -> Person:
    """Viktor, who decides."""
    from leitstern.app.accounts.roles import Role
    from tests.people import make

    return make(Role.EXECUTIVE)


@pytest.fixture
def auditor(db: None) -> Person:
    """Rudi, who reads the log."""
    from leitstern.app.accounts.roles import Role
    from tests.people import make

    return make(Role.AUDITOR)


@pytest.fixture
def lead_client(client: Client, lead: Person) -> Client:
    """A browser in which Lena is signed in."""
    client.force_login(lead)
    return client
