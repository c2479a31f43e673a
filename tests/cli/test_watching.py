"""`leitstern watch …`."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.watch.conftest import BACK, FALLING, KEPT, USES, count_lists, count_principle, month, settled

from leitstern.app.common.actors import COMMAND_LINE, InternalActor
from leitstern.app.structure.roles import enter_role
from leitstern.app.watch import own_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


@pytest.fixture
def series(leitstern: Run, db: None) -> tuple[str, str]:
    """Two things that were settled and fall back."""
    enter_role(COMMAND_LINE, "Staff", "campaigns", 30)
    return count_principle((*KEPT, *FALLING)), count_lists((*USES, *BACK))


def test_settling_looking_and_looking_back(leitstern: Run, series: tuple[str, str]) -> None:
    said = leitstern("watch", "show", "--format", "json").out
    assert json.loads(said)["series"][0]["reached"]["reason"]["en"].startswith("nobody has said")

    period = (month(12).isoformat(), month(4).isoformat(), "--why", "It held.")
    assert "Slipping since" in leitstern("watch", "settle", series[0], *period).out
    settled(series[1], 12, 5)
    assert "prozessual" in leitstern("watch", "show", "--lang", "de").out
    looked = leitstern("watch", "look")
    assert "The change is falling back" in looked.out
    assert "What do we do?" in looked.out

    assert (
        "ends as one of countered, intended, false"
        in leitstern("watch", "close", "1", "--outcome", "gone", "--why", "x").err
    )
    closed = leitstern("watch", "close", "1", "--outcome", "countered", "--why", "The template is there.")
    assert "falling back" not in closed.out
    assert "falling back" in leitstern("watch", "reopen", "1").out

    before = leitstern("watch", "show", "--at", f"{month(3):%Y-%m}", "--format", "csv").out
    assert "Not watched yet" in before
    assert len(before.splitlines()) >= 3


def test_mistakes_are_told(leitstern: Run, series: tuple[str, str]) -> None:
    refused = leitstern(
        "watch", "settle", series[0], month(3).isoformat(), month(1).isoformat(), "--why", "x"
    )
    assert refused.code == 1
    assert "That is not enough yet" in refused.err
    assert "is no month" in leitstern("watch", "show", "--at", "soon").err


def test_own_words_are_judged_by_others_than_who_kept_them(leitstern: Run, series: tuple[str, str]) -> None:
    assert leitstern("watch", "mean", "Nobody has to ask twice.").out.strip() == "Nobody has to ask twice."
    number = leitstern("watch", "keep-words", "campaigns", "2025-02-10", "We ask first.").out.strip()
    assert "does not judge" in leitstern("watch", "judge", number, "--same").err
    other = InternalActor("anton")
    wording = own_words.keep_wording(
        other, "campaigns", date(2025, 5, 12), "Later.", today=timezone.localdate()
    )
    assert leitstern("watch", "judge", str(wording.pk), "--changed").out.strip() == "0/1"
    said = json.loads(leitstern("watch", "own-words", "--format", "json").out)
    assert said["meaning"]["text"] == "Nobody has to ask twice."
    assert [each["readers"] for each in said["wordings"]] == [1, 0]
    assert "We ask first." in leitstern("watch", "own-words").out
    assert len(leitstern("watch", "own-words", "--format", "csv").out.splitlines()) == 3
