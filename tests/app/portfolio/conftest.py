"""A bank's portfolio: two goals, and initiatives that say all or little of themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.portfolio.keeping import keep_goal, keep_initiative
from leitstern.collect.example.truths import taxonomy
from leitstern.core.bridge.portfolio.drafts import ForPeople, GoalDraft, InitiativeDraft, Pull
from leitstern.core.bridge.portfolio.picture import Expectation, Path
from leitstern.core.bridge.portfolio.terms import Aim, AiMode, Cadence, Horizon, Kind
from leitstern.core.company.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.portfolio.models import Goal, Initiative

BOARD = "Vorstand Kunden"
PATH = Path(
    outcome="Meine Frage ist sofort beantwortet.",
    activity="Fragen beantworten",
    capability="Den Fall kennen",
    people="Menschen für schwierige Fälle",
    process="Übergabe mit Vorgeschichte",
    technology="Chatbot",
)


@pytest.fixture(autouse=True)
def bank(db: None) -> None:
    """The example company's taxonomy."""
    adopt(COMMAND_LINE, taxonomy())


@pytest.fixture
def goal() -> Goal:
    """A goal with all five fields."""
    return keep_goal(
        COMMAND_LINE,
        GoalDraft(
            "Solved at the first contact",
            metric="Share solved at the first contact",
            unit="of 100",
            baseline=55,
            target=75,
            cadence=Cadence.QUARTERLY,
            horizon=Horizon.H1,
            accountable=(BOARD,),
        ),
    )


def draft(title: str = "Chatbot", **change: Any) -> InitiativeDraft:
    """A technology initiative that may be approved, with something changed."""
    said: dict[str, Any] = {
        "kind": Kind.TECHNOLOGY,
        "aim": Aim.EXPERIENCE,
        "units": ("service",),
        "ai_mode": AiMode.ASSISTANCE,
        "touchpoints": ("chat",),
        "roles": ("Beratung am Telefon",),
        "work_change": "Einfache Fragen fallen weg.",
        "budget": Money(25_000_000, "EUR"),
        "owner": "Leitung Kundenservice",
        "sponsor": BOARD,
        "expects": Expectation("Zufriedene", 60, 75, "von 100", date(2027, 6, 30), BOARD),
        "paths": (PATH,),
        "people_measures": (ForPeople("Schulung"),),
    }
    return InitiativeDraft(title, **(said | change))


@pytest.fixture
def keep() -> Callable[..., Initiative]:
    """Keep an initiative that may be approved, with something changed."""

    def kept(title: str = "Chatbot", row: Initiative | None = None, **change: Any) -> Initiative:
        return keep_initiative(COMMAND_LINE, draft(title, **change), row)

    return kept


def pull(goal: Goal, weight: int = 2) -> Pull:
    """A contribution to a goal, against it if negative."""
    return Pull(goal.slug, 1 if weight > 0 else -1, abs(weight))


@pytest.fixture
def today() -> date:
    """The day it is."""
    return timezone.localdate()
