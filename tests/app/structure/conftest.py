"""A home with the example's departments, and people who keep the register."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.people import make
from tests.told import copy, tell

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.project.example_structure import found_structure
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker
    from tests.told import Told

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

AREAS = ("structure",)


@pytest.fixture
def bank(home: Home, db: None) -> Home:
    """A home of its own with the departments of the example."""
    adopt(COMMAND_LINE, taxonomy())
    return home


@pytest.fixture
def analyst(bank: Home) -> Person:
    """Anton, who keeps the register."""
    return make(Role.ANALYST)


@pytest.fixture(scope="session")
def told(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> dict[bool, Told]:
    """What the example company and its twin keep here."""

    def found(planted: bool) -> None:
        adopt(COMMAND_LINE, taxonomy())
        found_structure(cast(), timezone.localdate(), "en" if planted else "de", planted=planted)

    with django_db_blocker.unblock():
        return {
            planted: tell(tmp_path_factory.mktemp("told"), AREAS, partial(found, planted))
            for planted in (True, False)
        }


@pytest.fixture
def example(bank: Home, told: dict[bool, Told]) -> None:
    """The example company's own register."""
    cast()
    copy(told[True])


@pytest.fixture
def twin(bank: Home, told: dict[bool, Told]) -> None:
    """The register of the company without trouble."""
    cast()
    copy(told[False])
