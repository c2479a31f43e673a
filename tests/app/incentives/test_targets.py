"""Targets of rewards and the protocol of boundaries: decided, shown, withdrawn; nothing of few people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone
from tests.app.incentives.test_api import program

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.incentives import boundaries, keeping
from leitstern.app.incentives.targets import (
    reinstate_target,
    set_target,
    target_by_id,
    targets,
    withdraw_target,
)
from leitstern.app.structure.roles import enter_role
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed, NotFound
from leitstern.core.inside.incentives.attribution import Why
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.app.incentives.models import Figure

TODAY = timezone.localdate()
SOON = TODAY + timedelta(days=300)
HERE = "/api/v1/incentives"


def browser(role: Role) -> Client:
    client = Client()
    client.force_login(Person.objects.get(role=role))
    return client


def test_a_target_shows_the_way_and_a_newer_one_takes_its_place(
    executive: Person, tug: tuple[Figure, Figure]
) -> None:
    first = set_target(executive, 40, SOON, " Board ", today=TODAY)
    second = set_target(executive, 30, SOON, "Board", today=TODAY)
    found = targets()
    (whole,) = found.standing
    assert (whole.row, whole.way.reached) == (second, True)  # 10 of 30 percent
    assert found.below == ()
    withdraw_target(executive, second)
    (whole,) = targets().standing
    assert whole.row == first
    assert isinstance(whole.way.gap, Estimate)
    assert whole.way.gap.value == pytest.approx(0.4 - 1 / 3)
    assert [each.role.name for each in targets().below] == ["Agent"]
    reinstate_target(executive, second)
    assert targets().standing[0].row == second
    assert len(targets().history) == 2
    client = Client()
    client.force_login(executive)
    assert "target 30% by" in client.get("/incentives").content.decode()


@pytest.mark.parametrize(
    "wrong", [{"percent": 0}, {"percent": 101}, {"by": TODAY}, {"owner": " "}, {"unit": "moon"}]
)
def test_a_target_says_how_much_by_when_and_who(executive: Person, wrong: dict[str, object]) -> None:
    said: dict[str, object] = {"percent": 40, "by": SOON, "owner": "Board"} | wrong
    with pytest.raises(InvalidInput):
        set_target(executive, **said, today=TODAY)  # type: ignore[arg-type]


def test_only_who_decides_sets_one(analyst: Person) -> None:
    with pytest.raises(NotAllowed):
        set_target(analyst, 40, SOON, "Board", today=TODAY)
    with pytest.raises(NotFound):
        target_by_id(9)


def test_the_page_says_where_it_stands_and_takes_another(example: None) -> None:
    client = browser(Role.EXECUTIVE)
    page = client.get("/incentives/target").content.decode()
    assert "of rewards hang on customers; the target is 40%" in " ".join(page.split())
    assert "Roles below their target" in page
    assert "way-of-rewards" in page
    assert "Head of finance" not in page  # one person
    assert "Head of finance" not in client.get("/incentives/target?format=csv").content.decode()
    sent = {"percent": "35", "by": f"{SOON}", "owner": "Board", "unit": ""}
    assert client.post("/incentives/target/decide", sent | {"by": f"{TODAY}"}).status_code == 200
    assert client.post("/incentives/target/decide", sent).status_code == 302
    newest = targets().history[0]
    client.post(f"/incentives/targets/{newest.pk}/withdraw")
    assert targets().standing[0].row.percent == 40
    client.post(f"/incentives/targets/{newest.pk}/withdraw", {"undo": "1"})
    assert targets().standing[0].row == newest


def test_a_target_by_the_interface(example: None) -> None:
    ask = program(Role.EXECUTIVE)
    found = ask(f"{HERE}/targets")[1]
    assert [(each["unit"], each["percent"], each["reached"]) for each in found["targets"]] == [
        ("", 40, False),
        ("service", 50, False),
    ]
    assert found["targets"][0]["gap"]["value"] > 0
    assert found["below"][0]["people"] >= found["below"][-1]["people"] >= 5
    body = {"percent": 60, "by": "2090-01-01", "owner": "Board", "unit": "service"}
    status, found = ask(f"{HERE}/targets", body)
    newest = found["history"][0]
    assert (status, newest["percent"], newest["holds"]) == (201, 60, True)
    assert ask(f"{HERE}/targets/{newest['id']}", {}, "DELETE")[1]["targets"][1]["percent"] == 50
    assert ask(f"{HERE}/targets", body | {"percent": 0})[0] == 422
    assert program(Role.ANALYST)(f"{HERE}/targets", body)[0] == 403


def test_a_boundary_counts_months_of_departments_and_what_its_rule_took_out(example: None) -> None:
    (kept,) = boundaries.boundaries()
    assert {each.unit for each in kept.tally.shown} == {"service"}
    assert (kept.tally.cases, kept.tally.months, kept.taken_out) == (27, 6, 3)
    page = " ".join(browser(Role.AUDITOR).get("/incentives/files").content.decode().split())
    assert "27 cases in 6 months" in page
    assert "3 taken out of scoring (Threats and insults)" in page
    assert "Team lead on duty decides" in page
    assert "Threats and insults" in browser(Role.AUDITOR).get("/incentives/boundaries").content.decode()


def test_of_a_department_of_few_nothing_is_kept(analyst: Person) -> None:
    said = boundaries.enter_boundary(analyst, "Threats", "Hang up.", "Team lead", date(2026, 1, 5))
    enter_role(analyst, "Expert", "it", 4)
    enter_role(analyst, "Agent", "service", 5)
    for unit in ("it", "marketing"):  # of the one too few are known, of the other nobody knows
        with pytest.raises(InvalidInput) as refused:
            boundaries.count_cases(analyst, said, unit, date(2026, 2, 9), 3, today=date(2026, 3, 1))
        assert "Fewer than 5 people" in refused.value.text.en
    made = boundaries.count_cases(analyst, said, "service", date(2026, 2, 9), 3, today=date(2026, 3, 1))
    assert made.month == date(2026, 2, 1)
    for month in (date(2025, 12, 31), date(2026, 4, 1)):
        with pytest.raises(InvalidInput):
            boundaries.count_cases(analyst, said, "service", month, 3, today=date(2026, 3, 1))


def test_a_department_that_shrank_is_shown_no_longer(analyst: Person) -> None:
    said = boundaries.enter_boundary(analyst, "Threats", "Hang up.", "Team lead", TODAY)
    agents = enter_role(analyst, "Agent", "service", 5)
    boundaries.count_cases(analyst, said, "service", TODAY, 3, today=TODAY)
    type(agents).objects.filter(pk=agents.pk).update(people=4)
    (kept,) = boundaries.boundaries()
    assert (kept.tally.shown, kept.tally.hidden) == ((), 1)


def test_a_boundary_is_complete_withdrawn_and_holds_again(analyst: Person) -> None:
    with pytest.raises(InvalidInput):
        boundaries.enter_boundary(analyst, "Threats", " ", "Team lead", TODAY)
    storms = keeping.enter_rule(COMMAND_LINE, "Storms", Why.EXTERNAL, ["storm"])
    with pytest.raises(InvalidInput):
        boundaries.enter_boundary(analyst, "Threats", "Hang up.", "Team lead", TODAY, storms)
    said = boundaries.enter_boundary(analyst, "Threats", "Hang up.", "Team lead", TODAY)
    enter_role(analyst, "Agent", "service", 9)
    client = Client()
    client.force_login(analyst)
    client.post(f"/incentives/boundaries/{said.pk}/withdraw")
    said.refresh_from_db()
    with pytest.raises(Conflict):
        boundaries.count_cases(analyst, said, "service", TODAY, 1, today=TODAY)
    client.post(f"/incentives/boundaries/{said.pk}/withdraw", {"undo": "1"})
    sent = {"unit": "service", "month": f"{TODAY:%Y-%m}", "cases": "2"}
    assert client.post(f"/incentives/boundaries/{said.pk}/count", sent).status_code == 302
    assert client.post(f"/incentives/boundaries/{said.pk}/count", sent | {"unit": "it"}).status_code == 200
    assert boundaries.boundaries()[0].tally.cases == 2
    entered = {"what": "Insults", "then": "Hang up.", "decider": "Lead", "since": f"{TODAY}", "rule": ""}
    assert client.post("/incentives/boundaries/enter", entered).status_code == 302
    assert client.post("/incentives/boundaries/enter", entered | {"what": ""}).status_code == 200


def test_boundaries_by_the_interface(example: None) -> None:
    ask = program(Role.ANALYST)
    (known,) = ask(f"{HERE}/boundaries")[1]
    assert (known["taken_out"], known["hidden"], len(known["counts"])) == (3, 0, 6)
    body = {
        "what": "Insults",
        "then": "Hang up.",
        "decider": "Lead",
        "since": f"{TODAY}",
        "rule": known["rule"],
    }
    status, made = ask(f"{HERE}/boundaries", body)
    assert (status, made["counts"]) == (201, [])
    count = {"unit": "service", "month": f"{TODAY}", "cases": 2}
    assert ask(f"{HERE}/boundaries/{made['id']}/counts", count)[1]["counts"][0]["cases"] == 2
    assert ask(f"{HERE}/boundaries/{made['id']}", {}, "DELETE")[1]["withdrawn"]
    assert ask(f"{HERE}/boundaries/{made['id']}/counts", count)[0] == 409
    assert program(Role.EXECUTIVE)(f"{HERE}/boundaries", body)[0] == 403
