"""The three lanes an executive looks at together, each with a few numbers that stand elsewhere in full.

Source: Bingemer, Ohlwein: “Orchestrierung von KI, Organisation und Customer Experience”.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Measured

MOST = 4  # numbers on a lane: more are not read together


class Lane(StrEnum):
    """What has to move together."""

    TECHNOLOGY = "technology"
    ORGANISATION = "organisation"
    EXPERIENCE = "experience"


LANES = {
    Lane.TECHNOLOGY: Text(en="Technology and AI", de="Technologie und KI"),
    Lane.ORGANISATION: Text(en="Organisation", de="Organisation"),
    Lane.EXPERIENCE: Text(en="Experience", de="Erleben"),
}
SUBS = {
    Lane.TECHNOLOGY: Text(
        en="Does what was bought work, and for whom?", de="Wirkt, was gekauft wurde, und für wen?"
    ),
    Lane.ORGANISATION: Text(en="Culture, leadership, people", de="Kultur, Führung, Menschen"),
    Lane.EXPERIENCE: Text(en="What customers live through", de="Was Kundinnen und Kunden erleben"),
}


class Shown(StrEnum):
    """How a number is written."""

    SHARE = "share"  # 0–1, as percent
    POINTS = "points"  # 0–1, as points of 100
    LEVEL = "level"  # 0–4
    RATE = "rate"  # so many a month


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands in full at `address`; `note` says what of it is sure. Missing ones are entered at `address`.

    `counts` says what n counts.
    """

    key: str
    name: Text
    value: Measured
    shown: Shown
    counts: Text
    note: Text | None
    address: str


@dataclass(frozen=True, slots=True)
class Side:
    """One lane: at most four numbers, and what they say in a sentence."""

    lane: Lane
    figures: tuple[Figure, ...]
    sentence: Text

    @property
    def known(self) -> bool:
        """Whether any of its numbers is there."""
        return any(isinstance(each.value, Estimate) for each in self.figures)

    @property
    def lacks(self) -> tuple[Figure, ...]:
        """Numbers that are not there yet."""
        return tuple(each for each in self.figures if not isinstance(each.value, Estimate))
