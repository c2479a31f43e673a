"""Publishing a wave, which takes a while in a large company: worked out beside the database, then kept in one step.

Until then the wave is “being published”: it takes no more sheets, and nobody sees anything of it. A worker that dies
leaves nothing behind; the next one begins anew, and finds nothing to do once the results are there.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from leitstern.app.common.jobs import Progress
from leitstern.app.common.models import Job, JobState
from leitstern.app.common.wiping import wipe_after_commit
from leitstern.app.waves.keeping import lift
from leitstern.app.waves.models import Publication, Wave, WaveState
from leitstern.app.waves.publishing import publication
from leitstern.app.waves.queries import wave_by_id

KIND = "publish wave"


def perform(payload: dict[str, Any], progress: Progress) -> None:
    """The worker's part."""
    wave = wave_by_id(payload["wave"])
    while wave.state == WaveState.PUBLISHING and not _published(wave, progress):
        pass  # another wave was published meanwhile: it has to be decided together with that one


def _published(wave: Wave, progress: Progress) -> bool:
    """Work out and keep the publication; False if others came in between, which it does not know of."""
    known = _publications()
    results, decided = publication(wave, progress)
    with transaction.atomic():
        current = Wave.objects.select_for_update().get(pk=wave.pk)
        if current.state != WaveState.PUBLISHING:
            return True
        if _publications() != known:
            return False
        Publication.objects.create(wave=current, results=results, decided=decided)
        current.state, current.published = WaveState.PUBLISHED, timezone.now()
        current.save(update_fields=["state", "published"])
        current.sheets.all().delete()
        lift(current)
        wipe_after_commit()  # sheets entered since the closing lie in the order of their coming
    return True


def _publications() -> set[int]:
    return set(Publication.objects.values_list("pk", flat=True))


def job_of(wave: Wave) -> Job | None:
    """The work on a wave that is being published; also one that failed, which says why."""
    return Job.objects.filter(kind=KIND, payload__wave=wave.pk).first()


def under_way(wave: Wave) -> bool:
    """Whether that work waits or goes on."""
    job = job_of(wave)
    return job is not None and job.state in (JobState.WAITING, JobState.RUNNING)
