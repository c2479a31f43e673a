"""Key figures, who is rewarded for them, and how much: the register everything else here reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from leitstern.core.inside.cells import FEWEST
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Horizon(StrEnum):
    """How soon a key figure moves when something is done for it."""

    SHORT = "short"
    MID = "mid"
    LONG = "long"


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"

    @property
    def sign(self) -> int:
        """+1 where more is better, −1 where less is."""
        return 1 if self is Direction.HIGHER else -1


class Origin(StrEnum):
    """Whose concern it is."""

    CUSTOMER = "customer"
    FINANCE = "finance"
    OPERATIONS = "operations"


class Giver(StrEnum):
    """Who set it: the organisation itself, or whoever sold it a system."""

    OWN = "own"
    VENDOR = "vendor"


class Part(StrEnum):
    """The three parts of a bundle of customer key figures."""

    SATISFACTION = "satisfaction"
    LOYALTY = "loyalty"
    EXPERIENCE = "experience"


HORIZONS = {
    Horizon.SHORT: Text(en="up to a year", de="bis ein Jahr"),
    Horizon.MID: Text(en="one to three years", de="ein bis drei Jahre"),
    Horizon.LONG: Text(en="more than three years", de="über drei Jahre"),
}
DIRECTIONS = {
    Direction.HIGHER: Text(en="more is better", de="mehr ist besser"),
    Direction.LOWER: Text(en="less is better", de="weniger ist besser"),
}
ORIGINS = {
    Origin.CUSTOMER: Text(en="customers", de="Kundschaft"),
    Origin.FINANCE: Text(en="finance", de="Finanzen"),
    Origin.OPERATIONS: Text(en="operations", de="Betrieb"),
}
GIVERS = {
    Giver.OWN: Text(en="set by ourselves", de="selbst gesetzt"),
    Giver.VENDOR: Text(en="set by a vendor", de="von einem Anbieter vorgegeben"),
}
PARTS = {
    Part.SATISFACTION: Text(en="satisfaction", de="Zufriedenheit"),
    Part.LOYALTY: Text(en="loyalty", de="Loyalität"),
    Part.EXPERIENCE: Text(en="experience", de="Erlebnis"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure. `unit` is the department that owns it; `part` is set for some figures of customers only."""

    slug: str
    name: str
    unit: str
    horizon: Horizon
    direction: Direction
    origin: Origin
    giver: Giver = Giver.OWN
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What several people of a department do, and how many they are. Its key is whatever tells roles apart."""

    key: int
    name: str
    unit: str
    people: int


@dataclass(frozen=True)
class Register:
    """All key figures, roles, and what share (0–1) of a role's reward hangs on which figure.

    Roles of fewer than `fewest` people take no part in any number, so that none can be worked out.
    """

    figures: tuple[Figure, ...]
    roles: tuple[Role, ...]
    shares: Mapping[tuple[int, str], float]  # (role, figure)
    fewest: int = FEWEST

    @cached_property
    def by_slug(self) -> dict[str, Figure]:
        """Every figure by its short name."""
        return {figure.slug: figure for figure in self.figures}

    @cached_property
    def counted(self) -> tuple[Role, ...]:
        """Roles that enough people hold."""
        return tuple(role for role in self.roles if role.people >= self.fewest)

    @cached_property
    def people(self) -> int:
        """How many hold the counted roles together."""
        return sum(role.people for role in self.counted)

    @cached_property
    def rewarded(self) -> frozenset[str]:
        """Figures that a counted role is rewarded for; that only a few people are is told nobody."""
        counted = {role.key for role in self.counted}
        return frozenset(
            figure for (role, figure), share in self.shares.items() if share > 0 and role in counted
        )

    def share(self, role: Role, figure: str) -> float:
        """What part of the reward of a role hangs on a figure."""
        return self.shares.get((role.key, figure), 0.0)

    def rewarding(self, figures: Iterable[str]) -> tuple[Role, ...]:
        """Counted roles that are rewarded for any of these."""
        wanted = tuple(figures)
        return tuple(role for role in self.counted if any(self.share(role, each) > 0 for each in wanted))

    def mean_share(self, figure: str) -> float:
        """Mean share over the people who are rewarded for a figure; 0 where nobody counted is."""
        roles = self.rewarding([figure])
        people = sum(role.people for role in roles)
        return sum(role.people * self.share(role, figure) for role in roles) / people if people else 0.0
