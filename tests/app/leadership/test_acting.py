"""Acts, meetings, hours and votes: what is kept, what is refused, what can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.actions import adopt
from leitstern.app.leadership import acting, declaring, queries
from leitstern.app.leadership.areas import area_names, areas
from leitstern.app.leadership.settling import settle_attention
from leitstern.app.settled.queries import levels_on
from leitstern.collect.example.truths import taxonomy
from leitstern.core.bridge.leadership.alignment import Counted, Form, Vote
from leitstern.core.bridge.leadership.capacity import NO_HOURS
from leitstern.core.bridge.leadership.drafts import ActDraft, CapacityDraft, CommitmentDraft, MeetingDraft
from leitstern.core.bridge.leadership.terms import ActKind, Work
from leitstern.core.errors import InvalidInput, NotAllowed
from leitstern.core.months import later

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person

pytestmark = pytest.mark.usefixtures("bank")


def today() -> date:
    return timezone.localdate()


def visit(**more: object) -> ActDraft:
    there = {"day": today(), "kind": ActKind.VISIT, "area": "claims_intake", "said": "Listened in"}
    return ActDraft(**{**there, **more})  # type: ignore[arg-type]


def fields(refused: pytest.ExceptionInfo[WrongDraft]) -> list[str]:
    return [problem.field for problem in refused.value.problems]


def test_an_act_counts_for_the_board_area_above_the_department(executive: Person) -> None:
    act = acting.enter_act(executive, visit())
    assert act.area == "processing"
    assert queries.presence()[0].area == next(iter(areas()))
    assert {each.area: sum(each.total(first) for first in each.by_quarter) for each in queries.presence()}[
        "processing"
    ] == 1


def test_an_act_that_cannot_be_is_refused_with_everything_that_is_wrong(executive: Person) -> None:
    with pytest.raises(WrongDraft) as refused:
        acting.enter_act(executive, visit(day=today() + timedelta(days=1), said=" "))
    assert set(fields(refused)) == {"day", "said"}
    with pytest.raises(InvalidInput):
        acting.enter_act(executive, visit(area="nowhere"))
    assert not queries.standing_acts().exists()


def test_nobody_enters_acts_who_does_not_decide(analyst: Person) -> None:
    with pytest.raises(NotAllowed):
        acting.enter_act(analyst, visit())


def test_what_follows_is_said_later_and_done(executive: Person) -> None:
    act = acting.enter_act(executive, visit(day=today() - timedelta(days=20)))
    with pytest.raises(InvalidInput):
        acting.follow_up(executive, act, today())
    acting.say_what_follows(executive, act, " Shorten the form ")
    with pytest.raises(InvalidInput):
        acting.follow_up(executive, act, today() - timedelta(days=30))
    acting.follow_up(executive, act, today())
    assert queries.act_by_id(act.pk).done == today()
    assert queries.act_by_id(act.pk).follow_up == "Shorten the form"


def test_what_is_withdrawn_counts_no_longer_until_it_is_let_in_again(
    executive: Person, analyst: Person
) -> None:
    act = acting.enter_act(executive, visit())
    acting.withdraw_act(executive, act)
    assert list(queries.withdrawn_acts()) == [act]
    assert not queries.standing_acts().exists()
    acting.reinstate_act(executive, act)
    batch = acting.bring_acts(analyst, "acts.csv", [visit(), visit(area="it")])
    assert queries.standing_acts().count() == 3
    acting.withdraw_batch(analyst, batch)
    assert queries.standing_acts().count() == 1
    acting.reinstate_batch(analyst, batch)
    assert queries.standing_acts().count() == 3


def test_a_board_area_that_is_no_more_keeps_its_acts_under_its_old_name(executive: Person) -> None:
    acting.enter_act(executive, visit(area="corporate"))
    before = taxonomy()
    gone = [each for each in before.departments if each.slug == "corporate"]
    adopt(COMMAND_LINE, replace(before, departments=tuple(e for e in before.departments if e not in gone)))
    assert "corporate" not in areas()
    assert queries.presence()[-1].area == "corporate"
    assert area_names()["corporate"].de.startswith("früher")


def test_more_customer_minutes_than_minutes_are_refused(executive: Person) -> None:
    with pytest.raises(WrongDraft) as refused:
        acting.enter_meeting(executive, MeetingDraft(today(), 60, 90))
    assert fields(refused) == ["customers"]
    kept = acting.enter_meeting(executive, MeetingDraft(today(), 60, 60, decided="Call-backs"))
    acting.withdraw_meeting(executive, kept)
    assert queries.board_meetings() == ()
    acting.reinstate_meeting(executive, kept)
    assert len(queries.board_meetings()) == 1


def test_hours_of_none_are_said_and_the_newest_declaration_counts(executive: Person) -> None:
    declaring.declare(executive, CapacityDraft("it", 20, 2))
    declaring.declare(executive, CapacityDraft("it", 0))
    kept = declaring.commit(executive, CommitmentDraft("it", "Roll-out", 12, Work.CHANGE, today()))
    (load,) = (each for each in queries.loads() if each.area == "technology")
    assert load.share is NO_HOURS
    assert load.over
    declaring.withdraw_commitment(executive, kept)
    assert not any(each.commitments for each in queries.loads())
    declaring.reinstate_commitment(executive, kept)
    for wrong in (CapacityDraft("it", -1), CapacityDraft("it", 10, 200)):
        with pytest.raises(WrongDraft):
            declaring.declare(executive, wrong)
    for bad in (
        CommitmentDraft("it", "", 0, Work.CHANGE, today()),
        CommitmentDraft("it", "x", 5, Work.CHANGE, today(), today() - timedelta(days=1)),
    ):
        with pytest.raises(WrongDraft):
            declaring.commit(executive, bad)


def test_a_settled_period_is_over_and_the_newest_counts(lead: Person) -> None:
    assert levels_on(today()) == {}
    with pytest.raises(InvalidInput, match="0 of 6"):
        settle_attention(lead, today() - timedelta(days=90), today(), "It held.", today=today())
    for ago in range(1, 15):
        acting.enter_act(COMMAND_LINE, visit(day=later(today(), -ago)))
    for ago in (400, 300):
        start, end = today() - timedelta(days=ago), today() - timedelta(days=30)
        kept = settle_attention(lead, start, end, "It held.", today=today())
        assert [each.stream for each in kept] == ["leadership-acts"]  # no meeting of the board yet
    assert levels_on(today())["leadership-acts"].start == today() - timedelta(days=300)


def test_a_vote_of_four_is_not_kept(lead: Person) -> None:
    few = Vote("What first?", Form.POINTS, today(), (Counted("a", (1, 3)),))
    with pytest.raises(WrongDraft) as refused:
        declaring.enter_vote(lead, few)
    assert "only 4" in refused.value.text.en
    enough = Vote("What first?", Form.POINTS, today(), (Counted("a", (1, 4)),))
    kept = declaring.enter_vote(lead, enough)
    declaring.withdraw_vote(lead, kept)
    assert not queries.votes().exists()
    declaring.reinstate_vote(lead, kept)
    for bad in (
        Vote("", Form.POINTS, today(), enough.things),
        Vote("x", Form.POINTS, today() + timedelta(days=1), enough.things),
        Vote("x", Form.POINTS, today(), (Counted(" ", (1, 4)),)),
    ):
        with pytest.raises(WrongDraft):
            declaring.enter_vote(lead, bad)
