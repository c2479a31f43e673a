"""The shapes in which the structure of the invented company is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from leitstern.core.inside.structure.register import Cut
    from leitstern.core.texts import Text


class UnitTold(NamedTuple):
    """A unit: of the taxonomy by short name, or a new one with a name and the unit above it."""

    slug: str
    cut: Cut
    size: int
    lead: tuple[str, str] | None = None  # unit and key of the leading role
    name: Text | None = None
    parent: str = ""
    back_office: bool = False
    experience: bool = False


class RoleTold(NamedTuple):
    """A role by a key of its own within its unit; `ambassador` in the planted company, and in the twin."""

    key: str
    unit: str
    name: Text
    people: int
    ambassador: bool | None
    twin: bool | None = True


class WorkTold(NamedTuple):
    """A piece of work; `parts` are (unit, role, letter) in the planted company, `twin` in the twin."""

    kind: str
    called: str | Text
    parts: tuple[tuple[str, str, str], ...]
    twin: tuple[tuple[str, str, str], ...]
    after: tuple[tuple[str, str, str], ...] = ()
    touchpoints: tuple[str, ...] = ()
    customer: bool = True


class InterfaceTold(NamedTuple):
    """What is handed over; what giver and receiver say of defined, accepted, lived: y, n or –."""

    giver: str
    receiver: str
    what: Text
    touchpoint: str
    giver_says: str
    receiver_says: str
    shown_by: Text | None = None
    twin: str = "yyy"
