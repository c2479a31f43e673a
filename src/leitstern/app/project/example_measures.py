"""What the example company decided about its gaps, with what they come from, entered by its own people.

Planted truths stand in `collect.example.measures`; in the twin there is no gap, so nothing is decided.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.bridge.actions import decide, say_cause
from leitstern.app.bridge.models import Measure, NotedGap
from leitstern.app.outside.reading import published
from leitstern.collect.example.measures import MEASURES
from leitstern.core.bridge.causes import CauseDraft
from leitstern.core.bridge.draft import MeasureDraft

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.collect.example.measures import MeasureTold
    from leitstern.core.texts import Text


def decide_about_gaps(
    cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True
) -> None:
    """A measure for each gap on the last day of the story. A company that decided something keeps it."""
    if not planted or published() is None or Measure.objects.exists():
        return
    for told in MEASURES:
        first = CauseDraft(told.thought[0], (), told.thought[1].to(language)) if told.thought else None
        draft = _draft(told, until, language, first or told.said(language))
        title = told.title.to(language)
        row = decide(cast[Role.EXECUTIVE], told.touchpoint, told.facet, title, draft, today=until)
        if first:
            say_cause(cast[Role.LEAD], row, told.said(language))
        noted = NotedGap.objects.filter(touchpoint=told.touchpoint, facet=told.facet, until=None)
        noted.update(since=until - timedelta(days=told.known))


def _draft(told: MeasureTold, until: date, language: str, cause: CauseDraft) -> MeasureDraft:
    def say(text: Text | None) -> str:
        return text.to(language) if text else ""

    if told.owner is None:
        return MeasureDraft(choice="do nothing", reason=say(told.reason), cause=cause)
    due = until + timedelta(days=told.due)
    return MeasureDraft(
        choice="act",
        owner=say(told.owner),
        due=due,
        outcome=say(told.outcome),
        why=say(told.why),
        daily_work=say(told.daily_work),
        principles=say(told.principles),
        stop=say(told.stop),
        measure_again=due + timedelta(days=90),
        cause=cause,
    )
