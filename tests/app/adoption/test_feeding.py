"""Late, repeated and overlapping feeds: the newer word stands, nothing is lost, and nobody small is kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.people import NAMES, make

from leitstern.app.adoption import feeding, teams, watching
from leitstern.app.adoption.models import Feed, UsedMonth, Week
from leitstern.app.adoption.own_use import own_use
from leitstern.app.adoption.queries import adoption_of, ladder, overview, rows_of, standings
from leitstern.app.adoption.watching import Said
from leitstern.app.common import audit
from leitstern.collect.usage_file import UsageRow, UsageRows
from leitstern.core.errors import Conflict
from leitstern.core.inside.adoption.rungs import Rung
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person
    from leitstern.app.adoption.models import Team, Watched

MONDAY = date(2026, 6, 1)


@pytest.fixture
def chat(analyst: Person) -> Watched:
    """An application whose use is looked at."""
    return watching.watch(analyst, "Chat", Said("Answered a chat.", workflow="From question to answer"))


@pytest.fixture
def north(analyst: Person) -> Team:
    """Twenty people."""
    return teams.enter_team(analyst, "North", "service", 20, date(2026, 1, 1))


def row(team: str = "north", week: int = 0, active: int = 10, eligible: int = 20, **counts: int) -> UsageRow:
    return UsageRow("chat", team, MONDAY + timedelta(weeks=week), eligible, active, counts)


def feed(actor: Person, *rows: UsageRow, name: str = "use.csv") -> Feed | None:
    return feeding.bring_usage(actor, name, UsageRows(rows, 0))


def standing_weeks() -> list[int]:
    return list(Week.objects.filter(stands=True).order_by("team", "week").values_list("active", flat=True))


def test_the_same_again_changes_nothing(analyst: Person, chat: Watched, north: Team) -> None:
    rows = [row(week=at) for at in range(3)]
    assert feed(analyst, *rows)
    assert feed(analyst, *rows) is None
    assert Week.objects.count() == 3
    assert Feed.objects.count() == 1


def test_a_correction_stands_and_its_withdrawal_brings_back_what_was_known(
    analyst: Person, chat: Watched, north: Team
) -> None:
    feed(analyst, row(week=0), row(week=1))
    corrected = feed(analyst, row(week=1, active=15), row(week=2, active=12))
    assert corrected
    assert standing_weeks() == [10, 15, 12]
    assert UsedMonth.objects.get().active == 37
    feeding.withdraw(analyst, corrected)
    assert standing_weeks() == [10, 10]
    assert UsedMonth.objects.get().active == 20
    feeding.reinstate(analyst, corrected)
    assert standing_weeks() == [10, 15, 12]


def test_withdrawing_the_first_of_two_leaves_the_second(analyst: Person, chat: Watched, north: Team) -> None:
    first = feed(analyst, row(week=0), row(week=1))
    feed(
        analyst, row(week=0), row(week=1, active=15)
    )  # the first week is said again, and is not lost with the first file
    assert first
    feeding.withdraw(analyst, first)
    assert standing_weeks() == [10, 15]
    with pytest.raises(Conflict):
        feeding.withdraw(analyst, first)


def test_a_late_week_joins_its_month(analyst: Person, chat: Watched, north: Team) -> None:
    feed(analyst, row(week=2))
    feed(analyst, row(week=0), row(week=1))
    month = UsedMonth.objects.get()
    assert (month.weeks, month.active, month.least) == (3, 30, 20)


def test_what_is_delivered_in_part_counts_in_part(analyst: Person, chat: Watched, north: Team) -> None:
    feed(analyst, row(week=0, seats=20), row(week=1), row(week=2), row(week=3))
    found = standings("chat")["north"]
    installed = found.shares[Rung.INSTALLED]
    assert isinstance(installed, Estimate)
    assert installed.value == 1  # of the one week of which seats are known
    assert isinstance(found.shares[Rung.LIVED], Missing)


def test_a_shrunken_team_and_its_companion_are_folded(analyst: Person, chat: Watched, north: Team) -> None:
    for name, people in (("South", 8), ("West", 12)):
        teams.enter_team(analyst, name, "service", people, date(2026, 1, 1))
    teams.resize(analyst, north, 4, date(2026, 6, 1))
    feed(
        analyst,
        *(row(team, week, 5, 8) for team in ("north", "south", "west") for week in range(4)),
    )
    found = ladder(chat)
    assert standings("chat").keys() == {"west"}
    assert found.rest
    assert found.rest.people == 12  # four and eight together
    assert all(isinstance(share, Missing) for share in rows_of(north.pk)[chat.pk].standing.shares.values())


def test_before_it_shrank_it_was_shown(analyst: Person, chat: Watched, north: Team) -> None:
    teams.enter_team(analyst, "South", "service", 8, date(2026, 1, 1))
    teams.resize(analyst, north, 4, date(2026, 7, 1))
    feed(analyst, *(row(team, week, 5, 8) for team in ("north", "south") for week in range(4)))
    assert standings("chat").keys() == {"north", "south"}


def test_a_new_meaning_begins_anew(analyst: Person, chat: Watched, north: Team) -> None:
    feed(analyst, *(row(week=week) for week in range(7)))
    watching.mean(analyst, chat, Said("Closed a chat.", since=date(2026, 7, 1)))
    used = standings("chat")["north"].shares[Rung.USED]
    assert isinstance(used, Missing)  # June does not count, and July has only three weeks


def test_other_areas_read_the_share_of_all(analyst: Person, chat: Watched, north: Team) -> None:
    assert adoption_of("mail") is None
    feed(analyst, *(row(week=week) for week in range(4)))
    used = adoption_of("chat")
    assert isinstance(used, Estimate)
    assert (used.value, used.n) == (0.5, 20)
    assert len(overview().lines) == 1


def test_own_use_is_told_from_five_people_on(db: None) -> None:
    from datetime import UTC, datetime

    from django.utils import timezone

    from leitstern.app.common.models import AuditEntry

    people = [make(role) for role in NAMES]
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday() + 7)
    at = datetime.combine(monday, datetime.min.time(), tzinfo=UTC) + timedelta(hours=30)
    for person in people[:4]:
        AuditEntry.objects.filter(pk=audit.record(person, "enter team").pk).update(at=at)
    week, measured = own_use().weeks[-1]
    assert week == monday
    assert isinstance(measured, Missing)
    AuditEntry.objects.filter(pk=audit.record(people[4], "enter team").pk).update(at=at)
    measured = dict(own_use().weeks)[monday]
    assert isinstance(measured, Estimate)
    assert measured.n == len(people)
    assert measured.value == pytest.approx(5 / 7)
