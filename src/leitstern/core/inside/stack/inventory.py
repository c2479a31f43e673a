"""What there is: applications, capabilities, data objects and integrations, as somebody entered them.

Everything refers to everything else by short name only. A short name may point to something that is gone or never was;
that is a finding, and no reason to lose the row.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date  # noqa: TC003 -- what is stored is read by these types
from functools import cached_property

from leitstern.core.company.money import Money  # noqa: TC001 -- the same
from leitstern.core.inside.stack.terms import Category, Kind, Level, Lifecycle, Remedy, Way
from leitstern.core.texts import Text

PARTS = {
    "people": Text(en="People", de="Menschen"),
    "process": Text(en="Processes", de="Abläufe"),
    "technology": Text(en="Technology", de="Technologie"),
}


@dataclass(frozen=True, slots=True)
class Application:
    """A system people work with. `cost` is per year; `owner` and `it_owner` are names or roles, or nothing."""

    slug: str
    name: str
    category: Category = Category.OTHER
    lifecycle: Lifecycle = Lifecycle.LIVE
    units: tuple[str, ...] = ()  # departments that use it
    owner: str = ""  # who answers for it where it is used
    it_owner: str = ""  # who answers for it in IT
    vendor: str = ""
    cost: Money | None = None
    acquired: date | None = None
    live_since: date | None = None
    note: str = ""

    @property
    def runs(self) -> bool:
        """Whether people can work with it today."""
        return self.lifecycle is not Lifecycle.PLANNED


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a capability lacks. `application` is where it is lacking; `contract`: how a point solution would be joined."""

    text: str
    application: str = ""
    critical: bool = False
    remedy: Remedy | None = None  # nothing while nobody has judged it
    contract: bool = False


@dataclass(frozen=True, slots=True)
class Capability:
    """Something the company has to be able to do for an outcome of its customers: people, process and technology."""

    slug: str
    name: str
    outcome: str = ""  # what customers reach by it
    owner: str = ""
    touchpoints: tuple[str, ...] = ()
    applications: tuple[str, ...] = ()
    people: Level | None = None  # nothing while nobody has judged it
    process: Level | None = None
    technology: Level | None = None
    gaps: tuple[Gap, ...] = ()
    note: str = ""

    @property
    def parts(self) -> dict[str, Level | None]:
        """The level of each part."""
        return {"people": self.people, "process": self.process, "technology": self.technology}

    @property
    def level(self) -> Level | None:
        """The weakest part counts. Unknown while a part is, unless another one is missing altogether."""
        levels = set(self.parts.values())
        for level in (Level.MISSING, None, Level.THERE):
            if level in levels:
                return level
        return Level.WORKS


@dataclass(frozen=True, slots=True)
class DataObject:
    """Something kept about customers, such as the e-mail address. `leading` is the one application that is right."""

    slug: str
    name: str
    leading: str = ""
    kept_in: tuple[str, ...] = ()  # every application that holds it
    purpose: str = ""  # what it is kept for
    used: date | None = None  # when it last served that purpose

    @property
    def holders(self) -> tuple[str, ...]:
        """Every application that holds it, the leading one first."""
        return tuple(dict.fromkeys(filter(None, (self.leading, *self.kept_in))))


@dataclass(frozen=True, slots=True)
class Integration:
    """Data objects that get from one application (`source`) to another (`target`)."""

    source: str
    target: str
    way: Way = Way.LIVE
    objects: tuple[str, ...] = ()
    note: str = ""

    @property
    def slug(self) -> str:
        """Transfers by hand stand beside an interface between the same two; a planned one becomes the live one."""
        return f"{self.source}--{self.target}{'--by_hand' if self.way is Way.BY_HAND else ''}"


type Thing = Application | Capability | DataObject | Integration

TYPES: dict[Kind, type[Application | Capability | DataObject | Integration]] = {
    Kind.APPLICATION: Application,
    Kind.CAPABILITY: Capability,
    Kind.DATA: DataObject,
    Kind.INTEGRATION: Integration,
}


def kind_of(thing: Thing) -> Kind:
    """Which kind a thing is."""
    return next(kind for kind, its in TYPES.items() if isinstance(thing, its))


@dataclass(frozen=True)
class Inventory:
    """Everything that is there now, and short names and names of applications that are gone."""

    applications: tuple[Application, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    data: tuple[DataObject, ...] = ()
    integrations: tuple[Integration, ...] = ()
    gone: tuple[Application, ...] = ()

    @cached_property
    def by_slug(self) -> dict[str, Application]:
        """Each application that is there."""
        return {each.slug: each for each in self.applications}

    @cached_property
    def object_by_slug(self) -> dict[str, DataObject]:
        """Each data object."""
        return {each.slug: each for each in self.data}

    @cached_property
    def capabilities_of(self) -> dict[str, tuple[Capability, ...]]:
        """By application, what it is used for."""
        found = defaultdict[str, list[Capability]](list)
        for each in self.capabilities:
            for slug in dict.fromkeys(each.applications):
                found[slug].append(each)
        return {slug: tuple(served) for slug, served in found.items()}

    @cached_property
    def joined(self) -> dict[str, tuple[Integration, ...]]:
        """By application, every integration it takes part in."""
        found = defaultdict[str, list[Integration]](list)
        for each in self.integrations:
            for slug in dict.fromkeys((each.source, each.target)):
                found[slug].append(each)
        return {slug: tuple(all_of) for slug, all_of in found.items()}

    @cached_property
    def names(self) -> dict[str, str]:
        """What applications are called, also those that are gone."""
        return {each.slug: each.name for each in (*self.gone, *self.applications)}
