"""A bank with a small organisation, a wave on its way, and a real mail server on this machine."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.waves.asking import BANK, use
from tests.people import make
from tests.post import Post

from leitstern.app.accounts.roles import Role
from leitstern.app.company.actions import adopt
from leitstern.app.waves import actions
from leitstern.app.waves.queries import wave_by_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_django import Settings

    from leitstern.app.accounts.models import Person
    from leitstern.app.waves.models import Wave
    from leitstern.collect.roster import Roster
    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def bank(home: Home, db: None) -> None:
    """The organisation: sales with north and south, and service."""
    adopt(make(Role.ADMIN), BANK)


@pytest.fixture
def post(settings: Settings) -> Iterator[Post]:
    """A mail server that keeps what it takes, and can be told to refuse."""
    with Post() as post:
        use(post, settings)
        yield post


@pytest.fixture
def prepared(lead: Person) -> Wave:
    """A wave that ends in a week."""
    return actions.prepare(lead, "Wave 1", timezone.localdate() + timedelta(days=7))


@pytest.fixture
def launch(lead: Person, prepared: Wave, post: Post) -> Callable[[Roster], Wave]:
    """Launch the wave with these people."""

    def launched(roster: Roster) -> Wave:
        actions.hand_in_roster(lead, prepared, roster)
        return wave_by_id(actions.launch(lead, prepared, "http://testserver").pk)

    return launched
