"""Long work outside the request: queued in the database, run by the worker, restartable after a crash."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Protocol

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.module_loading import import_string

from leitstern.app.common.models import Job, JobState
from leitstern.core.errors import Conflict, LeitsternError
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.app.common.actors import Actor

LEASE = timedelta(
    seconds=30
)  # renewed while the work is alive: a job whose worker died is taken up this much later
MOST_ATTEMPTS = 3
UNEXPECTED = Text(
    en="Something unexpected stopped this work. What was there before is unchanged. The log names the cause.",
    de="Etwas Unerwartetes hat diese Arbeit beendet. Was vorher da war, ist unverändert. Die Ursache steht im Protokoll.",
)
NOT_FAILED = Text(
    en="This work has not failed, or somebody has tried it again already. Nothing was changed.",
    de="Diese Arbeit ist nicht fehlgeschlagen, oder jemand hat sie schon neu gestartet. Es wurde nichts geändert.",
)
NOT_AGAIN = Text(
    en="This work is begun anew on its own page. Nothing was changed.",
    de="Diese Arbeit wird auf ihrer eigenen Seite neu begonnen. Es wurde nichts geändert.",
)
log = logging.getLogger(__name__)


class Progress(Protocol):
    """Told by long work how far it is (0–1) and what it is doing."""

    def __call__(self, share: float, step: Text) -> None: ...


class Handler(Protocol):
    """The work behind one kind of job."""

    def __call__(self, payload: dict[str, Any], progress: Progress) -> None: ...


class Later(Exception):
    """Raised by work that cannot be done now: it waits in its row, for `pause`, and goes on with `payload`."""

    def __init__(self, pause: timedelta, payload: dict[str, Any]) -> None:
        super().__init__(str(pause))
        self.pause, self.payload = pause, payload


HANDLERS: dict[str, str] = {}
AGAIN: dict[str, str] = {}


def handles(kind: str, name: str, again: str = "") -> None:
    """Register the work behind `kind` by the dotted name of a Handler; areas do so when the application is ready.

    Only the worker loads it, with everything it needs. Work that failed can be tried again where `again` names a
    function that is told the payload and puts right what failing left behind, or raises why that cannot be.
    """
    HANDLERS[kind] = name
    if again:
        AGAIN[kind] = again


REGULAR: list[str] = []


def tends(name: str) -> None:
    """Register regular work, by its dotted name: a function that does one piece and says whether there was any."""
    if name not in REGULAR:
        REGULAR.append(name)


def tend() -> bool:
    """Do one piece of each regular work; the worker does so between jobs. False when there was nothing to do."""
    busy = False
    for name in REGULAR:
        try:
            busy = bool(import_string(name)()) or busy
        except Exception:
            # The worker must outlive this, too; the next round tries again.
            log.exception("regular work failed", extra={"ids": {"work": name}})
    return busy


def enqueue(actor: Actor, kind: str, payload: dict[str, Any]) -> Job:
    """Put work in the queue."""
    return Job.objects.create(kind=kind, payload=payload, actor=actor.actor_id)


def retry(job: Job) -> None:
    """Put failed work back into the queue, in its own row. Raises Conflict unless it failed and can be tried again."""
    if job.kind not in AGAIN:
        raise Conflict(NOT_AGAIN)
    with transaction.atomic():
        waiting = Job.objects.filter(pk=job.pk, state=JobState.FAILED).update(
            state=JobState.WAITING,
            attempts=0,
            error=None,
            finished=None,
            lease_until=None,
            progress=0.0,
            step="",
        )
        if not waiting:
            raise Conflict(NOT_FAILED)
        import_string(AGAIN[job.kind])(job.payload)


def will_run(kind: str, **payload: object) -> bool:
    """Whether such work waits, or would be taken up again should its worker have died."""
    asked = {f"payload__{name}": value for name, value in payload.items()}
    alive = Q(state=JobState.WAITING) | Q(state=JobState.RUNNING, attempts__lt=MOST_ATTEMPTS)
    return Job.objects.filter(alive, kind=kind, **asked).exists()


def run_next() -> Job | None:
    """Take one waiting job, or one whose worker died, and run it to its end. None when there is nothing to do."""
    job = _lease()
    if job is None:
        return None
    last = 0.0

    def progress(share: float, step: Text) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > 0.3:
            last = now
            Job.objects.filter(pk=job.pk).update(
                progress=share, step=step.to(translation.get_language() or "en")
            )

    with translation.override(job.payload.get("language", "en")), _renewed(job):
        try:
            handler: Handler = import_string(HANDLERS[job.kind])
            handler(job.payload, progress)
        except Later as later:
            _put_off(job, later)
        except LeitsternError as problem:
            _finish(job, JobState.FAILED, problem.text)
        except Exception:
            # The worker must outlive any job; the trace goes to the log, a sentence to the page.
            log.exception("job failed", extra={"ids": {"job": job.pk, "kind": job.kind}})
            _finish(job, JobState.FAILED, UNEXPECTED)
        else:
            _finish(job, JobState.DONE, None)
    return job


@contextmanager
def _renewed(job: Job) -> Iterator[None]:
    """Keep the lease while the work goes on, however long a step of it takes."""
    done = Event()

    def renew() -> None:
        while not done.wait(LEASE.total_seconds() / 3):
            Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() + LEASE)
        connection.close()

    thread = Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _lease() -> Job | None:
    now = timezone.now()
    with transaction.atomic():
        orphaned = Q(state=JobState.RUNNING, lease_until__lt=now)
        for abandoned in Job.objects.filter(orphaned, attempts__gte=MOST_ATTEMPTS):
            _finish(abandoned, JobState.FAILED, UNEXPECTED)
        due = Q(state=JobState.WAITING) & (Q(lease_until=None) | Q(lease_until__lte=now))
        job = Job.objects.filter(due | orphaned).order_by("id").first()
        if job is None:
            return None
        job.state, job.lease_until, job.attempts = JobState.RUNNING, now + LEASE, job.attempts + 1
        job.save(update_fields=["state", "lease_until", "attempts"])
    return job


def _put_off(job: Job, later: Later) -> None:
    job.state, job.attempts, job.payload = JobState.WAITING, 0, later.payload
    job.lease_until = timezone.now() + later.pause  # and no sooner
    job.save(update_fields=["state", "attempts", "payload", "lease_until"])


def _finish(job: Job, state: JobState, error: Text | None) -> None:
    job.state = state
    job.finished = timezone.now()
    job.error = {"en": error.en, "de": error.de} if error else None
    if state == JobState.DONE:
        job.progress = 1.0
    job.save(update_fields=["state", "finished", "error", "progress"])
