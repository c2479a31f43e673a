"""Stories name nobody, are approved before others read them, and can be taken back at any time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.practice.conftest import STORY, TODAY
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.practice import spreading, telling
from leitstern.app.practice.models import Story
from leitstern.app.practice.reading import story_lines
from leitstern.core.bridge.practice.culture import Layer, Telling, by_layer, empty
from leitstern.core.bridge.practice.telling import Stage
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.practice.models import Principle


def stage() -> Stage:
    return story_lines(Story.objects.all())[0].stage


def test_a_name_is_pointed_out_before_anything_is_kept() -> None:
    somebody = make(Role.SERVICE)
    first = somebody.name.split()[0]
    draft = replace(
        STORY,
        lived="Frau Weber rief an: 0170 1234567.",
        done=f"{first} nahm den Ordner.",
        unit="brand_studio",
    )
    with pytest.raises(WrongDraft) as wrong:
        telling.keep_story(COMMAND_LINE, draft)
    told = [(each.field, each.text.en) for each in wrong.value.problems]
    assert [field for field, _ in told] == ["lived", "done", "unit"]
    assert "Frau [name]" in told[0][1]
    assert first in told[1][1]
    assert not Story.objects.exists()


def test_told_approved_published_standard(story: Story, principle: Principle) -> None:
    assert stage() is Stage.TOLD
    with pytest.raises(Conflict):
        telling.publish(COMMAND_LINE, story)
    with pytest.raises(Conflict):
        spreading.make_standard(COMMAND_LINE, story, TODAY, "One person", principle=principle)
    telling.approve(COMMAND_LINE, story)
    assert stage() is Stage.APPROVED
    telling.publish(COMMAND_LINE, story)
    assert stage() is Stage.PUBLISHED
    spreading.make_standard(
        COMMAND_LINE, story, TODAY, "One person with time", touchpoint="bereavement", step="One call for all"
    )
    assert stage() is Stage.STANDARD


def test_other_words_wait_for_approval_again_and_the_same_words_do_not(story: Story) -> None:
    telling.publish(COMMAND_LINE, telling.approve(COMMAND_LINE, story))
    telling.keep_story(COMMAND_LINE, replace(STORY, touchpoint=""), story)
    assert stage() is Stage.PUBLISHED
    telling.keep_story(COMMAND_LINE, replace(STORY, done="Somebody took the folder."), story)
    assert stage() is Stage.TOLD
    assert story.editions.count() == 3


def test_withdrawn_at_any_time_and_back_again(story: Story) -> None:
    telling.publish(COMMAND_LINE, telling.approve(COMMAND_LINE, story))
    telling.withdraw(COMMAND_LINE, story)
    assert stage() is Stage.WITHDRAWN
    with pytest.raises(Conflict):
        telling.publish(COMMAND_LINE, story)
    telling.reinstate(COMMAND_LINE, story)
    assert stage() is Stage.PUBLISHED


def test_reach_is_told_from_five_on_and_nobody_is_kept(story: Story) -> None:
    for _ in range(4):
        telling.opened(story, TODAY)
    assert story_lines(Story.objects.all())[0].opened is None
    telling.opened(story, TODAY)
    found = story_lines(Story.objects.all())[0]
    assert found.opened == 5
    assert {field.name for field in story.opened.model._meta.fields} == {
        "id",
        "story",
        "pilot",
        "day",
        "times",
    }


def test_a_layer_of_culture_that_nothing_shows_is_named(
    story: Story, as_role: Callable[[Role], Client]
) -> None:
    with pytest.raises(WrongDraft):
        telling.keep_story(COMMAND_LINE, replace(STORY, layer="mood"), story)
    telling.approve(COMMAND_LINE, story)
    told = replace(STORY, layer=Layer.VALUES.value, kind=Telling.ARTEFACT)
    telling.keep_story(COMMAND_LINE, told, story)
    assert stage() is Stage.APPROVED  # the words are the same
    page = as_role(Role.LEAD).get(reverse("practice:register")).content.decode()
    assert "3 layers have no story and no artefact:" in page
    assert "norms, artefacts, behaviour." in page
    telling.withdraw(COMMAND_LINE, story)
    found = by_layer(each.layer for each in Story.objects.filter(withdrawn=None))
    assert empty(found) == tuple(Layer)


def test_used_in_so_many_departments(story: Story) -> None:
    for unit in ("insurance", "branches", "insurance"):
        spreading.take_up(COMMAND_LINE, story, unit, TODAY)
    assert story_lines(Story.objects.all())[0].units == 2
