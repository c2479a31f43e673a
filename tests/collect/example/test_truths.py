"""The truths are what the docstring, the sentences and the history say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

import leitstern.collect.example
from leitstern.collect.example.surveys import AGREES_FROM
from leitstern.collect.example.truths import (
    IN_TIME,
    PLANTED,
    SATISFIED,
    TRUTHS,
    TWIN,
    taxonomy,
    truth_table,
)

if TYPE_CHECKING:
    from leitstern.collect.example.history import History

PLACES = {
    ("payoff", SATISFIED),
    ("call_help", SATISFIED),
    ("claim_settled", IN_TIME),
    ("claim_settled", SATISFIED),
    ("loan_decision", IN_TIME),
    ("loan_decision", SATISFIED),
    ("bereavement", SATISFIED),
}


def test_in_the_twin_promise_belief_and_lived_agree_everywhere() -> None:
    for truth in truth_table(TWIN).values():
        if truth.promise is not None:
            assert truth.promise == pytest.approx(truth.lived)
            assert truth.belief == pytest.approx(truth.lived)


def test_something_is_planted_exactly_where_the_truths_say() -> None:
    apart = {
        key
        for key, truth in truth_table().items()
        if truth.promise is not None
        and not truth.promise == pytest.approx(truth.lived) == pytest.approx(truth.belief)
    }
    assert apart == PLACES == {place for truth in TRUTHS for place in truth.at}


def test_leaders_believe_too_much_at_exactly_two_touchpoints_and_too_little_at_one() -> None:
    table = truth_table().values()
    illusions = {t.touchpoint for t in table if t.belief is not None and t.belief - t.lived > 0.01}
    unseen = {t.touchpoint for t in table if t.belief is not None and t.lived - t.belief > 0.01}
    assert illusions == {"payoff", "call_help"}
    assert unseen == {"bereavement"}


def test_the_docstring_tells_the_truth() -> None:
    rows = re.findall(r"(\w+) · (\w+) +(\d+) +(\d+) +(\d+)", leitstern.collect.example.__doc__ or "")
    told = {(touchpoint, facet): (int(p), int(b), int(v)) for touchpoint, facet, p, b, v in rows}
    table = truth_table()
    assert set(told) == PLACES
    for place, shares in told.items():
        truth = table[place]
        assert shares == tuple(round(100 * (s or 0)) for s in (truth.promise, truth.belief, truth.lived))


def test_every_number_of_a_truth_is_said_in_both_languages() -> None:
    for truth in TRUTHS:
        assert re.findall(r"\d+", truth.text.de) == re.findall(r"\d+", truth.text.en)


def percent(*shares: float) -> set[int]:
    return {round(100 * share) for share in shares}


def test_the_sentences_tell_the_truth() -> None:
    said = {truth.slug: {int(n) for n in re.findall(r"\d+", truth.text.en)} for truth in TRUTHS}
    table = truth_table()
    beliefs = [table[t, SATISFIED] for t in ("payoff", "call_help")]
    assert {round(100 * x) for t in beliefs for x in (t.belief or 0, t.lived)} <= said["belief_above_reality"]
    loan, claim, calls = PLANTED.loan, PLANTED.claim, PLANTED.calls
    assert percent(loan.kept, loan.satisfied_kept, loan.satisfied_late) <= said["late_loans"]
    assert percent(claim.kept, claim.satisfied_kept, claim.satisfied_late) <= said["slow_handoff"]
    assert percent(calls.unsolved, calls.unsolved_letter) <= said["unclear_letters"]
    assert percent(calls.told_again, calls.told_again_letter) <= said["unclear_letters"]
    assert (
        percent(PLANTED.bereavement, table["bereavement", SATISFIED].belief or 0) <= said["unseen_strength"]
    )


@pytest.mark.parametrize("company", ["lindenberg", "twin"])
def test_answers_are_what_the_truth_says_within_sampling_error(
    company: str, request: pytest.FixtureRequest
) -> None:
    history: History = request.getfixturevalue(company)
    table = truth_table(history.world.scenario)
    assert {(a.touchpoint, a.facet) for a in history.answers} == {key for key in table if key[1] != IN_TIME}
    for answers in history.answers:
        agreed = answers.value >= AGREES_FROM[answers.facet]
        lived = table[answers.touchpoint, answers.facet].lived
        assert len(agreed) >= 40
        assert abs(agreed.mean() - lived) < 3.5 * np.sqrt(lived * (1 - lived) / len(agreed)), (
            answers.touchpoint
        )


def test_everybody_who_is_asked_at_a_promise_is_asked_about_it(lindenberg: History) -> None:
    promised = {(p.touchpoint, p.facet) for p in taxonomy().promises if p.facet != IN_TIME}
    assert promised <= {(a.touchpoint, a.facet) for a in lindenberg.answers}
