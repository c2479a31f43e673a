"""What all tests of the application share: an empty home, and people to act."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from hypothesis import settings as properties

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client
    from pytest_django import DjangoDbBlocker, Settings

    from leitstern.app.accounts.models import Person
    from leitstern.app.common.models import Finding
    from leitstern.store.home import Home
    from tests.small_company import Founded

gc.set_threshold(
    50_000, 20, 50
)  # as the server has it; thousands of tests leave much that need not be looked at often

# Hashing is slow on purpose; a run of all tests hashes a few hundred times and guesses nobody's password.
Argon2PasswordHasher.time_cost = 1
Argon2PasswordHasher.memory_cost = 8 * Argon2PasswordHasher.parallelism  # the least there may be


# A property is no timed test: on a machine that pauses, one example may take long and be true.
properties.register_profile("untimed", deadline=None)
properties.load_profile("untimed")


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


@pytest.fixture(scope="session")
def founded(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Founded:
    """The example company with 600 customers, brought in once."""
    from tests.small_company import found

    with django_db_blocker.unblock():
        return found(tmp_path_factory.mktemp("founded") / "home")


@pytest.fixture
def small_company(founded: Founded, db: None, tmp_path: Path, settings: Settings) -> Home:
    """Lindenberg Bank & Insurance with 600 customers and 9,000 contacts, everything published, beliefs included."""
    from leitstern.store.home import Home

    settings.HOME = tmp_path / "company"
    founded.copy_to(settings.HOME)
    return Home.open(settings.HOME)


@pytest.fixture(scope="session")
def found_by_visitors(
    founded: Founded, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> list[Finding]:
    """What its contacts say on more pages, computed once for the tests that open every page."""
    from tests.small_company import further_findings

    with django_db_blocker.unblock():
        return further_findings(founded, tmp_path_factory.mktemp("visited") / "home")


@pytest.fixture
def visited_company(small_company: Home, found_by_visitors: list[Finding]) -> Home:
    """The small company, where somebody has opened the pages already that compute much."""
    from tests.small_company import keep_findings

    keep_findings(found_by_visitors)
    return small_company


@pytest.fixture
def visited_inside(company_inside: Home, found_by_visitors: list[Finding]) -> Home:
    """The same with everything about its inside."""
    from tests.small_company import keep_findings

    keep_findings(found_by_visitors)
    return company_inside


@pytest.fixture(scope="session")
def founded_with_inside(
    founded: Founded, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Founded:
    """The same with everything about its inside, brought in once."""
    from tests.small_company import found_with_inside

    with django_db_blocker.unblock():
        return found_with_inside(founded, tmp_path_factory.mktemp("inside") / "home")


@pytest.fixture
def company_inside(founded_with_inside: Founded, db: None, tmp_path: Path, settings: Settings) -> Home:
    """The small company with its staff waves, evidence and workshop, and its own people in place of ours."""
    from leitstern.store.home import Home

    settings.HOME = tmp_path / "company"
    founded_with_inside.copy_to(settings.HOME)
    return Home.open(settings.HOME)


@pytest.fixture(scope="session")
def founded_twin(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Founded:
    """The company where nothing is planted, outside and inside, brought in once."""
    from tests.small_company import found_twin

    with django_db_blocker.unblock():
        return found_twin(tmp_path_factory.mktemp("twin") / "home")


@pytest.fixture
def twin_inside(founded_twin: Founded, db: None, tmp_path: Path, settings: Settings) -> Home:
    """The small company as it would be if promise, belief and what is lived agreed everywhere."""
    from leitstern.store.home import Home

    settings.HOME = tmp_path / "company"
    founded_twin.copy_to(settings.HOME)
    return Home.open(settings.HOME)


@pytest.fixture(scope="session")
def static_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where collected files would lie; tests ask for none of them."""
    return tmp_path_factory.mktemp("static")


@pytest.fixture
def plain_static_files(settings: Settings, static_root: Path) -> None:
    """Pages name their static files as they are, without a collected and fingerprinted copy."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.STATIC_ROOT = static_root
