"""What a finding says: the sentence, the number behind it, why it matters, the rows it rests on, and what it cannot see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.stats.counted import NOTHING_THERE, counted
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Measured

__all__ = ["NOTHING_THERE", "Finding", "Row", "Topic", "counted", "plain"]


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
    RISK = "risk"
    REFLEX = "reflex"


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


def plain(words: str) -> Text:
    """Somebody's own words, the same in both languages."""
    return Text(en=words, de=words)
