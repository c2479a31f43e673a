"""A home with the example's departments, people who keep the registers, and a platform in a few teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.project.example_adoption import found_adoption
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from datetime import date

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


@pytest.fixture
def example(bank: Home, today: date) -> None:
    """The example company's teams, use and campaigns."""
    found_adoption(cast(), today, "en")


@pytest.fixture
def twin(bank: Home, today: date) -> None:
    """The same company, where everybody lives it."""
    found_adoption(cast(), today, "en", planted=False)
