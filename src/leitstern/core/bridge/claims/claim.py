"""One published claim: its figures exactly as published, who says so, how they came about, and what they may serve for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.claims.counterpart import Counterpart


class Grade(StrEnum):
    """How a figure came about, the strongest first; only the first two can say what changes what."""

    EXPERIMENTAL = "experimental"
    LONGITUDINAL = "longitudinal"
    CROSS_SECTIONAL = "cross_sectional"
    SURVEY_OPINION = "survey_opinion"
    QUALITATIVE = "qualitative"
    VENDOR = "vendor"


GRADES: dict[Grade, Text] = {
    Grade.EXPERIMENTAL: Text(en="experiment", de="Experiment"),
    Grade.LONGITUDINAL: Text(en="over time", de="im Zeitverlauf"),
    Grade.CROSS_SECTIONAL: Text(en="compared once", de="einmal verglichen"),
    Grade.SURVEY_OPINION: Text(en="asked for an opinion", de="nach der Meinung gefragt"),
    Grade.QUALITATIVE: Text(en="interviews and experience", de="Interviews und Erfahrung"),
    Grade.VENDOR: Text(en="published by a provider", de="von einem Anbieter veröffentlicht"),
}


class Unit(StrEnum):
    """What a figure is counted in; a share lies between 0 and 1."""

    SHARE = "share"
    MORE = "more"  # a difference, as a share of the other side
    DOLLARS = "dollars"
    PEOPLE = "people"
    MONTHS = "months"
    YEARS = "years"
    TIMES = "times"  # what was planned, on top of it


def verbatim(words: str) -> Text:
    """A title or name as it is in both languages."""
    return Text(words, words)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: `said` as published, `value` for programs (`upto` where a range was published), `of` what it counts."""

    value: float
    unit: Unit
    said: Text
    of: Text
    upto: float | None = None
    sampled: bool = True  # a share of those who were asked

    def by_chance(self, n: int | None) -> tuple[float, float] | None:
        """Where the share would lie by chance of drawing alone (90 %), had all `n` answered; None if nobody can tell."""
        if n is None or self.unit is not Unit.SHARE or not self.sampled:
            return None
        return wilson(self.value, n)


@dataclass(frozen=True, slots=True)
class Quote:
    """A few words exactly as they were published, in `language`, with where they stand."""

    words: str
    where: Text
    language: str = "de"


@dataclass(frozen=True, slots=True)
class Claim:
    """What was published. `n` and `year` are None where our source does not state them; `source` said it first."""

    slug: str
    name: Text
    figures: tuple[Figure, ...]
    grade: Grade
    source: Text
    through: Text  # where we read it
    may: Text
    may_not: Text
    counterpart: Counterpart
    n: int | None = None
    year: int | None = None
    quotes: tuple[Quote, ...] = ()
    differ: Text | None = None  # in what the wordings or sources differ
    against: Text | None = None  # what speaks against it

    @property
    def said(self) -> Text:
        """All its figures in one line."""
        return Text(
            en=" · ".join(each.said.en for each in self.figures),
            de=" · ".join(each.said.de for each in self.figures),
        )
