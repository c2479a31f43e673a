"""What was deleted leaves the disk: the database is written anew, row by row in the order of keys, and its log emptied.

Deleting a row leaves its bytes in SQLite's write-ahead log, and where a row lies in its page tells when it came.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import OperationalError, connection, transaction

from leitstern.app.common.actors import WORKER
from leitstern.app.common.jobs import Later, enqueue
from leitstern.app.common.models import Job, JobState

if TYPE_CHECKING:
    from leitstern.app.common.jobs import Progress

KIND = "wipe"
PAUSE, LONGEST_PAUSE = (
    timedelta(seconds=5),
    timedelta(hours=1),
)  # twice as long after each try that did not hold
log = logging.getLogger(__name__)


def wipe_after_commit() -> None:
    """Wipe as soon as the transaction around this is committed.

    Where that does not hold, because somebody reads meanwhile or the process dies, the worker goes on until it does:
    ever more calmly, and in one row of the queue.
    """
    Job.objects.filter(kind=KIND).exclude(state=JobState.RUNNING).delete()
    job = enqueue(WORKER, KIND, {"tries": 0})

    def now() -> None:
        if wiped():
            Job.objects.filter(pk=job.pk, state=JobState.WAITING).delete()

    transaction.on_commit(now)


def wiped() -> bool:
    """Write the database anew and empty its log; False if somebody was in the way."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy: int = cursor.fetchone()[0]
    except OperationalError as problem:
        log.warning("not wiped: %s", problem)
        return False
    return not busy


def anew(payload: dict[str, Any]) -> None:
    """Wiping that failed can be tried again as it is."""
    del payload


def wipe_again(payload: dict[str, Any], progress: Progress) -> None:
    """The worker's part: try, and once more later where it does not hold."""
    if not wiped():
        tries = payload.get("tries", 0)
        raise Later(min(PAUSE * 2 ** min(tries, 20), LONGEST_PAUSE), {"tries": tries + 1})
