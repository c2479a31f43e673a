"""A home with the example's departments, and somebody who keeps registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.collect.example.truths import taxonomy
from leitstern.core.inside.silo.ties import Ties

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def bank(home: Home, db: None) -> Home:
    """Every test has a home of its own with the departments of the example."""
    adopt(COMMAND_LINE, taxonomy())
    return home


@pytest.fixture
def analyst(db: None) -> Person:
    """Anton, who keeps the register."""
    return make(Role.ANALYST)


def closed() -> Ties:
    """Marketing, service and IT stay among themselves; the data office has four people."""
    return Ties(
        ("marketing", "service", "it", "data_office"),
        (34, 140, 88, 4),
        np.array([[300, 20, 6, 2], [20, 900, 10, 1], [6, 10, 500, 9], [2, 1, 9, 5]]),
        4.5,
    )
