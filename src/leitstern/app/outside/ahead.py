"""What *Journeys* shows, computed when the worker has nothing else to do, so that nobody waits for it on the page."""

from __future__ import annotations

from leitstern.app.outside.breaks import breaks_by
from leitstern.app.outside.completion import completed
from leitstern.app.outside.people import beside_published
from leitstern.app.outside.queries import (
    handoffs_in_cases,
    promises_by,
    scores_by,
    share_staying,
    turning_up,
    ways,
)
from leitstern.app.outside.reading import published
from leitstern.app.outside.response_times import answered
from leitstern.app.outside.views import VARIANTS


def work_ahead() -> None:
    """What takes longest of it."""
    state = published()
    if state is None:
        return
    breaks_by(state)
    breaks_by(state, "map")
    breaks_by(state, "month")
    ways(state, VARIANTS)
    promises_by(state, ["channel"])
    scores_by(state, ["touchpoint"])
    for find in (completed, beside_published, handoffs_in_cases, share_staying, turning_up, answered):
        find(state)
