"""The type of every published number: value, interval, n, date and grade. A bare float never leaves core."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.texts import Text

Grade = Literal["measured", "stated", "simulated", "association"]

LEVEL = 0.90  # of all intervals, unless a method says otherwise


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its uncertainty.

    `low` and `high` bound the `level` credible or confidence interval; `n` counts what the number rests on
    (customers, answers, journeys: the method page says which). `grade` tells how it came about:
    *measured* from contacts or feedback, *stated* by people (promises, beliefs), *simulated*, or *association*.
    """

    value: float
    low: float
    high: float
    n: int
    grade: Grade = "measured"
    level: float = LEVEL
    as_of: date | None = None

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"The interval [{self.low}, {self.high}] does not contain {self.value}.")


@dataclass(frozen=True, slots=True)
class Missing:
    """A number that is not there, and why. Never imputed."""

    code: str
    reason: Text


Measured = Estimate | Missing
