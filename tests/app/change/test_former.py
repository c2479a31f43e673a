"""Departments are merged, roles shrink and people leave while a change is under way: nothing is lost, nobody is shown."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import TYPE_CHECKING

from django.urls import reverse
from tests.app.change.conftest import ADVICE, HOTLINE
from tests.app.practice.conftest import without

from leitstern.app.accounts.roles import Role
from leitstern.app.change import queries
from leitstern.app.change.briefing import hand_out, publish
from leitstern.app.change.messaging import Plan, keep_message
from leitstern.app.change.models import Copy
from leitstern.app.change.reaching import reach_by_role
from leitstern.app.change.shaping import Held, keep_shaping
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.structure.models import Role as StaffRole
from leitstern.app.structure.roles import enter_role
from leitstern.core.bridge.change.participation import Attended
from leitstern.core.bridge.change.talk import Channel
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.change.models import Brief, Version
    from leitstern.app.portfolio.models import Initiative

DAY = date(2026, 3, 2)
FORMER = "Information technology (formerly)"


def test_what_was_said_to_a_department_that_was_merged_stays_under_its_former_name(
    as_role: Callable[[Role], Client],
    initiative: Initiative,
    published: Version,
    keep: Callable[..., Brief],
) -> None:
    keep_message(COMMAND_LINE, Plan("Round", DAY, Channel.TEAM, "Head", initiative=initiative, units=("it",)))
    attended = (Attended("it", "", 20, 12),)
    workshop = keep_shaping(COMMAND_LINE, Held("Record", DAY, attended, initiative=initiative), DAY)
    adopt(COMMAND_LINE, without("it", "operations"))

    assert queries.coverage_of(initiative).answered == {ADVICE, HOTLINE}
    browser = as_role(Role.LEAD)
    pages = {
        "brief": (reverse("change:brief", args=[initiative.pk]), ""),
        "overview": (reverse("change:overview"), ""),
        "coverage": (reverse("change:overview"), "csv"),
        "calendar": (reverse("change:calendar"), "csv"),
        "workshops": (reverse("change:shapings"), "csv"),
        "workshop": (reverse("change:shaping", args=[workshop.pk]), ""),
        "form": (reverse("change:edit-brief", args=[initiative.pk]) + "?language=de", ""),
    }
    for name, (address, form) in pages.items():
        asked = {"format": form} if form else None
        answer = browser.get(address, asked, headers={"Accept-Language": "en"})
        assert FORMER in unescape(answer.content.decode()), name
    again = publish(COMMAND_LINE, keep(why="Neu gesagt, für die Menschen."))
    assert again.copies.filter(unit="it").exists()


def test_a_role_that_shrinks_below_five_while_copies_are_out_is_shown_no_more(
    initiative: Initiative, published: Version
) -> None:
    copy = published.copies.get(unit=ADVICE.unit)
    enter_role(COMMAND_LINE, ADVICE.name, ADVICE.unit, 60)
    hand_out(COMMAND_LINE, copy, DAY, 40, Channel.MAIL)
    Copy.objects.update(opened=30)
    assert isinstance(reach_by_role()[initiative.pk, ADVICE], Estimate)
    StaffRole.objects.update(people=4)
    assert not isinstance(reach_by_role()[initiative.pk, ADVICE], Estimate)
    assert Copy.objects.get(pk=copy.pk).opened == 30  # nothing is lost
