"""Decisions: what has to be said, what is frozen, and what stays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.bridge import actions as measures
from leitstern.app.bridge.queries import measure_by_id
from leitstern.app.common.actors import WORKER
from leitstern.app.common.findings import anew
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.leadership import deciding, log
from leitstern.app.leadership.freezing import Shown
from leitstern.core.bridge.draft import MeasureDraft
from leitstern.core.bridge.leadership.drafts import QuestionDraft, VerdictDraft
from leitstern.core.bridge.leadership.log import Source, State
from leitstern.core.bridge.leadership.terms import Circle, Favour, Proof
from leitstern.core.errors import Conflict, InvalidInput, NotFound
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person
    from leitstern.app.leadership.models import Decision
    from leitstern.store.home import Home


def today() -> date:
    return timezone.localdate()


def ask(executive: Person, **more: object) -> Decision:
    there = {"question": "Who calls back?", "circle": Circle.BOARD, "asked": today() - timedelta(days=9)}
    return deciding.ask(executive, QuestionDraft(**{**there, **more}))  # type: ignore[arg-type]


def verdict(**more: object) -> VerdictDraft:
    there = {"day": today(), "decided": "Whoever took the call.", "changed": False}
    return VerdictDraft(**{**there, **more})  # type: ignore[arg-type]


VOICE = Shown(Proof.VOICE, said="“Every time somebody else.”")


@pytest.mark.usefixtures("bank")
class TestWithoutCustomers:
    def test_the_absence_of_customer_evidence_needs_a_reason(self, executive: Person) -> None:
        decision = ask(executive)
        with pytest.raises(WrongDraft) as refused:
            deciding.decide(executive, decision, verdict())
        assert [problem.field for problem in refused.value.problems] == ["reason"]
        deciding.decide(executive, decision, verdict(reason="A matter of licences."))
        assert log.as_entry(decision).evidence is False

    def test_everything_that_is_missing_is_told_at_once(self, executive: Person) -> None:
        wrong = verdict(
            decided=" ", changed=True, review=today(), day=today() - timedelta(days=30), favour=Favour.SAME
        )
        with pytest.raises(WrongDraft) as refused:
            deciding.decide(executive, ask(executive), wrong)
        said = {problem.field for problem in refused.value.problems}
        assert said == {"decided", "day", "reason", "changed", "otherwise"}

    def test_customers_cannot_have_changed_what_they_were_not_heard_on(self, executive: Person) -> None:
        decision = ask(executive)
        deciding.put_on_the_table(executive, decision, Shown(Proof.OTHER, said="A study"))
        with pytest.raises(WrongDraft):
            deciding.decide(executive, decision, verdict(changed=True, otherwise="A pool"))
        deciding.put_on_the_table(executive, decision, VOICE)
        deciding.decide(executive, decision, verdict(changed=True, otherwise="A pool"))
        assert log.as_entry(decision).changed is True

    def test_a_customers_name_never_stays(self, executive: Person) -> None:
        told = Shown(Proof.STORY, said="Herr Müller, 0171 2345678, rief viermal an.", touchpoint="call_help")
        proof = deciding.put_on_the_table(executive, ask(executive), told)
        assert "Müller" not in proof.said_de
        assert "2345678" not in proof.said_en

    def test_words_and_places_that_are_none_are_refused(self, executive: Person) -> None:
        decision = ask(executive)
        for wrong in (
            Shown(Proof.VOICE),
            Shown(Proof.VOICE, said="x" * 3000),
            Shown(Proof.VOICE, said="x", touchpoint="nowhere"),
        ):
            with pytest.raises(InvalidInput):
                deciding.put_on_the_table(executive, decision, wrong)
        for gone in (
            Shown(Proof.MEASURE, reference="9"),
            Shown(Proof.WAVE, reference="x"),
            Shown(Proof.FIGURE),
        ):
            with pytest.raises(NotFound):
                deciding.put_on_the_table(executive, decision, gone)

    def test_once_decided_the_words_stand(self, executive: Person) -> None:
        decision = ask(executive)
        proof = deciding.put_on_the_table(executive, decision, VOICE)
        deciding.decide(executive, decision, verdict(nothing=True))
        with pytest.raises(Conflict):
            deciding.decide(executive, decision, verdict(decided="Something else"))
        with pytest.raises(Conflict):
            deciding.put_on_the_table(executive, decision, VOICE)
        proof.refresh_from_db()
        with pytest.raises(Conflict):
            deciding.take_off_the_table(executive, proof)
        assert log.as_entry(decision).nothing

    def test_reversed_with_a_reason_both_stay(self, executive: Person) -> None:
        decision = ask(executive)
        with pytest.raises(Conflict):
            deciding.reverse(executive, decision, "why")
        deciding.decide(executive, decision, verdict(reason="none asked"))
        with pytest.raises(InvalidInput):
            deciding.reverse(executive, decision, " ")
        deciding.reverse(executive, decision, "Nobody came any more.")
        entry = log.as_entry(decision)
        assert entry.state(today()) is State.REVERSED
        assert decision.decided == "Whoever took the call."
        with pytest.raises(Conflict):
            deciding.review(executive, decision, "fine", None)

    def test_looking_again_sets_the_next_day_or_none(self, executive: Person) -> None:
        decision = ask(executive)
        deciding.decide(executive, decision, verdict(reason="x", review=today() + timedelta(days=9)))
        with pytest.raises(InvalidInput):
            deciding.review(executive, decision, "It works", today())
        deciding.review(executive, decision, "It works", None)
        entry = log.as_entry(log.decision_by_id(decision.pk))
        assert (entry.review, entry.reviewed) == (None, today())

    def test_withdrawn_it_leaves_the_log_and_comes_back(self, executive: Person) -> None:
        decision = ask(executive)
        deciding.withdraw(executive, decision)
        assert log.lines() == ()
        with pytest.raises(Conflict):
            deciding.decide(executive, decision, verdict(reason="x"))
        deciding.reinstate(executive, decision)
        anew("decision log")
        assert len(log.lines()) == 1

    def test_a_question_that_cannot_be_is_refused(self, executive: Person) -> None:
        with pytest.raises(WrongDraft) as refused:
            ask(executive, question="", circle=Circle.DEPARTMENT, asked=today() + timedelta(days=1))
        assert {problem.field for problem in refused.value.problems} == {"question", "unit", "asked"}
        with pytest.raises(InvalidInput):
            ask(executive, unit="nowhere")

    def test_an_alarm_opens_one_question_and_points_it_out_when_it_is_overdue(self) -> None:
        def opened() -> Decision:
            return deciding.open_decision(
                WORKER,
                question="Lists come back: what do we do?",
                shown=(Text("Thirty a month.", "Dreißig im Monat."),),
                deadline=today() - timedelta(days=1),
                origin="relapse:1",
                address="/watch/alarms/1",
            )

        first = opened()
        assert opened() == first
        (late,) = log.overdue()
        assert late.question.en == "Lists come back: what do we do?"
        assert [each.said_de for each in first.proofs.all()] == ["Dreißig im Monat."]
        assert log.waiting() == (late,)
        deciding.decide(WORKER, first, verdict(reason="It was our own work."))
        assert opened() != first

    def test_the_day_of_insight_is_said_or_that_of_the_first_evidence(self, executive: Person) -> None:
        decision = ask(executive)
        proof = deciding.put_on_the_table(executive, decision, VOICE)
        assert log.as_entry(decision).insight == proof.as_of
        said = ask(executive, insight=today() - timedelta(days=40))
        assert log.as_entry(said).insight == today() - timedelta(days=40)


def test_a_gap_is_frozen_as_it_was_and_measures_stand_in_the_log(
    small_company: Home, executive: Person
) -> None:
    decision = ask(executive)
    proof = deciding.put_on_the_table(executive, decision, Shown(Proof.GAP, "payoff", "satisfied"))
    assert proof.value is not None
    assert proof.low is not None
    assert proof.low < proof.value < (proof.high or 1)
    assert "of 100 customers" in proof.said_en
    assert "von 100 Kundinnen und Kunden" in proof.said_de
    with pytest.raises(InvalidInput):
        deciding.put_on_the_table(executive, decision, Shown(Proof.GAP, "payoff", "nothing"))
    made = measures.decide(
        executive, "payoff", "satisfied", "", MeasureDraft("do nothing", reason="In spring."), today=today()
    )
    measured = deciding.put_on_the_table(executive, decision, Shown(Proof.MEASURE, reference=str(made.pk)))
    assert (measured.touchpoint, measured.facet) == ("payoff", "satisfied")
    deciding.decide(executive, decision, verdict())
    by_source = {line.entry.source: line for line in log.lines()}
    assert set(by_source) == {Source.DECISION, Source.MEASURE}
    assert by_source[Source.MEASURE].entry.nothing
    assert by_source[Source.MEASURE].entry.evidence
    assert by_source[Source.MEASURE].entry.changed is None
    assert measure_by_id(made.pk).title in by_source[Source.MEASURE].decided.en
    data = log.data_to_decisions(today())
    assert isinstance(data, Estimate)
    assert data.n > 20
    assert data.value == pytest.approx(1 / data.n)
