"""A bank with a principle that is counted, something on the stop list, a pilot and a story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.practice import counting, ending, keeping, telling, trying
from leitstern.app.structure.roles import enter_role
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.practice_file import CountLine, UseLine
from leitstern.core.bridge.practice.drafts import PilotDraft, PrincipleDraft, RuleDraft, StopDraft
from leitstern.core.bridge.practice.telling import StoryDraft
from leitstern.core.bridge.practice.terms import StopKind, Teller

if TYPE_CHECKING:
    from leitstern.app.practice.models import Pilot, Principle, StopItem, Story
    from leitstern.core.company.taxonomy import Taxonomy

TODAY = date(2026, 3, 5)
SENTENCE = "Every campaign is classified before it is sent"
LISTS = "Customer lists as spreadsheets"
PEOPLE = {"campaigns": 11, "marketing": 34, "brand_studio": 3, "service": 140, "bereavement_care": 14}
RULE = RuleDraft("campaigns that were sent", "classified before they were sent", target=0.9)
STORY = StoryDraft(
    "One person for everything",
    Teller.CUSTOMER,
    "A son came with a folder and did not know where to begin.",
    "A colleague took the folder and said: you need not come again.",
    "bereavement_care",
    date(2026, 2, 2),
    "bereavement",
)
PILOT = PilotDraft(
    "Calling back within an hour",
    "If we call back within an hour, nobody has to call twice.",
    date(2025, 9, 1),
    boundary="Two teams, three months",
    stop_rule="When waiting on the phone doubles",
    units=("service",),
    ends=date(2025, 11, 30),
)


@pytest.fixture(autouse=True)
def bank(db: None) -> None:
    """The example company's taxonomy, and how many people work where."""
    adopt(COMMAND_LINE, taxonomy())
    for unit, people in PEOPLE.items():
        enter_role(COMMAND_LINE, "Staff", unit, people)


@pytest.fixture
def principle() -> Principle:
    """With a rule counted by hand."""
    draft = PrincipleDraft(SENTENCE, date(2025, 1, 1), why="So that nobody gets the wrong letter.")
    return keeping.keep_principle(COMMAND_LINE, draft, rule=RULE)


@pytest.fixture
def stop_item() -> StopItem:
    """Ended at the end of May 2025, forgiven until mid of June."""
    draft = StopDraft(
        LISTS,
        StopKind.LIST,
        date(2025, 5, 31),
        grace=date(2025, 6, 15),
        replacement="The campaign platform",
        units=("campaigns",),
        owner="Head of Campaigns",
    )
    return ending.keep_stop_item(COMMAND_LINE, draft)


@pytest.fixture
def pilot() -> Pilot:
    """Under way or over."""
    return trying.keep_pilot(COMMAND_LINE, PILOT)


@pytest.fixture
def story() -> Story:
    """Told, not approved."""
    return telling.keep_story(COMMAND_LINE, STORY)


def without(unit: str, successor: str = "marketing") -> Taxonomy:
    """The company after a department became part of another."""
    whole = taxonomy()
    touchpoints = tuple(
        replace(each, department=successor) if each.department == unit else each for each in whole.touchpoints
    )
    left = tuple(
        replace(each, parent=successor) if each.parent == unit else each
        for each in whole.departments
        if each.slug != unit
    )
    return replace(whole, departments=left, touchpoints=touchpoints)


def counted(principle: Principle, kept: list[int], unit: str = "campaigns", since: int = 1) -> None:
    """One month after the other of 2025, of 50 cases each."""
    lines = [CountLine(principle.slug, unit, date(2025, since + at, 1), n, 50) for at, n in enumerate(kept)]
    counting.count(COMMAND_LINE, "counts", lines, TODAY)


def used(item: StopItem, uses: list[int], unit: str = "campaigns", since: int = 1) -> None:
    """One month after the other of 2025."""
    lines = [UseLine(item.slug, unit, date(2025, since + at, 1), n) for at, n in enumerate(uses)]
    counting.count_use(COMMAND_LINE, "uses", lines, TODAY)
