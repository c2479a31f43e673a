"""Three hundred units with two thousand roles: everything the organisation register finds."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from leitstern.core.company.taxonomy import JourneyMap, MapStep
from leitstern.core.inside.structure.duties import Letter, Phase, Place, Work
from leitstern.core.inside.structure.excuse import excuse
from leitstern.core.inside.structure.findings import Everything, findings
from leitstern.core.inside.structure.interfaces import Interface
from leitstern.core.inside.structure.journeys import align, carried_share
from leitstern.core.inside.structure.reach import ambassadors, spans
from leitstern.core.inside.structure.register import Cut, Register, Role, Unit
from leitstern.core.inside.structure.saying import NOBODY_SAID, Saying
from leitstern.core.inside.structure.skills import BOTH, CUSTOMER, DATA, Staffing, skills
from leitstern.core.texts import Text
from tests.bench.measuring import Row
from tests.bench.placing import seconds

UNITS, ROLES, WORKS, STEPS = 300, 2_000, 400, 40
TODAY = date(2026, 6, 1)


def measure_structuring() -> list[Row]:
    """As the overview calculates it on every look."""
    taken = seconds(lambda: findings(_everything(), TODAY))
    return [
        Row(
            f"{UNITS} units, {ROLES:,} roles: all findings (CPU s)",
            f"{taken:.2f}",
            "–",
            "–",
            "≤ 0.1 s of 0.2 s",
        )
    ]


def _everything() -> Everything:
    units = [f"u{at}" for at in range(UNITS)]
    register = Register(
        tuple(
            Unit(slug, Text(slug, slug), units[at // 7] if at > 6 else "", cut=Cut.FUNCTION, size=at, lead=at)
            for at, slug in enumerate(units)
        ),
        tuple(Role(at, f"Role {at}", units[at % UNITS], at % 40, at % 3 == 0) for at in range(ROLES)),
    )
    duties = frozenset({(1, Letter.ACCOUNTABLE), (2, Letter.RESPONSIBLE)})
    works = tuple(
        Work(at, Place.PROCESS, f"w{at}", Text("W", "W"), True, (f"t{at % STEPS}",), {Phase.BEFORE: duties})
        for at in range(WORKS)
    )
    between = tuple(Interface(at, *pair, "File") for at, pair in enumerate(pairwise(units)))
    places = {f"t{at}": units[at * 7] for at in range(STEPS)}
    journey = JourneyMap(1, "long", Text("Long", "Lang"), tuple(MapStep(place) for place in places))
    aligned = (align(journey, places, register, works, between),)
    staffed = [Staffing(unit, skill, 5, 2) for unit in units for skill in (DATA, CUSTOMER, BOTH)]
    return Everything(
        register,
        aligned,
        between,
        works,
        excuse(works, register, TODAY),
        ambassadors(register, TODAY),
        spans(register),
        skills(staffed, register),
        (),
        Saying(NOBODY_SAID, carried_share(aligned, TODAY)),
    )
