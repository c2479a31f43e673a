"""Conflicts people know of: two rewarded key figures that push the same lever in opposite directions.

A signed graph with two kinds of nodes, figures and levers. The sign says where the lever goes when somebody works on the
figure *in its desired direction*: cheaper contacts push “time per contact” down, more solved at once push it up. As with
goal models (i*, GRL) such a graph is a heuristic that finds candidates; a person confirms them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Strength(StrEnum):
    """How strongly a figure pushes a lever, in the words of whoever says so."""

    WEAK = "weak"
    MEDIUM = "medium"
    STRONG = "strong"


STRENGTHS = {
    Strength.WEAK: Text(en="weakly", de="schwach"),
    Strength.MEDIUM: Text(en="noticeably", de="spürbar"),
    Strength.STRONG: Text(en="strongly", de="stark"),
}
# Small, medium, large as Cohen (1988) reads correlations, each up to the middle of the next: words are not sharper.
_COUPLING = {
    Strength.WEAK: (0.1, 0.0, 0.2),
    Strength.MEDIUM: (0.3, 0.2, 0.4),
    Strength.STRONG: (0.5, 0.4, 0.7),
}
_ORDER = tuple(Strength)


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody says that working on `figure` pushes `lever` up (`sign` +1) or down (−1), and why."""

    figure: str
    lever: str
    sign: int
    strength: Strength
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Tension:
    """Two figures at one lever, `up` pushing it up and `down` pushing it down."""

    lever: str
    up: Link
    down: Link

    @property
    def pair(self) -> tuple[str, str]:
        """Both figures, in the order of their short names."""
        return pair(self.up.figure, self.down.figure)

    @property
    def ends(self) -> tuple[Link, Link]:
        """Both pushes, the one down first."""
        return self.down, self.up

    @property
    def strength(self) -> Strength:
        """A tug is as strong as its weaker end."""
        return min(self.up.strength, self.down.strength, key=_ORDER.index)


def pair(one: str, other: str) -> tuple[str, str]:
    """Two figures in one order, so that a conflict has one name."""
    return (one, other) if one < other else (other, one)


def tensions(links: Iterable[Link], rewarded: Collection[str]) -> dict[tuple[str, str], tuple[Tension, ...]]:
    """All tugs between figures that somebody is rewarded for, by pair."""
    by_lever: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.figure in rewarded:
            by_lever[link.lever].append(link)
    found: dict[tuple[str, str], list[Tension]] = defaultdict(list)
    for lever, there in sorted(by_lever.items()):
        for one, other in combinations(there, 2):
            if one.sign * other.sign < 0:
                up, down = (one, other) if one.sign > 0 else (other, one)
                found[pair(up.figure, down.figure)].append(Tension(lever, up, down))
    return {key: tuple(tugs) for key, tugs in sorted(found.items())}


def stated_coupling(tugs: Iterable[Tension]) -> Estimate:
    """How closely two figures hang together by what people say: that of the strongest tug, as a size 0–1."""
    strongest = max((tug.strength for tug in tugs), key=_ORDER.index)
    value, low, high = _COUPLING[strongest]
    return Estimate(value, low, high, 1, grade="stated")
