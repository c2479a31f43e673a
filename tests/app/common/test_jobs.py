"""Long work is done once, survives its worker, and says how far it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone, translation

from leitstern.app.common import jobs
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import Job, JobState
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.app.common.jobs import Progress

pytestmark = pytest.mark.django_db
done: list[Any] = []
LOADING = Text(en="Loading", de="Wird geladen")


def work(payload: dict[str, Any], progress: Progress) -> None:
    progress(0.4, LOADING)
    done.append((payload["n"], translation.get_language()))


def refuse(payload: dict[str, Any], progress: Progress) -> None:
    raise Conflict(Text(en="Not now.", de="Jetzt nicht."))


def break_down(payload: dict[str, Any], progress: Progress) -> None:
    raise ZeroDivisionError


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    handlers = {f.__name__: f"{__name__}.{f.__name__}" for f in (work, refuse, break_down)}
    monkeypatch.setattr(jobs, "HANDLERS", handlers)
    done.clear()
    yield
    done.clear()


def test_work_is_done_in_its_order_and_once() -> None:
    first, second = (jobs.enqueue(COMMAND_LINE, "work", {"n": n}) for n in (1, 2))
    assert jobs.run_next() == first
    assert jobs.run_next() == second
    assert jobs.run_next() is None
    assert [n for n, _language in done] == [1, 2]
    first.refresh_from_db()
    assert (first.state, first.progress, first.attempts) == (JobState.DONE, 1.0, 1)
    assert first.finished


def test_it_speaks_the_language_it_was_asked_in() -> None:
    jobs.enqueue(COMMAND_LINE, "work", {"n": 1, "language": "de"})
    job = jobs.run_next()
    assert job
    assert done == [(1, "de")]
    job.refresh_from_db()
    assert job.step == "Wird geladen"


def test_our_own_errors_are_told_as_they_are() -> None:
    job = jobs.enqueue(COMMAND_LINE, "refuse", {})
    jobs.run_next()
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, {"en": "Not now.", "de": "Jetzt nicht."})


@pytest.mark.parametrize("kind", ["break_down", "unheard of"])
def test_the_worker_outlives_what_nobody_expected(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    job = jobs.enqueue(COMMAND_LINE, kind, {})
    jobs.run_next()
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert job.error == {"en": jobs.UNEXPECTED.en, "de": jobs.UNEXPECTED.de}
    assert "job failed" in caplog.text
    assert jobs.run_next() is None


def orphan(attempts: int, seconds: int) -> Job:
    lease = timezone.now() + timedelta(seconds=seconds)
    return Job.objects.create(
        kind="work", payload={"n": 1}, state=JobState.RUNNING, attempts=attempts, lease_until=lease, actor="x"
    )


def test_work_whose_worker_died_is_taken_up_again() -> None:
    job = orphan(1, -1)
    assert jobs.run_next() == job
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.DONE, 2)


def test_work_whose_worker_lives_is_left_alone() -> None:
    orphan(1, 10)
    assert jobs.run_next() is None
    assert done == []


def test_work_that_killed_three_workers_is_given_up() -> None:
    job = orphan(jobs.MOST_ATTEMPTS, -1)
    assert jobs.run_next() is None
    job.refresh_from_db()
    assert job.state == JobState.FAILED


def test_whether_work_will_still_be_done() -> None:
    assert not jobs.will_run("work", n=1)
    job = orphan(1, 10)
    assert jobs.will_run("work", n=1)
    assert not jobs.will_run("work", n=2)
    assert not jobs.will_run("refuse", n=1)
    Job.objects.filter(pk=job.pk).update(attempts=jobs.MOST_ATTEMPTS)
    assert not jobs.will_run("work", n=1)
    Job.objects.filter(pk=job.pk).update(attempts=1, state=JobState.DONE)
    assert not jobs.will_run("work", n=1)


def tended() -> bool:
    done.append("tended")
    return len(done) < 3


def test_regular_work_is_done_between_jobs_and_outlives_its_failures(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(jobs, "REGULAR", [])
    jobs.tends(f"{__name__}.nothing_of_that_name")
    jobs.tends(f"{__name__}.tended")
    jobs.tends(f"{__name__}.tended")  # registered twice, done once
    assert jobs.tend()
    assert jobs.tend()
    assert not jobs.tend()
    assert len(done) == 3
    assert "regular work failed" in caplog.text
