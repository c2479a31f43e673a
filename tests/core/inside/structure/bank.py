"""A small bank: sales and its branches, lending, finance, and a unit for experience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.structure.duties import Letter, Phase, Place, Work
from leitstern.core.inside.structure.register import Cut, Register, Role, Unit
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

ADVISER, HEAD, CLERK, CONTROLLER, CARE, GONE = 1, 2, 3, 4, 5, 6


def named(name: str) -> Text:
    """The same in both languages."""
    return Text(name, name)


UNITS = (
    Unit("sales", named("Sales"), cut=Cut.JOURNEY, size=6, lead=HEAD),
    Unit("branches", named("Branches"), parent="sales", cut=Cut.FUNCTION, size=40, lead=HEAD),
    Unit("lending", named("Lending"), back_office=True, cut=Cut.PRODUCT, size=12),
    Unit("finance", named("Finance"), back_office=True, cut=Cut.FUNCTION, size=4),
    Unit("experience", named("Experience"), cut=Cut.STAFF, size=7, experience=True),
)
ROLES = (
    Role(ADVISER, "Adviser", "branches", 30, ambassador=True),
    Role(HEAD, "Head of sales", "sales", 1, ambassador=True),
    Role(CLERK, "Clerk", "lending", 11),
    Role(CONTROLLER, "Controller", "finance", 9, ambassador=False),
    Role(CARE, "Experience manager", "experience", 5),
    Role(GONE, "Old role", "lending", 8, retired=True),
)
REGISTER = Register(UNITS, ROLES)


def work(
    place: Place = Place.TOUCHPOINT,
    slug: str = "letter",
    now: Iterable[tuple[int, str]] = (),
    then: Iterable[tuple[int, str]] = (),
    *,
    customer: bool = True,
    touchpoints: tuple[str, ...] = (),
) -> Work:
    """A piece of work with duties as pairs of role and letter."""
    phases = ((Phase.BEFORE, now), (Phase.AFTER, then))
    duties = {phase: frozenset((role, Letter(letter)) for role, letter in said) for phase, said in phases}
    return Work(1, place, slug, named(slug), customer, touchpoints, duties)
