"""A small company that every test of the application may change as it likes, and browsers for its people."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client, override_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import Settings
    from pytest_django.plugin import DjangoDbBlocker

    from leitstern.app.accounts.roles import Role
    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

UNTIL = date(2026, 6, 30)
CUSTOMERS = 600


@dataclass(frozen=True, slots=True)
class Founded:
    """A home folder and the rows that belong to it, to be copied."""

    home: Path
    rows: dict[str, list[tuple[Any, ...]]]  # by database table


@pytest.fixture(scope="session")
def static_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where collected files would lie; tests ask for none of them."""
    return tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings, static_root: Path) -> None:
    """Pages name their static files as they are, without a collected and fingerprinted copy."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.STATIC_ROOT = static_root


@pytest.fixture(scope="session")
def founded(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Founded:
    """The example company with 600 customers, brought in once by the ordinary import. Copy it, never change it."""
    from leitstern.app.project.example import found_company
    from leitstern.store.home import Home

    home = Home.create(tmp_path_factory.mktemp("founded") / "home")
    with django_db_blocker.unblock(), override_settings(HOME=home.path), transaction.atomic():
        found_company(home, customers=CUSTOMERS, until=UNTIL, say=lambda _line: None)
        rows = _rows()
        transaction.set_rollback(True)
    return Founded(home.path, rows)


@pytest.fixture
def small_company(founded: Founded, db: None, tmp_path: Path, settings: Settings) -> Home:
    """Lindenberg Bank & Insurance with 600 customers and 9,000 contacts, everything published, beliefs included."""
    from leitstern.store.home import Home

    shutil.copytree(founded.home, tmp_path / "company")
    settings.HOME = tmp_path / "company"
    with connection.cursor() as cursor:
        for table, rows in founded.rows.items():
            places = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)
    return Home.open(settings.HOME)


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


def _rows() -> dict[str, list[tuple[Any, ...]]]:
    ours = [m._meta.db_table for m in apps.get_models() if m.__module__.startswith("leitstern.")]
    found = {}
    with connection.cursor() as cursor:
        for table in ours:
            cursor.execute(f'SELECT * FROM "{table}"')
            if rows := cursor.fetchall():
                found[table] = rows
    return found
