"""A home with the example's departments, and people who lead, decide and keep registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.project.example_leadership import lead_the_change
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


@pytest.fixture
def bank(home: Home, db: None) -> Home:
    """The departments of the example, nothing else."""
    adopt(COMMAND_LINE, taxonomy())
    return home


@pytest.fixture
def analyst(db: None) -> Person:
    """Anton, who keeps the registers."""
    return make(Role.ANALYST)


@pytest.fixture
def example(bank: Home) -> None:
    """What the example company's leaders did and decided."""
    lead_the_change(cast(), timezone.localdate(), "en")


@pytest.fixture
def twin(bank: Home) -> None:
    """The company in which nothing fades."""
    lead_the_change(cast(), timezone.localdate(), "en", planted=False)


@pytest.fixture
def queries_of(django_assert_max_num_queries: Callable[..., object]) -> Callable[..., object]:
    """At most so many queries."""
    return django_assert_max_num_queries
