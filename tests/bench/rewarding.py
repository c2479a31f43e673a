"""Forty rewarded key figures with three years of months each: every pair compared, all pairs judged together."""

from __future__ import annotations

from datetime import date

import numpy as np

from leitstern.core.inside.incentives.conflicts import find
from leitstern.core.inside.incentives.figures import Direction, Figure, Horizon, Origin, Register, Role
from leitstern.core.inside.incentives.measured import Series
from tests.bench.measuring import Row
from tests.bench.placing import seconds

FIGURES, MONTHS = 40, 36


def measure_rewarding() -> list[Row]:
    """As the pages calculate it when something changed; afterwards it is remembered."""
    rng = np.random.default_rng(1)
    slugs = [f"f{at:02}" for at in range(FIGURES)]
    register = Register(
        tuple(
            Figure(each, each, "service", Horizon.SHORT, Direction.HIGHER, Origin.OPERATIONS)
            for each in slugs
        ),
        (Role(1, "Agent", "service", 50),),
        {(1, each): 0.02 for each in slugs},
    )
    months = [date(2023 + at // 12, at % 12 + 1, 1) for at in range(MONTHS)]
    series = {
        each: Series(1, dict(zip(months, rng.normal(size=MONTHS).cumsum().tolist(), strict=True)))
        for each in slugs
    }
    taken = seconds(lambda: find(register, (), series, np.random.default_rng(2)))
    pairs = FIGURES * (FIGURES - 1) // 2
    return [
        Row(f"{pairs} pairs of key figures over {MONTHS} months (CPU s)", f"{taken:.2f}", "–", "–", "≤ 5 s")
    ]
