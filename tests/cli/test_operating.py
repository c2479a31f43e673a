"""Looking after the installation, from a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.app.intake.calls import LATE, Calls, good
from tests.app.intake.conftest import nothing_ahead

from leitstern.app.common.models import Job, JobState
from leitstern.app.intake.models import Import

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

__all__ = ["nothing_ahead"]


@pytest.fixture
def run(db: None, typed: Callable[..., Answer], home: Home) -> Callable[..., Answer]:
    return lambda *words: typed("--home", home.path, "operations", *words)


def test_what_came_in_is_told_and_wrong_books_are_an_error(
    run: Callable[..., Answer], tmp_path: Path
) -> None:
    (tmp_path / "calls").mkdir()
    Calls(tmp_path / "calls").bring(*(good(each) for each in range(1, 6)), LATE)
    told = run("ledger", "--by", "hour", "--format", "json")
    (line,) = json.loads(told.out)
    assert (told.code, line["received"], line["stored"], line["quarantined"]) == (0, 12, 10, 2)
    assert "It all adds up" in told.err
    assert "rhythm unknown" in run("signs", "--format", "csv").out
    assert json.loads(run("waiting", "--format", "json").out)[0]["rows"] == 1
    assert "Nothing came in" not in run("disk").out
    assert "The lowest is calls: 83 of 100" in run("quality").err
    found = Import.objects.get()
    found.sources["calls"]["received"] += 1
    found.save()
    wrong = run("ledger", "--lang", "de")
    assert wrong.code == 1
    assert "geht es nicht auf" in wrong.err


def test_failed_work_is_tried_again(run: Callable[..., Answer]) -> None:
    job = Job.objects.create(
        kind="wipe", state=JobState.FAILED, actor="worker", error={"en": "No.", "de": "Nein."}
    )
    assert "Nein." in run("work", "--format", "csv", "--lang", "de").out
    assert f"Work {job.pk} waits" in run("again", str(job.pk)).out
    assert run("again", str(job.pk)).code == 1
    assert run("again", "999").code == 1
