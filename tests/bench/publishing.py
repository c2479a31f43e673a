"""Publishing waves: suppression over six waves, and scoring a large one.

`python -m tests.bench.publishing suppress`: six waves of twelve units by five sites with all margins, one after the
other, each with everything published before; a third of the groups are the same people as in the wave before.
`… score`: 20,000 people × 66 items in 200 units: levels, intervals, agreement, alpha and careless flags.
"""

from __future__ import annotations

import random
import sys
import time

import numpy as np

from leitstern.collect.instruments import OWN, shipped
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.anonymity import Cell, Relation, suppress
from leitstern.core.inside.wave import Answered, flags, reliability, score
from tests.bench.measuring import Row

UNITS, SITES, WAVES = 12, 5, 6
SIZES = (0, 2, 3, 6, 8, 12, 15, 30)
PEOPLE, DEPARTMENTS = 20_000, 200

Table = list[list[int]]


def publication(wave: int, sizes: Table, again: list[list[bool]]) -> tuple[list[Cell], list[Relation]]:
    """Groups and relations of one wave; `again` says where the people are those of the wave before."""
    rows, columns = range(UNITS), range(SITES)
    cells = [Cell((wave, row, column), sizes[row][column]) for row in rows for column in columns]
    cells += [Cell((wave, row, None), sum(sizes[row])) for row in rows]
    cells += [Cell((wave, None, column), sum(sizes[row][column] for row in rows)) for column in columns]
    cells.append(Cell((wave, None, None), sum(map(sum, sizes))))
    relations = [
        Relation((wave, row, None), tuple((wave, row, column) for column in columns)) for row in rows
    ]
    relations += [
        Relation((wave, None, column), tuple((wave, row, column) for row in rows)) for column in columns
    ]
    relations.append(Relation((wave, None, None), tuple((wave, row, None) for row in rows)))
    relations.append(Relation((wave, None, None), tuple((wave, None, column) for column in columns)))
    relations += [
        Relation((wave, row, column), ((wave - 1, row, column),))
        for row in rows
        for column in columns
        if again[row][column]
    ]
    return cells, relations


def suppress_waves(seed: int = 1) -> float:
    """Seconds that the last of the waves takes."""
    rng = random.Random(seed)
    sizes: Table = []
    cells: list[Cell] = []
    relations: list[Relation] = []
    shown: dict[object, bool] = {}
    seconds = 0.0
    for wave in range(WAVES):
        again = [[wave > 0 and rng.random() < 1 / 3 for _ in range(SITES)] for _ in range(UNITS)]
        sizes = [
            [sizes[row][column] if again[row][column] else rng.choice(SIZES) for column in range(SITES)]
            for row in range(UNITS)
        ]
        more, related = publication(wave, sizes, again)
        cells, relations = cells + more, relations + related
        began = time.perf_counter()
        hidden = suppress(cells, relations, earlier=shown)
        seconds = time.perf_counter() - began
        shown |= {cell.key: cell.key not in hidden for cell in more if cell.n}
    return seconds


def score_wave() -> float:
    """Seconds from answers to everything that is said about them."""
    instrument = next(each for each in shipped() if each.slug == OWN)
    rng = np.random.default_rng(1)
    seen = rng.normal(4, 1, (PEOPLE, len(instrument.items))) + rng.normal(0, 0.5, (PEOPLE, 1))
    given = np.clip(np.rint(seen), 1, 7)
    given = np.where([item.reverse for item in instrument.items], 8 - given, given)
    given[rng.random(given.shape) < 0.03] = np.nan
    units = [f"u{at}" for at in range(DEPARTMENTS)]
    parents = {unit: COMPANY if at < 10 else units[at // 10 - 1] for at, unit in enumerate(units)}
    levels = np.where(rng.random(PEOPLE) < 0.1, "managers", "staff")
    answered = Answered(given, levels, np.array(units)[rng.integers(0, DEPARTMENTS, PEOPLE)])
    began = time.perf_counter()
    score(instrument, answered, 1, parents)
    flags(instrument, answered)
    reliability(instrument, answered)
    return time.perf_counter() - began


def measure_publishing() -> list[Row]:
    """Both in this process, the best of three."""
    suppressing, scoring = (min(measure() for _ in range(3)) for measure in (suppress_waves, score_wave))
    return [
        Row(
            "suppression of the sixth wave of 12 units × 5 sites, all margins, five waves published before (s)",
            f"{suppressing:.2f}",
            "–",
            "–",
            "≤ 1 s",
        ),
        Row(
            "wave of 20,000 people × 66 items in 200 units scored: levels, intervals, agreement, alpha, flags (s)",
            f"{scoring:.1f}",
            "–",
            "–",
            "≤ 3 s",
        ),
    ]


if __name__ == "__main__":
    print({"suppress": suppress_waves, "score": score_wave}[sys.argv[1]]())
