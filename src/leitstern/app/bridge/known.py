"""Which gaps are known since when, and what was decided about each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.bridge.models import Kind, NotedGap
from leitstern.app.bridge.queries import measures
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.reading import published
from leitstern.core.bridge.acting import Acting, Answer, KnownGap, acting

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published


def note_gaps() -> None:
    """Note from today on what is declared for the first time; what is declared no longer is over."""
    state = published()
    if state is None:
        return
    today, declared = timezone.localdate(), _declared(state)
    noted = {(each.touchpoint, each.facet): each for each in NotedGap.objects.filter(until=None)}
    NotedGap.objects.bulk_create(
        NotedGap(touchpoint=touchpoint, facet=facet, since=today)
        for touchpoint, facet in declared
        if (touchpoint, facet) not in noted
    )
    over = [each.pk for place, each in noted.items() if place not in declared]
    NotedGap.objects.filter(pk__in=over).update(until=today)


def acting_now(state: Published | None = None) -> Acting:
    """Every gap that is declared now; one that was never noted is known since today."""
    state, today = state or published(), timezone.localdate()
    if state is None:
        return acting((), today)
    since = {(each.touchpoint, each.facet): each.since for each in NotedGap.objects.filter(until=None)}
    answers: dict[tuple[str, str], Answer] = {}
    for touchpoint, facet, kind in measures().values_list("touchpoint", "facet", "kind"):
        if kind == Kind.ACT:
            answers[touchpoint, facet] = Answer.ACTING
        else:
            answers.setdefault((touchpoint, facet), Answer.NOTHING)
    return acting(
        (
            KnownGap(*place, since.get(place, today), answers.get(place, Answer.OPEN))
            for place in _declared(state)
        ),
        today,
    )


def _declared(state: Published) -> list[tuple[str, str]]:
    return [(line.touchpoint, line.facet) for line in gap_report(state).touchpoints if line.is_declared]
