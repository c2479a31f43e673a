"""A wave keeps to what was agreed with the works council, whenever that was entered before its launch."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.app.waves.asking import people

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.inside.agreements import Terms, agree
from leitstern.app.waves import actions
from leitstern.app.waves.models import Wave
from leitstern.core.errors import Conflict, InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.collect.roster import Roster

SEVEN = Terms("Surveys", date(2026, 3, 2), "Bank and works council", fewest=7, fewest_comments=12)


def test_a_new_wave_takes_the_agreed_thresholds(lead: Person) -> None:
    agree(COMMAND_LINE, SEVEN)
    wave = actions.prepare(lead, "Spring", timezone.localdate())
    assert (wave.fewest, wave.fewest_comments) == (7, 12)
    assert actions.prepare(lead, "Larger", timezone.localdate(), fewest=9).fewest == 9


def test_less_than_agreed_is_refused(lead: Person) -> None:
    agree(COMMAND_LINE, SEVEN)
    refused: tuple[dict[str, Any], ...] = ({"fewest": 6}, {"fewest_comments": 11}, {"fewest": 0})
    for less in refused:
        with pytest.raises(InvalidInput, match="at least 7 people and comments at least 12"):
            actions.prepare(lead, "Spring", timezone.localdate(), **less)
    assert not Wave.objects.exists()


def test_what_is_agreed_between_preparing_and_launching_holds(
    prepared: Wave, launch: Callable[[Roster], Wave]
) -> None:
    assert prepared.fewest == 5
    agree(COMMAND_LINE, SEVEN)
    with pytest.raises(Conflict, match="At least 7 people"):
        launch(people(service=6))
    running = launch(people(service=9))
    assert (running.fewest, running.fewest_comments) == (7, 12)


def test_a_running_wave_keeps_what_it_was_launched_with(launch: Callable[[Roster], Wave]) -> None:
    running = launch(people(service=9))
    agree(COMMAND_LINE, SEVEN)
    running.refresh_from_db()
    assert (running.fewest, running.fewest_comments) == (5, 10)


def test_the_form_begins_with_what_was_agreed(lead: Person) -> None:
    agree(COMMAND_LINE, SEVEN)
    browser = Client()
    browser.force_login(lead)
    page = browser.get(reverse("waves:overview")).content.decode()
    assert 'name="fewest" value="7"' in page
    wrong = {"name": "Spring", "closes": "2090-01-05", "fewest": "6", "fewest_comments": "12"}
    assert browser.post(reverse("waves:overview"), wrong).status_code == 422
