"""Does the care for metadata fall back? Monthly shares against the level at which they had settled, by CUSUM."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.stats.cusum import MONTHLY, watch
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

SETTLED = 9  # months from which the level is taken
FEWEST = 10  # campaigns in these months
NOT_SETTLED = Missing(
    "not-settled",
    Text(
        en="too little is documented yet to say at which level it settled",
        de="noch ist zu wenig dokumentiert, um zu sagen, bei welchem Stand es eingeschwungen ist",
    ),
)


@dataclass(frozen=True, slots=True)
class Drift:
    """The settled `level`; `alarm` is the month in which the fall was noticed, `since` the one in which it began."""

    level: Estimate
    alarm: date | None
    since: date | None
    watched: int  # months after the level was taken


def drift(by_month: Mapping[date, tuple[int, int]], settled_from: date) -> Drift | Missing:
    """`by_month` are (good, of) by first day; the level is that of nine months from `settled_from` on, watched are those after.

    Months are watched against the lower end of the level's interval: the level is known from few months only, and its
    error is the same in all later ones, which a CUSUM would take for a fall (simulated in the tests).
    """
    months = [month for month in sorted(by_month) if month >= settled_from]
    before, after = months[:SETTLED], months[SETTLED:]
    good, of = (sum(by_month[month][at] for month in before) for at in (0, 1))
    if len(before) < SETTLED or of < FEWEST:
        return NOT_SETTLED
    value = good / of
    low, high = wilson(value, of)
    level = Estimate(value, low, high, of, as_of=before[-1])
    found = _watch(after, by_month, level)
    if found is None:
        return Drift(level, None, None, len(after))
    alarm, since = found
    return Drift(level, after[alarm], after[since], len(after))


def _watch(
    months: Sequence[date], by_month: Mapping[date, tuple[int, int]], level: Estimate
) -> tuple[int, int] | None:
    import numpy as np

    if not months:
        return None
    expected = (level.value * level.n + 1) / (level.n + 2)  # never quite 0 or 1
    counted = np.array([by_month[month] for month in months], dtype=float)
    of = np.maximum(counted[:, 1], 1)
    values = np.where(counted[:, 1] > 0, counted[:, 0] / of, np.nan)
    seen = watch(values, np.sqrt(expected * (1 - expected) / of), level.low, MONTHLY)
    return None if seen.alarm is None or seen.since is None else (seen.alarm, seen.since)
