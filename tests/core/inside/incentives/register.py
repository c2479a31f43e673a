"""A small register: customer service is paid for cheap contacts, quality for solving things at once."""

from __future__ import annotations

from dataclasses import replace

from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.incentives.declared import Link, Strength
from leitstern.core.inside.incentives.figures import (
    Direction,
    Figure,
    Giver,
    Horizon,
    Origin,
    Part,
    Register,
    Role,
)
from leitstern.core.texts import Text

COST = Figure("cost", "Cost per contact", "controlling", Horizon.SHORT, Direction.LOWER, Origin.FINANCE)
SOLVED = Figure(
    "solved",
    "Solved at first contact",
    "service",
    Horizon.SHORT,
    Direction.HIGHER,
    Origin.CUSTOMER,
    part=Part.SATISFACTION,
)
CLICKS = Figure(
    "clicks", "Clicks", "marketing", Horizon.SHORT, Direction.HIGHER, Origin.OPERATIONS, Giver.VENDOR
)
STAYING = Figure(
    "staying", "Staying", "service", Horizon.LONG, Direction.HIGHER, Origin.CUSTOMER, part=Part.LOYALTY
)
AGENT, LEADER = Role(1, "Agent", "service", 100), Role(2, "Team leader", "service", 10)
HEAD = Role(3, "Head of controlling", "controlling", 1)
REGISTER = Register(
    figures=(COST, SOLVED, CLICKS, STAYING),
    roles=(AGENT, LEADER, HEAD),
    shares={(1, "solved"): 0.1, (2, "cost"): 0.3, (2, "solved"): 0.2, (3, "cost"): 0.5, (3, "clicks"): 0.1},
)
LINKS = (
    Link("cost", "time", -1, Strength.STRONG, "Short contacts are cheap."),
    Link("solved", "time", 1, Strength.MEDIUM),
    Link("staying", "time", 1, Strength.MEDIUM),
)


def department(slug: str, name: str, *, back_office: bool = True) -> Department:
    """One of the taxonomy."""
    return Department(1, slug, Text(en=name, de=name), back_office=back_office)


DEPARTMENTS = (
    department("service", "Customer service", back_office=False),
    department("controlling", "Controlling"),
    department("fin", "Finance and tax"),
)


def with_people(register: Register, key: int, people: int) -> Register:
    """The same with another number of people in a role."""
    roles = (replace(role, people=people) if role.key == key else role for role in register.roles)
    return replace(register, roles=tuple(roles))
