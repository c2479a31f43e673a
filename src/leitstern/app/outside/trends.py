"""How the lived share moved from period to period, never on fewer than five customers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.few import TOO_FEW_CUSTOMERS, shown
from leitstern.core.outside.lived import lived_statistics_by_period, read_lived
from leitstern.core.outside.periods import LENGTHS, Length, after, finest, name, short_name
from leitstern.core.stats.estimate import Measured
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.outside.lived import Lived
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Period:
    """The lived share in one period, named by its first day."""

    start: date
    length: Length
    share: Measured

    @property
    def name(self) -> Text:
        """What the period is called."""
        return name(self.start, self.length)

    @property
    def short_name(self) -> Text | None:
        """The same for an axis; None where the month says it."""
        return short_name(self.start, self.length)


type Places = dict[tuple[int, str], list[Lived]]


def trends(state: Published) -> dict[tuple[int, str], tuple[Period, ...]]:
    """The lived share over time, per touchpoint code and statement.

    Each in the shortest periods of which none has one to four customers; periods without five are gaps.
    """

    def compute(ask: Question) -> dict[tuple[int, str], tuple[Period, ...]]:
        found = {length: _by_place(ask, length) for length in LENGTHS}
        return {
            place: _trend({length: found[length][place] for length in LENGTHS}) for place in found["month"]
        }

    return state.find("trends by period", (), compute)


def trend(state: Published, touchpoint: int, facet: str) -> tuple[Period, ...]:
    """The lived share of one statement at one touchpoint, period by period."""
    return trends(state).get((touchpoint, facet), ())


def _by_place(ask: Question, length: Length) -> Places:
    rows = lived_statistics_by_period(
        ask.table("feedback"), ask.table("promises"), ask.published.as_of, length
    )
    places: Places = defaultdict(list)
    for lived in read_lived(ask.run(rows)):
        places[lived.touchpoint, lived.facet].append(lived)
    return places


def _trend(lived: dict[Length, list[Lived]]) -> tuple[Period, ...]:
    length = finest({each: [one.agreement.n for one in periods] for each, periods in lived.items()})
    known = {one.period: share_estimate(one.agreement) for one in lived[length] if one.period}
    periods, start, last = [], min(known), max(known)
    while start <= last:
        periods.append(shown(Period(start, length, known.get(start, TOO_FEW_CUSTOMERS))))
        start = after(start, length)
    return tuple(periods)
