"""Who works with whom among five thousand people in three hundred units, against every permutation of them."""

from __future__ import annotations

import numpy as np

from leitstern.core.inside.silo.folding import fold
from leitstern.core.inside.silo.ties import Ties, external_internal
from tests.bench.measuring import Row
from tests.bench.placing import seconds

PEOPLE, UNITS, TIES = 5_000, 300, 40_000


def measure_siloing() -> list[Row]:
    """Folding units of a few people, then the E–I index with its null and p."""
    rng = np.random.default_rng(1)
    people = np.bincount(rng.integers(0, UNITS, PEOPLE), minlength=UNITS)
    empty = Ties(
        tuple(f"u{at}" for at in range(UNITS)),
        tuple(people.tolist()),
        np.zeros((UNITS, UNITS), dtype=np.int64),
    )
    upper = np.triu(rng.binomial(empty.pairs, TIES / (PEOPLE * (PEOPLE - 1) / 2)))
    ties = Ties(empty.units, empty.people, upper + np.triu(upper, 1).T, 9.0)
    taken = seconds(lambda: external_internal(fold(ties, {})[0]))
    return [
        Row(
            f"silo permutation test on {PEOPLE:,} people in {UNITS} units (CPU s)",
            f"{taken:.2f}",
            "–",
            "–",
            "≤ 2 s",
        )
    ]
