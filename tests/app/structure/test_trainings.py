"""Trainings and open positions on the page, by programs and in tables; nothing about few people."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.structure.test_api import program
from tests.app.structure.test_pages import browser, post, said

from leitstern.app.accounts.roles import Role
from leitstern.app.claims.queries import own_figures
from leitstern.app.structure import models, reading, staffing, trainings
from leitstern.app.structure.units import About, describe_unit
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.structure.skills import BOTH
from leitstern.core.inside.structure.trainings import NO_COUNT, NOT_SAID
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person

TODAY = timezone.localdate()


def test_the_effect_of_trainings_is_told_before_and_after(example: None) -> None:
    (found,) = trainings.effects().units
    assert (found.unit, found.trainings, found.places.low) == ("service", 2, 20)
    assert isinstance(found.change, Estimate)
    assert found.risen
    page = said(browser(Role.EXECUTIVE), "/organisation/skills")
    assert "What became of trainings" in page
    assert "everybody was counted" in page
    assert "positions that need a data skill are open." in page
    assert "Enter a training" not in page  # whoever only reads
    table = browser(Role.LEAD).get("/organisation/trainings").content.decode()
    assert "2" in table
    assert len(table.strip().splitlines()) == 2


def test_the_twin_had_none_and_says_nothing_of_open_positions(twin: None) -> None:
    assert trainings.effects().units == ()
    assert trainings.open_positions() == NOT_SAID


def test_open_positions_stand_beside_the_study(example: None) -> None:
    own = own_figures()["staffing-hurdle"]
    assert isinstance(own, Estimate)
    assert (own.value, own.n) == (9 / 80, 80)


def test_a_training_is_entered_withdrawn_and_counts_again(example: None) -> None:
    client = browser(Role.ANALYST)
    sent = {"unit": "digital", "skill": "both: data and customers", "day": f"{TODAY}", "people": "7"}
    assert post(client, "/organisation/trainings", **sent) == "/organisation/skills"
    row = models.Training.objects.get(unit="digital")
    assert (row.skill, row.people) == (BOTH, 7)
    assert len(trainings.effects().units) == 2
    assert NO_COUNT in [each.change for each in trainings.effects().units]
    post(client, f"/organisation/trainings/{row.pk}/withdraw")
    assert len(trainings.effects().units) == 1
    post(client, f"/organisation/trainings/{row.pk}/withdraw", undo="1")
    assert len(trainings.effects().units) == 2
    assert "no more than the" in post(client, "/organisation/trainings", **(sent | {"people": "9999"}))
    assert "lies in the future" in post(
        client, "/organisation/trainings", **(sent | {"day": f"{TODAY + timedelta(days=2)}"})
    )
    assert browser(Role.EXECUTIVE).post("/organisation/trainings", sent).status_code == 403


def test_a_count_keeps_its_day_and_how_large_the_unit_was(analyst: Person) -> None:
    describe_unit(analyst, "service", About(size=60))
    before = staffing.enter_staffing(analyst, "service", BOTH, 30, 10)
    models.Staffing.objects.filter(pk=before.pk).update(created=timezone.now() - timedelta(days=90))
    trainings.enter_training(analyst, "service", BOTH, TODAY - timedelta(days=30), 20)
    assert trainings.effects().units[0].change is NO_COUNT
    describe_unit(analyst, "service", About(size=80))
    staffing.enter_staffing(analyst, "service", BOTH, 30, 40)
    (found,) = trainings.effects().units
    assert isinstance(found.change, Estimate)
    assert found.change.value == pytest.approx(40 / 80 - 10 / 60)
    staffing.enter_staffing(analyst, "service", BOTH, 30, 40, asked=20)  # of the same day: the newer counts
    change = trainings.effects().units[0].change
    assert isinstance(change, Estimate)
    assert change.low < 40 / 80 - 10 / 60 < change.high


def test_more_than_there_can_be_is_refused(analyst: Person) -> None:
    describe_unit(analyst, "service", About(size=60))
    with pytest.raises(InvalidInput):
        staffing.enter_staffing(analyst, "service", BOTH, 30, 10, asked=61)
    with pytest.raises(InvalidInput):
        staffing.enter_staffing(analyst, "service", BOTH, 3, 1, open_positions=4)


def test_trainings_and_open_positions_for_programs(example: None) -> None:
    ask = program(Role.ANALYST)
    found = ask("/trainings")[1]
    assert found["units"][0]["change"]["low"] == found["units"][0]["change"]["value"]
    assert found["open_positions"]["n"] == 80
    status, made = ask("/trainings", {"unit": "digital", "skill": "data", "day": f"{TODAY}", "people": 6})
    assert status == 201
    assert len(ask("/trainings")[1]["units"]) == 2
    assert ask(f"/trainings/{made['id']}", {}, "DELETE")[1] == {"id": made["id"], "withdrawn": True}
    assert ask("/trainings", {"unit": "moon", "skill": "data", "day": f"{TODAY}", "people": 6})[0] == 422
    table = "Unit,Skill,Needed,There,Open positions,Asked\ndigital,analytics,12,14,5,20\n"
    assert ask("/tables/skills", {"content": table}, "PUT")[0] == 200
    row = models.Staffing.objects.filter(unit="digital", skill="analytics").latest("id")
    assert (row.open, row.asked) == (5, 20)
    again = table.replace(",Open positions,Asked", "").replace(",5,20", "")
    ask("/tables/skills", {"content": again}, "PUT")  # what it does not say stays
    assert (
        next(each.open for each in reading.staffing() if each.skill == "analytics" and each.unit == "digital")
        == 5
    )
