"""A home with the example's departments, and people who keep the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.project.example_structure import found_structure
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


@pytest.fixture
def bank(home: Home, db: None) -> Home:
    """A home of its own with the departments of the example."""
    adopt(COMMAND_LINE, taxonomy())
    return home


@pytest.fixture
def analyst(bank: Home) -> Person:
    """Anton, who keeps the register."""
    return make(Role.ANALYST)


@pytest.fixture
def example(bank: Home) -> None:
    """The example company's own register."""
    found_structure(cast(), timezone.localdate(), "en")


@pytest.fixture
def twin(bank: Home) -> None:
    """The register of the company without trouble."""
    found_structure(cast(), timezone.localdate(), "de", planted=False)
