"""The example company's programme: the planted truths are found, the twin shows none, three years can be played."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.programme import looking, models, queries
from leitstern.app.programme.at import at
from leitstern.app.programme.bets import bets
from leitstern.app.programme.hurdling import hurdles_at
from leitstern.app.programme.planning import Unplannable, ask_for_plan
from leitstern.app.programme.resources import declared_at
from leitstern.core.bridge.programme.bet import BetState
from leitstern.core.bridge.programme.gates import Cause, State
from leitstern.core.bridge.programme.looking_back import DAYS_A_MONTH
from leitstern.core.bridge.programme.task import Resource, Supply
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from datetime import date

    from django.test import Client

    from leitstern.core.bridge.programme.standing import Standing

TECHNOLOGY = Resource(Supply.LEADERS, "technology")
pytestmark = pytest.mark.usefixtures("company_inside")


def month(row: models.Programme, n: float) -> date:
    return row.began + timedelta(days=round(n * DAYS_A_MONTH))


def states(found: Standing) -> list[str]:
    return [each.state.value for each in found.gates]


def test_step_one_falls_back_around_month_31() -> None:
    row = queries.require_programme()
    first = queries.standing_at(row, timezone.localdate()).gates[0]
    assert (first.state, first.cause) == (State.FALLEN, Cause.AGE)
    assert first.since
    assert 29 <= (first.since - row.began).days / DAYS_A_MONTH <= 32
    assert queries.standing_at(row, month(row, 29)).gates[0].state is State.CREDITED


def test_steps_are_credited_one_after_the_other() -> None:
    row = queries.require_programme()
    assert states(queries.standing_at(row, month(row, 1))) == ["gathering"] + ["closed"] * 6
    assert states(queries.standing_at(row, month(row, 18)))[:4] == ["credited"] * 4
    assert states(queries.standing_at(row, month(row, 18)))[4] == "gathering"
    assert states(queries.standing_at(row, month(row, 25)))[:5] == ["credited"] * 5
    today = queries.standing_at(row, timezone.localdate()).gates
    by_age = [each.state.value for each in today if each.cause is not Cause.ALARM]
    assert by_age[0] == "fallen"
    assert set(by_age[1:-2]) == {"credited"}  # besides those at which the watch lets an alarm sound
    assert by_age[-2:] == ["gathering", "closed"]


def test_a_step_claimed_on_paper_alone_is_not_credited() -> None:
    row = queries.require_programme()
    sixth = queries.standing_at(row, timezone.localdate()).gates[5]
    assert sixth.credit
    assert (sixth.credit.claimed, sixth.over_claim >= 1, sixth.ticked_off) == (3, True, True)


def test_a_hurdle_whose_owner_left_and_one_that_came_back_are_found() -> None:
    row = queries.require_programme()
    lines = hurdles_at(row, timezone.localdate())
    assert len([each for each in lines if each.left]) == 1
    assert len([each for each in lines if not each.owner]) == 1
    assert len([each for each in lines if each.hurdle.cleared]) == 1
    assert len(hurdles_at(row, month(row, 26))) == len(lines) - 1


def test_the_roadmap_ahead_waits_for_the_gate_and_has_scenarios() -> None:
    row, today = queries.require_programme(), timezone.localdate()
    found = looking.plan_view(row, today)
    assert found
    assert len(found.lines) == 14
    assert found.forecast.gated
    assert found.forecast.finish.p80 > found.forecast.finish.p50 >= found.forecast.bound
    more, direct, nothing = looking.scenario_lines(row, found.plan, today)
    assert more.difference
    assert more.difference.p50 <= 0
    assert direct.difference
    assert direct.difference.p50 > 0
    assert nothing.nothing
    assert isinstance(looking.forecasts_kept(row, today).p80, Estimate)
    assert looking.what_changed(row, today)


def test_every_month_of_three_years_can_be_looked_at() -> None:
    row, today = queries.require_programme(), timezone.localdate()
    when, seen = at("", row.began, today), 1
    while when.previous:
        when = at(when.previous, row.began, today)
        assert len(queries.standing_at(row, when.day).gates) == 7
        seen += 1
    assert seen >= 36


def test_technology_has_taken_on_more_than_it_declared_and_the_plan_hopes(client: Client) -> None:
    row, today = queries.require_programme(), timezone.localdate()
    known = declared_at(row, today)
    technology = known[TECHNOLOGY]
    assert technology.load
    assert (technology.amount, technology.load.for_change) == (16, 3)
    assert [each.of for each, of in known.items() if of.over] == ["technology"]
    assert known[Resource(Supply.LEADERS, "customers")].amount == 26
    client.force_login(Person.objects.filter(role=Role.LEAD)[0])
    page = client.get(reverse("programme:roadmap"), headers={"accept-language": "en"}).content.decode()
    assert len(re.findall(r'<span class="badge bad">146\s?%</span>', page)) == 1


def test_without_that_hope_there_is_no_plan() -> None:
    row = queries.require_programme()
    models.Capacity.objects.filter(of="technology").delete()
    with pytest.raises(Unplannable) as refused:
        ask_for_plan(COMMAND_LINE, row)
    said = [each.text.en for each in refused.value.problems]
    assert len(said) == 5
    assert all("leaders’ hours a month, Board area Technology; there are 3." in each for each in said)


def test_of_the_niche_that_is_held_churn_is_no_longer_watched() -> None:
    (bet,) = bets(timezone.localdate())
    assert bet.state is BetState.BLIND
    assert [each.state.value for each in bet.wires] == ["quiet", "unwatched"]
