"""Whether a department's window reaches anybody: who gets the letter, how fresh it is, how often it is opened.

Source: Bingemer, Ohlwein, factor 3: departments without contact of their own have current information on customers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.core.outside.few import FEWEST
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

STALE = timedelta(days=30)
SAID = Text(
    en="In {opened} of {of} departments people looked at their customers five times or more last month; words of "
    "customers from the last 30 days are there in {fresh}.",
    de="In {opened} von {of} Bereichen wurde im vergangenen Monat fünfmal oder öfter auf die Kundschaft geschaut; Worte "
    "der Kundschaft aus den letzten 30 Tagen gibt es in {fresh}.",
)
NOBODY = Text(en="There are no departments yet.", de="Es gibt noch keine Bereiche.")


def shown(n: int) -> int | None:
    """A count of people or openings, from five on; so few are never told, nor that there was none."""
    return n if n >= FEWEST else None


@dataclass(frozen=True, slots=True)
class Reach:
    """One department. Counts are None below five; `people` is None where the register does not say.

    `months` are how often the window was opened, the running month first; by whom is not known.
    """

    unit: str
    name: Text
    back_office: bool
    people: int | None
    letter: int | None  # who gets it
    sent: int | None  # letters of the newest week
    newest: date | None  # customer's word
    today: date
    months: tuple[tuple[date, int | None], ...]

    @property
    def age(self) -> int | None:
        """Days since the newest word."""
        return (self.today - self.newest).days if self.newest else None

    @property
    def fresh(self) -> bool:
        """Whether a word is not older than 30 days."""
        return self.newest is not None and self.today - self.newest <= STALE

    @property
    def last_month(self) -> int | None:
        """Openings of the last month that is over."""
        return self.months[1][1]


def sentence(found: Sequence[Reach]) -> Text:
    """The finding."""
    if not found:
        return NOBODY
    return SAID.fill(
        of=len(found),
        fresh=sum(each.fresh for each in found),
        opened=sum(each.last_month is not None for each in found),
    )
