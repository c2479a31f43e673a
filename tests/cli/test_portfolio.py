"""`leitstern portfolio …`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.keeping import keep_goal
from leitstern.app.portfolio.models import Approval, Initiative
from leitstern.core.bridge.portfolio.drafts import GoalDraft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]

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
