"""How the relapse rules err with a level that is only estimated: `python -m tests.bench.relapsing` prints the table.

What it prints stands in `leitstern.core.bridge.watch.runs`. Series are made at random and read by the product itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.watch.reading import read
from leitstern.core.bridge.watch.runs import MONTHLY, QUARTERLY, Run
from leitstern.core.bridge.watch.settled import Period
from leitstern.core.bridge.watch.stream import Point, Rhythm, Stream, StreamKind
from leitstern.core.months import between, last_day, later
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.watch.reading import Reading

SERIES = 4000
SPREADS = (0.0, 1.0, 2.0)  # among measurements beyond counting, whose error is 1
SETTLED = {Rhythm.MONTHLY: (6, 9, 12, 18, 24), Rhythm.QUARTERLY: (3, 4, 6, 8, 12)}
MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3}
YEARS = 2
SAID = Text(en="simulated", de="simuliert")


def series(
    rng: np.random.Generator,
    rhythm: Rhythm,
    n: int,
    spread: float,
    first: date,
    fall: float = 0.0,
    name: str = "a",
) -> Reading:
    """Measured `n` times while settled, and two years more, in which it lies `fall` standard deviations lower."""
    step = MONTHS[rhythm]
    after = YEARS * 12 // step
    wide = (1 + spread**2) ** 0.5
    values = rng.normal(0, wide, n + after)
    values[n:] -= fall * wide
    start = later(first, -n * step)
    points = tuple(
        Point(last_day(later(start, at * step), step), float(value), 1.0, 1)
        for at, value in enumerate(values)
    )
    said = Text(en=name, de=name)
    stream = Stream(name, StreamKind.COMPLIANCE, said, SAID, "", rhythm, True, points, SAID, "/")
    return read(stream, Period(start, points[n - 1].day))


def run(rhythm: Rhythm, n: int, first: date, many: int = SERIES, seed: int = 1) -> Run:
    """One row of the table."""
    rng = np.random.default_rng((seed, n, MONTHS[rhythm]))
    still = [[series(rng, rhythm, n, spread, first) for _ in range(many)] for spread in SPREADS]
    begins = max((_begins(readings, first) for readings in still), key=sum)
    strong = max(sum(bool(each.strong) for each in readings) / many for readings in still)
    fallen = [[series(rng, rhythm, n, SPREADS[1], first, fall) for _ in range(many)] for fall in (1.0, 1.5)]
    one, more = (sum(_noticed(each, first) for each in readings) / many for readings in fallen)
    return Run(tuple(round(share, 4) for share in begins), round(strong, 3), round(one, 2), round(more, 2))


def _begins(readings: list[Reading], first: date) -> list[float]:
    counts = [0] * (YEARS * 4)
    for each in readings:
        if each.onsets:
            counts[between(first, each.onsets[0].point.day) // 3] += 1
    return [count / len(readings) for count in counts]


def _noticed(reading: Reading, first: date) -> bool:
    return bool(reading.onsets) and between(first, reading.onsets[0].point.day) < 12


def main() -> None:
    """The table, as it stands in the product."""
    from datetime import date

    for rhythm, table in ((Rhythm.MONTHLY, MONTHLY), (Rhythm.QUARTERLY, QUARTERLY)):
        print(f"{rhythm.name}, {len(table)} rows so far")
        for n in SETTLED[rhythm]:
            print(f"    {n}: {run(rhythm, n, date(2024, 1, 1))},")


if __name__ == "__main__":
    main()
