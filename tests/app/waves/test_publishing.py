"""Publishing goes on beside the pages: begun once, kept whole or not at all, and taken up again after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.app.waves.asking import answered_directly, on_paper, people

from leitstern.app.common import jobs
from leitstern.app.common.models import Job, JobState
from leitstern.app.waves import actions, performing
from leitstern.app.waves.models import Publication, Wave, WaveState
from leitstern.app.waves.paper import enter_sheet
from leitstern.app.waves.publishing import publication
from leitstern.app.waves.queries import instrument_of, wave_by_id
from leitstern.core.errors import Conflict
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.accounts.models import Person
    from leitstern.app.common.jobs import Progress
    from leitstern.collect.roster import Roster

type Launch = Callable[[Roster], Wave]


@pytest.fixture
def closed(lead: Person, launch: Launch) -> Wave:
    wave = launch(people(service=9, north=8))
    answered_directly(wave, "service", "staff", 9)
    answered_directly(wave, "north", "staff", 8)
    wave = actions.close(lead, wave)
    Job.objects.all().delete()  # wiping is another matter
    return wave


def test_the_worker_publishes_and_tells_how_far_it_is(lead: Person, closed: Wave) -> None:
    assert actions.begin_publishing(lead, closed).state == WaveState.PUBLISHING
    assert not Publication.objects.exists()
    told: list[float] = []
    performing.perform({"wave": closed.pk}, lambda share, _step: told.append(share))
    assert wave_by_id(closed.pk).state == WaveState.PUBLISHED
    assert told == sorted(told)
    assert told[-1] == 0.9
    assert len(told) > 20


def test_a_second_worker_finds_nothing_to_do(lead: Person, closed: Wave) -> None:
    actions.begin_publishing(lead, closed)
    jobs.run_next()
    kept = Publication.objects.get()
    performing.perform({"wave": closed.pk}, lambda _share, _step: None)
    assert Publication.objects.get().created == kept.created


def test_a_worker_that_dies_leaves_nothing_and_the_next_one_begins_anew(
    lead: Person, closed: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.begin_publishing(lead, closed)

    def killed(_wave: Wave) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(performing, "lift", killed)  # everything else of the last step is done
        with pytest.raises(KeyboardInterrupt):
            jobs.run_next()
    assert wave_by_id(closed.pk).state == WaveState.PUBLISHING
    assert not Publication.objects.exists()
    assert jobs.run_next() is None  # its lease has not run out
    Job.objects.filter(kind=performing.KIND).update(lease_until=timezone.now())
    assert jobs.run_next() is not None
    assert wave_by_id(closed.pk).state == WaveState.PUBLISHED


def test_while_it_is_published_nothing_can_be_added_or_begun_twice(lead: Person, launch: Launch) -> None:
    wave = launch(on_paper(service=9))
    answered_directly(wave, "service", "staff", 6)
    actions.close(lead, wave)
    actions.begin_publishing(lead, wave)
    with pytest.raises(Conflict, match="being published"):
        enter_sheet(lead, wave, (View.STAFF, "service"), {instrument_of(wave).items[0].slug: 4})
    with pytest.raises(Conflict, match="being published"):
        actions.begin_publishing(lead, wave)


def test_what_failed_says_so_and_can_be_tried_again(
    lead: Person, lead_client: Client, closed: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = reverse("waves:wave", args=[closed.pk])
    lead_client.post(reverse("waves:publish", args=[closed.pk]))
    with monkeypatch.context() as patched:
        patched.delattr(performing, "publication")
        jobs.run_next()
    assert "HX-Refresh" in lead_client.get(reverse("waves:publishing", args=[closed.pk]))
    said = lead_client.get(page).content.decode()
    assert "Something unexpected stopped this work." in said
    assert "Publish once more" in said
    lead_client.post(reverse("waves:publish", args=[closed.pk]))
    jobs.run_next()
    assert wave_by_id(closed.pk).state == WaveState.PUBLISHED


def test_two_waves_at_once_are_decided_together(
    lead: Person, closed: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second is published while the first is worked out: the first is worked out again."""
    second = actions.prepare(lead, "Second", closed.closes)
    actions.hand_in_roster(lead, second, people(south=9))
    actions.launch(lead, second, "http://testserver")
    answered_directly(second, "south", "staff", 9)
    actions.close(lead, second)
    knew: list[int] = []

    def meanwhile(wave: Wave, progress: Progress) -> object:
        found = publication(wave, progress)
        knew.append(Publication.objects.count())
        if wave.pk == closed.pk and not Publication.objects.exists():
            actions.publish(lead, second)
        return found

    monkeypatch.setattr(performing, "publication", meanwhile)
    actions.publish(lead, closed)
    assert knew == [0, 0, 1]  # the first, the second within it, the first again
    assert Publication.objects.count() == 2


def test_publishing_here_and_now_leaves_no_work_behind(lead: Person, closed: Wave) -> None:
    assert actions.publish(lead, closed).state == WaveState.PUBLISHED
    assert not Job.objects.filter(kind=performing.KIND, state=JobState.WAITING).exists()


def test_programs_begin_it_and_can_wait(lead_client: Client, closed: Wave) -> None:
    address = f"/api/v1/waves/{closed.pk}/steps/publish"
    assert lead_client.post(address, content_type="application/json").json()["state"] == "publishing"
    jobs.run_next()
    (wave,) = lead_client.get("/api/v1/waves").json()
    assert wave["state"] == "published"
    assert wave["taking_part"] == {"invited": 17, "answered": 15, "at_least": True}
    turnout = lead_client.get(f"/api/v1/waves/{closed.pk}/turnout").json()
    assert {(each["unit"], each["at_least"]) for each in turnout} == {
        ("", 90), ("service", 80), ("sales", 80), ("north", 80),
    }  # fmt: skip
