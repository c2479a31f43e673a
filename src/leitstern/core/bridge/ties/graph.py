"""Things of a company and the ties between them, and what touches one of them.

Whoever walks along every tie from anywhere reaches everything. So a walk begins with all neighbours of a thing and goes
on only where the next thing says more about the first: from a department to its roles, not to its other touchpoints.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from leitstern.core.texts import Text


class Kind(StrEnum):
    """What a thing is."""

    TOUCHPOINT = "touchpoint"
    JOURNEY = "journey"
    PROMISE = "promise"
    UNIT = "unit"
    ROLE = "role"
    TEAM = "team"
    PERSON = "person"
    PROCESS = "process"
    INTERFACE = "interface"
    PRINCIPLE = "principle"
    STOPPED = "stopped"
    HURDLE = "hurdle"
    CAPABILITY = "capability"
    APPLICATION = "application"
    DATA = "data"
    INITIATIVE = "initiative"
    MEASURE = "measure"
    TASK = "task"
    BRIEF = "brief"
    DECISION = "decision"
    PILOT = "pilot"
    STORY = "story"
    GOAL = "goal"
    FIGURE = "figure"
    CONFLICT = "conflict"


class Layer(StrEnum):
    """The columns of the view, in their order: from those who answer for something to what it is for."""

    CUSTOMERS = "customers"
    WHO = "who"
    HOW = "how"
    WITH = "with"
    CHANGE = "change"
    FOR = "for"


LAYERS: dict[Layer, tuple[Kind, ...]] = {
    Layer.CUSTOMERS: (Kind.TOUCHPOINT, Kind.JOURNEY, Kind.PROMISE),
    Layer.WHO: (Kind.UNIT, Kind.ROLE, Kind.TEAM, Kind.PERSON),
    Layer.HOW: (Kind.PROCESS, Kind.INTERFACE, Kind.PRINCIPLE, Kind.STOPPED, Kind.HURDLE),
    Layer.WITH: (Kind.CAPABILITY, Kind.APPLICATION, Kind.DATA),
    Layer.CHANGE: (
        Kind.INITIATIVE,
        Kind.MEASURE,
        Kind.DECISION,
        Kind.TASK,
        Kind.BRIEF,
        Kind.PILOT,
        Kind.STORY,
    ),
    Layer.FOR: (Kind.GOAL, Kind.FIGURE, Kind.CONFLICT),
}
# Beyond a neighbour of this kind the walk goes on to things of these kinds.
BEYOND: dict[Kind, tuple[Kind, ...]] = {
    Kind.UNIT: (Kind.ROLE, Kind.FIGURE),
    Kind.PROCESS: (Kind.ROLE, Kind.TOUCHPOINT),
    Kind.CAPABILITY: (Kind.APPLICATION, Kind.TOUCHPOINT),
    Kind.APPLICATION: (Kind.DATA, Kind.CAPABILITY),
    Kind.INITIATIVE: (Kind.GOAL, Kind.TOUCHPOINT, Kind.PERSON, Kind.BRIEF),
    Kind.ROLE: (Kind.FIGURE, Kind.UNIT),
    Kind.FIGURE: (Kind.CONFLICT,),
}
# Asked about a thing of the first kind, it goes on there as well: a key figure reaches customers through those it steers.
FROM: dict[Kind, dict[Kind, tuple[Kind, ...]]] = {
    Kind.FIGURE: {Kind.UNIT: (Kind.TOUCHPOINT,), Kind.ROLE: (Kind.TOUCHPOINT,)},
    Kind.CONFLICT: {Kind.FIGURE: (Kind.UNIT, Kind.ROLE), Kind.UNIT: (Kind.TOUCHPOINT,)},
    Kind.HURDLE: {Kind.UNIT: (Kind.TOUCHPOINT,)},
    Kind.TEAM: {Kind.UNIT: (Kind.TOUCHPOINT,)},
}
FARTHEST = 3  # ties from the thing that is asked about

type Key = tuple[Kind, str]
type Pair = tuple[Kind, Kind]


def goes_on(start: Kind, at: Kind) -> frozenset[Kind]:
    """To which kinds a walk that began at one kind goes on beyond a thing of another."""
    return frozenset((*BEYOND.get(at, ()), *FROM.get(start, {}).get(at, ())))


def walked(start: Kind, pairs: Collection[Pair]) -> frozenset[Pair]:
    """Which of these ties between kinds a walk from one kind can take; whatever else there is need not be looked at."""
    ring, found = {start}, set[Pair]()
    for _ in range(FARTHEST):
        following = set[Kind]()
        for at in ring:
            for one, other in pairs:
                for here, there in ((one, other), (other, one)):
                    if here is at and (at is start or there in goes_on(start, at)):
                        found.add((one, other))
                        following.add(there)
        ring = following
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with a name; `address` is its page, or nothing. `note`: what one should know of it at once."""

    kind: Kind
    slug: str
    name: Text
    address: str = ""
    note: Text | None = None

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.kind, self.slug


@dataclass(frozen=True, slots=True)
class Tie:
    """`source` does something to `target`; `words` says what, so that *source words target* reads as a sentence."""

    source: Key
    target: Key
    words: Text


@dataclass(frozen=True, slots=True)
class Step:
    """One tie on the way from the thing asked about: from `before` to `after`, whichever way the tie itself points."""

    tie: Tie
    before: Thing
    after: Thing


@dataclass(frozen=True, slots=True)
class Touching:
    """A thing that touches the one asked about, and how: the shortest way from there."""

    thing: Thing
    way: tuple[Step, ...]

    @property
    def direct(self) -> bool:
        """Whether nothing stands between."""
        return len(self.way) == 1


@dataclass(frozen=True)
class Graph:
    """Everything and all ties. Ties to things that are not there are left out."""

    things: tuple[Thing, ...]
    ties: tuple[Tie, ...]

    @cached_property
    def by_key(self) -> dict[Key, Thing]:
        """Each thing; the first of those with the same key."""
        found: dict[Key, Thing] = {}
        for thing in self.things:
            found.setdefault(thing.key, thing)
        return found

    @cached_property
    def around(self) -> dict[Key, list[tuple[Tie, Key]]]:
        """From each thing its ties and where they lead, in either direction."""
        found: dict[Key, list[tuple[Tie, Key]]] = {}
        for tie in self.ties:
            if tie.source in self.by_key and tie.target in self.by_key and tie.source != tie.target:
                found.setdefault(tie.source, []).append((tie, tie.target))
                found.setdefault(tie.target, []).append((tie, tie.source))
        return found

    def touching(self, key: Key) -> tuple[Touching, ...]:
        """What touches this thing: neighbours first, then what lies beyond them, each with its shortest way."""
        ways: dict[Key, tuple[Step, ...]] = {key: ()}
        ring = [key]
        for _ in range(FARTHEST):
            following = []
            for at in ring:
                for tie, other in self.around.get(at, ()):
                    if other in ways or (at != key and other[0] not in goes_on(key[0], at[0])):
                        continue
                    ways[other] = (*ways[at], Step(tie, self.by_key[at], self.by_key[other]))
                    following.append(other)
            ring = following
        del ways[key]
        return tuple(Touching(self.by_key[other], way) for other, way in ways.items())


def by_layer(found: Sequence[Touching]) -> dict[Layer, tuple[Touching, ...]]:
    """Everything found in its column: by kind, direct ones first, then by name. Empty columns stay: nothing there is a finding."""
    return {
        layer: tuple(
            sorted(
                (each for each in found if each.thing.kind in kinds),
                key=lambda each: (kinds.index(each.thing.kind), len(each.way), each.thing.name.en.casefold()),
            )
        )
        for layer, kinds in LAYERS.items()
    }
