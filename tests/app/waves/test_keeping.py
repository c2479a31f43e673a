"""How long and how coarsely single answers are kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.waves.asking import answered_directly, people

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.inside.agreements import Terms, agree
from leitstern.app.waves import actions, keeping
from leitstern.app.waves.models import KEEP_DAYS, Answer, Comment, Fingerprint, Publication, Wave
from leitstern.app.waves.queries import wave_by_id
from leitstern.app.waves.turnout import turnout
from leitstern.core.errors import Conflict, InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.accounts.models import Person
    from leitstern.collect.roster import Roster

type Launch = Callable[[Roster], Wave]
ELEVEN_DAYS = Terms("Survey", timezone.localdate(), "Bank and works council", keep_days=11)


@pytest.fixture
def closed(lead: Person, launch: Launch) -> Wave:
    """Of south three answered, of its managers one, of executives four."""
    wave = launch(people(north=9, south=3, service=20, service_managers=6, south_managers=1, x_executives=4))
    for place, n in Counter(north=9, south=3, service=20).items():
        answered_directly(wave, place, "staff", n)
    answered_directly(wave, "service", "managers", 6)
    answered_directly(wave, "south", "managers", 1)
    answered_directly(wave, "", "executives", 4, comments=12)
    return actions.close(lead, wave)


def places() -> Counter[tuple[str, str]]:
    return Counter(Answer.objects.values_list("level", "unit"))


def test_once_results_are_published_no_answer_says_more_than_five_people_share(
    lead: Person, closed: Wave
) -> None:
    before = places()
    assert before["staff", "south"] == 3
    wave = actions.publish(lead, closed)
    after = places()
    assert sum(after.values()) == sum(before.values())
    assert min(after.values()) >= 5
    assert after == {("staff", "north"): 9, ("staff", "service"): 20, ("managers", "service"): 6, ("", ""): 8}
    assert turnout(wave)  # what is told was worked out before


def test_single_answers_are_deleted_when_their_time_is_over_and_results_stay(
    lead: Person, closed: Wave
) -> None:
    wave = actions.publish(lead, closed)
    shown = Publication.objects.get().results
    assert len(shown["comments"]) == 12
    assert keeping.kept_until(wave) == wave.published + timedelta(days=KEEP_DAYS)  # type: ignore[operator]
    assert not keeping.forget_due()
    _back(wave, KEEP_DAYS - 1)
    assert not keeping.forget_due()
    _back(wave, KEEP_DAYS)
    assert keeping.forget_due()
    assert not Answer.objects.exists()
    assert not Comment.objects.exists()
    published = Publication.objects.get().results
    assert (published["comments"], published["groups"]) == ([], shown["groups"])
    assert wave_by_id(wave.pk).forgotten is not None
    assert AuditEntry.objects.filter(verb="delete answers", actor="worker").count() == 1
    assert not keeping.forget_due()


def test_a_wave_that_is_never_published_is_forgotten_too(lead: Person, closed: Wave) -> None:
    Wave.objects.filter(pk=closed.pk).update(closed=timezone.now() - timedelta(days=KEEP_DAYS))
    assert keeping.forget_due()
    assert not Answer.objects.exists()
    with pytest.raises(Conflict, match="nothing to publish"):
        actions.publish(lead, closed)


def test_somebody_may_delete_them_earlier(lead: Person, executive: Person, launch: Launch) -> None:
    wave = launch(people(service=9))
    answered_directly(wave, "service", "staff", 9)
    with pytest.raises(Conflict, match="running"):
        keeping.forget(lead, wave)
    actions.publish(lead, actions.close(lead, wave))
    keeping.forget(lead, wave)
    assert not Answer.objects.exists()
    keeping.forget(lead, wave)  # and again changes nothing


def test_no_wave_keeps_answers_longer_than_agreed(lead: Person, prepared: Wave) -> None:
    day = prepared.closes
    assert prepared.keep_days == KEEP_DAYS
    assert actions.prepare(lead, "Short", day, keep_days=0).keep_days == 0
    with pytest.raises(InvalidInput, match="730 days"):
        actions.prepare(lead, "Long", day, keep_days=731)
    agree(COMMAND_LINE, ELEVEN_DAYS)
    assert actions.prepare(lead, "As agreed", day).keep_days == 11
    with pytest.raises(InvalidInput, match="11 days"):
        actions.prepare(lead, "Long", day, keep_days=12)
    agree(COMMAND_LINE, replace(ELEVEN_DAYS, keep_days=None))
    assert actions.prepare(lead, "Open", day).keep_days == KEEP_DAYS


def test_what_is_agreed_before_the_launch_holds_and_afterwards_changes_nothing(
    lead: Person, prepared: Wave, launch: Launch
) -> None:
    agree(COMMAND_LINE, ELEVEN_DAYS)
    wave = launch(people(service=9))
    assert wave.keep_days == 11
    agree(COMMAND_LINE, replace(ELEVEN_DAYS, keep_days=5))
    assert wave_by_id(wave.pk).keep_days == 11


def test_the_page_sets_the_days_too_and_no_more_than_agreed(lead_client: Client, lead: Person) -> None:
    """Left empty they are as agreed."""
    agree(COMMAND_LINE, ELEVEN_DAYS)
    day = timezone.localdate() + timedelta(days=7)
    typed = {"name": "Spring", "closes": day.isoformat(), "fewest": 5, "fewest_comments": 10}
    for days, status in (("12", 422), ("3", 302), ("", 302)):
        assert lead_client.post("/waves", {**typed, "keep_days": days}).status_code == status
    assert list(Wave.objects.values_list("keep_days", flat=True)) == [11, 3]


def test_rosters_are_compared_for_a_while_only(closed: Wave) -> None:
    """People for half a year, places for two."""
    assert Fingerprint.objects.filter(cohort__isnull=True).exists()
    _closed(closed, keeping.KNOWN_DAYS - 1)
    keeping.forget_due()
    assert Fingerprint.objects.filter(cohort__isnull=True).exists()
    _closed(closed, keeping.KNOWN_DAYS)
    assert keeping.forget_due()
    assert not Fingerprint.objects.filter(cohort__isnull=True).exists()
    assert Fingerprint.objects.exists()
    _closed(closed, keeping.COMPARED_DAYS)
    assert keeping.forget_due()
    assert not Fingerprint.objects.exists()


def _closed(wave: Wave, days: int) -> None:
    Wave.objects.filter(pk=wave.pk).update(closed=timezone.now() - timedelta(days=days))


def _back(wave: Wave, days: int) -> None:
    Wave.objects.filter(pk=wave.pk).update(published=timezone.now() - timedelta(days=days))
