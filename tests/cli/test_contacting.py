"""`leitstern policy …`."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.policy import keeping, personal
from leitstern.core.bridge.policy.personal import Answers, PersonalDraft
from leitstern.core.bridge.policy.rules import Demand, Occasion, Words
from leitstern.core.bridge.policy.terms import Duty, OccasionKind, Purpose

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]

PAID = Occasion(OccasionKind.TOUCHPOINT, "payoff")
LATER = date(2090, 1, 1)


def test_rules_and_how_personal(leitstern: Run) -> None:
    demand = Demand(PAID, "thank_you", Duty.MUST, date(2025, 1, 1))
    rule = keeping.keep_rule(COMMAND_LINE, demand, Words("Because", "Thanked", "Head", LATER))
    draft = PersonalDraft("login", Purpose.SELL, Answers(False, "", False), "Head", LATER)
    personal.keep_personal(COMMAND_LINE, draft)

    listed = leitstern("policy", "rules").out
    assert listed.startswith("!   1  After “Mortgage paid off”")
    assert "Kept in 0 of 100 cases [0–35]: it followed 0 of 5 times." in listed
    assert json.loads(leitstern("policy", "rules", "--format", "json").out)[0]["touchpoint"] == "thank_you"
    assert "thank_you" in leitstern("policy", "rules", "--format", "csv").out
    assert "nicht persönlich" in leitstern("policy", "personal", "--lang", "de").out
    assert json.loads(leitstern("policy", "personal", "--format", "json").out)[0]["decision"] == "none"
    assert "login" in leitstern("policy", "personal", "--format", "csv").out

    assert "Agreed: After “Mortgage paid off”" in leitstern("policy", "agree", rule.pk).out
    assert leitstern("policy", "agree", rule.pk).code == 1
    assert "Zurückgezogen" in leitstern("policy", "withdraw", rule.pk, "--lang", "de").out
    assert "It holds again" in leitstern("policy", "reinstate", rule.pk).out
