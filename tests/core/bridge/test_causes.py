"""What gaps come from: each once, and no share of too few."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from leitstern.core.bridge.causes import TOO_FEW, Cause, CauseDraft, GapCause, count_causes
from leitstern.core.bridge.draft import MeasureDraft, cause_problems, problems
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = date(2026, 7, 1)
P, T, N = Cause.PROCESS, Cause.TECHNOLOGY, Cause.INCENTIVE


def gaps(*mains: Cause | str | None) -> Sequence[GapCause]:
    """One gap for each; a word stands for one of which nobody said anything."""
    return [
        GapCause(
            f"t{n}",
            "satisfied",
            None if isinstance(main, str) and not isinstance(main, Cause) else CauseDraft(main),
        )
        for n, main in enumerate(mains)
    ]


def test_the_most_frequent_cause_comes_first_and_shares_add_up() -> None:
    found = count_causes(gaps(P, N, P, T, P, N, None, "nobody"), TODAY)
    assert [(line.cause, line.gaps) for line in found.lines][:3] == [(P, 3), (N, 2), (T, 1)]
    assert len(found.lines) == len(Cause)
    assert (found.gaps, found.known, found.not_known, found.unsaid) == (8, 6, 1, 1)
    together = [line.together.value for line in found.lines if isinstance(line.together, Estimate)]
    assert together == pytest.approx([3 / 6, 5 / 6, 1, 1, 1, 1])


def test_the_share_without_technology_has_wilsons_interval() -> None:
    share = count_causes(gaps(P, N, P, T, P), TODAY).not_technology
    assert isinstance(share, Estimate)
    assert (share.value, share.n) == (0.8, 5)
    assert (share.low, share.high) == pytest.approx((0.4353, 0.9540), abs=1e-4)  # 4 of 5, z = 1.6449


@pytest.mark.parametrize("mains", [(), (P, P, T, N), (P, T, N, N, None), (P, T, N, N, "nobody")])
def test_four_known_causes_are_too_few_for_a_share(mains: tuple[Cause | str | None, ...]) -> None:
    found = count_causes(gaps(*mains), TODAY)
    assert found.not_technology is TOO_FEW
    assert {line.share for line in found.lines} == {TOO_FEW}
    assert sum(line.gaps for line in found.lines) == found.known
    assert "cannot test it yet" in found.tested.en


@pytest.mark.parametrize(
    ("mains", "said"),
    [
        ((P,) * 9 + (T,), "dafür"),
        ((T,) * 9 + (P,), "dagegen"),
        ((P, P, P, T, T), "beide Seiten der Hälfte"),
    ],
)
def test_the_sentence_is_tested_by_the_whole_interval(mains: tuple[Cause, ...], said: str) -> None:
    assert said in count_causes(gaps(*mains), TODAY).tested.de


def test_further_causes_count_beside_the_main_one() -> None:
    said = CauseDraft(P, (T, P, T, Cause.DATA), " seen ")
    assert said.tidy == CauseDraft(P, (Cause.DATA, T), "seen")
    found = count_causes([GapCause("a", "b", said)], TODAY)
    assert {line.cause: line.also for line in found.lines if line.also} == {Cause.DATA: 1, T: 1}


def test_a_cause_needs_an_observation_and_not_knowing_needs_none() -> None:
    assert cause_problems(CauseDraft(None)) == ()
    assert [each.field for each in cause_problems(CauseDraft(P, observation=" "))] == ["observation"]
    assert [each.field for each in cause_problems(CauseDraft(None, (P,)))] == ["cause"]
    nothing = MeasureDraft(choice="do nothing", cause=CauseDraft(P))
    assert [each.field for each in problems(nothing, TODAY)] == ["reason", "observation"]
