"""What the register of campaigns adds up to: how much is documented, how completely, how soundly, and in time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from leitstern.core.inside.adoption.living import share
from leitstern.core.stats.estimate import Measured, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

SELDOM = 0.05  # of campaigns; a field that fewer fill in is used by nobody
NO_LIST = Missing(
    "no-list",
    Text(
        en="there is no list of what really went out",
        de="es gibt keine Liste dessen, was wirklich hinausging",
    ),
)
NO_CAMPAIGNS = Missing(
    "no-campaigns", Text(en="no campaign is documented", de="keine Kampagne ist dokumentiert")
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Campaigns of a team in some months.

    `sent` are on the list of what went out, `found` of them are in the register. Of all `documented` ones that have gone out,
    `complete` say everything required, `sound` say nothing that is not allowed, `kept` were classified before they went.
    """

    sent: int = 0
    found: int = 0
    documented: int = 0
    complete: int = 0
    sound: int = 0
    kept: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


@dataclass(frozen=True, slots=True)
class Quality:
    """The four shares, n = campaigns."""

    coverage: Measured
    completeness: Measured
    validity: Measured
    compliance: Measured


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them as one."""
    found = Tally()
    for each in tallies:
        found += each
    return found


def quality(tally: Tally, as_of: date | None = None) -> Quality:
    """Shares with Wilson's interval; campaigns are what is counted."""
    of = tally.documented

    def among(good: int) -> Measured:
        return share(good, of, of, as_of) if of else NO_CAMPAIGNS

    return Quality(
        share(tally.found, tally.sent, tally.sent, as_of) if tally.sent else NO_LIST,
        among(tally.complete),
        among(tally.sound),
        among(tally.kept),
    )


@dataclass(frozen=True, slots=True)
class FieldUse:
    """How many of `campaigns` say something in a field, and how many different things."""

    field: str
    campaigns: int
    filled: int
    different: int

    @property
    def unused(self) -> bool:
        """Hardly anybody fills it in: drop it, or explain what it is for."""
        return self.campaigns > 0 and self.filled < SELDOM * self.campaigns

    @property
    def always_alike(self) -> bool:
        """Everybody says the same: it tells nothing apart."""
        return self.filled > 1 and self.different == 1 and not self.unused
