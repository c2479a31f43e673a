"""Three initiatives of marketing, IT and service that know nothing of each other, as the source paper tells them."""

from __future__ import annotations

from datetime import date

from leitstern.core.bridge.portfolio.picture import (
    Expectation,
    Goal,
    Holder,
    Initiative,
    Path,
    Portfolio,
    ProjectMilestone,
)
from leitstern.core.bridge.portfolio.terms import (
    Aim,
    AiMode,
    Cadence,
    Horizon,
    Kind,
    MilestoneKind,
    Origin,
)
from leitstern.core.company.money import Money
from leitstern.core.texts import Text

TODAY = date(2026, 7, 1)
BOARD = Holder("Board Member Customers", board=True)
PLACES = {"chat": Text("Chat", "Chat")}
EXPECTS = Expectation(
    "Satisfied with the chat", 60, 75, "of 100", date(2027, 6, 30), "Board Member Customers"
)
PATH = Path(
    outcome="My question is answered at once.",
    activity="Answering questions",
    capability="Knowing the case",
    people="Agents trained on hard cases",
    process="Handover with context",
    technology="Chatbot",
)
OFFERS = Initiative(
    1,
    "Personal offers",
    Kind.TECHNOLOGY,
    Aim.REVENUE,
    ai_mode=AiMode.PROACTIVE,
    personalises=True,
    units=("marketing",),
    touchpoints=("chat",),
    budget=Money(80_000_000, "EUR"),
)
CHATBOT = Initiative(
    2,
    "Chatbot",
    Kind.TECHNOLOGY,
    Aim.EXPERIENCE,
    origin=Origin.VENDOR,
    ai_mode=AiMode.AUTOMATION,
    units=("it",),
    touchpoints=("chat",),
    budget=Money(120_000_000, "EUR"),
    milestones=(ProjectMilestone("Live", MilestoneKind.TECHNOLOGY),) * 3,
)
CHEAPER = Initiative(
    3,
    "Shorter calls",
    Kind.TECHNOLOGY,
    Aim.COST,
    ai_mode=AiMode.ASSISTANCE,
    units=("service",),
    touchpoints=("chat",),
    budget=Money(50_000_000, "CHF"),
)
ALONE = Portfolio(initiatives=(OFFERS, CHATBOT, CHEAPER))

SHARED = Goal(
    1,
    "Solved at the first contact",
    metric="Share of requests solved at the first contact",
    baseline=0.55,
    target=0.75,
    accountable=(BOARD,),
    cadence=Cadence.QUARTERLY,
    horizon=Horizon.H1,
)
