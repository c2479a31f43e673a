"""Whether a source is silent for longer than usual, by its own rhythm.

The threshold is the longest of its last pauses. If nothing has changed, each pause is as likely to be the longest as any
other, so a new one is longer than all k before it with probability 1 / (k + 1) at most, whatever the rhythm is like.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

LEAST, MOST = 9, 20  # pauses it takes, and how many of the newest are looked at


@dataclass(frozen=True, slots=True)
class Silence:
    """`quiet` days since the `last` sign; `threshold` is the longest of `pauses` earlier ones, None if too few are known."""

    last: date
    quiet: int
    threshold: int | None
    pauses: int

    @property
    def is_long(self) -> bool:
        """Whether it is silent for longer than usual."""
        return self.threshold is not None and self.quiet > self.threshold

    @property
    def sentence(self) -> Text:
        """In words, with the threshold."""
        if self.threshold is None:
            return (ONE_KNOWN if self.pauses == 1 else FEW_KNOWN).fill(n=self.pauses, least=LEAST)
        return (LONGER if self.is_long else USUAL).fill(
            quiet=_days(self.quiet), threshold=_days(self.threshold), n=self.pauses, worlds=self.pauses + 1
        )


def silence(signs: Iterable[date], today: date) -> Silence | None:
    """From the days on which there was a sign of life; None without any. Days after `today` are none yet."""
    days = sorted({day for day in signs if day <= today})
    if not days:
        return None
    pauses = [(after - before).days for before, after in pairwise(days)][-MOST:]
    threshold = max(pauses) if len(pauses) >= LEAST else None
    return Silence(days[-1], (today - days[-1]).days, threshold, len(pauses))


def _days(count: int) -> Text:
    return (ONE_DAY if count == 1 else DAYS).fill(n=count)


ONE_DAY = Text(en="{n} day", de="{n} Tag")
DAYS = Text(en="{n} days", de="{n} Tage")
ONE_KNOWN = Text(
    en="rhythm unknown: {n} pause so far, it takes {least}",
    de="Rhythmus unbekannt: bisher {n} Pause, nötig sind {least}",
)
FEW_KNOWN = Text(
    en="rhythm unknown: {n} pauses so far, it takes {least}",
    de="Rhythmus unbekannt: bisher {n} Pausen, nötig sind {least}",
)
USUAL = Text(
    en="as usual: quiet for {quiet}, longest of the last {n} pauses {threshold}",
    de="wie üblich: still seit {quiet}, längste der letzten {n} Pausen {threshold}",
)
LONGER = Text(
    en="silent longer than usual: {quiet}, longest of the last {n} pauses {threshold}; by chance alone at most one time in {worlds}",
    de="länger still als üblich: {quiet}, längste der letzten {n} Pausen {threshold}; durch Zufall höchstens einmal in {worlds}",
)
