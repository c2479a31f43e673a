"""A decision says everything it needs, or it is none; what was known is frozen in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.app.bridge.decision import DRAFT, DUE, NOTHING, TODAY, WHERE

from leitstern.app.bridge.actions import IncompleteDraft, decide, reinstate, withdraw
from leitstern.app.bridge.models import Kind, Measure
from leitstern.app.bridge.queries import measures, measures_at
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.outside.queries import lived_at
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.errors import InvalidInput, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.app.outside.reading import Published


def test_a_whole_decision_is_kept_as_it_was_said(decided: Measure) -> None:
    kept = Measure.objects.get()
    assert (kept.touchpoint, kept.facet) == WHERE
    assert (kept.kind, kept.owner, kept.due) == (Kind.ACT, DRAFT.owner, DUE)
    assert [kept.why, kept.daily_work, kept.principles, kept.stop] == [
        DRAFT.why,
        DRAFT.daily_work,
        DRAFT.principles,
        DRAFT.stop,
    ]
    assert list(AuditEntry.objects.values_list("verb", "subject")[:1]) == [
        ("decide measure", f"bridge.measure:{kept.pk}")
    ]


@pytest.mark.parametrize("field", ["owner", "due", "outcome", "why", "daily_work", "principles", "stop"])
def test_whoever_acts_answers_every_question(published: Published, field: str) -> None:
    blank = None if field == "due" else " "
    with pytest.raises(IncompleteDraft) as told:
        decide(COMMAND_LINE, *WHERE, "", replace(DRAFT, **{field: blank}), today=TODAY)  # type: ignore[arg-type]
    assert [problem.field for problem in told.value.problems] == [field]
    assert not Measure.objects.exists()


def test_everything_missing_is_told_at_once(published: Published) -> None:
    with pytest.raises(IncompleteDraft) as told:
        decide(COMMAND_LINE, *WHERE, "", replace(DRAFT, owner="", stop="", why=""), today=TODAY)
    assert {problem.field for problem in told.value.problems} == {"owner", "why", "stop"}
    assert "Nothing was saved" in told.value.text.en
    assert "nichts gespeichert" in told.value.text.de


def test_days_have_an_order(published: Published) -> None:
    for wrong in (
        replace(DRAFT, due=TODAY - timedelta(days=1), measure_again=None),
        replace(DRAFT, measure_again=DUE),
    ):
        with pytest.raises(IncompleteDraft):
            decide(COMMAND_LINE, *WHERE, "", wrong, today=TODAY)


def test_doing_nothing_is_allowed_and_needs_its_reason(published: Published) -> None:
    with pytest.raises(IncompleteDraft) as told:
        decide(COMMAND_LINE, *WHERE, "", replace(NOTHING, reason=""), today=TODAY)
    assert [problem.field for problem in told.value.problems] == ["reason"]
    kept = decide(COMMAND_LINE, *WHERE, "", NOTHING, today=TODAY)
    assert (kept.kind, kept.title) == (Kind.NOTHING, NOTHING.reason)


@pytest.mark.parametrize(("touchpoint", "facet"), [("nowhere", "satisfied"), ("call_help", "beautiful")])
def test_a_decision_is_about_something_that_exists(published: Published, touchpoint: str, facet: str) -> None:
    with pytest.raises(InvalidInput):
        decide(COMMAND_LINE, touchpoint, facet, "", DRAFT, today=TODAY)


def test_the_baseline_is_what_was_known_and_stays_so(
    published: Published, decided: Measure, answer_later: Callable[[int, int], None]
) -> None:
    from leitstern.app.outside.reading import require_published

    here = published.taxonomy.lookup(Touchpoint).slug("call_help")
    assert here
    known = lived_at(published, here.code, "satisfied")
    assert known
    assert decided.baseline == {name: getattr(known, name) for name in known.__slots__}
    assert (decided.baseline_from, decided.baseline_until) == (published.first_date, published.as_of)

    answer_later(200, 180)
    now = lived_at(require_published(), here.code, "satisfied")
    assert now
    assert now.n > known.n
    assert Measure.objects.get().baseline == decided.baseline


def test_what_was_never_asked_has_no_baseline(published: Published) -> None:
    assert decide(COMMAND_LINE, "offer_letter", "in_time", "", NOTHING, today=TODAY).baseline is None


def test_withdrawing_hides_it_from_lists_and_nothing_else(decided: Measure) -> None:
    withdraw(COMMAND_LINE, decided)
    assert list(measures()) == list(measures_at("call_help")) == []
    assert Measure.objects.get().title == "Solved on the first call"
    reinstate(COMMAND_LINE, decided)
    assert list(measures()) == [decided]
    verbs = AuditEntry.objects.order_by("id").values_list("verb", flat=True)
    assert list(verbs)[-3:] == ["decide measure", "withdraw measure", "reinstate measure"]


def test_only_those_who_decide_may(published: Published, auditor: Person) -> None:
    with pytest.raises(NotAllowed):
        decide(auditor, *WHERE, "", DRAFT, today=TODAY)
    assert not Measure.objects.exists()
