"""Which dimensions move the placement most, and which of them come first: people, where evidence is equal.

A dimension that rises to the target moves its axis by its share of the weights times what is missing there. Levers are
ordered by that; but what is missing is known with an interval only. Of all whose intervals overlap with that of the
strongest, evidence cannot say which one is stronger: they are tied, and within a tie levers of people (culture) stand
before levers of technology. Then the next tie begins. It is a rule of order, not a claim about effects.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.ratings import DIMENSIONS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.stats.estimate import Measured

NONE = Text(
    en="No dimension of which anything is known lies below its target.",
    de="Keine Dimension, von der etwas bekannt ist, liegt unter ihrem Ziel.",
)
CLEAR = Text(
    en="“{name}” moves the placement most; no other lever comes near it.",
    de="„{name}“ bewegt die Verortung am meisten; kein anderer Hebel kommt heran.",
)
TIED = Text(
    en="Evidence does not tell the strongest {n} levers apart; those of people come first, so begin with “{name}”.",
    de="Die Evidenz unterscheidet die stärksten {n} Hebel nicht; die der Menschen gehen vor, also beginnen Sie mit „{name}“.",
)
TIED_ALIKE = Text(
    en="Evidence does not tell the strongest {n} levers apart, and all of them are levers of {kind}; “{name}” looks strongest.",
    de="Die Evidenz unterscheidet die stärksten {n} Hebel nicht, und alle sind Hebel der {kind}; am stärksten wirkt „{name}“.",
)
KINDS: dict[Axis, Text] = {
    Axis.CULTURE: Text(en="people", de="Menschen"),
    Axis.TECHNOLOGY: Text(en="technology", de="Technologie"),
}


@dataclass(frozen=True, slots=True)
class Lever:
    """A dimension below its target: how far it would move its axis, in levels, with interval and n; `tie` counts from 1."""

    dimension: str
    axis: Axis
    level: Estimate
    lift: Estimate
    tie: int = 0

    @property
    def people(self) -> bool:
        """Whether it is a lever of people."""
        return self.axis is Axis.CULTURE


def levers(levels: Mapping[str, Measured], assumptions: Assumptions) -> tuple[Lever, ...]:
    """Every dimension whose level is known and lies below the target, in the order in which to move them."""
    found = []
    for axis, slugs in DIMENSIONS.items():
        weights = {slug: assumptions[f"weight_{slug}"] for slug in slugs}
        goal, whole = assumptions[f"cut_{axis}"] + assumptions["target_margin"], sum(weights.values())
        for slug in slugs:
            level = levels.get(slug)
            if not isinstance(level, Estimate) or level.value >= goal or not weights[slug]:
                continue
            share = weights[slug] / whole
            lift = Estimate(
                share * (goal - level.value),
                share * max(0.0, goal - level.high),
                share * max(0.0, goal - level.low),
                level.n,
                level.grade,
            )
            found.append(Lever(slug, axis, level, lift))
    return in_order(found)


def in_order(found: Iterable[Lever]) -> tuple[Lever, ...]:
    """Strongest first; within a tie those of people before those of technology."""
    left = sorted(found, key=lambda each: -each.lift.value)
    ordered: list[Lever] = []
    tie = 0
    while left:
        tie, least = tie + 1, left[0].lift.low
        tied = [each for each in left if each.lift.high >= least]
        left = [each for each in left if each.lift.high < least]
        tied.sort(key=lambda each: (not each.people, -each.lift.value))
        ordered += [replace(each, tie=tie) for each in tied]
    return tuple(ordered)


def levers_sentence(found: tuple[Lever, ...], names: Mapping[str, Text]) -> Text:
    """What to begin with, and whether evidence or the rule says so."""
    if not found:
        return NONE
    name = names[found[0].dimension]
    first = [each for each in found if each.tie == 1]
    if len(first) == 1:
        return CLEAR.fill(name=name)
    if len({each.people for each in first}) == 1:
        return TIED_ALIKE.fill(n=len(first), kind=KINDS[found[0].axis], name=name)
    return TIED.fill(n=len(first), name=name)
