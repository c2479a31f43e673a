"""What one line of each table of the organisation register says, and what lines may refer to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.inside.structure.duties import Letter, Phase, Place
    from leitstern.core.inside.structure.interfaces import Aspect, Side
    from leitstern.core.inside.structure.leftovers import Thing
    from leitstern.core.inside.structure.register import Cut
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Known:
    """What lines may refer to: units, touchpoints and journeys by short name, roles by unit and name."""

    units: Mapping[str, Text]
    touchpoints: Mapping[str, Text]
    journeys: Mapping[str, Text]
    roles: Mapping[tuple[str, str], int]  # (unit, name spelt alike) → key


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit. `slug` is empty for one that is new; an empty `size` leaves what is known."""

    slug: str
    name: str
    parent: str
    back_office: bool
    cut: Cut | None
    size: int | None
    experience: bool
    lead: int | None


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role."""

    name: str
    unit: str
    people: int
    ambassador: bool | None


@dataclass(frozen=True, slots=True)
class InterfaceLine:
    """One interface, and what one side says if somebody does."""

    giver: str
    receiver: str
    what: str
    touchpoint: str
    side: Side | None
    said: Mapping[Aspect, bool | None]
    evidence: str
    day: date | None


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One part of a role in a piece of work: short name of touchpoint or journey, or the name of a process."""

    place: Place
    work: str
    customer: bool
    touchpoints: tuple[str, ...]
    phase: Phase
    role: int
    letter: Letter


@dataclass(frozen=True, slots=True)
class SkillLine:
    """One skill of a unit. Without `there` (a range stood in its place) or `open` what is known stays."""

    unit: str
    skill: str
    needed: int
    there: int | None
    plan: str
    until: date | None
    open: int | None = None
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class UseLine:
    """Something that was ended, and how often a unit used it in a month, if that is said."""

    thing: Thing
    name: str
    ended: date
    instead: str
    unit: str
    month: date | None
    times: int
