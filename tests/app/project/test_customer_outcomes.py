"""What became of customers before an initiative began and since, on its page, for programs and in words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.outside.reading import require_published
from leitstern.app.portfolio.fates import BETTER, UNSURE, WORSE, Became, became, begun_on
from leitstern.app.portfolio.keeping import keep_initiative
from leitstern.app.portfolio.models import Initiative, Turn
from leitstern.core.bridge.portfolio.drafts import InitiativeDraft
from leitstern.core.bridge.portfolio.terms import Aim, Kind
from leitstern.core.outside.outcomes import NOT_ASKED, NOT_BEGUN, TOO_SHORT, Fate, Fates
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from datetime import date

    from django.test import Client

    from leitstern.core.texts import Text
    from leitstern.store.home import Home

API = "/api/v1/portfolio/customer-outcomes"


@pytest.fixture
def today(small_company: Home) -> date:
    """The last day of the example."""
    return require_published().as_of


def row(fate: Fate, **more: Any) -> Initiative:
    told = {"title": "One record", "kind": Kind.DATA, "aim": Aim.EXPERIENCE, "units": ("service",)}
    return keep_initiative(COMMAND_LINE, InitiativeDraft(customer_outcome=fate, **told | more))


def test_by_persona_and_journey_before_and_since(today: date, lead_client: Client) -> None:
    begun = today - timedelta(days=180)
    made = row(Fate.AGAIN, persona="family_at_home", journeys=("problem", "claim"), begins=begun)
    found = lead_client.get(API).json()
    assert [each["whose"]["en"] for each in found][1:] == ["Sorting out a problem", "Settling a claim"]
    family = found[0]
    assert family["begun"] == begun.isoformat()
    for side in ("before", "after"):
        assert 0 < family[side]["low"] < family[side]["high"] < 1
    assert family["change"]["grade"] == "association"
    # Nothing is planted there: what came before and what came since differ by chance alone.
    assert family["change"]["low"] < 0.1
    assert family["change"]["high"] > -0.1
    page = lead_client.get(reverse("portfolio:initiative", args=[made.pk]), headers={"Accept-Language": "en"})
    assert "An association: whatever else changed on that day may be behind it." in page.content.decode()
    assert "customers have contact again" in page.content.decode()


def test_leaving_is_told_of_all_where_nobody_in_particular_is_meant(today: date) -> None:
    made = row(Fate.LEAVING, begins=today - timedelta(days=200))
    (told,) = became(made, today)
    assert told.whose.en == "all customers"
    assert isinstance(told.found.after, Estimate)
    assert 0 < told.found.after.value < 0.2


def test_the_first_day_it_ran_counts_before_the_day_it_was_planned_for(today: date) -> None:
    made = row(Fate.AGAIN, begins=today - timedelta(days=300))
    assert begun_on(made, today) == today - timedelta(days=300)
    for days in (150, 200):
        Turn.objects.create(initiative=made, stage="running", day=today - timedelta(days=days), actor="x")
    assert begun_on(Initiative.objects.get(pk=made.pk), today) == today - timedelta(days=200)


@pytest.mark.parametrize(
    ("fate", "ago", "reason"),
    [
        (Fate.AGAIN, None, NOT_BEGUN),
        (Fate.AGAIN, -5, NOT_BEGUN),
        (Fate.AGAIN, 30, TOO_SHORT),
        (Fate.TRUST, 200, NOT_ASKED),
    ],
)
def test_what_cannot_be_told_says_why(today: date, fate: Fate, ago: int | None, reason: object) -> None:
    made = row(fate, begins=None if ago is None else today - timedelta(days=ago))
    (told,) = became(made, today)
    assert told.spans is None
    assert told.found.change == reason


def test_less_leaving_is_better_and_less_contact_is_worse(today: date) -> None:
    down = Estimate(-0.1, -0.15, -0.05, 100, "association")
    share = Estimate(0.2, 0.1, 0.3, 100)

    def verdict(fate: Fate, change: Estimate) -> Text:
        return Became(UNSURE, fate, today, None, Fates(share, share, change)).verdict

    assert verdict(Fate.LEAVING, down) == BETTER
    assert verdict(Fate.AGAIN, down) == WORSE
    assert verdict(Fate.AGAIN, Estimate(-0.1, -0.25, 0.05, 100)) == UNSURE
