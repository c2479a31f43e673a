"""Principles, the stop list and pilots: drafts, history, owners who left, departments that are no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.app.practice.conftest import LISTS, PILOT, SENTENCE, TODAY, without

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.practice import ending, keeping, spreading, telling, trying
from leitstern.app.practice.measuring import stopped
from leitstern.app.practice.queries import pilots, principle_by_id, principles_on, stop_list
from leitstern.app.practice.reading import pilot_lines, visible
from leitstern.core.bridge.practice.drafts import PrincipleDraft, RuleDraft, StopDraft
from leitstern.core.bridge.practice.learning import Stage, stopped_with_learning
from leitstern.core.bridge.practice.stopping import Standing
from leitstern.core.bridge.practice.terms import PilotEnd, Source, StopKind
from leitstern.core.errors import Conflict
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.app.practice.models import Pilot, Principle, StopItem, Story


def fields(wrong: pytest.ExceptionInfo[WrongDraft]) -> list[str]:
    return [each.field for each in wrong.value.problems]


def test_everything_wrong_is_told_at_once_and_nothing_is_kept() -> None:
    draft = PrincipleDraft("", date(2026, 1, 1), units=("moon",), until=date(2025, 1, 1))
    with pytest.raises(WrongDraft) as wrong:
        keeping.keep_principle(COMMAND_LINE, draft, rule=RuleDraft("a", "b", Source.REPEATS, "nowhere"))
    assert fields(wrong) == ["sentence", "until", "units", "subject"]
    assert not principles_on(TODAY)


def test_other_words_leave_an_edition(principle: Principle) -> None:
    said = PrincipleDraft("No campaign without a class", principle.since, owner="Head of Campaigns")
    keeping.keep_principle(COMMAND_LINE, said, principle)
    keeping.keep_principle(COMMAND_LINE, said, principle)

    found = principle_by_id(principle.pk)
    assert [each.content["sentence"] for each in found.editions.all()] == [said.sentence, SENTENCE]
    assert found.slug == principle.slug
    assert found.owner is not None


def test_a_principle_holds_from_its_day_to_its_last(principle: Principle) -> None:
    keeping.keep_principle(
        COMMAND_LINE, PrincipleDraft(SENTENCE, date(2025, 1, 1), until=date(2025, 12, 31)), principle
    )
    assert principles_on(date(2025, 12, 31))
    assert not principles_on(date(2026, 1, 1))
    keeping.withdraw_principle(COMMAND_LINE, principle)
    assert not principles_on(date(2025, 6, 1))
    keeping.reinstate_principle(COMMAND_LINE, principle)
    assert principles_on(date(2025, 6, 1))


def test_an_exemption_says_why(principle: Principle) -> None:
    with pytest.raises(WrongDraft) as wrong:
        keeping.exempt(COMMAND_LINE, principle, "moon", " ", date(2025, 2, 1), date(2025, 1, 1))
    assert fields(wrong) == ["unit", "reason", "until"]


def test_let_in_again_with_a_reason_and_ended_once_more(stop_item: StopItem) -> None:
    def standing() -> Standing:
        return stopped(list(stop_list()), TODAY)[0].standing

    with pytest.raises(WrongDraft):
        ending.let_in_again(COMMAND_LINE, stop_item, date(2025, 9, 1), " ")
    with pytest.raises(Conflict, match="after that day"):
        ending.let_in_again(COMMAND_LINE, stop_item, date(2025, 5, 1), "The platform was down")
    ending.let_in_again(COMMAND_LINE, stop_item, date(2025, 9, 1), "The platform was down")
    assert standing() is Standing.REINSTATED
    with pytest.raises(Conflict, match="already"):
        ending.let_in_again(COMMAND_LINE, stop_item, date(2025, 9, 2), "Again")
    ending.end_again(COMMAND_LINE, stop_item, date(2025, 10, 1), reason="It runs again")
    assert standing() is Standing.ENDED
    assert [each.reason for each in stop_item.events.all()] == ["It runs again", "The platform was down", ""]


def test_another_end_is_one_more_event_and_other_words_are_none(stop_item: StopItem) -> None:
    draft = StopDraft(LISTS, StopKind.LIST, date(2025, 5, 31), grace=date(2025, 6, 15), why="Errors")
    ending.keep_stop_item(COMMAND_LINE, draft, stop_item)
    assert stop_item.events.count() == 1
    ending.keep_stop_item(COMMAND_LINE, replace(draft, ends=date(2025, 6, 1)), stop_item)
    assert stop_item.events.count() == 2


def test_a_pilot_stopped_with_a_learning_is_a_success(pilot: Pilot) -> None:
    def share() -> object:
        return stopped_with_learning([each.tried for each in pilot_lines(pilots(), TODAY)], TODAY)

    assert pilot_lines(pilots(), TODAY)[0].stage is Stage.OVERDUE
    with pytest.raises(WrongDraft):
        trying.end_pilot(COMMAND_LINE, pilot, PilotEnd.STOPPED, date(2025, 8, 31), "")
    end = trying.end_pilot(COMMAND_LINE, pilot, PilotEnd.STOPPED, date(2025, 10, 4), "")
    assert share().value == 0  # type: ignore[attr-defined]
    trying.withdraw_ending(COMMAND_LINE, end)
    trying.end_pilot(COMMAND_LINE, pilot, PilotEnd.STOPPED, date(2025, 10, 4), "Nobody waits for a call")
    found = share()
    assert isinstance(found, Estimate)
    assert (found.value, found.n) == (1, 1)


def test_a_pilot_is_as_visible_as_departments_know_it_and_its_page_is_opened(pilot: Pilot) -> None:
    spreading.take_up(COMMAND_LINE, pilot, "insurance", TODAY)
    once = trying.show(COMMAND_LINE, pilot, "branches", TODAY)
    assert trying.show(COMMAND_LINE, pilot, "branches", TODAY) == once
    trying.show(COMMAND_LINE, pilot, "insurance", TODAY)
    with pytest.raises(WrongDraft):
        trying.show(COMMAND_LINE, pilot, "nowhere", TODAY)
    (found,) = pilot_lines(pilots(), TODAY)
    assert found.known == tuple(dict.fromkeys((*pilot.units, "branches", "insurance")))
    share = visible(found, ["branches", "insurance", "it", *pilot.units])
    assert isinstance(share, Estimate)
    assert share.value == pytest.approx(1 - 1 / share.n)
    for _ in range(4):
        telling.opened(pilot, TODAY)
    assert pilot_lines(pilots(), TODAY)[0].opened is None
    telling.opened(pilot, TODAY)
    trying.take_back(COMMAND_LINE, once)
    (found,) = pilot_lines(pilots(), TODAY)
    assert (found.opened, "branches" in found.known) == (5, "branches" in pilot.units)


def test_only_a_pilot_that_was_carried_through_becomes_standard(pilot: Pilot, principle: Principle) -> None:
    with pytest.raises(Conflict):
        spreading.make_standard(COMMAND_LINE, pilot, TODAY, "Enough people", principle=principle)
    trying.end_pilot(COMMAND_LINE, pilot, PilotEnd.FINISHED, date(2025, 11, 30), "It works")
    with pytest.raises(WrongDraft) as wrong:
        spreading.make_standard(COMMAND_LINE, pilot, TODAY, " ", principle=principle, step="also a step")
    assert fields(wrong) == ["step", "conditions"]
    standard = spreading.make_standard(COMMAND_LINE, pilot, TODAY, "Enough people", principle=principle)
    assert pilot_lines(pilots(), TODAY)[0].stage is Stage.STANDARD
    spreading.withdraw_standard(COMMAND_LINE, standard)
    assert pilot_lines(pilots(), TODAY)[0].stage is Stage.FINISHED


def test_a_pilot_without_a_way_to_stop_is_none() -> None:
    with pytest.raises(WrongDraft) as wrong:
        trying.keep_pilot(COMMAND_LINE, replace(PILOT, stop_rule="", units=("moon",), initiative="none"))
    assert fields(wrong) == ["stop_rule", "units", "initiative"]


def test_a_department_takes_up_what_another_does_once(pilot: Pilot) -> None:
    first = spreading.take_up(COMMAND_LINE, pilot, "insurance", TODAY)
    assert spreading.take_up(COMMAND_LINE, pilot, "insurance", TODAY) == first
    spreading.give_up(COMMAND_LINE, first)
    assert pilot_lines(pilots(), TODAY)[0].taken_up == ()


def test_who_left_and_what_was_merged_stay_readable(stop_item: StopItem, story: Story) -> None:
    from leitstern.app.company.actions import adopt
    from leitstern.app.company.former import unit_names
    from leitstern.app.portfolio.following import keep_holder

    assert stop_item.owner is not None
    keep_holder(COMMAND_LINE, stop_item.owner, board=False, left=date(2026, 1, 1))
    adopt(COMMAND_LINE, without("campaigns"))

    found = stop_list()[0]
    assert found.units == ["campaigns"]
    assert unit_names()["campaigns"].en == "Campaigns (formerly)"
    assert found.owner is not None
    assert found.owner.left == date(2026, 1, 1)
