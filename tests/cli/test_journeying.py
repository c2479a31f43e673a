"""Journeys explored in a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_a_funnel_is_asked_for_by_its_steps_and_put_beside_another(leitstern: Run) -> None:
    words = ("journeys", "funnel", "--step", "account_opening", "--step", "welcome")
    assert "identity_check" not in leitstern(*words).out
    found = json.loads(leitstern(*words, "--against", "since=2025-01", "--format", "json").out)
    assert [each["touchpoint"] for each in found["steps"]] == ["account_opening", "welcome"]
    assert found["steps"][1]["other"] is not None


def test_waits_are_asked_for_by_their_ends(leitstern: Run) -> None:
    words = ("journeys", "waits", "--start", "account_opening", "--then", "welcome")
    german = leitstern(*words, "--lang", "de").out
    assert german.startswith("Von Kontoeröffnung bis ")
    assert "dauert die Hälfte der Wartezeiten höchstens" in german
    assert leitstern(*words, "--format", "csv").out.removeprefix("\ufeff").startswith("what,")


def test_what_cannot_be_put_beside_is_refused(leitstern: Run) -> None:
    refused = leitstern("journeys", "channels", "--against", "colour=red")
    assert refused.code == 2
    assert "none of since" in refused.err
