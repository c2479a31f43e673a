"""A home with the example's departments, people who keep the registers, and a platform in a few teams."""

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
from leitstern.app.project.example_adoption import found_adoption
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from datetime import date

    from pytest_django import DjangoDbBlocker
    from tests.told import Told

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


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
) -> dict[bool, Told]:
    """What the example company and its twin keep."""

    def found(planted: bool) -> None:
        adopt(COMMAND_LINE, taxonomy())
        found_adoption(cast(), timezone.localdate(), "en", planted=planted)

    with django_db_blocker.unblock():
        return {
            planted: tell(tmp_path_factory.mktemp("told"), ("adoption",), partial(found, planted))
            for planted in (True, False)
        }


@pytest.fixture
def example(bank: Home, told: dict[bool, Told]) -> None:
    """The example company's teams, use and campaigns."""
    copy(told[True])


@pytest.fixture
def twin(bank: Home, told: dict[bool, Told]) -> None:
    """The same company, where everybody lives it."""
    copy(told[False])
