"""Were earlier forecasts kept? What was said first of each task whose P80 has passed, against what became of it.

Tasks that still run then count as well: whoever asks only those that ended asks the quick ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

DAYS_A_MONTH = 365.25 / 12
ENOUGH = 5  # tasks, or it says nothing
RIGHT = 0.8  # of P80 that would be right
NOT_YET = Missing(
    "no-p80-passed",
    Text(
        en="the P80 of no task has passed yet",
        de="noch ist bei keiner Aufgabe der Monat ihres P80 vorbei",
    ),
)
TOO_FEW = Text(
    en="Tasks whose first P80 has passed: {n}; done by then: {kept}. That cannot tell yet whether forecasts are kept: it takes {enough}.",
    de="Aufgaben, deren erstes P80 vorbei ist: {n}; bis dahin fertig: {kept}. Ob Vorhersagen gehalten werden, lässt sich daran noch nicht sagen: Dafür braucht es {enough}.",
)
WELL = Text(
    en="Tasks whose first P80 has passed: {n}; done by then: {kept}. Four of five would be right. So far nothing speaks against the forecasts.",
    de="Aufgaben, deren erstes P80 vorbei ist: {n}; bis dahin fertig: {kept}. Vier von fünf wären richtig. Bisher spricht nichts gegen die Vorhersagen.",
)
LATE = Text(
    en="Tasks whose first P80 has passed: {n}; done by then: {kept} only. Four of five would be right. Forecasts are too hopeful: widen the durations.",
    de="Aufgaben, deren erstes P80 vorbei ist: {n}; bis dahin fertig: nur {kept}. Vier von fünf wären richtig. Die Vorhersagen sind zu hoffnungsvoll: Geben Sie für die Dauern größere Spannen an.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One task: when it was first forecast, for when, and when it ended; None while it runs, or waits."""

    title: str
    said: date
    p50: date
    p80: date
    ended: date | None

    @property
    def by_p50(self) -> bool:
        """Within the P50."""
        return self.ended is not None and self.ended <= self.p50

    @property
    def by_p80(self) -> bool:
        """Within the P80."""
        return self.ended is not None and self.ended <= self.p80


@dataclass(frozen=True, slots=True)
class Record:
    """How forecasts did so far: shares kept with their intervals, n = tasks whose first P80 has passed."""

    tasks: tuple[Kept, ...]
    p50: Measured
    p80: Measured

    @property
    def sentence(self) -> Text:
        """Whether four of five were kept, as far as one can tell."""
        if isinstance(self.p80, Missing):
            return self.p80.reason
        words = TOO_FEW if self.p80.n < ENOUGH else LATE if self.p80.high < RIGHT else WELL
        return words.fill(n=self.p80.n, kept=sum(each.by_p80 for each in self.tasks), enough=ENOUGH)


def record(tasks: Sequence[Kept], day: date) -> Record:
    """What the past says about forecasts, of those tasks whose P80 has passed by a day, whether they ended or not."""
    due = tuple(each for each in tasks if each.p80 <= day)
    return Record(
        due,
        _share(sum(each.by_p50 for each in due), len(due), day),
        _share(sum(each.by_p80 for each in due), len(due), day),
    )


def _share(part: int, whole: int, day: date) -> Measured:
    if not whole:
        return NOT_YET
    low, high = wilson(part / whole, whole)
    return Estimate(part / whole, low, high, whole, as_of=day)
