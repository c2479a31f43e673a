"""A fresh home, and people who claim and examine."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.evidence.actions import prove

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.app.evidence.models import Proof
    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def own_home(home: Home, db: None) -> None:
    """Files of proofs lie in a home of the test's own."""


@pytest.fixture
def analyst(db: None) -> Person:
    """Anton, who claims."""
    return make(Role.ANALYST)


@pytest.fixture
def bring(analyst: Person) -> Callable[..., Proof]:
    """Bring a proof of some kind and age for a dimension."""

    def brought(kind: str, dimension: str = "k1", age: int = 0, unit: str = "") -> Proof:
        day = timezone.localdate() - timedelta(days=age)
        return prove(analyst, dimension, kind, f"A {kind}", day, unit=unit)

    return brought
