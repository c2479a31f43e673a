"""What the product itself knows of a principle, month by month: promises, repeats, campaigns, and the stop list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.adoption.queries import kept_monthly
from leitstern.app.common.findings import once
from leitstern.app.outside.reading import published
from leitstern.core.bridge.practice.compliance import Tally
from leitstern.core.bridge.practice.terms import Source
from leitstern.core.company.tree import COMPANY
from leitstern.core.outside.kept_monthly import (
    KeptMonth,
    firsts_by_month,
    promises_by_month,
    read_kept_months,
)

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published, Question

type Months = dict[int, tuple[KeptMonth, ...]]


def state_now() -> Published | None:
    """What is published, asked once while a page is answered."""
    return once("published for practice", published)


def contact_tallies(source: Source, touchpoint: str) -> list[Tally]:
    """Promises kept, or contacts that were no repeats, at a touchpoint, in the department that runs it."""
    state = state_now()
    if state is None:
        return []
    here = next((each for each in state.taxonomy.touchpoints if each.slug == touchpoint), None)
    if here is None:
        return []
    months = _promises(state) if source is Source.PROMISES else _firsts(state)
    found = months.get(here.code, ())
    return [Tally(here.department, each.month, each.kept, each.cases, work=False) for each in found]


def _promises(state: Published) -> Months:
    def compute(ask: Question) -> Months:
        rows = ask.run(promises_by_month(ask.table("promises"), state.as_of))
        return read_kept_months(rows, state.first_date, state.as_of)

    return state.find("promises kept by month", (), compute)


def _firsts(state: Published) -> Months:
    def compute(ask: Question) -> Months:
        rows = ask.run(firsts_by_month(ask.table("transitions")))
        return read_kept_months(rows, state.first_date, state.as_of)

    return state.find("contacts at first by month", (), compute)


def campaign_tallies() -> list[Tally]:
    """Campaigns that were classified before they were sent, of the months that are over."""
    now = timezone.localdate().replace(day=1)
    return [
        Tally(COMPANY, month, kept, documented) for month, kept, documented in kept_monthly() if month < now
    ]
