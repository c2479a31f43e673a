"""The placement computed when a state is published, so that nobody waits for it on the first page."""

from __future__ import annotations

from leitstern.app.placement.queries import placement


def work_ahead() -> None:
    """What the situation says in one sentence."""
    placement()
