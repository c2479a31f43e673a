"""What was planted in the example company is found; its twin shows none of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.incentives.models import Excluded, Figure, Value, Verdict
from leitstern.app.incentives.queries import State, conflicts, coverage
from leitstern.app.incentives.register import series, values
from leitstern.app.project.example_incentives import found_incentives
from leitstern.core.inside.incentives.figures import Part
from leitstern.core.inside.incentives.measured import Coupling, raw_correlation
from leitstern.core.stats.estimate import Estimate, Missing

PLANTED = ("cost_per_contact", "first_contact_resolution")


def test_cost_against_solving_is_found_in_the_data_and_waits_for_a_verdict(example: None) -> None:
    board = conflicts()
    (line,) = board.of(State.ASKED)
    assert line.pair == PLANTED
    assert line.conflict
    assert line.conflict.found
    assert line.conflict.tugs
    measured = line.conflict.measured
    assert isinstance(measured, Coupling)
    assert measured.r.n == 35
    assert measured.r.low < -0.75 < measured.r.high < 0
    assert isinstance(line.conflict.severity, Estimate)
    assert line.conflict.severity.n == 148


def test_its_levels_would_have_hidden_it(example: None) -> None:
    there = series(PLANTED)
    raw = raw_correlation(there[PLANTED[0]], there[PLANTED[1]])
    assert raw is not None
    assert raw > -0.3


def test_no_other_pair_is_flagged(example: None) -> None:
    board = conflicts()
    assert [line.pair for line in board.lines if line.conflict and line.conflict.found] == [PLANTED]
    assert board.found.compared == 15  # of six figures with three years of values


def test_the_confirmed_conflict_has_its_rule(example: None) -> None:
    (line,) = conflicts().open
    assert line.pair == ("conversion", "return_rate")
    assert line.priority
    assert line.priority.figure.slug == "return_rate"
    assert line.conflict
    assert isinstance(line.conflict.measured, Missing)
    assert line.verdict
    assert line.verdict.created < timezone.now() - timedelta(days=50)


def test_who_carries_a_key_figure_of_customers(example: None) -> None:
    found = coverage()
    with_one = {line.unit for line in found.back_office if line.figures}
    assert with_one == {"claims_assessment", "lending", "operations"}
    assert all(not each.carries for each in found.named)
    assert found.missing_parts == (Part.LOYALTY,)
    assert found.too_small == 1
    assert (found.roles_with, len(found.roles)) == (5, 9)


def test_a_gap_a_new_definition_and_storms_are_there(example: None) -> None:
    assert len(values(Figure.objects.get(slug="availability"))) == 35
    assert len(series(["margin"])["margin"].redefined) == 1
    assert Excluded.objects.filter(rule__why="external").count() == 1
    assert Value.objects.filter(figure__slug="claim_days").count() == 12
    november = Excluded.objects.get(rule__why="external").value
    assert november.month.month == 11
    assert november.value
    assert november.value < 20  # with the storms it would be nearer to thirty


def test_it_is_entered_once(example: None) -> None:
    people = {Role(person.role): person for person in Person.objects.all()}
    found_incentives(people, timezone.localdate(), "en")
    assert Verdict.objects.count() == 1


def test_the_twin_has_no_conflict() -> None:
    found_incentives(cast(), timezone.localdate(), "de", planted=False)
    board = conflicts()
    assert board.lines == ()
    assert board.found.compared == 15


@pytest.mark.parametrize("lost", ["service", "branches"])
def test_a_department_that_is_merged_away_keeps_what_was_said(example: None, lost: str) -> None:
    now = require_taxonomy()
    departments = tuple(each for each in now.departments if each.slug != lost)
    touchpoints = tuple(
        replace(each, department="digital") if each.department == lost else each for each in now.touchpoints
    )
    moved = tuple(replace(d, parent="") if d.parent == lost else d for d in departments)
    adopt(COMMAND_LINE, replace(now, departments=moved, touchpoints=touchpoints))
    assert unit_names()[lost].de.startswith("früher ")
    assert Figure.objects.filter(unit=lost).exists()
    assert len(conflicts().lines) == 2
