"""A home with the example's departments, and people who lead, decide and keep registers."""

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
from leitstern.app.project.example_leadership import lead_the_change
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import DjangoDbBlocker
    from tests.told import Told

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

AREAS = ("leadership", "settled")


@pytest.fixture
def bank(home: Home, db: None) -> Home:
    """The departments of the example, nothing else."""
    adopt(COMMAND_LINE, taxonomy())
    return home


@pytest.fixture
def analyst(db: None) -> Person:
    """Anton, who keeps the registers."""
    return make(Role.ANALYST)


@pytest.fixture(scope="session")
def told(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> dict[bool, Told]:
    """What the example company and its twin keep of their leaders."""

    def found(planted: bool) -> None:
        adopt(COMMAND_LINE, taxonomy())
        lead_the_change(cast(), timezone.localdate(), "en", planted=planted)

    with django_db_blocker.unblock():
        return {
            planted: tell(tmp_path_factory.mktemp("told"), AREAS, partial(found, planted))
            for planted in (True, False)
        }


@pytest.fixture
def example(bank: Home, told: dict[bool, Told]) -> None:
    """What the example company's leaders did and decided."""
    cast()
    copy(told[True])


@pytest.fixture
def twin(bank: Home, told: dict[bool, Told]) -> None:
    """The company in which nothing fades."""
    cast()
    copy(told[False])


@pytest.fixture
def queries_of(django_assert_max_num_queries: Callable[..., object]) -> Callable[..., object]:
    """At most so many queries."""
    return django_assert_max_num_queries
