"""What is counted once is counted anew after every change, also one that takes as many files back as there were."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.adoption import campaigning, feeding, reading, teams
from leitstern.app.adoption.campaign_queries import _counted, tallies
from leitstern.app.common.findings import held
from leitstern.collect.campaign_file import CampaignRow, SentRow
from leitstern.core.inside.adoption.metadata import Field, Words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.app.accounts.models import Person
    from leitstern.app.adoption.models import Feed

JUNE = date(2026, 6, 1)
AIM = Field("aim", Text(en="Aim", de="Ziel"), Words.LIST, allowed=("inform",))


@pytest.fixture(autouse=True)
def one_request() -> Iterator[None]:
    """Everything happens while one request is answered, when most is held."""
    with held():
        yield


@pytest.fixture
def north(analyst: Person) -> str:
    """Twenty people."""
    return teams.enter_team(analyst, "North", "service", 20, JUNE).slug


def register(actor: Person, *rows: CampaignRow) -> Feed:
    feed = campaigning.bring_campaigns(actor, "register.csv", rows)
    assert feed
    return feed


def campaign(team: str, n: int, aim: str = "informs") -> CampaignRow:
    return CampaignRow(f"c{n}", team, f"Letter {n}", JUNE, JUNE, {"aim": aim})


def test_campaigns_are_counted_anew_after_every_change(analyst: Person, north: str) -> None:
    seen = [tallies()]

    def changed() -> None:
        assert tallies() == _counted() != seen[-1]
        seen.append(tallies())

    first = register(analyst, campaign(north, 1))
    changed()
    second = register(analyst, campaign(north, 2), campaign(north, 3))
    changed()
    rules = campaigning.enter_rules(analyst, [AIM], JUNE, JUNE)
    changed()
    spelling = campaigning.accept(analyst, "aim", "informs", "inform")
    changed()
    campaigning.bring_sent(analyst, "sent.csv", [SentRow("c1", north, "Letter 1", JUNE)])
    changed()
    campaigning.withdraw_spelling(analyst, spelling)
    changed()
    campaigning.withdraw_rules(analyst, rules)
    changed()
    campaigning.reinstate_rules(analyst, rules)
    changed()
    feeding.withdraw(analyst, first)
    changed()
    feeding.reinstate(analyst, first)
    feeding.withdraw(analyst, second)
    changed()


def test_what_ladders_rest_on_tells_one_withdrawn_file_from_another(north: str) -> None:
    actor = make(Role.ADMIN)
    first, second = register(actor, campaign(north, 1)), register(actor, campaign(north, 2))
    feeding.withdraw(actor, first)
    one = reading.state()
    feeding.reinstate(actor, first)
    feeding.withdraw(actor, second)
    assert reading.state() != one
