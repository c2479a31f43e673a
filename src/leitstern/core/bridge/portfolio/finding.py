"""What a finding says: the sentence, the number behind it, why it matters, the rows it rests on, and what it cannot see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.estimate import Measured

NOTHING_THERE = Missing(
    "nothing", Text(en="there is nothing to count yet", de="es gibt noch nichts zu zählen")
)


class Topic(StrEnum):
    """What a finding is about."""

    BRACKET = "bracket"
    ISOLATION = "isolation"
    CONFLICT = "conflict"
    DUPLICATE = "duplicate"
    ACCOUNTABILITY = "accountability"
    SEQUENCE = "sequence"
    MIX = "mix"
    OWNERSHIP = "ownership"
    SHINY = "shiny"


@dataclass(frozen=True, slots=True)
class Row:
    """One row a finding rests on: an initiative or a goal by its key, or a unit, and what is said of it there."""

    said: Text
    initiative: int | None = None
    goal: int | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """`alarm` asks for something to be done; without it the finding only reports. `limits` is what it cannot see."""

    topic: Topic
    alarm: bool
    sentence: Text
    why: Text
    limits: Text
    rows: tuple[Row, ...] = ()
    value: Measured | None = None


def counted(part: float, whole: float, n: int, as_of: date) -> Measured:
    """A share of everything that was entered: no sample, so its interval is the value itself."""
    if not whole:
        return NOTHING_THERE
    share = part / whole
    return Estimate(share, share, share, n, grade="stated", as_of=as_of)


def plain(words: str) -> Text:
    """Somebody's own words, the same in both languages."""
    return Text(en=words, de=words)
