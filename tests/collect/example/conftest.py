"""The invented company in three sizes: whole and as its twin for truths, small for files."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.collect.example.history import History, history
from leitstern.collect.example.truths import PLANTED, TWIN
from leitstern.collect.example.world import world

UNTIL = date(2026, 6, 30)


@pytest.fixture(scope="session")
def lindenberg() -> History:
    return history(world(7, 20_000, 300_000, UNTIL, PLANTED))


@pytest.fixture(scope="session")
def twin() -> History:
    return history(world(7, 20_000, 300_000, UNTIL, TWIN))


@pytest.fixture(scope="session")
def small() -> History:
    return history(world(3, 600, 9_000, UNTIL, PLANTED))
