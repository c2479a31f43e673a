"""Gates in the database: nothing before the baseline, nothing skipped silently, any month as it was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.app.programme.conftest import HOLDS
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.following import keep_holder
from leitstern.app.portfolio.models import Holder
from leitstern.app.programme import beginning, models, queries, stepping
from leitstern.app.programme.at import At, at, months_between
from leitstern.app.programme.beginning import RouteChoice
from leitstern.app.programme.hurdling import (
    HurdleDraft,
    clear_hurdle,
    hurdles_at,
    keep_hurdle,
    open_again,
    withdraw_hurdle,
)
from leitstern.app.programme.stepping import Opening
from leitstern.core.bridge.programme.gates import State
from leitstern.core.bridge.programme.hurdle import HurdleKind
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.inside.route_words import Route
from leitstern.core.inside.steps import Step

if TYPE_CHECKING:
    from leitstern.app.programme.models import Programme

ONE, TWO, FIVE = Step.TOP_MANAGEMENT, Step.CUSTOMERS, Step.STRUCTURE


def state(row: Programme, step: Step, day: date) -> State:
    return next(each.state for each in queries.standing_at(row, day).gates if each.step is step)


def test_one_programme_runs_at_a_time(programme: Programme, today: date) -> None:
    with pytest.raises(Conflict, match="runs already: “Nah dran”"):
        beginning.begin(COMMAND_LINE, "Another", today, RouteChoice())
    beginning.end(COMMAND_LINE, programme, today, "Sold.")
    with pytest.raises(InvalidInput, match="name of at most"):
        beginning.begin(COMMAND_LINE, " ", today, RouteChoice())


def test_the_direct_way_is_a_named_exception_with_tripwires(programme: Programme) -> None:
    for half in (
        RouteChoice(Route.B),
        RouteChoice(Route.B, "Viktor", "Because"),
        RouteChoice(Route.B, "", "Because", ("Nobody uses it",)),
    ):
        with pytest.raises(InvalidInput, match="often fails"):
            beginning.choose_route(COMMAND_LINE, programme, half)
    chosen = RouteChoice(Route.B, "Viktor", "The law", ("After half a year fewer than half use it", " "))
    beginning.choose_route(COMMAND_LINE, programme, chosen)
    assert programme.tripwires == ["After half a year fewer than half use it"]
    beginning.choose_route(COMMAND_LINE, programme, RouteChoice(Route.C))
    assert (programme.exception_by, programme.tripwires) == ("", [])
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Programme.objects.update(route="B")


def test_nothing_begins_before_the_baseline(bare: Programme, today: date) -> None:
    with pytest.raises(Conflict, match="Fix the starting point first"):
        stepping.open_step(COMMAND_LINE, bare, ONE, Opening("Board"), today)
    with pytest.raises(InvalidInput, match="at least five"):
        beginning.fix_baseline(COMMAND_LINE, bare, today, 4, "Survey")
    beginning.fix_baseline(COMMAND_LINE, bare, today, 40, "Survey")
    stepping.open_step(COMMAND_LINE, bare, ONE, Opening("Board"), today)


def test_expectations_are_read_again_at_each_gate(programme: Programme, today: date) -> None:
    with pytest.raises(InvalidInput, match="read again at each gate"):
        stepping.open_step(COMMAND_LINE, programme, ONE, Opening("Board"), today)
    made = stepping.open_step(COMMAND_LINE, programme, ONE, HOLDS, today)
    assert (made.holds, made.read) == ("yes", "Noch immer.")


def test_no_step_is_skipped_silently(first_step: Programme, today: date) -> None:
    with pytest.raises(Conflict, match="Step 2 has not been opened yet"):
        stepping.open_step(COMMAND_LINE, first_step, FIVE, HOLDS, today)
    with pytest.raises(InvalidInput, match="who decides and why"):
        stepping.skip_step(COMMAND_LINE, first_step, TWO, "Viktor", " ", today)
    for step in (TWO, Step.PROCESSES, Step.ROLES):
        stepping.skip_step(COMMAND_LINE, first_step, step, "Viktor", "Done by the mother company.", today)
    stepping.open_step(COMMAND_LINE, first_step, FIVE, HOLDS, today)
    skipped = next(each for each in queries.standing_at(first_step, today).gates if each.step is TWO)
    assert skipped.state is State.SKIPPED
    stepping.withdraw_move(COMMAND_LINE, models.StepMove.objects.get(step=2))
    later = next(each for each in queries.standing_at(first_step, today).gates if each.step is TWO)
    assert [each.words for each in later.skips] == ["Done by the mother company."]


def test_claimed_without_evidence_is_not_credited(programme: Programme, today: date) -> None:
    stepping.open_step(COMMAND_LINE, programme, ONE, HOLDS, today)
    stepping.claim_step(COMMAND_LINE, programme, ONE, 4, "Obviously.", today)
    gate = queries.standing_at(programme, today).gates[0]
    assert (gate.state, gate.over_claim, gate.ticked_off) == (State.GATHERING, 3, True)


def test_proof_credits_it_and_only_from_when_it_was_brought(first_step: Programme, today: date) -> None:
    assert state(first_step, ONE, today) is State.CREDITED
    assert state(first_step, ONE, today - timedelta(days=40)) is State.GATHERING
    assert state(first_step, ONE, today - timedelta(days=90)) is State.CLOSED


def test_it_falls_back_when_nothing_new_comes(first_step: Programme, today: date) -> None:
    assert state(first_step, ONE, today + timedelta(days=300)) is State.FALLEN


def test_an_alarm_sounds_until_it_is_answered(first_step: Programme, today: date) -> None:
    with pytest.raises(Conflict, match="No alarm sounds"):
        stepping.answer_alarm(COMMAND_LINE, first_step, ONE, "None.", today)
    stepping.sound_alarm(COMMAND_LINE, first_step, ONE, "Lists come back.", today, "/watch")
    assert state(first_step, ONE, today) is State.FALLEN
    with pytest.raises(InvalidInput, match="what is done about it"):
        stepping.answer_alarm(COMMAND_LINE, first_step, ONE, " ", today)
    stepping.answer_alarm(COMMAND_LINE, first_step, ONE, "The list was switched off.", today)
    assert state(first_step, ONE, today) is State.CREDITED


def test_nobody_reviews_what_they_claimed(first_step: Programme, today: date) -> None:
    auditor = make(Role.AUDITOR)
    with pytest.raises(Conflict, match="other than who claimed"):
        stepping.review_step(COMMAND_LINE, first_step, ONE, 3, "", today)
    stepping.review_step(auditor, first_step, ONE, 2, "Only two areas.", today)
    assert state(first_step, ONE, today) is State.FALLEN


def test_proof_taken_back_counts_no_longer_and_can_come_back(first_step: Programme, today: date) -> None:
    proof = models.StepProof.objects.get(kind=EvidenceType.EMPLOYEE_VOICE)
    stepping.withdraw_proof(COMMAND_LINE, proof)
    assert state(first_step, ONE, today) is State.FALLEN
    stepping.reinstate_proof(COMMAND_LINE, proof)
    assert state(first_step, ONE, today) is State.CREDITED


def test_proof_needs_an_open_gate_a_title_and_a_real_link(programme: Programme, today: date) -> None:
    for title, link, error in (
        ("Pulse", "", "not open"),
        (" ", "", "few words"),
        ("Pulse", "javascript:alert(1)", "link begins"),
    ):
        with pytest.raises((Conflict, InvalidInput), match=error):
            stepping.bring_proof(COMMAND_LINE, programme, ONE, EvidenceType.DOCUMENT, title, today, link)


@pytest.mark.parametrize("days", [1, -2000])
def test_days_lie_within_the_programme(programme: Programme, today: date, days: int) -> None:
    with pytest.raises(InvalidInput, match="This day lies"):
        stepping.open_step(COMMAND_LINE, programme, ONE, HOLDS, today + timedelta(days=days))


def test_going_live_is_no_end(programme: Programme, today: date) -> None:
    with pytest.raises(InvalidInput, match="It has not settled yet"):
        beginning.end(COMMAND_LINE, programme, today)
    beginning.end(COMMAND_LINE, programme, today, "The company was sold.")
    with pytest.raises(Conflict, match="has ended"):
        stepping.open_step(COMMAND_LINE, programme, ONE, HOLDS, today)
    beginning.take_up(COMMAND_LINE, programme)
    assert programme.ended is None


def test_only_those_who_decide_leave_a_step_out(programme: Programme, today: date) -> None:
    with pytest.raises(NotAllowed):
        stepping.skip_step(make(Role.ANALYST), programme, ONE, "Me", "No time", today)


def hurdle(title: str = "Old lists", **change: object) -> HurdleDraft:
    said = {"kind": HurdleKind.SILOS, "since": date(2026, 1, 5), "owner": "Head of Marketing"}
    return HurdleDraft(title, **(said | change))  # type: ignore[arg-type]


def test_a_hurdle_is_shown_as_it_was(programme: Programme, today: date) -> None:
    row = keep_hurdle(COMMAND_LINE, programme, hurdle())
    keep_hurdle(COMMAND_LINE, programme, hurdle("Old lists and mails", measure="Switch off"), row)
    assert [each.hurdle.title for each in hurdles_at(programme, today)] == ["Old lists and mails"]
    assert [each.hurdle.title for each in hurdles_at(programme, date(2026, 1, 10))] == ["Old lists"]
    assert hurdles_at(programme, date(2026, 1, 1)) == []


def test_a_hurdle_is_cleared_with_an_effect_and_may_come_back(programme: Programme, today: date) -> None:
    row = keep_hurdle(COMMAND_LINE, programme, hurdle())
    with pytest.raises(InvalidInput, match="how does one notice"):
        clear_hurdle(COMMAND_LINE, row, "", today)
    clear_hurdle(COMMAND_LINE, row, "No list since May.", today)
    assert hurdles_at(programme, today)[0].hurdle.cleared == today
    with pytest.raises(Conflict):
        clear_hurdle(COMMAND_LINE, row, "Again.", today)
    open_again(COMMAND_LINE, row)
    assert hurdles_at(programme, today)[0].hurdle.cleared is None
    withdraw_hurdle(COMMAND_LINE, row)
    assert hurdles_at(programme, today) == []


def test_an_owner_who_left_owns_nothing(programme: Programme, today: date) -> None:
    keep_hurdle(COMMAND_LINE, programme, hurdle())
    keep_holder(
        COMMAND_LINE, Holder.objects.get(name="Head of Marketing"), board=False, left=date(2026, 3, 1)
    )
    now, then = hurdles_at(programme, today)[0], hurdles_at(programme, date(2026, 2, 1))[0]
    assert (now.hurdle.owned, now.left) == (False, date(2026, 3, 1))
    assert (then.hurdle.owned, then.left) == (True, None)


def test_a_month_is_read_and_bounded() -> None:
    first, last = date(2023, 7, 15), date(2026, 6, 30)
    assert at("", first, last) == At(last, first, last)
    assert at("2025-03", first, last).day == date(2025, 3, 31)
    assert at("2026-06", first, last).now
    for wrong in ("2025-13", "March", "2023-06", "2026-07", "0000-01"):
        with pytest.raises(InvalidInput):
            at(wrong, first, last)
    assert months_between(first, last) == 35


def test_months_lead_to_each_other() -> None:
    first, last = date(2023, 7, 15), date(2026, 6, 10)
    found = at("2025-12", first, last)
    assert (found.previous, found.next, found.number) == ("2025-11", "2026-01", 29)
    assert at("2026-05", first, last).next == "2026-06"
    assert at("", first, last).previous == "2026-05"
    assert at("2023-07", first, last).previous == ""
    assert found.link("2026-06") == "?"
