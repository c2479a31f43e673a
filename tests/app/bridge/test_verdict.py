"""Did it help? What customers say after the measure was due, against the frozen baseline."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.app.bridge.decision import DRAFT, NOTHING, TODAY, WHERE

from leitstern.app.bridge.actions import decide
from leitstern.app.bridge.judging import judgement, judgements
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.outside.reading import require_published
from leitstern.core.bridge.verdict import Judgement
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.bridge.models import Measure
    from leitstern.app.outside.reading import Published


def test_before_anybody_answers_nothing_is_said(published: Published, decided: Measure) -> None:
    found = judgement(published, decided)
    assert isinstance(found, Missing)
    assert found.code == "not-yet"


@pytest.mark.parametrize(
    ("satisfied", "verdict"),
    [(290, "better"), (120, "not"), (196, "cannot tell")],
    ids=["better", "worse", "as before"],
)
def test_before_and_after(
    decided: Measure, answer_later: Callable[[int, int], None], satisfied: int, verdict: str
) -> None:
    answer_later(300, satisfied)
    found = judgement(require_published(), decided)
    assert isinstance(found, Judgement)
    assert isinstance(found.change, Estimate)
    assert isinstance(found.after, Estimate)
    assert found.verdict == verdict
    assert found.change.grade == "association"
    assert found.change.low < found.change.value < found.change.high
    assert (found.after.n, found.change.n) == (300, min(300, found.change.n))


def test_a_few_answers_cannot_tell(decided: Measure, answer_later: Callable[[int, int], None]) -> None:
    answer_later(12, 11)
    found = judgement(require_published(), decided)
    assert isinstance(found, Judgement)
    assert found.verdict == "cannot tell"


def test_of_fewer_than_five_nothing_is_shown(
    decided: Measure, answer_later: Callable[[int, int], None]
) -> None:
    answer_later(4, 4)
    found = judgement(require_published(), decided)
    assert isinstance(found, Judgement)
    assert found.verdict == "cannot tell"
    assert isinstance(found.after, Missing)


def test_answers_before_it_was_due_do_not_count(
    published: Published, answer_later: Callable[[int, int], None]
) -> None:
    late = replace(DRAFT, due=TODAY + timedelta(days=300), measure_again=None)
    decided = decide(COMMAND_LINE, *WHERE, "Later", late, today=TODAY)
    answer_later(300, 290)
    assert isinstance(judgement(require_published(), decided), Missing)


def test_without_a_baseline_there_is_nothing_to_compare(
    published: Published, answer_later: Callable[[int, int], None]
) -> None:
    decided = decide(COMMAND_LINE, "offer_letter", "satisfied", "", NOTHING, today=TODAY)
    answer_later(300, 290)
    found = judgement(require_published(), decided)
    assert isinstance(found, Missing)
    assert found.code == "no-baseline"


def test_each_measure_gets_its_own_result(decided: Measure, answer_later: Callable[[int, int], None]) -> None:
    other = decide(COMMAND_LINE, "claim_settled", "satisfied", "", NOTHING, today=TODAY)
    answer_later(300, 290)
    helped, untouched = judgements(require_published(), [decided, other])
    assert isinstance(helped, Judgement)
    assert isinstance(untouched, Missing)
    assert judgements(require_published(), []) == []
