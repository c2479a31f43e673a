"""The policy touchpoint by touchpoint: its rules, the worst first, and for what contacts are personal there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.company.queries import current_taxonomy
from leitstern.app.policy.counting import counted_rules
from leitstern.app.policy.naming import touchpoint_name
from leitstern.app.policy.personal import PersonalLine, personal_lines
from leitstern.app.policy.queries import rules

if TYPE_CHECKING:
    from leitstern.app.policy.counting import RuleLine
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Place:
    """One touchpoint with what holds there."""

    slug: str
    name: Text
    rules: tuple[RuleLine, ...]
    personal: tuple[PersonalLine, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that holds, by touchpoint; of `touchpoints` so many are `decided` as to how personal they are."""

    places: tuple[Place, ...]
    decided: int
    touchpoints: int

    @property
    def rules(self) -> tuple[RuleLine, ...]:
        """All rules, as they stand below their touchpoints."""
        return tuple(line for place in self.places for line in place.rules)

    @property
    def broken(self) -> tuple[RuleLine, ...]:
        """Those that are kept clearly less often than they are meant to be."""
        return tuple(line for line in self.rules if line.broken)

    @property
    def personal(self) -> tuple[PersonalLine, ...]:
        """All decisions that count."""
        return tuple(line for place in self.places for line in place.personal)


def policy() -> Policy:
    """The policy as it stands: the touchpoint with the worst kept rule first."""
    lines: dict[str, list[RuleLine]] = {}
    for line in counted_rules(rules()):
        lines.setdefault(line.row.touchpoint, []).append(line)
    decided: dict[str, list[PersonalLine]] = {}
    for each in personal_lines():
        decided.setdefault(each.row.touchpoint, []).append(each)
    slugs = list(dict.fromkeys([*lines, *decided]))
    taxonomy = current_taxonomy()
    known = {each.slug for each in taxonomy.touchpoints} if taxonomy else set()
    return Policy(
        tuple(
            Place(slug, touchpoint_name(slug), tuple(lines.get(slug, ())), tuple(decided.get(slug, ())))
            for slug in slugs
        ),
        len(known & decided.keys()),
        len(known),
    )
