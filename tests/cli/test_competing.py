"""`leitstern competitors`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_a_table_comes_in_and_a_figure_goes(leitstern: Run, tmp_path: Path) -> None:
    table = tmp_path / "study.csv"
    table.write_text(
        "Wettbewerber;Aussage;Von 100;Jahr;Quelle;Frage;Verglichen mit unserer Frage;Belegart\n"
        "Nordstern;Zufrieden;81,5;2025;Studie;1 bis 5;same;independent\n",
        encoding="utf-8",
    )
    assert leitstern("competitors", "hand-in", str(table)).out.strip() == "1"
    assert "noch bei keiner Aussage zu sagen" in leitstern("competitors", "show", "--lang", "de").out
    [statement] = json.loads(leitstern("competitors", "show", "--format", "json").out)["statements"]
    number = str(statement["figures"][0]["figure"]["figure"])
    assert "Nordstern" in leitstern("competitors", "show", "--format", "csv").out
    leitstern("competitors", "withdraw", number)
    assert "is not known yet" in leitstern("competitors", "show").out
    leitstern("competitors", "reinstate", number)
    assert "Nordstern" in leitstern("competitors", "show").out
