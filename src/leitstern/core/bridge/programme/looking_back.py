"""Were earlier forecasts kept? What was said first of each task, against the day it ended."""

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
NOT_YET = Missing(
    "nothing-ended",
    Text(
        en="no task that was forecast has ended yet",
        de="noch ist keine Aufgabe zu Ende, die vorhergesagt war",
    ),
)
WELL = Text(
    en="Tasks that ended: {n}; by their P80: {kept}. Four of five would be right. So far nothing speaks against the forecasts.",
    de="Beendete Aufgaben: {n}; davon bis zu ihrem P80: {kept}. Vier von fünf wären richtig. Bisher spricht nichts gegen die Vorhersagen.",
)
LATE = Text(
    en="Tasks that ended: {n}; by their P80: {kept} only. Four of five would be right. Forecasts are too hopeful: widen the durations.",
    de="Beendete Aufgaben: {n}; davon bis zu ihrem P80: nur {kept}. Vier von fünf wären richtig. Die Vorhersagen sind zu hoffnungsvoll: Geben Sie für die Dauern größere Spannen an.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One task: when it was first forecast, for when, and when it ended."""

    title: str
    said: date
    p50: date
    p80: date
    ended: date

    @property
    def by_p50(self) -> bool:
        """Within the P50."""
        return self.ended <= self.p50

    @property
    def by_p80(self) -> bool:
        """Within the P80."""
        return self.ended <= self.p80


@dataclass(frozen=True, slots=True)
class Record:
    """How forecasts did so far: shares kept with their intervals, n = tasks that ended."""

    tasks: tuple[Kept, ...]
    p50: Measured
    p80: Measured

    @property
    def sentence(self) -> Text:
        """Whether four of five were kept, as far as one can tell."""
        if isinstance(self.p80, Missing):
            return self.p80.reason
        words = LATE if self.p80.high < 0.8 else WELL
        return words.fill(n=self.p80.n, kept=sum(each.by_p80 for each in self.tasks))


def record(tasks: Sequence[Kept], day: date) -> Record:
    """What the past says about forecasts."""
    return Record(
        tuple(tasks),
        _share(sum(each.by_p50 for each in tasks), len(tasks), day),
        _share(sum(each.by_p80 for each in tasks), len(tasks), day),
    )


def _share(part: int, whole: int, day: date) -> Measured:
    if not whole:
        return NOT_YET
    low, high = wilson(part / whole, whole)
    return Estimate(part / whole, low, high, whole, as_of=day)
