"""The pack and the agreement in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.inside.agreements import floor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_the_pack_is_written(leitstern: Run, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    assert leitstern("works-council", "pack", "--lang", "en", "--to", file).code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_the_agreement_is_read_and_entered(leitstern: Run) -> None:
    assert (
        "Ergebnisse von Wellen ab: 5 Personen" in leitstern("works-council", "agreement", "--lang", "de").out
    )
    entered = leitstern(
        *("works-council", "agreement", "--title", "Surveys", "--agreed-on", "2026-03-02"),
        *("--parties", "Bank and works council", "--fewest", "7", "--keep-days", "90"),
    )
    assert "Results of waves from: 7 people" in entered.out
    assert "90 days" in leitstern("works-council", "agreement").out
    assert floor() == (7, 10)


def test_half_an_agreement_is_refused(leitstern: Run) -> None:
    refused = leitstern("works-council", "agreement", "--fewest", "7")
    assert (refused.code, "--title" in refused.err) == (1, True)
    assert (
        leitstern(
            "works-council",
            "agreement",
            "--title",
            "x",
            "--agreed-on",
            "2026-03-02",
            "--parties",
            "y",
            "--fewest",
            "4",
        ).code
        == 1
    )
    assert floor() == (5, 10)
