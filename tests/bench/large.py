"""A large company: every list and overview of what is inside and of the change, and what it costs the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.adopting import APPLICATIONS, TEAMS, enter_adoption
from tests.bench.initiatives import INITIATIVES, enter_initiatives
from tests.bench.inventory import CAPABILITIES, enter_inventory
from tests.bench.measuring import Row
from tests.bench.visiting import VISITS, asked, in_the_demo, warm

if TYPE_CHECKING:
    from pathlib import Path

UNITS, ROLES = 300, 2_000
PAGES = (
    "/portfolio",
    "/portfolio/initiatives",
    "/organisation",
    "/organisation/units",
    "/organisation/units/bench-7",
    "/organisation/roles",
    "/organisation/duties",
    "/incentives",
    "/silo",
    "/window",
    "/technology",
    "/technology/applications",
    "/technology/capabilities",
    "/technology/roadmap",
    "/adoption",
    "/adoption/applications/bench-7",
    "/adoption/teams",
    "/adoption/teams/bench-7",
    "/change",
    "/change/calendar",
    "/practice",
    "/leadership",
    "/leadership/decisions",
    "/programme",
    "/programme/roadmap",
    "/watch",
    "/ties/touchpoint/offer_letter",
    "/ties/unit/service",
)


def measure_large(folder: Path) -> list[Row]:
    """Server time warm (median of ten visits) and questions to the database, page by page."""
    with in_the_demo(folder) as client:
        enter_initiatives()
        enter_inventory()
        enter_units()
        enter_adoption()
        return [
            Row(
                f"`{address}` of a large company, warm (CPU, median of {VISITS})",
                f"{1000 * warm(client, address):.0f} ms, {asked(client, address)} questions to the database",
                "–",
                "–",
                "≤ 200 ms",
            )
            for address in PAGES
        ]


def enter_units() -> None:
    """A tree of units, seven below each, with their roles and what goes from one to the next."""
    from leitstern.app.structure.models import Interface, Role, Unit

    def slug(n: int) -> str:
        return f"bench-{n}"

    Unit.objects.bulk_create(
        Unit(
            slug=slug(n),
            name=f"Unit {n}",
            parent=slug(n // 7) if n > 6 else "",
            cut="function",
            size=10 + n % 40,
            actor="bench",
        )
        for n in range(UNITS)
    )
    Role.objects.bulk_create(
        Role(name=f"Role {n}", unit=slug(n % UNITS), people=5 + n % 40, ambassador=n % 3 == 0, actor="bench")
        for n in range(ROLES)
    )
    Interface.objects.bulk_create(
        Interface(giver=slug(n), receiver=slug(n + 1), what="File", actor="bench") for n in range(UNITS - 1)
    )


def described() -> str:
    """How large it is."""
    return (
        f"The large company: {INITIATIVES} initiatives, {CAPABILITIES:,} capabilities, {APPLICATIONS} applications in "
        f"{TEAMS} teams over three years, {UNITS} units with {ROLES:,} roles, beside all of the example."
    )
