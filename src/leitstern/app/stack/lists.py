"""Lines of the lists of applications and capabilities, and what narrows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.stack.climbed import climbed, together
from leitstern.app.stack.queries import decisions, limits
from leitstern.core.inside.stack.advice import advise_capability
from leitstern.core.inside.stack.duplicates import duplicates
from leitstern.core.inside.stack.inventory import PARTS
from leitstern.core.inside.stack.islands import islands
from leitstern.core.inside.stack.resting import resting
from leitstern.core.inside.stack.terms import Kind, Level
from leitstern.core.inside.stack.time_class import time_class

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.app.stack.models import Decision
    from leitstern.core.inside.adoption.rungs import Rung
    from leitstern.core.inside.stack.advice import Option
    from leitstern.core.inside.stack.finding import Ground
    from leitstern.core.inside.stack.inventory import Application, Capability
    from leitstern.core.inside.stack.resting import Resting
    from leitstern.core.inside.stack.time_class import Placed
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """One application, what speaks against it, and what was decided."""

    one: Application
    island: tuple[Text, ...]
    duplicate: bool
    capabilities: int
    placed: Placed
    harmony: Measured
    decision: Decision | None
    teams: Mapping[Rung, int] | None  # how far they have come; None where nobody looks at its use


@dataclass(frozen=True, slots=True)
class CapabilityLine:
    """One capability in three columns: parts that are there, parts that work, and parts that do not or are missing.

    Beside it what it rests on, and how far `teams` have come with its applications: a team once for each of them.
    """

    one: Capability
    have: tuple[str, ...]
    works: tuple[str, ...]
    gap: tuple[str, ...]
    unknown: tuple[str, ...]
    advised: Option
    decision: Decision | None
    owned: bool
    resting: Resting
    teams: Mapping[Rung, int] | None


@dataclass(frozen=True, slots=True)
class WantedApplication:
    """What is looked for; empty means everything. `what`: island, duplicate or undecided."""

    text: str = ""
    unit: str = ""
    category: str = ""
    what: str = ""

    def fits(self, line: ApplicationLine) -> bool:
        """Whether a line is looked for."""
        what = {"island": bool(line.island), "duplicate": line.duplicate, "undecided": line.decision is None}
        return (
            self.text.casefold() in line.one.name.casefold()
            and self.unit in {"", *line.one.units}
            and self.category in {"", line.one.category}
            and what.get(self.what, True)
        )


@dataclass(frozen=True, slots=True)
class WantedCapability:
    """What is looked for; empty means everything. `level` may be “unknown”."""

    text: str = ""
    level: str = ""

    def fits(self, one: Capability) -> bool:
        """Whether a capability is looked for."""
        return self.text.casefold() in one.name.casefold() and self.level in {"", one.level or "unknown"}


def application_lines(ground: Ground) -> list[ApplicationLine]:
    """Every application, by name."""
    known, decided, alone = ground.inventory, decisions(), islands(ground)
    twice = {one.slug for each in duplicates(known) for one in each.applications}
    teams = climbed(known.by_slug)
    return [
        ApplicationLine(
            each,
            alone.get(each.slug, ()),
            each.slug in twice,
            len(known.capabilities_of.get(each.slug, ())),
            time_class(ground.ratings, each.slug),
            ground.ratings.harmony(each.slug),
            decided.get((Kind.APPLICATION, each.slug)),
            teams.get(each.slug),
        )
        for each in known.applications
    ]


def capability_lines(ground: Ground, capabilities: Sequence[Capability]) -> list[CapabilityLine]:
    """These capabilities, each judged."""
    decided, asked = decisions(), limits()
    teams = climbed(dict.fromkeys(slug for each in capabilities for slug in each.applications))
    return [
        CapabilityLine(
            each,
            _parts(each, Level.THERE, Level.WORKS),
            _parts(each, Level.WORKS),
            _parts(each, Level.MISSING, Level.THERE),
            _parts(each, None),
            advise_capability(each, asked).option,
            decided.get((Kind.CAPABILITY, each.slug)),
            ground.answers(each.owner),
            resting(each, ground),
            together(each.applications, teams),
        )
        for each in capabilities
    ]


def _parts(one: Capability, *levels: Level | None) -> tuple[str, ...]:
    """The parts of a capability that are at one of these levels."""
    return tuple(part for part in PARTS if one.parts[part] in levels)
