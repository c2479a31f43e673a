"""What agreement and reliability mean in a word."""

from __future__ import annotations

import pytest

from leitstern.core.inside.agreeing import VERDICTS, Verdict, together, verdict


@pytest.mark.parametrize(
    ("agreement", "said"),
    [
        ((0.90, 0.88, 0.92), Verdict.AGREE),
        ((0.70, 0.50, 0.81), Verdict.AGREE),
        ((0.72, 0.31, 0.90), Verdict.OPEN),  # five people: strong by chance, perhaps
        ((0.60, 0.55, 0.75), Verdict.OPEN),
        ((0.55, 0.45, 0.69), Verdict.DIVIDED),
        ((0.10, 0.00, 0.30), Verdict.DIVIDED),
        (None, Verdict.OPEN),
    ],
)
def test_people_agree_only_if_that_is_sure(
    agreement: tuple[float, float, float] | None, said: Verdict
) -> None:
    assert verdict(agreement) is said
    assert VERDICTS[said].de in {"einig", "uneinig", "zu wenige"}


def test_statements_belong_together_or_not_or_nobody_can_tell() -> None:
    assert together([0.75, 0.60, 0.83]) is True
    assert together([0.40, 0.10, 0.60]) is False
    assert together([0.60, 0.30, 0.80]) is None
    assert together(None) is None
