from __future__ import annotations

import pytest

from leitstern.core.company.facets import STANDARD
from leitstern.core.company.scales import SCALES, ScaleKind


@pytest.mark.parametrize(
    ("kind", "low", "high", "good_from"),
    [("nps", 0, 10, 9), ("csat", 1, 5, 4), ("ces", 1, 7, 5), ("rating", 1, 5, 4)],
)
def test_the_usual_scales(kind: ScaleKind, low: float, high: float, good_from: float) -> None:
    scale = SCALES[kind]
    assert (scale.low, scale.high, scale.good_from) == (low, high, good_from)


def test_every_scale_answers_a_statement_we_can_ask() -> None:
    assert all(scale.facet in STANDARD for scale in SCALES.values())
