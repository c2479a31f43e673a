"""`leitstern change …`."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from leitstern.app.change.briefing import hand_out, keep_brief
from leitstern.app.change.messaging import Plan, keep_message
from leitstern.app.change.models import Copy, Language
from leitstern.app.change.shaping import Held, keep_shaping
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.keeping import keep_initiative
from leitstern.app.structure.roles import enter_role
from leitstern.core.bridge.change.brief import BriefDraft, ForRole, RoleKey
from leitstern.core.bridge.change.participation import Attended
from leitstern.core.bridge.change.talk import Channel
from leitstern.core.bridge.portfolio.drafts import InitiativeDraft
from leitstern.core.bridge.portfolio.terms import Aim, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    from leitstern.app.portfolio.models import Initiative

    Run = Callable[..., Answer]

DAY = date(2026, 3, 1)


@pytest.fixture
def initiative(db: None) -> Initiative:
    """With a draft of its brief, something that is said, and a workshop."""
    row = keep_initiative(
        COMMAND_LINE, InitiativeDraft("Talk", Kind.PEOPLE, Aim.EXPERIENCE, ("service",), roles=("Agents",))
    )
    roles = (ForRole(RoleKey("service", "Agents"), "You have time."), ForRole(RoleKey("it", "Desk"), ""))
    keep_brief(COMMAND_LINE, row, Language.ENGLISH, BriefDraft("For people.", "Board", DAY, roles=roles))
    keep_message(COMMAND_LINE, Plan("Round", DAY, Channel.TEAM, "Head", initiative=row, units=("service",)))
    keep_shaping(COMMAND_LINE, Held("Record", DAY, (Attended("service", "", 12, 7),)), DAY)
    return row


def test_from_a_draft_to_who_is_told_and_who_hears(leitstern: Run, initiative: Initiative) -> None:
    assert "No initiative has a brief" in leitstern("change", "coverage").out
    assert leitstern("change", "publish", initiative.pk).code == 1  # there is none in German
    assert "Version 1 is out." in leitstern("change", "publish", initiative.pk, "--language", "en").out
    assert "Desk" in leitstern("change", "coverage").out
    assert json.loads(leitstern("change", "coverage", "--format", "json").out)["told"]["n"] == 2
    csv = leitstern("change", "coverage", "--format", "csv").out
    assert csv.splitlines()[0].endswith("copies,opened,low,high,not shown")
    assert "not handed out yet" in csv
    enter_role(COMMAND_LINE, "Agents", "service", 60)
    copy = Copy.objects.get(role="Agents")
    hand_out(COMMAND_LINE, copy, DAY, 40, Channel.MAIL)
    Copy.objects.update(opened=30)
    assert ",40,0.75," in leitstern("change", "coverage", "--format", "csv").out
    said = leitstern("change", "calendar", "--lang", "de").out
    assert "! „Desk“ ist von „Talk“ betroffen" in said
    assert json.loads(leitstern("change", "calendar", "--format", "json").out)[0]["what"] == "Round"
    assert "day" in leitstern("change", "calendar", "--format", "csv").out
    assert "Record" in leitstern("change", "workshops").out
    assert json.loads(leitstern("change", "workshops", "--format", "json").out)[0]["share"]["n"] == 12
    assert "invited" in leitstern("change", "workshops", "--format", "csv").out


def test_before_anybody_was_asked(leitstern: Run, db: None) -> None:
    assert "Nobody has been asked yet" in leitstern("change", "pulse").out
    assert json.loads(leitstern("change", "pulse", "--format", "json").out)["wave_id"] is None
    assert "question" in leitstern("change", "pulse", "--format", "csv").out
