"""The gate, exceptions, what is frozen, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from tests.app.portfolio.conftest import BOARD, pull

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.evidence.actions import claim, prove
from leitstern.app.portfolio import models, queries
from leitstern.app.portfolio.approving import GateClosed, approve, withdraw_approval
from leitstern.app.portfolio.following import (
    Measured,
    judge_promise,
    keep_holder,
    record_promise,
    record_reading,
    record_result,
    reinstate_promise,
    withdraw_promise,
    withdraw_reading,
    withdraw_result,
)
from leitstern.app.portfolio.outcomes import fulfilment_now, outcome
from leitstern.app.stack.keeping import enter
from leitstern.core.bridge.portfolio.finding import Topic
from leitstern.core.bridge.portfolio.ledger import Verdict
from leitstern.core.bridge.portfolio.picture import Expectation
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed
from leitstern.core.inside.stack.inventory import Application, DataObject
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.app.portfolio.models import Goal, Initiative


def measured(day: date, low: float = 76, high: float = 82, **change: Any) -> Measured:
    said: dict[str, Any] = {"value": (low + high) / 2, "n": 120, "source": "Survey"}
    return Measured(day, low=low, high=high, **(said | change))


def test_technology_without_chain_and_people_is_not_approved(keep: Callable[..., Initiative]) -> None:
    row = keep(paths=(), people_measures=())
    with pytest.raises(GateClosed) as closed:
        approve(COMMAND_LINE, row)
    assert [each.code for each in closed.value.problems] == ["chain", "no-people"]
    assert "Nothing was approved." in closed.value.text.en
    assert not models.Approval.objects.exists()


def test_an_exception_is_somebodys_and_says_why(keep: Callable[..., Initiative]) -> None:
    row = keep(people_measures=())
    for half in ({"exception_by": "Vorstand Kunden"}, {"exception_reason": "Law."}):
        with pytest.raises(InvalidInput, match="needs both"):
            approve(COMMAND_LINE, row, **half)
    made = approve(
        COMMAND_LINE, row, exception_by="Vorstand Kunden", exception_reason="Law asks for it by May."
    )
    assert [each["code"] for each in made.obstacles] == ["no-people"]
    assert list(queries.exceptions()) == [made]
    with pytest.raises(InvalidInput, match="nothing to make an exception of"):
        approve(COMMAND_LINE, keep("Complete"), exception_by="A", exception_reason="b")
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Approval.objects.filter(pk=made.pk).update(exception_reason="")


def test_an_expectation_that_rests_on_a_published_figure_is_refused_with_its_reason(
    keep: Callable[..., Initiative], today: date
) -> None:
    expects = Expectation("Umsatz", 100, 130, "Mio.", date(2027, 6, 30), BOARD, "revenue-of-the-best")
    row = keep(expects=expects)
    with pytest.raises(GateClosed) as closed:
        approve(COMMAND_LINE, row)
    assert [each.code for each in closed.value.problems] == ["claim"]
    assert "compared once" in closed.value.text.en
    assert not models.Approval.objects.exists()
    with pytest.raises(InvalidInput, match="no published figure"):
        keep(expects=replace(expects, claim="invented"))
    made = approve(COMMAND_LINE, row, exception_by=BOARD, exception_reason="We try it.")
    found = outcome(made)
    assert found
    assert found.expected.claim == "revenue-of-the-best"


def test_what_rests_on_nothing_published_is_frozen_as_it_always_was(keep: Callable[..., Initiative]) -> None:
    assert "claim" not in approve(COMMAND_LINE, keep()).content["expects"]


def test_what_was_expected_is_frozen(keep: Callable[..., Initiative], today: date) -> None:
    row = keep()
    made = approve(COMMAND_LINE, row)
    with pytest.raises(Conflict, match="approved already"):
        approve(COMMAND_LINE, row)
    keep("Chatbot", row=queries.initiative_by_id(row.pk), expects=None)
    record_result(COMMAND_LINE, row, measured(today))
    found = outcome(made)
    assert found
    assert (found.expected.value, found.verdict) == (75, Verdict.KEPT)
    later = record_result(COMMAND_LINE, row, measured(today, 60, 70))
    assert (found := outcome(made))
    assert found.verdict is Verdict.SHORT
    withdraw_result(COMMAND_LINE, later)
    assert (found := outcome(made))
    assert found.verdict is Verdict.KEPT
    withdraw_approval(COMMAND_LINE, row)
    with pytest.raises(Conflict, match="not approved"):
        withdraw_approval(COMMAND_LINE, row)
    with pytest.raises(Conflict, match="not approved"):
        record_result(COMMAND_LINE, row, measured(today))


def test_the_next_build_waits_for_what_the_last_one_brought(
    keep: Callable[..., Initiative], today: date
) -> None:
    first, second = keep("Search"), keep("Search that speaks", needs=("search",))
    assert approve(COMMAND_LINE, first)
    for low, high, said in (
        (None, None, "nobody has measured"),
        (60, 70, "did not bring"),
        (60, 80, "be told yet"),
    ):
        if low and high:
            record_result(COMMAND_LINE, first, measured(today, low, high))
        with pytest.raises(GateClosed, match=said):
            approve(COMMAND_LINE, second)
    made = approve(COMMAND_LINE, second, exception_by=BOARD, exception_reason="Both are one project.")
    assert [each["code"] for each in made.obstacles] == ["benefit"]
    withdraw_approval(COMMAND_LINE, second)
    record_result(COMMAND_LINE, first, measured(today))
    assert approve(COMMAND_LINE, second)


def test_personalisation_needs_proof_of_integration(keep: Callable[..., Initiative], today: date) -> None:
    row = keep(personalises=True)
    with pytest.raises(GateClosed, match="nothing shows how far"):
        approve(COMMAND_LINE, row)
    claim(COMMAND_LINE, "t4", 4)  # claimed is not credited
    with pytest.raises(GateClosed, match=r"nothing shows|credited at level"):
        approve(COMMAND_LINE, row)
    for kind in ("system_data", "document", "observation", "customer_voice"):
        prove(COMMAND_LINE, "t4", kind, f"A {kind}", today)
    with pytest.raises(GateClosed, match="nobody has written down which data objects there are"):
        approve(COMMAND_LINE, row)
    enter(COMMAND_LINE, Application("crm", "CRM"))
    enter(COMMAND_LINE, DataObject("email", "E-mail address", leading="crm"))
    assert approve(COMMAND_LINE, row)


def test_an_owner_who_left_closes_the_gate(keep: Callable[..., Initiative], today: date) -> None:
    row = keep()
    holder = models.Holder.objects.get(name="Leitung Kundenservice")
    keep_holder(COMMAND_LINE, holder, board=False, left=today)
    assert [each.code for each in queries.gate(queries.initiative_by_id(row.pk))] == ["owner-left"]
    told = {each.topic: each for each in queries.findings_now()}[Topic.ACCOUNTABILITY]
    assert "has left" in told.rows[-1].said.en


def test_who_decides_approves(keep: Callable[..., Initiative], executive: Person, auditor: Person) -> None:
    row = keep()
    with pytest.raises(NotAllowed):
        approve(auditor, row)
    assert approve(executive, row).actor == executive.actor_id


def test_promises_of_vendors(keep: Callable[..., Initiative], today: date) -> None:
    row = keep()
    said = {"vendor": "Botwerk", "capability": "Answers", "metric": "Solved without people", "level": "80 %"}
    due = today - timedelta(days=1)
    first, second = (record_promise(COMMAND_LINE, row, **said, due=due) for _ in range(2))
    record_promise(COMMAND_LINE, row, **said, due=today + timedelta(days=9))
    judge_promise(COMMAND_LINE, first, kept=True, measured="82 % of 900", day=today)
    judge_promise(COMMAND_LINE, second, kept=True, measured="first look", day=today)
    judge_promise(COMMAND_LINE, second, kept=False, measured="41 % of 900", day=today)
    found = fulfilment_now(queries.vendor_promises(), today)
    assert isinstance(found, Estimate)
    assert (found.value, found.n, second.judgements.count()) == (0.5, 2, 2)
    withdraw_promise(COMMAND_LINE, second)
    found = fulfilment_now(queries.vendor_promises(), today)
    assert isinstance(found, Estimate)
    assert found.value == 1
    assert reinstate_promise(COMMAND_LINE, second).withdrawn is None
    with pytest.raises(InvalidInput, match="who promised what"):
        record_promise(COMMAND_LINE, row, **(said | {"vendor": " "}), due=due)
    with pytest.raises(InvalidInput, match="what was found"):
        judge_promise(COMMAND_LINE, first, kept=True, measured="", day=today)
    with pytest.raises(InvalidInput, match="future"):
        judge_promise(COMMAND_LINE, first, kept=True, measured="x", day=today + timedelta(days=1))


def test_a_goal_is_looked_at(goal: Goal, today: date) -> None:
    reading = record_reading(COMMAND_LINE, goal, measured(today, 55, 60))
    assert reading.metric == goal.metric
    (standing,) = queries.portfolio().goals
    assert standing.last_read == today
    withdraw_reading(COMMAND_LINE, reading)
    assert queries.portfolio().goals[0].last_read is None
    goal.metric = ""
    with pytest.raises(InvalidInput, match="what is measured"):
        record_reading(COMMAND_LINE, goal, measured(today))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": 99}, "within its interval"),
        ({"n": 0}, "n is at least 1"),
        ({"source": " "}, "where the number comes from"),
        ({"day": 1}, "future"),
    ],
)
def test_a_number_has_interval_n_day_and_source(
    goal: Goal, today: date, change: dict[str, Any], said: str
) -> None:
    day = today + timedelta(days=1) if change.pop("day", None) else today
    with pytest.raises(InvalidInput, match=said):
        record_reading(COMMAND_LINE, goal, measured(day, **change))


def test_findings_say_what_is_missing(goal: Goal, keep: Callable[..., Initiative]) -> None:
    keep("Cheaper", aim="cost", units=("it",), owner="")
    keep("Linked", pulls=(pull(goal),))
    topics = [each.topic for each in queries.findings_now() if each.alarm]
    assert "conflict" in topics
    assert "bracket" in topics
