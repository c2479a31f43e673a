"""A bank that had reached something: lists by hand had ended, principles were kept, leaders were there. Then less so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.practice import counting, ending, keeping
from leitstern.app.settled.keeping import settle_level
from leitstern.app.structure.roles import enter_role
from leitstern.app.watch.streams import stream_by_slug
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.practice_file import CountLine, UseLine
from leitstern.core.bridge.practice.drafts import PrincipleDraft, RuleDraft, StopDraft
from leitstern.core.bridge.practice.terms import StopKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.accounts.models import Person

SENTENCE = "Every campaign is classified before it is sent"
LISTS = "Customer lists as spreadsheets"
KEPT = (46, 47, 45, 46, 46, 47, 45, 46)  # of 50, settled
FALLING = (45, 40, 36, 33)
USES = (1, 0, 2, 1, 1, 0, 2, 1)
BACK = (1, 6, 14, 22)


def month(ago: int) -> date:
    """The first day of the month so many months before this one."""
    place = timezone.localdate().year * 12 + timezone.localdate().month - 1 - ago
    return date(place // 12, place % 12 + 1, 1)


@pytest.fixture
def bank(db: None) -> None:
    """The example company's departments, and enough people where work is counted."""
    adopt(COMMAND_LINE, taxonomy())
    for unit in ("campaigns", "service"):
        enter_role(COMMAND_LINE, "Staff", unit, 30)


@pytest.fixture
def executive(db: None) -> Person:
    """Viktor, who decides."""
    return make(Role.EXECUTIVE)


@pytest.fixture
def analyst(db: None) -> Person:
    """Anton, who keeps the register."""
    return make(Role.ANALYST)


def count_principle(kept: Sequence[int]) -> str:
    """A principle that was kept so often of 50 in the months up to the last one; gives its series."""
    draft = PrincipleDraft(SENTENCE, month(len(kept) + 1), why="So that nobody gets the wrong letter.")
    rule = RuleDraft("campaigns that were sent", "classified before they were sent", target=0.9)
    principle = keeping.keep_principle(COMMAND_LINE, draft, rule=rule)
    lines = [
        CountLine(principle.slug, "campaigns", month(len(kept) - at), n, 50) for at, n in enumerate(kept)
    ]
    counting.count(COMMAND_LINE, "counts", lines, timezone.localdate())
    return f"principle-{principle.slug}"


def count_lists(uses: Sequence[int]) -> str:
    """Something that had ended, and how often it was used since; gives its series."""
    draft = StopDraft(
        LISTS, StopKind.LIST, month(len(uses) + 1), replacement="The campaign platform", units=("campaigns",)
    )
    item = ending.keep_stop_item(COMMAND_LINE, draft)
    lines = [UseLine(item.slug, "campaigns", month(len(uses) - at), n) for at, n in enumerate(uses)]
    counting.count_use(COMMAND_LINE, "uses", lines, timezone.localdate())
    return f"stopped-{item.slug}"


def settled(series: str, since: int, until: int) -> None:
    """It was settled from the month so many ago to the other one."""
    end = month(until - 1)
    today = timezone.localdate()
    stream = stream_by_slug(series, today)
    settle_level(COMMAND_LINE, stream, month(since), end, "It held.", today=today)


@pytest.fixture
def holding(bank: None) -> tuple[str, str]:
    """Both series, settled for eight months; since then as before."""
    series = count_principle((*KEPT, *KEPT[:4])), count_lists((*USES, *USES[:4]))
    for each in series:
        settled(each, 12, 5)
    return series


@pytest.fixture
def relapsed(bank: None) -> tuple[str, str]:
    """Both series, settled for eight months; since then falling back."""
    series = count_principle((*KEPT, *FALLING)), count_lists((*USES, *BACK))
    for each in series:
        settled(each, 12, 5)
    return series
