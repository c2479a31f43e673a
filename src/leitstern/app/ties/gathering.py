"""Things and their ties from every area that keeps some: only those parts that a walk from one kind can reach."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from leitstern.app.common.findings import once
from leitstern.app.ties import changed, organised
from leitstern.core.bridge.ties.graph import Graph, Kind, Thing, Tie, walked

if TYPE_CHECKING:
    from leitstern.core.bridge.ties.graph import Pair

PARTS = (
    organised.language,
    organised.units,
    organised.held_roles,
    organised.work,
    organised.interfaces,
    organised.technology,
    organised.teams,
    organised.figures,
    organised.rewards,
    organised.conflicts,
    changed.people,
    changed.goals,
    changed.initiatives,
    changed.contributions,
    changed.briefs,
    changed.tasks,
    changed.hurdles,
    changed.decisions,
    changed.measures,
    changed.principles,
    changed.stopped,
    changed.pilots,
    changed.stories,
)
PAIRS = frozenset(chain.from_iterable(part.pairs for part in PARTS))


def graph() -> Graph:
    """Everything there is; asked once a request, in a question or two for each part."""
    return once("graph", lambda: _graph(frozenset(Kind), PAIRS))


def graph_around(kind: Kind) -> Graph:
    """What can touch a thing of one kind, and what it takes to get there."""

    def around() -> Graph:
        taken = walked(kind, PAIRS)
        return _graph(frozenset((kind, *chain.from_iterable(taken))), taken)

    return once(f"graph around {kind}", around)


def things(kinds: frozenset[Kind]) -> dict[tuple[Kind, str], Thing]:
    """Every thing of these kinds."""
    found = chain.from_iterable(part.read() for part in PARTS if part.kinds & kinds)
    return {each.key: each for each in found if isinstance(each, Thing) and each.kind in kinds}


def _graph(kinds: frozenset[Kind], pairs: frozenset[Pair]) -> Graph:
    """What the parts hold that have things of these kinds, or ties between such pairs of kinds."""
    found: list[Thing] = []
    ties: list[Tie] = []
    for part in PARTS:
        if part.kinds & kinds or part.pairs & pairs:
            for each in part.read():
                (found if isinstance(each, Thing) else ties).append(each)  # type: ignore[arg-type]
    return Graph(tuple(found), tuple(ties))
