"""A team that was too small once: its campaigns of those months are named nowhere, and no subtraction brings them back."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import make

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.roles import Role
from leitstern.app.adoption import campaigning, teams
from leitstern.app.adoption.campaign_queries import board, kept_monthly, months_of
from leitstern.app.adoption.models import Team
from leitstern.collect.campaign_file import CampaignRow, SentRow
from leitstern.core.inside.adoption.metadata import Field, Words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person

EARLY, LATE = date(2025, 1, 1), date(2026, 6, 1)


@pytest.fixture(autouse=True)
def sent(analyst: Person, plain_static_files: None) -> None:
    """North had three people until 2026, and then nine; South and West were always large. Each sent one in both months."""
    for name, people in (("North", 3), ("South", 8), ("West", 12)):
        teams.enter_team(analyst, name, "service", people, date(2024, 1, 1))
    teams.resize(analyst, Team.objects.get(slug="north"), 9, date(2026, 1, 1))
    rows = [
        SentRow(f"{team}-{month:%y}", team, f"{team} {month:%Y}", month)
        for team in ("north", "south", "west")
        for month in (EARLY, LATE)
    ]
    campaigning.bring_sent(analyst, "log.csv", rows)


@pytest.fixture
def viktor() -> Person:
    """Viktor, who may see and keeps no register."""
    return make(Role.EXECUTIVE)


def asked(reader: Person, name: str, *args: str, form: str = "") -> str:
    client = Client()
    client.force_login(reader)
    answer = client.get(reverse(f"adoption:{name}", args=args), {"format": form} if form else {})
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_missing_from_months_in_which_it_was_too_small_is_not_named(viktor: Person) -> None:
    for page in (asked(viktor, "missing"), asked(viktor, "missing", form="csv")):
        assert "north-26" in page
        assert "west-25" in page
        assert "north-25" not in page
        assert "south-25" not in page  # folded with it


def test_nor_by_programs(analyst: Person) -> None:
    key = {"Authorization": f"Bearer {create_key(analyst, 'feed')[1]}"}
    found = json.loads(Client(headers=key).get("/api/v1/adoption/campaigns/missing").content)
    assert {each["campaign"] for each in found} == {"north-26", "south-26", "west-25", "west-26"}


def test_nor_on_the_page_of_the_team(viktor: Person) -> None:
    page = asked(viktor, "campaign-team", "north")
    assert "north-26" in page
    assert "north-25" not in page


def test_what_does_not_say_everything_is_not_named_either(analyst: Person, viktor: Person) -> None:
    campaigning.enter_rules(analyst, [Field("season", Text("Season", "Saison"), Words.FREE)], EARLY, EARLY)
    rows = [CampaignRow(f"n-{day:%y}", "north", "", None, day, {}) for day in (EARLY, LATE)]
    campaigning.bring_campaigns(analyst, "register.csv", rows)
    page = asked(viktor, "campaign-team", "north")
    assert "n-26" in page
    assert "n-25" not in page


def test_a_month_in_which_it_was_folded_cannot_be_worked_out_from_the_year(analyst: Person) -> None:
    """South is shown over the year, but not with the month in which it stands for a team that was too small."""
    teams.resize(analyst, Team.objects.get(slug="north"), 3, date(2026, 7, 1))
    rows = [SentRow(f"{team}-july", team, "", date(2026, 7, 1)) for team in ("north", "west")]
    rows += [SentRow(f"south-may-{n}", "south", "", date(2026, 5, 1)) for n in range(3)]
    campaigning.bring_sent(analyst, "more.csv", rows)
    there, slugs = board(), dict(Team.objects.values_list("pk", "slug"))
    assert there.whole
    assert there.rest
    shown = {slugs[each.team]: each.tally.sent for each in there.teams}
    assert there.whole.tally.sent == sum(shown.values()) + there.rest.sent
    assert there.first
    for each in there.teams:
        theirs = months_of(each.team)
        assert each.tally.sent == sum(tally.sent for month, tally in theirs.items() if month >= there.first)


def test_nothing_is_told_of_fewer_than_five_in_all(analyst: Person) -> None:
    campaigning.bring_sent(analyst, "one.csv", [SentRow("alone", "north", "", date(2024, 3, 1))])
    campaigning.bring_campaigns(
        analyst, "register.csv", [CampaignRow("alone", "north", "", None, date(2024, 3, 1), {})]
    )
    assert date(2024, 3, 1) not in board().months
    assert not kept_monthly()


def test_how_many_people_a_small_team_has_is_told_to_whoever_keeps_the_register(
    analyst: Person, viktor: Person
) -> None:
    seen = asked(viktor, "teams", form="csv")
    assert "North,north,service,,< 5,2024-01" in seen
    assert "North,north,service,,9,2026-01" in seen
    assert "South,south,service,,8,2024-01" in seen
    assert "North,north,service,,3,2024-01" in asked(analyst, "teams", form="csv")
