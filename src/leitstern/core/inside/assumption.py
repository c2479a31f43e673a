"""One assumption: a number of the inside that is not measured, its range, where it comes from and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    unit: Text
    grade: Grade
    why: Text
    source: str = ""
