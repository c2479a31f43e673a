"""`leitstern portfolio …`."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.following import Measured, record_reading, record_result
from leitstern.app.portfolio.keeping import keep_goal
from leitstern.app.portfolio.models import Approval, Initiative
from leitstern.core.bridge.portfolio.drafts import GoalDraft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]

READING = Measured(date(2026, 1, 5), 62, 58, 66, 40, "Survey")
HEAD = "Short name,Initiative,Kind,Aim,Departments,Owner,Goals\n"


@pytest.fixture
def table(tmp_path: Path, db: None) -> Path:
    """Two initiatives towards one goal."""
    keep_goal(COMMAND_LINE, GoalDraft("Loyal"))
    file = tmp_path / "initiatives.csv"
    file.write_text(
        f"{HEAD}talk,Talk,people,a better experience,service,Head,loyal +3\nbot,Bot,technology,lower cost,IT,,\n"
    )
    return file


def test_from_a_table_to_findings_and_approval(leitstern: Run, table: Path) -> None:
    assert "2 new initiatives, 0 changed." in leitstern("portfolio", "import", table).out
    assert "0 neue Initiativen, 2 geändert." in leitstern("portfolio", "import", table, lang="de_DE").out
    said = leitstern("portfolio", "findings", "--lang", "de").out
    assert "! 1 von 2 Initiativen" in said or "zahlen auf ein gemeinsames Ziel ein" in said
    found = json.loads(leitstern("portfolio", "findings", "--format", "json").out)
    assert {"bracket", "isolation", "accountability"} <= {each["topic"] for each in found}
    assert "topic" in leitstern("portfolio", "findings", "--format", "csv").out
    assert "Loyal" in leitstern("portfolio", "goals").out
    assert json.loads(leitstern("portfolio", "goals", "--format", "json").out)[0]["goal"] == "Loyal"
    assert "blocked" in leitstern("portfolio", "initiatives").out
    assert "vendor" in leitstern("portfolio", "promises", "--format", "csv").out
    row = Initiative.objects.get(slug="talk")
    refused = leitstern("portfolio", "approve", row.pk)
    assert refused.code == 1
    assert "The gate is closed" in refused.err
    why = ("--exception-by", "Board", "--why", "Needed now.")
    assert "Approved." in leitstern("portfolio", "approve", row.pk, *why).out
    assert Approval.objects.get().exception_reason == "Needed now."


def test_mistakes_are_named(leitstern: Run, tmp_path: Path) -> None:
    (tmp_path / "wrong.csv").write_text(f"{HEAD},Bot,magic,fun,nowhere,,\n")
    refused = leitstern("portfolio", "import", tmp_path / "wrong.csv")
    assert refused.code == 1
    assert "4 mistakes were found and nothing was changed" in refused.err
    assert not Initiative.objects.exists()


def test_a_table_to_fill_in(leitstern: Run) -> None:
    assert "Ergebnis für die Kundschaft" in leitstern("portfolio", "sample", "--lang", "de").out


def test_what_came_of_it_and_who_has_left(leitstern: Run, table: Path) -> None:
    leitstern("portfolio", "import", table)
    row = Initiative.objects.get(slug="talk")
    row.expects_metric, row.expects_baseline, row.expects_value = "Satisfied", 60, 75
    row.expects_by, row.expects_who = date(2030, 6, 30), "Board"
    row.save()
    assert leitstern("portfolio", "approve", row.pk).code == 0
    (waiting,) = json.loads(leitstern("portfolio", "results", "--format", "json").out)
    assert (waiting["initiative"], waiting["expected"], waiting["verdict"]) == ("Talk", 75, "no result yet")
    record_result(COMMAND_LINE, row, Measured(date(2026, 1, 5), 78, 76, 80, 40, "Survey"))
    (came,) = json.loads(leitstern("portfolio", "results", "--format", "json", "--lang", "de").out)
    assert (came["result"], came["low"], came["high"], came["n"]) == (78, 76, 80, 40)
    assert came["verdict"] == "erreicht"
    assert "78" in leitstern("portfolio", "results").out
    record_reading(COMMAND_LINE, keep_goal(COMMAND_LINE, GoalDraft("Solved", metric="Share")), READING)
    goal = json.loads(leitstern("portfolio", "goals", "--format", "json").out)[-1]
    assert (goal["goal"], goal["reading"], goal["n"], goal["day"]) == ("Solved", 62, 40, "2026-01-05")
    assert "Head: not there since 2026-01-31." in leitstern("portfolio", "left", "Head", "2026-01-31").out
    there = {
        each["name"]: each
        for each in json.loads(leitstern("portfolio", "responsible", "--format", "json").out)
    }
    assert (there["Head"]["left"], there["Head"]["initiatives"]) == ("2026-01-31", 1)
    assert leitstern("portfolio", "back", "Head").code == 0
    assert "2026-01-31" not in leitstern("portfolio", "responsible").out
    assert "nobody of that name" in leitstern("portfolio", "left", "Nobody", "2026-01-31").err
