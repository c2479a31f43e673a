"""`incentives`: coverage, conflicts, tables and decisions from a terminal."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.told import copy, tell

from leitstern.app.accounts.actions import cast
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.project.example_incentives import found_incentives
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import DjangoDbBlocker
    from tests.cli.conftest import Answer
    from tests.told import Told

    from leitstern.store.home import Home

    Run = Callable[..., Answer]

PAIR = ("cost_per_contact", "first_contact_resolution")


@pytest.fixture(scope="module")
def told(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Told:
    """What the example company keeps here."""

    def found() -> None:
        adopt(COMMAND_LINE, taxonomy())
        found_incentives(cast(), timezone.localdate(), "en")

    with django_db_blocker.unblock():
        return tell(tmp_path_factory.mktemp("told"), ("structure", "incentives"), found)


@pytest.fixture
def run(typed: Run, home: Home, db: None, told: Told) -> Run:
    """Types `leitstern --home … incentives …` where the example's register is."""
    adopt(COMMAND_LINE, taxonomy())
    cast()
    copy(told)
    return lambda *words: typed("--home", home.path, "incentives", *words)


def test_conflicts_with_their_numbers(run: Run) -> None:
    said = run("conflicts")
    assert said.code == 0, said.err
    assert "cost_per_contact" in said.out
    found = {
        (each["first"], each["second"]): each for each in json.loads(run("conflicts", "--format", "json").out)
    }
    assert found[PAIR]["found"]
    assert found[PAIR]["correlation"]["n"] == 35
    assert found[PAIR]["severity"]["low"] < found[PAIR]["severity"]["value"]
    rows = csv.DictReader(StringIO(run("conflicts", "--format", "csv").out.removeprefix("\ufeff")))
    assert {row["state"] for row in rows} == {"asked", "confirmed"}


def test_coverage_says_nothing_of_one_person(run: Run) -> None:
    said = run("coverage", "--lang", "de")
    assert "5 von 9 Rollen werden für die Kundschaft belohnt" in said.out
    assert "< 5" in said.out
    document = json.loads(run("coverage", "--format", "json").out)
    assert document["too_small"] == 1
    assert "Head of finance" not in [each["role"] for each in document["roles"]]


def test_figures(run: Run) -> None:
    found = json.loads(run("figures", "--format", "json").out)
    cost = next(each for each in found if each["figure"] == PAIR[0])
    assert cost["pushes"] == [{"lever": "Time per contact", "up": False, "strength": "strong"}]
    assert "margin" in run("figures").out
    assert run("figures", "--format", "csv").code == 0


def test_deciding(run: Run) -> None:
    assert run("refuse", *PAIR).code == 1
    assert run("confirm", *PAIR, "--why", "Service says so.").code == 0
    rule = ("--figure", PAIR[1], "--when", "A second call.", "--owner", "Board", "--review", "2090-01-01")
    assert run("first", *PAIR, *rule).code == 0
    found = json.loads(run("conflicts", "--format", "json").out)
    assert next(each for each in found if each["first"] == PAIR[0])["priority"]["owner"] == "Board"
    assert "already" in run("refuse", *PAIR, "--why", "No.").err


def test_tables_are_handed_in_or_refused_whole(run: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("Month,margin\n2020-01,20\n2020-02,21\n")
    bad.write_text("Month,margin\n2020-03,much\nsoon,21\n")
    assert "2 monthly values were kept." in run("hand-in", "values", good).out
    refused = run("hand-in", "values", bad)
    assert refused.code == 1
    assert "2 mistakes" in refused.err
    assert "line 2, Value: “much” is no number." in refused.err


def test_what_is_taken_out_and_what_to_begin_with(run: Run) -> None:
    number = run("exclude", "Snow", "blizzard", "ice", "--why", "external").out.strip()
    found = {str(each["id"]): each for each in json.loads(run("exclusions", "--format", "json").out)}
    assert (found[number]["reasons"], found[number]["withdrawn"]) == (["blizzard", "ice"], False)
    assert run("include", number).code == 0
    assert "True" in next(line for line in run("exclusions").out.splitlines() if "Snow" in line)
    assert "refund_days" in run("templates").out
    assert run("begin", "refund_days", "corporate", "--lang", "de").out.split() == ["refund_days"]
    assert run("begin", "speed_or_margin", "corporate", "corporate").out.split()[1] == "margin"
    there = {each["figure"]: each["name"] for each in json.loads(run("figures", "--format", "json").out)}
    assert there["refund_days"] == "Tage bis zur Erstattung"


def test_a_target_and_the_roles_below_it(run: Run) -> None:
    assert "service" in run("targets").out
    number = run("set-target", "90", "--by", "2090-01-01", "--owner", "Board").out.strip()
    held = {str(each["id"]) for each in json.loads(run("targets", "--format", "json").out)["targets"]}
    assert number in held
    assert "Finance and controlling" in run("below-target").out
    assert run("withdraw-target", number).code == 0
    assert run("set-target", "40", "--by", "2020-01-01", "--owner", "Board").code == 1


def test_boundaries(run: Run) -> None:
    said = ("--then", "Hang up.", "--decides", "Team lead", "--since", "2026-01-01")
    number = run("set-boundary", "Insults", *said).out.strip()
    assert run("count-boundary", number, "service", "2026-02", "3").code == 0
    assert run("count-boundary", number, "moon", "2026-02", "3").code == 1
    assert "Insults" in run("boundaries").out
    rows = list(csv.DictReader(StringIO(run("boundaries", "--format", "csv").out.removeprefix("\ufeff"))))
    assert [row["cases"] for row in rows if row["boundary"] == "Insults"] == ["3"]
    assert run("withdraw-boundary", number).code == 0
    found = json.loads(run("boundaries", "--format", "json").out)
    assert [each["withdrawn"] for each in found] == [False, True]
