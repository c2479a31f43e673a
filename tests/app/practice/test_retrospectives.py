"""People look back together, agree on something, and say what became of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.portfolio.following import keep_holder
from leitstern.app.practice import recalled, retrospecting
from leitstern.core.bridge.practice.retrospectives import (
    AgreementDraft,
    Became,
    NewsDraft,
    RetrospectiveDraft,
)
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.practice.models import Agreement, News

BACK = date(2026, 1, 12)


@pytest.fixture
def agreed() -> Agreement:
    """Lists shall not be sent any more, by the end of January; Karla answers for it."""
    draft = RetrospectiveDraft("After the winter wave", BACK, "Lists are sent again.", "campaigns")
    row = retrospecting.keep_retrospective(COMMAND_LINE, draft)
    return retrospecting.agree(COMMAND_LINE, row, AgreementDraft("No more lists", "Karla", date(2026, 1, 31)))


def tell(row: Agreement, how: Became, **more: object) -> News:
    return retrospecting.tell(COMMAND_LINE, row, NewsDraft(how, BACK, "Because", **more))  # type: ignore[arg-type]


def test_an_agreement_is_put_off_handed_on_and_done_and_all_of_it_stays(agreed: Agreement) -> None:
    tell(agreed, Became.POSTPONED, until=date(2090, 1, 1))
    keep_holder(COMMAND_LINE, agreed.owner, board=False, left=timezone.localdate() - timedelta(days=1))
    assert not recalled.recalled(recalled.agreement_by_id(agreed.pk)).agreed.owned
    tell(agreed, Became.HANDED_ON, owner="Jonas")
    found = recalled.recalled(recalled.agreement_by_id(agreed.pk))
    assert (found.owner.name, found.due, found.postponed, found.agreed.owned) == (
        "Jonas",
        date(2090, 1, 1),
        1,
        True,
    )
    done = tell(agreed, Became.DONE)
    with pytest.raises(Conflict):
        tell(agreed, Became.DROPPED)
    retrospecting.take_back_news(COMMAND_LINE, done)
    assert recalled.recalled(recalled.agreement_by_id(agreed.pk)).state == "open"
    assert agreed.news.count() == 3


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (NewsDraft(Became.DONE, BACK), "words"),
        (NewsDraft(Became.POSTPONED, BACK, "x"), "until"),
        (NewsDraft(Became.POSTPONED, BACK, "x", until=date(2026, 1, 31)), "until"),
        (NewsDraft(Became.HANDED_ON, BACK, "x"), "owner"),
        (NewsDraft(Became.DONE, date(2090, 1, 1), "x"), "day"),
    ],
)
def test_what_is_missing_is_said(agreed: Agreement, draft: NewsDraft, field: str) -> None:
    with pytest.raises(WrongDraft) as wrong:
        retrospecting.tell(COMMAND_LINE, agreed, draft)
    assert [each.field for each in wrong.value.problems] == [field]
    assert not agreed.news.exists()


def test_pages_from_the_first_word_to_what_became_of_it(as_role: Callable[[Role], Client]) -> None:
    lead = as_role(Role.LEAD)
    assert "Nobody has looked back" in lead.get("/practice/retrospectives").content.decode()
    said = {"title": "Spring", "day": "2026-01-12", "seen": "Lists again", "unit": "campaigns"}
    page = lead.post("/practice/retrospectives/new", said)["Location"]
    lead.post(f"{page}/agree", {"what": "No lists", "owner": "Karla", "due": "2026-01-31"})
    row = recalled.retrospectives_ever().get().agreements.get()
    assert (
        lead.post(f"/practice/agreements/{row.pk}/tell", {"how": "done", "day": "2026-01-20"}).status_code
        == 422
    )
    told = {"how": "done", "day": "2026-01-20", "words": "The gateway refuses them"}
    assert lead.post(f"/practice/agreements/{row.pk}/tell", told).status_code == 302
    assert "The gateway refuses them" in lead.get(page).content.decode()
    listed = lead.get("/practice/retrospectives")
    assert "1 of 1 agreements" in listed.content.decode()
    assert "No lists" in lead.get("/practice/retrospectives?format=csv").content.decode()
