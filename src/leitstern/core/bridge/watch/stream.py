"""One stream of measurements that would show a relapse, such as the use of a tool that was to be retired."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.texts import Text


class StreamKind(StrEnum):
    """What is watched (research page *organisation*, 5.10)."""

    STOP_LIST = "stop_list"
    COMPLIANCE = "compliance"
    HANDOFFS = "handoffs"
    REWARDS = "rewards"
    ATTENTION = "attention"
    CO_DESIGN = "co_design"
    READING = "reading"  # the change in people's own words


class Rhythm(StrEnum):
    """How often it is measured; it decides which CUSUM rule holds (`stats.cusum.MONTHLY`, `QUARTERLY`)."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Shown(StrEnum):
    """What a value is: a share 0–1 (written "of 100"), a count of what happened, a number ≥ 0, an index around zero."""

    SHARE = "share"
    COUNT = "count"
    NUMBER = "number"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Point:
    """One measurement: `value` over the period that ended on `day`, and its standard `error` (> 0; 0 of a full count).

    `n` says on how much it rests, 1 at least: cases of a share, contacts, departments; of what happened in a month, that month.
    """

    day: date
    value: float
    error: float
    n: int


@dataclass(frozen=True, slots=True)
class Stream:
    """Measurements in the order of their days; a period without one is left out, never zero.

    `slug` is unique and stays the same over time. `unit` is the slug of a department, "" for the whole company.
    `measure` says what a value is, with its unit ("uses a month", "share of contacts"). `good_high`: whether a high
    value is what was wanted. `source` says where it comes from; `address` is the page on which it can be seen.
    `step` is set of a full count alone: how far it has to fall short of its level to be noticed (`stepping.Step`).
    """

    slug: str
    kind: StreamKind
    name: Text
    measure: Text
    unit: str
    rhythm: Rhythm
    good_high: bool
    points: tuple[Point, ...]
    source: Text
    address: str
    shown: Shown = Shown.NUMBER
    step: float | None = None
