"""A home with the example's departments, and people who keep the register and decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.people import make
from tests.told import copy, tell

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.incentives.keeping import About, enter_figure, link, reward
from leitstern.app.project.example_incentives import found_incentives
from leitstern.app.structure.roles import enter_role
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.kpi_series import Point
from leitstern.core.inside.incentives.declared import Strength
from leitstern.core.inside.incentives.figures import Direction, Horizon, Origin, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import DjangoDbBlocker
    from tests.told import Told

    from leitstern.app.accounts.models import Person
    from leitstern.app.incentives.models import Figure
    from leitstern.store.home import Home

AREAS = ("structure", "incentives")
COST = About(
    "Cost per contact", "corporate", Horizon.SHORT, Direction.LOWER, Origin.FINANCE, counted_in="EUR"
)
SOLVED = About(
    "Solved at once", "service", Horizon.SHORT, Direction.HIGHER, Origin.CUSTOMER, part=Part.SATISFACTION
)


@pytest.fixture(autouse=True)
def bank(home: Home, db: None) -> Home:
    """Every test has a home of its own with the departments of the example."""
    adopt(COMMAND_LINE, taxonomy())
    return home


@pytest.fixture
def analyst(db: None) -> Person:
    """Anton, who keeps the register."""
    return make(Role.ANALYST)


@pytest.fixture(scope="session")
def told(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Told:
    """What the example company keeps here."""

    def found() -> None:
        adopt(COMMAND_LINE, taxonomy())
        found_incentives(cast(), timezone.localdate(), "en")

    with django_db_blocker.unblock():
        return tell(tmp_path_factory.mktemp("told"), AREAS, found)


@pytest.fixture
def example(bank: Home, told: Told) -> None:
    """The example company's own register."""
    cast()
    copy(told)


@pytest.fixture
def enter(analyst: Person) -> Callable[..., Figure]:
    """Enter a figure with a definition."""

    def entered(about: About = COST, definition: str = "All costs by contacts.") -> Figure:
        return enter_figure(analyst, about, definition)

    return entered


@pytest.fixture
def tug(analyst: Person, enter: Callable[..., Figure]) -> tuple[Figure, Figure]:
    """Cost and solving push the time per contact apart, and forty agents are rewarded for both."""
    cost, solved = enter(), enter(SOLVED, "Of 100.")
    link(analyst, cost, "Time per contact", -1, Strength.STRONG, "Short is cheap.")
    link(analyst, solved, "Time per contact", 1, Strength.STRONG)
    agents = enter_role(analyst, "Agent", "service", 40)
    reward(analyst, agents, {"cost_per_contact": 20, "solved_at_once": 10})
    return cost, solved


def points(figure: str, values: list[float], first: int = 2023 * 12) -> list[Point]:
    """Monthly values from January 2023 on."""
    from datetime import date

    return [
        Point(figure, date((first + at) // 12, (first + at) % 12 + 1, 1), value)
        for at, value in enumerate(values)
    ]
