"""What tells the value of the company for its customers, and of its customers for the company, in the taxonomy's words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reach:
    """By what a goal of a persona is told to be reached: the last step of a map, or a statement at a touchpoint.

    `goal` counts from 1, in the order in which the persona's goals stand.
    """

    persona: str
    goal: int
    map: str = ""
    touchpoint: str = ""
    facet: str = ""


@dataclass(frozen=True, slots=True)
class Earning:
    """What a contact earns, in one currency: the number that a property of it holds, kept there by the mapping.

    Either the property holds the `margin`, or `revenue`, of which `margin_share` (above 0, at most 1) is margin.
    """

    currency: str
    margin: str = ""
    revenue: str = ""
    margin_share: float = 0.0

    @property
    def prop(self) -> str:
        """The property that holds the number."""
        return self.margin or self.revenue

    @property
    def share(self) -> float:
        """How much of the number is margin."""
        return 1.0 if self.margin else self.margin_share
