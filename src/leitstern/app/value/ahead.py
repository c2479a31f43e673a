"""Both sides computed when the worker has nothing else to do, so that nobody waits for them on the page."""

from __future__ import annotations

from leitstern.app.outside.reading import published
from leitstern.app.value.queries import beside


def work_ahead() -> None:
    """What the page shows first."""
    if state := published():
        beside(state)
