"""A home with the example's departments, people who keep the registers, and a platform in a few teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.project.example_adoption import found_adoption
from leitstern.collect.example.truths import taxonomy
from leitstern.store.home import Home

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import Model
    from pytest_django import DjangoDbBlocker

    from leitstern.app.accounts.models import Person

KINDS = list(apps.get_app_config("adoption").get_models())
ORDER = ("team", "watched", "feed")
KINDS.sort(key=lambda kind: (kind._meta.model_name not in ORDER, kind._meta.label))


@pytest.fixture(autouse=True)
def bank(home: Home, db: None) -> Home:
    """Every test has a home of its own with the departments of the example."""
    adopt(COMMAND_LINE, taxonomy())
    return home


@pytest.fixture
def analyst(db: None) -> Person:
    """Anton, who keeps the registers."""
    return make(Role.ANALYST)


@pytest.fixture
def today() -> date:
    """The end of the example's story."""
    return timezone.localdate()


@pytest.fixture(scope="session")
def told(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> dict[bool, list[list[Model]]]:
    """What the example company and its twin keep, brought in once by the ordinary actions."""
    home = Home.create(tmp_path_factory.mktemp("adoption") / "home")
    found = {}
    with django_db_blocker.unblock(), override_settings(HOME=home.path):
        for planted in (True, False):
            with transaction.atomic():
                adopt(COMMAND_LINE, taxonomy())
                found_adoption(cast(), timezone.localdate(), "en", planted=planted)
                found[planted] = [list(kind._default_manager.all()) for kind in KINDS]
                transaction.set_rollback(True)
    return found


@pytest.fixture
def example(bank: Home, told: dict[bool, list[list[Model]]]) -> None:
    """The example company's teams, use and campaigns."""
    _copy(told[True])


@pytest.fixture
def twin(bank: Home, told: dict[bool, list[list[Model]]]) -> None:
    """The same company, where everybody lives it."""
    _copy(told[False])


def _copy(rows: list[list[Model]]) -> None:
    for kind, there in zip(KINDS, rows, strict=True):
        kind._default_manager.bulk_create(there, batch_size=5_000)
