"""What the invented company has under way, and towards which goals.

Planted, and found by tests: marketing, IT and service each run an initiative with artificial intelligence of their own,
tied to no goal, no journey, no shared data and no second department; in the chat service's lower cost meets IT's better
experience. Two thirds of the money hang loose. Only two of nine project milestones are about people. One goal has
two members of the board, which is nobody; one owner has left; one approval is an exception; one vendor kept a promise,
one did not.

The twin has the same initiatives under one goal, with everything said that the gate asks for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.collect.example.portfolio_story import Initiatives
from leitstern.collect.example.portfolio_told import (
    CARDS,
    CUSTOMERS,
    FIRST,
    TECHNOLOGY,
    InitiativeTold,
    PortfolioTold,
    ResultTold,
)
from leitstern.core.bridge.portfolio.drafts import GoalDraft, Pull
from leitstern.core.bridge.portfolio.terms import Cadence, Horizon, MilestoneKind, Origin
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.collect.example.inside_truths import Inside


def portfolio(inside: Inside, until: date, language: str) -> PortfolioTold:
    """Everything under way; names of goals become their short names when they are kept."""
    told = _Picture(until, language)
    goals, initiatives = told.goals(inside.planted), told.all()
    if inside.planted:
        return PortfolioTold(goals, initiatives, (told.say(CARDS),))
    return PortfolioTold(goals, tuple(told.together(each) for each in initiatives), ())


class _Picture(Initiatives):
    """The goals, and how the twin runs the same initiatives."""

    def goals(self, planted: bool) -> tuple[tuple[GoalDraft, ResultTold | None], ...]:
        first = GoalDraft(
            title=self.say(Text("Solved at the first contact", "Beim ersten Kontakt gelöst")),
            metric=self.say(
                Text(
                    "Requests solved at the first contact, of 100",
                    "Anliegen, die beim ersten Kontakt gelöst sind, von 100",
                )
            ),
            unit=self.say(Text("of 100", "von 100")),
            baseline=54,
            target=70,
            target_day=self.until + timedelta(days=540),
            cadence=Cadence.QUARTERLY,
            horizon=Horizon.H1,
            accountable=(self.head(CUSTOMERS),),
        )
        trust = GoalDraft(
            title=self.say(
                Text("Customers trust us for life", "Kundinnen und Kunden vertrauen uns ein Leben lang")
            ),
            metric=self.say(
                Text(
                    "Customers who would turn to us first in a big moment, of 100",
                    "Menschen, die sich in einem wichtigen Moment zuerst an uns wenden würden, von 100",
                )
            ),
            unit=self.say(Text("of 100", "von 100")),
            baseline=38,
            target=60,
            target_day=self.until + timedelta(days=3600),
            cadence=Cadence.YEARLY,
            horizon=Horizon.H3,
            accountable=(self.head(CUSTOMERS), self.head(TECHNOLOGY)) if planted else (self.head(CUSTOMERS),),
        )
        source = self.say(Text("Sample of requests", "Stichprobe der Anliegen"))
        return (first, ResultTold(57, 54, 60, 820, source)), (trust, None)

    def together(self, told: InitiativeTold) -> InitiativeTold:
        """The same initiative as the twin runs it: for the shared goal, on a journey, with people, and complete."""
        draft = told.draft
        pulls = draft.pulls or (Pull(FIRST, 1, 2),)
        half = len(draft.milestones)
        people = tuple(
            self.stone("Team trained", "Team geschult", MilestoneKind.CULTURE, 60 + 30 * n)
            for n in range(half)
        )
        return replace(
            told,
            draft=replace(
                draft,
                pulls=pulls,
                units=tuple(dict.fromkeys((*draft.units, "service", "branches"))),
                journeys=("problem",),
                origin=Origin.CUSTOMERS,
                sponsor=self.head(CUSTOMERS),
                owner=self.head(CUSTOMERS),
                roles=draft.roles or (self.say(Text("advisers", "Beratung")),),
                work_change=draft.work_change
                or self.say(
                    Text(
                        "Easy questions go away, hard ones get time.",
                        "Einfache Fragen fallen weg, schwierige bekommen Zeit.",
                    )
                ),
                expects=draft.expects or self.expects(60, 75, CUSTOMERS),
                paths=draft.paths or (self.path(draft.title),),
                people_measures=draft.people_measures
                or (self.people("Two days of training", "Zwei Tage Schulung"),),
                milestones=(*draft.milestones, *people),
            ),
            exception=("", ""),
            approved=told.approved if not draft.personalises else None,
        )
