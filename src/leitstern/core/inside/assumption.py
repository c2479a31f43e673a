"""One assumption: a number of the inside that is not measured, its range, where it comes from and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leitstern.core.inside.units import Unit
    from leitstern.core.texts import Text


class Group(StrEnum):
    """What an assumption is about."""

    BIAS = "bias"
    PRECISION = "precision"
    CUSTOMERS = "customers"
    TYPES = "types"
    WEIGHTS = "weights"
    ROUTES = "routes"
    EVIDENCE = "evidence"
    ALARMS = "alarms"


class Grade(StrEnum):
    """How well an assumption is founded, best first."""

    PAPER = "paper"
    STUDY = "study"
    SIMULATED = "simulated"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Assumption:
    """`value` is the default; `low` to `high` is what may be assumed instead."""

    slug: str
    group: Group
    name: Text
    value: float
    low: float
    high: float
    unit: Unit
    grade: Grade
    why: Text
    source: Text | None = None
    claims: tuple[str, ...] = ()  # short names of the published figures it rests on

    def said(self, value: float) -> Text:
        """A value of it in words, with its unit."""
        return self.unit.said(value)

    @property
    def range(self) -> Text:
        """What may be assumed, in words."""
        return self.unit.between(self.low, self.high)
