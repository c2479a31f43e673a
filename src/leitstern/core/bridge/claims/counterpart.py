"""What the company itself knows of the thing a published figure is about: measured, or why not yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

NOT_YET = Text(en="not measured yet: {why}", de="noch nicht gemessen: {why}")
NO_DATA = Missing("no-data", NOT_YET.fill(why=Text(en="there is no data yet", de="es gibt noch keine Daten")))
NO_AI = Missing(
    "no-initiative",
    NOT_YET.fill(
        why=Text(
            en="no initiative uses artificial intelligence",
            de="keine Initiative nutzt künstliche Intelligenz",
        )
    ),
)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """`what` the own figure counts and how that differs from the published one; without it, `why` there is none yet.

    `each`: where several figures were published and each has one of our own, what that one counts.
    """

    what: Text | None = None
    why: Missing | None = None
    each: tuple[Text, ...] = ()


def not_yet(en: str, de: str) -> Counterpart:
    """There is no own figure; the sentence goes on after "not measured yet:"."""
    return Counterpart(why=Missing("not-measured", NOT_YET.fill(why=Text(en=en, de=de))))


def counted(part: int, whole: int, as_of: date) -> Measured:
    """A share of everything there is: no sample, so its interval is the value itself."""
    if not whole:
        return NO_DATA
    share = part / whole
    return Estimate(share, share, share, whole, as_of=as_of)
