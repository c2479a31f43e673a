"""What was planted in the example company's structure is found; its twin shows none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.project.example_structure import found_structure
from leitstern.app.structure import models, queries, reading
from leitstern.core.inside.structure.duties import difference, mistakes
from leitstern.core.inside.structure.findings import Topic
from leitstern.core.inside.structure.interfaces import Aspect, Side, contradictions
from leitstern.core.inside.structure.reach import Voice, ambassadors
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.store.home import Home

pytestmark = pytest.mark.django_db


def test_lending_and_service_say_opposite_things(example: None) -> None:
    (against,) = contradictions(reading.interfaces())
    assert (against.giver, against.receiver) == ("lending", "service")
    giver, receiver = against.claim(Side.GIVER), against.claim(Side.RECEIVER)
    assert giver
    assert receiver
    assert (giver.said[Aspect.ACCEPTED], receiver.said[Aspect.ACCEPTED]) == (True, False)
    assert against.credited is None


def test_two_answer_for_the_mortgage_letter_and_a_change_is_planned(example: None) -> None:
    known = reading.register()
    wrong = {work.slug: found for work in reading.works() if (found := mistakes(work, known))}
    assert wrong["payoff"][0].en.startswith("2 roles answer for it")
    letter = next(work for work in reading.works() if work.slug == "payoff")
    assert "Head of branches answers for it from now on." in [each.en for each in difference(letter, known)]


def test_three_of_ten_pieces_of_customer_work_are_left_to_the_unit_for_experience(example: None) -> None:
    found = queries.everything().excuse
    assert isinstance(found.share, Estimate)
    assert (len(found.alone), found.share.n) == (3, 10)


def test_nobody_speaks_up_in_finance_controlling_and_purchasing(example: None) -> None:
    found = ambassadors(reading.register(), timezone.localdate())
    assert [each.voice for each in found.named] == [Voice.SILENT] * 3


def test_the_list_came_back_and_the_cost_centre_did_not(example: None) -> None:
    first, second = queries.everything().signals
    assert first.units == (("campaigns", 239),)
    assert (second.times, first.hidden) == (3, 0)


def test_small_units_are_silent(example: None) -> None:
    known = reading.register()
    assert not known.enough("data_office")
    assert queries.everything().skills.hidden == 1


def test_all_findings_are_alarms_but_the_spans(example: None) -> None:
    found = {each.topic: each.alarm for each in queries.findings_now()}
    assert found.pop(Topic.SPANS) is False
    assert all(found.values())
    assert Topic.SAYING not in found  # no wave was published here


def test_the_twin_has_no_alarm(twin: None) -> None:
    found = {each.topic: each for each in queries.findings_now()}
    assert [each.sentence.de for each in found.values() if each.alarm] == []
    assert found.keys() == set(Topic) - {Topic.SAYING}


def test_it_is_entered_once_and_quickly(bank: Home) -> None:
    found_structure(cast(), timezone.localdate(), "en")
    people = {Role(person.role): person for person in Person.objects.all()}
    found_structure(people, timezone.localdate(), "en")
    assert models.Interface.objects.count() == 5
