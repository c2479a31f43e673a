"""The taxonomy: names, owners and codes of everything both sides of the company talk about.

A taxonomy is immutable. Codes are append-only: `evolve` gives known slugs their old code and new slugs the next
free one, so that stored contacts keep their meaning. Code 0 is *unmapped* everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leitstern.core.texts import Text

UNMAPPED = 0


@dataclass(frozen=True, slots=True)
class Department:
    """A part of the organisation that customers meet or that works for them."""

    code: int
    slug: str
    name: Text
    owner: str = ""
    synonyms: tuple[str, ...] = ()
    back_office: bool = False


@dataclass(frozen=True, slots=True)
class Channel:
    """The way a contact takes place, digital or analogue."""

    code: int
    slug: str
    name: Text
    digital: bool
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the customer's journey as the customer would name it; order is the order in the taxonomy."""

    code: int
    slug: str
    name: Text


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """A place where company and customer meet. `importance` (0–1] weighs it in the gap's priorities."""

    code: int
    slug: str
    name: Text
    stage: str
    department: str
    channel: str = ""
    owner: str = ""
    importance: float = 0.5
    synonyms: tuple[str, ...] = ()
    digital: bool | None = None


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


@dataclass(frozen=True, slots=True)
class MapStep:
    """One step of a designed journey."""

    touchpoint: str
    optional: bool = False
    repeatable: bool = False
    parallel: str = ""  # steps with the same mark may come in any order


@dataclass(frozen=True, slots=True)
class JourneyMap:
    """How a journey was designed; what customers lived is compared with it."""

    code: int
    slug: str
    name: Text
    steps: tuple[MapStep, ...]
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """A kind of customer with goals."""

    code: int
    slug: str
    name: Text
    goals: tuple[Text, ...] = ()


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
class Facet:
    """A statement customers can agree with, asked in the same words of customers, leaders and promises."""

    slug: str
    name: Text
    question: Text  # "Of 100 customers here, how many …?"


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
    """One immutable version of the shared language."""

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
    journey_gap_days: int = 30  # contacts without a journey id further apart than this start a new journey
