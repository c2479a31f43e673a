"""What a team's use of an application adds up to over some weeks: counts only, never of one person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FEWEST_WEEKS = 4  # before anything is said of a team's use
MONTHS = 3  # the newest months with numbers make the present
SUMMED = (
    *("seats", "seatable", "started", "completed", "kept", "judged"),
    *("records", "filled", "asked"),
)


@dataclass(frozen=True, slots=True)
class Usage:
    """Sums over `weeks`. What was not delivered is None, which is something else than 0.

    `eligible` people who should use it and `active` ones who did (by the application's own definition) are person-weeks,
    `seats` are licences set up, in weeks with `seatable` eligible people. `started` and `completed` count runs of the core workflow; `features`
    is the largest number of required features used in one of the weeks. `kept` of `judged` cases followed the principle;
    `records` were written, in which `filled` of `asked` required fields were filled in.
    """

    weeks: int
    eligible: int
    active: int
    seats: int | None = None
    seatable: int | None = None
    started: int | None = None
    completed: int | None = None
    features: int | None = None
    kept: int | None = None
    judged: int | None = None
    records: int | None = None
    filled: int | None = None
    asked: int | None = None

    def __add__(self, other: Usage) -> Usage:
        """Of the same team in other weeks, or of another team."""
        sums = {name: _sum(getattr(self, name), getattr(other, name)) for name in SUMMED}
        known = [each.features for each in (self, other) if each.features is not None]
        return Usage(
            self.weeks + other.weeks,
            self.eligible + other.eligible,
            self.active + other.active,
            features=max(known, default=None),
            **sums,
        )

    @property
    def heads(self) -> int:
        """How many people, on average over the weeks, should use it."""
        return round(self.eligible / self.weeks) if self.weeks else 0


def together(usages: Iterable[Usage]) -> Usage | None:
    """All of them as one; None without any."""
    known = list(usages)
    return reduce(Usage.__add__, known) if known else None


def _sum(one: int | None, other: int | None) -> int | None:
    return one if other is None else other if one is None else one + other
