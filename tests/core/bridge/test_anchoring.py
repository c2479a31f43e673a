"""Anchoring: the weakest of four that can be told, and honest about those that cannot."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.bridge.anchoring import (
    NO_EVIDENCE,
    Anchor,
    Anchoring,
    Dimension,
    Proof,
    each_once,
    lowest,
)
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

SAID = Text("", "")
UNTOLD = Missing("untold", Text("nobody asked", "niemand hat gefragt"))


def anchored(**shares: list[Measured]) -> Anchoring:
    return Anchoring(
        tuple(
            Anchor(each, tuple(Proof(SAID, share) for share in shares.get(each.value, [])))
            for each in Dimension
        )
    )


def test_the_weakest_counts_in_a_dimension_and_in_the_whole() -> None:
    found = anchored(
        practice=[Estimate(0.8, 0.7, 0.9, 3), Estimate(0.6, 0.55, 0.65, 1)],
        roles=[Estimate(0.9, 0.9, 0.9, 7)],
        process=[Estimate(1.0, 1.0, 1.0, 11)],
        attitude=[Estimate(0.3, 0.2, 0.4, 40)],
    )
    assert found.weakest
    assert found.weakest.dimension is Dimension.ATTITUDE
    assert found.share == Estimate(0.3, 0.2, 0.4, 40)
    assert found.anchors[0].share == Estimate(0.6, 0.55, 0.65, 1)
    assert not found.perhaps
    assert found.sentence.de == (
        "Am schwächsten verankert ist die Veränderung in: Haltung. Von 100, die dort gelebt werden sollten, sind es 30."
    )


def test_what_may_be_the_weakest_as_well_and_what_cannot_be_told_are_named() -> None:
    found = anchored(
        practice=[Estimate(0.5, 0.3, 0.7, 3)], roles=[UNTOLD, Estimate(0.4, 0.2, 0.6, 9)], process=[UNTOLD]
    )
    assert [each.dimension for each in found.perhaps] == [Dimension.PRACTICE]
    assert [each.dimension for each in found.untold] == [Dimension.PROCESS, Dimension.ATTITUDE]
    assert found.anchors[2].share is UNTOLD
    assert found.anchors[3].share is NO_EVIDENCE
    assert found.sentence.en.endswith(
        "It may as well be work practice; the intervals overlap. Of processes and attitude nothing can be told: anchoring is at most this."
    )


def test_without_evidence_nothing_is_shown() -> None:
    found = anchored(process=[UNTOLD])
    assert isinstance(found.share, Missing)
    assert found.weakest is None
    assert "not shown" in found.sentence.en


def test_the_smallest_of_several_lies_between_the_smallest_ends() -> None:
    sure, wide = Estimate(0.5, 0.45, 0.55, 100), Estimate(0.52, 0.2, 0.8, 4)
    assert lowest([sure, wide]) == Estimate(0.5, 0.2, 0.55, 100)


def test_each_thing_counts_once_however_many_cases_it_has() -> None:
    one = Estimate(0.9, 0.8, 0.96, 10_000, as_of=date(2025, 5, 1))
    other = Estimate(0.5, 0.2, 0.88, 10, as_of=date(2025, 3, 1))
    found = each_once([one, UNTOLD, other])
    assert isinstance(found, Estimate)
    assert (found.n, found.as_of) == (2, date(2025, 3, 1))
    # Halves of the distances 0.1 and 0.3 below, and 0.06 and 0.38 above, in quadrature.
    assert (found.value, found.low, found.high) == pytest.approx((0.7, 0.54189, 0.89235), abs=1e-5)
    assert each_once([UNTOLD]) is NO_EVIDENCE
