"""How one way goes along a designed journey: which steps it meets in order, what it leaves out, what else is in between.

As many steps as possible are taken to be met in the order of the map (a longest common subsequence, the alignment of
least cost where leaving a step out and adding a contact cost one each). Where several ways of reading it meet as many,
the one that gets there with the earliest contacts counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Outcome = Literal["met", "displaced", "skipped"]


@dataclass(frozen=True, slots=True)
class Designed:
    """A step as paths know it: the touchpoint's code and the marks of the map."""

    touchpoint: int
    optional: bool = False
    repeatable: bool = False
    parallel: str = ""


@dataclass(frozen=True, slots=True)
class Along:
    """A path along a map.

    `steps`: per step whether it was met in its place, was met out of order, or was not there at all. `between`: per
    step that was met in its place, the touchpoints that nobody designed between it and the next one.
    """

    steps: tuple[Outcome, ...]
    between: tuple[tuple[int, ...], ...]
    fit: float

    @property
    def exact(self) -> bool:
        """Whether everything that had to be there was there, in order, and nothing else in between."""
        return self.fit == 1.0


def along(path: Sequence[int], steps: Sequence[Designed]) -> Along:
    """`path` (touchpoint codes in order) along `steps`.

    Steps beside each other with the same mark of `parallel` may come in any order. Looked at is what lies between the
    first step that was met and the last contact at any step's touchpoint: whoever comes back to a step that is not
    repeatable was not meant to. `fit` 0–1 is the share of steps that were both designed and lived: met ÷ (met + not
    optional and not met + contacts in between that nobody designed).
    """
    met = _met(path, steps)
    places = set(path)
    outcomes: tuple[Outcome, ...] = tuple(
        "met" if at in met else "displaced" if step.touchpoint in places else "skipped"
        for at, step in enumerate(steps)
    )
    between = _between(path, steps, met)
    missing = sum(not step.optional and at not in met for at, step in enumerate(steps))
    extra = sum(map(len, between))
    whole = len(met) + missing + extra
    return Along(outcomes, between, len(met) / whole if whole else 1.0)


def blocks(steps: Sequence[Designed]) -> list[list[int]]:
    """Positions of steps that may come in any order among themselves: alone, or neighbours with the same mark."""
    keys = [step.parallel or f"\0{at}" for at, step in enumerate(steps)]
    return [[at for at, _ in run] for _, run in groupby(enumerate(keys), key=lambda each: each[1])]


def _met(path: Sequence[int], steps: Sequence[Designed]) -> dict[int, int]:
    """Positions of the steps that are met in order, each with the position of its contact."""
    visits: dict[int, list[int]] = defaultdict(list)
    for position, code in enumerate(path):
        visits[code].append(position)
    # How many steps are met → how few contacts it takes, and which they are.
    best: dict[int, tuple[int, dict[int, int]]] = {0: (-1, {})}
    for block in blocks(steps):
        grown = dict(best)
        for count, (end, met) in best.items():
            for more, place, found in _next(block, steps, visits, end):
                reached = grown.get(count + more)
                if reached is None or place < reached[0]:
                    grown[count + more] = place, met | found
        best = grown
    return best[max(best)][1]


def _next(
    block: Sequence[int], steps: Sequence[Designed], visits: Mapping[int, Sequence[int]], end: int
) -> list[tuple[int, int, dict[int, int]]]:
    """What 1, 2, … steps of a block take after contact `end`: how many, where that is reached, and which contacts."""
    taken: Counter[int] = Counter()
    hits = []
    for at in block:
        code = steps[at].touchpoint
        there = visits.get(code, ())
        place = bisect_right(there, end) + taken[code]
        taken[code] += 1
        if place < len(there):
            hits.append((there[place], at))
    hits.sort()
    return [
        (many, hits[many - 1][0], {at: place for place, at in hits[:many]})
        for many in range(1, len(hits) + 1)
    ]


def _between(
    path: Sequence[int], steps: Sequence[Designed], met: Mapping[int, int]
) -> tuple[tuple[int, ...], ...]:
    again = {step.touchpoint for step in steps if step.repeatable}
    own = {step.touchpoint for step in steps}
    found: list[tuple[int, ...]] = [()] * len(steps)
    ordered = sorted((place, at) for at, place in met.items())
    last = max((place for place, code in enumerate(path) if code in own), default=-1)
    for (start, at), (end, _) in pairwise([*ordered, (last + 1, -1)]):
        found[at] = tuple(code for code in path[start + 1 : end] if code not in again)
    return tuple(found)
