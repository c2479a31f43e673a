"""Inputs that cannot be are refused at once: they are mistakes of a program, not of a person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.gap.hansa import answers, at


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"importance": 0.0}, "importance"),
        ({"importance": 1.1}, "importance"),
        ({"promise": 1.5}, "promise"),
        ({"depth": -0.1}, "depth"),
        ({"customers": -1.0}, "customers"),
        ({"customers": 0.0, "lived": answers(1, 2)}, "though some answered"),
    ],
)
def test_impossible_inputs(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(at("call"), **wrong)  # type: ignore[arg-type]


def test_nobody_came_and_nobody_answered_is_possible() -> None:
    assert at("call", customers=0).customers == 0
