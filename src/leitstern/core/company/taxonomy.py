"""The taxonomy: names, owners and codes of everything both sides of the company talk about.

A taxonomy is immutable. Codes are append-only: `evolve` gives known slugs their old code and new slugs the next
free one, so that stored contacts keep their meaning. Code 0 is *unmapped* everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from leitstern.core.company.both_values import Earning, Reach
from leitstern.core.company.codes import Kind, Retired, succeed
from leitstern.core.company.facets import Facet, complete
from leitstern.core.company.lookup import UNMAPPED, Lookup, Term
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.company.money import Money

__all__ = [
    "CLASSES",
    "UNMAPPED",
    "UNMAPPED_NAME",
    "Channel",
    "Department",
    "Driver",
    "Earning",
    "Facet",
    "JourneyMap",
    "Kind",
    "MapStep",
    "Milestone",
    "Persona",
    "Promise",
    "Reach",
    "Retired",
    "Stage",
    "Taxonomy",
    "Touchpoint",
    "Worth",
    "section",
]

UNMAPPED_NAME = Text(en="Not mapped", de="Nicht zugeordnet")


@dataclass(frozen=True, slots=True)
class Department:
    """A part of the organisation that customers meet or that works for them; `parent` is the one it is a part of."""

    code: int
    slug: str
    name: Text
    owner: Text | None = None
    synonyms: tuple[str, ...] = ()
    back_office: bool = False
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """The way a contact takes place, digital or analogue.

    `people`: whether customers meet an employee there; None if everywhere that is not digital.
    """

    code: int
    slug: str
    name: Text
    digital: bool
    synonyms: tuple[str, ...] = ()
    people: bool | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the customer's journey as the customer would name it; order is the order in the taxonomy."""

    code: int
    slug: str
    name: Text


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """A place where company and customer meet. `importance` (0–1] weighs it in the gap's priorities.

    `digital` and `people` are None where they are those of the channel. `leaving`: who comes here leaves the company.
    """

    code: int
    slug: str
    name: Text
    stage: str
    department: str
    channel: str = ""
    owner: Text | None = None
    importance: float = 0.5
    synonyms: tuple[str, ...] = ()
    digital: bool | None = None
    people: bool | None = None
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """What the company says customers get at a touchpoint, as a share of the statement `facet`.

    `share` 0.95 reads: "95 of 100 customers …". `source` says where it was promised (brand, terms, owner).
    """

    code: int
    slug: str
    touchpoint: str
    facet: str
    share: float
    text: Text
    source: str = ""

    @property
    def name(self) -> Text:
        """A promise is called by its own words."""
        return self.text


@dataclass(frozen=True, slots=True)
class MapStep:
    """One step of a designed journey."""

    touchpoint: str
    optional: bool = False
    repeatable: bool = False
    parallel: str = ""  # steps with the same mark may come in any order


@dataclass(frozen=True, slots=True)
class Worth:
    """What a completed journey is worth to the company, as somebody with a name states it."""

    amount: Money
    by: Text


@dataclass(frozen=True, slots=True)
class JourneyMap:
    """How a journey was designed; what customers lived is compared with it."""

    code: int
    slug: str
    name: Text
    steps: tuple[MapStep, ...]
    owner: Text | None = None
    worth: Worth | None = None


@dataclass(frozen=True, slots=True)
class Persona:
    """A kind of customer with goals; `prop` and `value` tell who is one: a property that mappings keep with contacts."""

    code: int
    slug: str
    name: Text
    goals: tuple[Text, ...] = ()
    prop: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A moment in the relationship that deserves an answer: a contract fulfilled, an anniversary.

    Reached by the contact `at` (or `years` after the customer's first contact at `since`). The company should
    answer at one of `expects` within `within_days`; a contact at one of `spoils` in that time makes it worse.
    """

    code: int
    slug: str
    name: Text
    at: str = ""
    since: str = ""
    years: int = 0
    expects: tuple[str, ...] = ()
    spoils: tuple[str, ...] = ()
    within_days: int = 30


@dataclass(frozen=True, slots=True)
class Driver:
    """A visible reason that may explain lived experience. Exactly one of the four kinds is given.

    `wait` hours between two touchpoints of the journey; `late`/`early` days against a promise;
    `prop` a number kept with a contact. Without any drivers four families are used: lateness, repeats,
    handoffs, waits.
    """

    slug: str
    name: Text
    wait: tuple[str, str] | None = None
    late: str = ""
    early: str = ""
    prop: str = ""


@dataclass(frozen=True)
class Taxonomy:
    """One immutable version of the shared language.

    `facets` always holds the built-in ones, too; a taxonomy may put them in its own words.
    """

    company: Text
    time_zone: str
    departments: tuple[Department, ...] = ()
    channels: tuple[Channel, ...] = ()
    stages: tuple[Stage, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    facets: tuple[Facet, ...] = ()
    promises: tuple[Promise, ...] = ()
    maps: tuple[JourneyMap, ...] = ()
    personas: tuple[Persona, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    drivers: tuple[Driver, ...] = ()
    reaches: tuple[Reach, ...] = ()
    earnings: tuple[Earning, ...] = ()
    journey_gap_days: int = 30  # contacts without a journey id further apart than this start a new journey
    retired: tuple[Retired, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "facets", complete(self.facets))

    def terms(self, kind: Kind) -> Sequence[Term]:
        """All terms of one kind, in the order of the taxonomy."""
        terms: Sequence[Term] = getattr(self, section(kind))
        return terms

    def lookup[T: Term](self, kind: type[T]) -> Lookup[T]:
        """Terms of one class by slug, by code, or by whatever people call them."""
        return self._lookups[kind]

    def resolve(self, kind: Kind, raw: str) -> int:
        """The code of the term that `raw` means (slug, name in either language, synonym), or `UNMAPPED`."""
        return self.lookup(CLASSES[kind]).resolve(raw)

    def name(self, kind: Kind, code: int) -> Text:
        """What a stored code is called, also when it was retired or never mapped."""
        term = self.lookup(CLASSES[kind]).code(code) or self._retired.get((kind, code))
        return term.name if term else UNMAPPED_NAME

    def facet(self, slug: str) -> Facet | None:
        """The statement with this slug."""
        return next((facet for facet in self.facets if facet.slug == slug), None)

    def evolve(self, previous: Taxonomy) -> Taxonomy:
        """This version as the successor of `previous`: known slugs keep their code, new ones get a fresh one.

        No code is ever used twice, not even that of a term which left the taxonomy and came back.
        """
        changed: dict[str, Any] = {}
        retired: list[Retired] = []
        for kind in CLASSES:
            terms, gone = succeed(kind, self.terms(kind), previous.terms(kind), previous.retired)
            changed[section(kind)] = terms
            retired += gone
        return replace(self, **changed, retired=tuple(retired))

    @cached_property
    def _lookups(self) -> dict[type, Lookup[Any]]:
        return {CLASSES[kind]: Lookup(self.terms(kind)) for kind in CLASSES}

    @cached_property
    def _retired(self) -> dict[tuple[Kind, int], Retired]:
        return {(term.kind, term.code): term for term in self.retired}


CLASSES: dict[Kind, type[Term]] = {
    "department": Department,
    "channel": Channel,
    "stage": Stage,
    "touchpoint": Touchpoint,
    "promise": Promise,
    "map": JourneyMap,
    "persona": Persona,
    "milestone": Milestone,
}


def section(kind: Kind) -> str:
    """The field of the taxonomy (and key of its file) that holds the terms of a kind."""
    return f"{kind}s"
