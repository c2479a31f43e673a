"""Work that is done ahead on a new published state, so that nobody waits for it on a page."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.utils.module_loading import import_string

from leitstern.app.common.actors import WORKER
from leitstern.app.common.jobs import enqueue
from leitstern.app.common.models import Job, JobState
from leitstern.app.intake.apps import AFTER_PUBLISH, AHEAD_JOB, WHEN_IDLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.common.jobs import Progress

log = logging.getLogger(__name__)


def work_ahead() -> None:
    """Let all areas compute what their first page will ask for. What fails is computed when it is asked for."""
    _work(AFTER_PUBLISH)


def queue_ahead() -> None:
    """Let the worker do so, and what other pages ask for as well: whoever changes something does not wait for it."""
    if not Job.objects.filter(kind=AHEAD_JOB, state=JobState.WAITING).exists():
        enqueue(WORKER, AHEAD_JOB, {})


def work(_payload: dict[str, Any], _progress: Progress) -> None:
    """The worker's part."""
    _work([*AFTER_PUBLISH, *WHEN_IDLE])


def _work(names: Iterable[str]) -> None:
    for name in names:
        try:
            import_string(name)()
        except Exception:
            log.exception("working ahead failed")
