"""A desk where Selma enters contacts, in a company whose help line came in as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.desk.company import TAXONOMY, typed
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.desk.keeping import enter
from leitstern.app.desk.models import Entry, Way
from leitstern.collect.taxonomy_file import read_taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings are computed when asked for."""
    monkeypatch.setattr("leitstern.app.intake.ahead.AFTER_PUBLISH", [])


@pytest.fixture
def desk(home: Home, db: None) -> Home:
    """A home with a taxonomy, and nothing brought in yet."""
    adopt(COMMAND_LINE, read_taxonomy(TAXONOMY))
    return home


@pytest.fixture
def selma(db: None) -> Person:
    """Selma, who has customers on the phone."""
    return make(Role.SERVICE)


@pytest.fixture
def entered(desk: Home, selma: Person) -> Callable[..., Entry]:
    """Enter a contact as Selma would; each under a key of its own."""
    keys = iter(range(1_000_000))

    def keep(number: str = "K-1", **more: str) -> Entry:
        return enter(selma, typed(number, **more), Way.FORM, f"key {next(keys)}")

    return keep
