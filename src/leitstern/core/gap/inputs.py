"""What the gap is computed from, and the rules by which it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leitstern.core.stats.share import ShareStatistics
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class GapInput:
    """Everything known about one statement (facet) at one touchpoint.

    `customers` came here in the period, answering or not, in weighted numbers; `guesses` are numbers of customers
    out of 100, each from another leader (None: nobody was asked); `depth` 0–1 says how far disappointed answers
    lie below *good* on average, 1 being the worst answer possible (None: unknown); `disappointed` customers do not
    agree, and `worst` of them gave the worst answer possible; `seen` is whether, when asked, any leader had been
    shown what customers say here.
    """

    touchpoint: str
    touchpoint_name: Text
    facet: str
    facet_name: Text
    importance: float
    customers: float
    promise: float | None = None
    guesses: tuple[float, ...] | None = None
    lived: ShareStatistics | None = None
    depth: float | None = None
    seen: bool = False
    disappointed: int = 0
    worst: int = 0

    def __post_init__(self) -> None:
        if not 0 < self.importance <= 1:
            raise ValueError(f"importance of {self.touchpoint} is {self.importance}, not within (0, 1]")
        if self.promise is not None and not 0 <= self.promise <= 1:
            raise ValueError(f"promise at {self.touchpoint} is {self.promise}, not within [0, 1]")
        if self.depth is not None and not 0 <= self.depth <= 1:
            raise ValueError(f"depth at {self.touchpoint} is {self.depth}, not within [0, 1]")
        if self.customers < 0 or (self.lived is not None and self.lived.n and not self.customers):
            raise ValueError(f"{self.customers} customers at {self.touchpoint}, though some answered")


@dataclass(frozen=True, slots=True)
class Rules:
    """How large a gap must be to matter, and how sure we want to be. The method pages give the reasons."""

    relevant: float = 0.05  # smaller gaps are not worth a decision
    clear: float = 0.10  # certainty in the rankings is P(gap > clear)
    blind: float = 0.20  # a belief this far above the truth is a blind spot where nobody looked
    works_from: float = 0.80  # "works but hurts": at least so many in time …
    hurts_below: float = 0.60  # … and at most so many satisfied
    quantile: float = 0.99  # of companies without gaps that stay below each limit
    draws: int = 4000
    companies: int = 2000


RULES = Rules()
