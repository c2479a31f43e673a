"""What the rules look at: facts that other areas found, without their storage. Nothing here is computed again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 -- what is stored is read by these types

from leitstern.core.bridge.portfolio.finding import Finding  # noqa: TC001 -- the same
from leitstern.core.stats.estimate import Measured  # noqa: TC001 -- the same
from leitstern.core.texts import Text  # noqa: TC001 -- the same


@dataclass(frozen=True, slots=True)
class Place:
    """A touchpoint at which a gap is declared, by its widest: so many of 100 customers live less than was claimed."""

    slug: str
    name: Text
    gap: Measured
    address: str


@dataclass(frozen=True, slots=True)
class Pull:
    """Two rewarded figures of which people confirmed that they pull apart, one of them of customers."""

    customers: str
    other: str
    ruled: bool  # somebody decided which goes first
    evidence: Text
    address: str


@dataclass(frozen=True, slots=True)
class Against:
    """An initiative that collides with one judged by the experience, as the portfolio says it; `touchpoints` both change."""

    said: Text
    technology: bool
    touchpoints: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class InUse:
    """An application whose use is looked at: whether it runs, how far it is lived, and where customers should notice.

    In `runs_only` of `teams` with numbers it is used by most, and customers surely did not notice.
    """

    name: str
    touchpoints: tuple[str, ...]
    runs: bool
    lived: Measured
    runs_only: int
    teams: int
    address: str


@dataclass(frozen=True, slots=True)
class Ended:
    """Something that has ended: how often it was used all the same in the last `months` with a count.

    `before` are its uses in as many months before use was a relapse, as far as they were counted.
    """

    name: str
    technology: bool
    replacement: str
    uses: int
    before: int
    months: int
    address: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """The open alarm of relapse: since when, and what slips."""

    day: date
    slips: tuple[Text, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything inside the company that the rules look at. None where an area cannot say anything yet."""

    sequence: Finding | None  # departments in which technology runs ahead of people
    sequence_address: str
    pulls: tuple[Pull, ...]
    judged: int  # conflicts of key figures somebody judged
    against: tuple[Against, ...]
    initiatives: int  # under way
    in_use: tuple[InUse, ...]
    ended: tuple[Ended, ...]
    alarm: Alarm | None
    watched: int  # series with a settled level
