"""Keeping the register: entered, changed, defined anew, rewarded, taken back; nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.incentives.conftest import COST, SOLVED, points

from leitstern.app.common.models import AuditEntry
from leitstern.app.incentives import bringing, keeping
from leitstern.app.incentives.documents import figure_documents
from leitstern.app.incentives.models import Batch, Excluded, Value, Weight
from leitstern.app.incentives.queries import coverage
from leitstern.app.incentives.register import counted_on, percents, register, series, values
from leitstern.app.structure.roles import change_role, enter_role
from leitstern.collect.kpi_file import read_register
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed
from leitstern.core.inside.incentives.attribution import Case, Why
from leitstern.core.inside.incentives.figures import Origin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from leitstern.app.accounts.models import Person
    from leitstern.app.accounts.roles import Role
    from leitstern.app.incentives.models import Figure

JANUARY, JULY = date(2024, 1, 1), date(2024, 7, 1)


def test_a_figure_is_entered_changed_retired_and_restored(
    analyst: Person, enter: Callable[..., Figure]
) -> None:
    figure = enter()
    assert figure.slug == "cost_per_contact"
    keeping.change_figure(analyst, figure, replace(COST, name="Cost of a contact", unit="service"))
    assert [each.name for each in register().figures] == ["Cost of a contact"]
    keeping.retire_figure(analyst, figure)
    assert register().figures == ()
    keeping.restore_figure(analyst, figure)
    assert len(register().figures) == 1
    assert {"enter key figure", "change key figure", "retire key figure", "restore key figure"} <= set(
        AuditEntry.objects.values_list("verb", flat=True)
    )


@pytest.mark.parametrize(
    ("about", "definition"),
    [
        (replace(COST, name=" "), "x"),
        (replace(COST, name="…"), "x"),
        (replace(COST, unit="moon"), "x"),
        (replace(SOLVED, origin=Origin.FINANCE), "x"),
        (COST, " "),
    ],
)
def test_what_is_incomplete_is_refused(analyst: Person, about: keeping.About, definition: str) -> None:
    with pytest.raises(InvalidInput):
        keeping.enter_figure(analyst, about, definition)
    assert register().figures == ()


def test_a_name_is_taken_once(analyst: Person, enter: Callable[..., Figure]) -> None:
    enter()
    with pytest.raises(Conflict):
        enter()


def test_a_new_definition_breaks_the_series_and_a_correction_does_not(
    analyst: Person, enter: Callable[..., Figure]
) -> None:
    figure = enter()
    bringing.bring_values(analyst, "a.csv", points("cost_per_contact", [1.0] * 24))
    keeping.define(analyst, figure, "All costs by contacts and chats.", JULY.replace(day=17))
    assert series(["cost_per_contact"])["cost_per_contact"].redefined == {JULY}
    keeping.define(analyst, figure, "All costs, divided by contacts.", None)
    assert series(["cost_per_contact"])["cost_per_contact"].redefined == {JULY}
    keeping.define(analyst, figure, "All costs, divided by contacts.", JULY)  # it was the same after all
    assert series(["cost_per_contact"])["cost_per_contact"].redefined == frozenset()


def test_weights_are_a_record(analyst: Person, enter: Callable[..., Figure]) -> None:
    enter()
    role = enter_role(analyst, "Agent", "service", 40)
    keeping.reward(analyst, role, {"cost_per_contact": 30})
    keeping.reward(analyst, role, {"cost_per_contact": 30})
    keeping.reward(analyst, role, {"cost_per_contact": 20})
    assert percents() == {(role.pk, "cost_per_contact"): 20}
    keeping.reward(analyst, role, {})
    assert percents() == {}
    assert [each.percent for each in Weight.objects.order_by("id")] == [30, 20, 0]


@pytest.mark.parametrize("wrong", [{"cost_per_contact": 101}, {"cost_per_contact": -1}, {"unknown": 5}])
def test_wrong_weights_are_refused(
    analyst: Person, enter: Callable[..., Figure], wrong: dict[str, int]
) -> None:
    enter()
    role = enter_role(analyst, "Agent", "service", 40)
    with pytest.raises(InvalidInput):
        keeping.reward(analyst, role, wrong)


def test_more_than_the_whole_reward_is_refused(analyst: Person, tug: tuple[Figure, Figure]) -> None:
    role = enter_role(analyst, "Lead", "service", 8)
    with pytest.raises(InvalidInput, match="110%"):
        keeping.reward(analyst, role, {"cost_per_contact": 60, "solved_at_once": 50})


def test_a_team_that_shrinks_below_five_leaves_the_numbers(
    analyst: Person, tug: tuple[Figure, Figure]
) -> None:
    role = enter_role(analyst, "Lead", "service", 5)
    keeping.reward(analyst, role, {"cost_per_contact": 50})
    assert coverage().people == 45
    change_role(analyst, role, "Lead", "service", 4)
    assert coverage().people == 40
    assert coverage().too_small == 1
    assert percents()[role.pk, "cost_per_contact"] == 50  # kept for when there are five again


def test_a_newer_file_stands_above_until_it_is_withdrawn(
    analyst: Person, enter: Callable[..., Figure]
) -> None:
    figure = enter()
    bringing.bring_values(analyst, "old.csv", points("cost_per_contact", [1.0, 2.0]))
    newer = bringing.bring_values(analyst, "new.csv", points("cost_per_contact", [9.0]))
    assert [row.value for row in values(figure).values()] == [9.0, 2.0]
    bringing.withdraw_batch(analyst, newer)
    assert [row.value for row in values(figure).values()] == [1.0, 2.0]
    bringing.reinstate_batch(analyst, newer)
    assert [row.value for row in values(figure).values()] == [9.0, 2.0]


def test_cases_are_scored_by_the_rules_in_force_and_forgotten(
    analyst: Person, enter: Callable[..., Figure]
) -> None:
    figure, other = enter(), enter(SOLVED)
    rule = keeping.enter_rule(analyst, "Storms", Why.EXTERNAL, ["Unwetter", ""], figure)
    cases = [Case(JANUARY, 4.0), Case(JANUARY, 6.0), Case(JANUARY, 90.0, "unwetter")]
    bringing.bring_cases(analyst, "a.csv", {figure.slug: cases, other.slug: cases})
    assert values(figure)[JANUARY].value == 5.0
    assert values(other)[JANUARY].value == pytest.approx(100 / 3)  # the rule is for the other figure
    assert Excluded.objects.get().cases == 1
    keeping.withdraw_rule(analyst, rule)
    bringing.bring_cases(analyst, "b.csv", {figure.slug: cases})
    assert values(figure)[JANUARY].value == pytest.approx(100 / 3)
    assert Excluded.objects.get().cases == 1  # what was taken out stays counted


def test_recommendations_count_once_two_receivers_rated_them(analyst: Person) -> None:
    from leitstern.app.incentives.beginning import begin_figure

    figure = begin_figure(analyst, "recommendation_quality", "data_office", "en")
    cases = [
        Case(JANUARY, 5.0, about="A", receiver="Branches"),
        Case(JANUARY, 3.0, about="A", receiver="Lending"),
        Case(JANUARY, 1.0, about="B", receiver="Branches"),
    ]
    bringing.bring_cases(analyst, "a.csv", {figure.slug: cases})
    row = Value.objects.get()
    assert (row.value, row.cases, row.unheard) == (4.0, 2, 1)


def test_the_register_that_is_exported_can_be_read_again(
    example: None, as_role: Callable[[Role], Client], tmp_path: Path
) -> None:
    from django.test import Client

    from leitstern.app.accounts.models import Person
    from leitstern.app.accounts.roles import Role
    from leitstern.app.incentives.models import Definition
    from leitstern.collect.example.truths import taxonomy

    browser = Client()
    browser.force_login(Person.objects.get(role=Role.ANALYST))
    (tmp_path / "again.csv").write_bytes(browser.get("/incentives/figures?format=csv").content)
    lines = read_register(tmp_path, "again.csv", taxonomy(), date(2090, 1, 1))
    before = register(), Definition.objects.count()
    bringing.enter_register(Person.objects.get(role=Role.ANALYST), lines)
    assert (register(), Definition.objects.count()) == before


def test_rewards_from_a_table_take_the_place_of_those_before(
    analyst: Person, tug: tuple[Figure, Figure]
) -> None:
    from leitstern.collect.kpi_file import RoleLine

    bringing.enter_weights(
        analyst,
        [RoleLine("agent", "service", 50, {"solved_at_once": 15}), RoleLine("Lead", "branches", 9, {})],
    )
    known = register()
    assert {(role.name, role.people) for role in known.roles} == {("Agent", 50), ("Lead", 9)}
    assert list(percents().values()) == [15]


def test_only_who_keeps_registers_does(executive: Person, enter: Callable[..., Figure]) -> None:
    figure = enter()
    with pytest.raises(NotAllowed):
        keeping.retire_figure(executive, figure)
    with pytest.raises(NotAllowed):
        bringing.bring_values(executive, "a.csv", [])
    assert not Batch.objects.exists()


def test_a_definition_is_corrected_in_sight_and_a_planned_one_does_not_hold_yet(
    analyst: Person, enter: Callable[..., Figure], client: Client
) -> None:
    figure = enter()
    first = figure.definitions.get().text
    ahead = timezone.localdate() + timedelta(days=62)
    keeping.define(analyst, figure, "Only calls count.", None)
    keeping.define(analyst, figure, "Only chats count.", ahead)
    client.force_login(analyst)
    page = " ".join(client.get(f"/incentives/figures/{figure.slug}").content.decode().split())
    assert '<p class="lede">Only calls count.</p>' in page
    assert first in page.split("Earlier wordings")[1]
    assert ">planned</span>" in page
    assert counted_on(figure.definitions.all(), ahead).text == "Only chats count."
    assert figure_documents()[0].definition == "Only calls count."
