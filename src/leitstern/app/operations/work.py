"""Long work: what runs, what waits, what failed, and trying it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from leitstern.app.common import audit, jobs
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.models import Job, JobState
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from leitstern.app.common.actors import Actor

SHOWN = 20
NO_JOB = Text(en="There is no such work.", de="Diese Arbeit gibt es nicht.")
NAMES: dict[str, _StrPromise] = {
    "import": _("Bring in, or take out"),
    "work ahead": _("Work out what pages will ask for"),
    "wipe": _("Overwrite what was deleted"),
    "plan roadmap": _("Reckon the roadmap"),
    "publish wave": _("Publish a wave"),
    "backup": _("Back up"),
    "try backup": _("Try a backup"),
    "take along": _("Take everything along"),
}


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of long work."""

    job: Job

    @property
    def name(self) -> str:
        """What it does, in words."""
        return str(NAMES.get(self.job.kind, self.job.kind))

    @property
    def error(self) -> Text | None:
        """What went wrong."""
        return Text(**self.job.error) if self.job.error else None

    @property
    def can_be_tried(self) -> bool:
        """Whether it may be tried again from here."""
        return self.job.state == JobState.FAILED and self.job.kind in jobs.AGAIN


def going_on() -> list[Work]:
    """What runs or waits, in the order in which it is done."""
    open_states = (JobState.RUNNING, JobState.WAITING)
    return [Work(job) for job in Job.objects.filter(state__in=open_states).order_by("id")[:SHOWN]]


def failed() -> list[Work]:
    """What failed, the newest first."""
    return [Work(job) for job in Job.objects.filter(state=JobState.FAILED).order_by("-id")[:SHOWN]]


def job_called(number: int) -> Job:
    """One piece of work. Raises NotFound."""
    return or_not_found(Job.objects.filter(pk=number).first(), NO_JOB)


def try_again(actor: Actor, job: Job) -> Job:
    """Put failed work back into the queue. Raises Conflict if it did not fail or cannot be tried from here."""
    require(actor, Capability.IMPORT)
    jobs.retry(job)
    audit.record(actor, "try work again", f"common.job:{job.pk}")
    job.refresh_from_db()
    return job
