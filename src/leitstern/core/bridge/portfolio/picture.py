"""Goals and initiatives as the checks see them: plain values, no ids of people, no database."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.stage import OVER
from leitstern.core.bridge.portfolio.terms import AiMode, AiPurpose, Kind, MilestoneKind

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.portfolio.stage import Stage
    from leitstern.core.bridge.portfolio.terms import Aim, Cadence, Horizon, Origin
    from leitstern.core.company.money import Money
    from leitstern.core.outside.outcomes import Fate


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who answers for something, by name or role; `left` is the first day they no longer do."""

    name: str
    board: bool = False
    left: date | None = None

    def there(self, day: date) -> bool:
        """Whether they still answer for it on a day."""
        return self.left is None or day < self.left


@dataclass(frozen=True, slots=True)
class Goal:
    """Something the whole company wants to reach for its customers. `parent` is the key of the goal it serves."""

    key: int
    title: str
    metric: str = ""
    baseline: float | None = None
    target: float | None = None
    unit: str = ""
    accountable: tuple[Holder, ...] = ()
    cadence: Cadence | None = None
    horizon: Horizon | None = None
    parent: int | None = None
    last_read: date | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """One way from what a customer wants to what has to be there for it, in the order of thinking."""

    outcome: str = ""
    activity: str = ""
    capability: str = ""
    people: str = ""
    process: str = ""
    technology: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an initiative does to a goal: `sign` +1 or −1, `weight` 1 (slightly) to 3 (strongly)."""

    goal: int
    sign: int
    weight: int


@dataclass(frozen=True, slots=True)
class ProjectMilestone:
    """Something that is reached on the way, about people or about systems."""

    title: str
    kind: MilestoneKind
    due: date | None = None
    reached: date | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """Who expects what by when, of which metric; `baseline` is where it stood.

    `claim` is the short name of the published figure it rests on; empty if it rests on what the company knows itself.
    """

    metric: str
    baseline: float | None
    value: float
    unit: str
    by: date
    who: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Initiative:
    """One piece of work under way or planned. Units, touchpoints, journeys and personas by their short names."""

    key: int
    title: str
    kind: Kind
    aim: Aim
    origin: Origin | None = None
    ai_mode: AiMode | None = None
    ai_purpose: AiPurpose | None = None
    customer_outcome: Fate | None = None
    personalises: bool = False
    persona: str = ""
    horizon: Horizon | None = None
    units: tuple[str, ...] = ()  # the first one leads
    touchpoints: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()  # named, or through a touchpoint on their map
    data_objects: tuple[str, ...] = ()
    budget: Money | None = None
    owner: Holder | None = None
    sponsor: Holder | None = None  # who answers for it on the board
    paths: tuple[Path, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    people_measures: tuple[str, ...] = ()
    milestones: tuple[ProjectMilestone, ...] = ()
    needs: tuple[int, ...] = ()  # keys of initiatives that have to come first
    roles: tuple[str, ...] = ()  # whose work changes
    work_change: str = ""
    expects: Expectation | None = None
    approved: bool = False
    stage: Stage | None = None  # None: not begun

    @property
    def over(self) -> bool:
        """Stopped, ended or handed to daily work: no longer under way."""
        return self.stage in OVER

    @property
    def is_technology(self) -> bool:
        """Whatever is built on artificial intelligence counts, too, however it calls itself."""
        return self.kind is Kind.TECHNOLOGY or self.ai_mode is not None


@dataclass(frozen=True)
class Portfolio:
    """Goals and initiatives that were not withdrawn."""

    goals: tuple[Goal, ...] = ()
    initiatives: tuple[Initiative, ...] = ()

    @property
    def under_way(self) -> Portfolio:
        """The same without initiatives that are over."""
        return Portfolio(self.goals, tuple(one for one in self.initiatives if not one.over))

    @cached_property
    def goal_by_key(self) -> dict[int, Goal]:
        """Each goal under its key."""
        return {goal.key: goal for goal in self.goals}

    def reached(self, one: Initiative) -> frozenset[int]:
        """Goals an initiative works on, for or against, and all the goals those serve."""
        return frozenset(
            goal
            for each in one.contributions
            if each.goal in self.goal_by_key
            for goal in self.upwards(each.goal)
        )

    def upwards(self, goal: int) -> tuple[int, ...]:
        """A goal and everything it serves; a circle, should there be one, is gone round once."""
        found: list[int] = []
        at: int | None = goal
        while at in self.goal_by_key and at not in found:
            found.append(at)
            at = self.goal_by_key[at].parent
        return tuple(found)
