"""Whose answers two waves share: rosters are compared once, at the launch, and only what follows from it is kept.

Whoever subtracts two waves needs to know of whom they differ. What the latest wave tells about people who were asked
before counts as known already; so whatever can be worked out of it has to reach at least five people who had never
been asked. Only a place where exactly the same people are asked again tells nothing new, and is the same leaf.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from leitstern.core.company.tree import COMPANY, ancestors
from leitstern.core.inside.cells import Knowledge, leaves
from leitstern.core.inside.groups import Cohort, Group, Participation, cells_and_relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from leitstern.core.inside.cells import Key, People
    from leitstern.core.inside.ratings import View

    type Place = tuple[View, str]


def cohorts_of(
    people: Mapping[Place, Set[str]], since: int, asked: Set[str], again: Mapping[Place, Cohort]
) -> dict[Place, Cohort]:
    """Who is asked where in the `since`-th wave, after everybody in `asked`; `again` are places asked before as they are."""
    return {
        place: again.get(place) or Cohort(since, number, len(them - asked))
        for number, (place, them) in enumerate(sorted(people.items()))
    }


def reckonings(waves: Sequence[Participation], fewest: int) -> list[Knowledge]:
    """What to attack besides who answered where, with places nobody answered in counting as one.

    First the answers alone. Then wave by wave, latest first in time of asking: of the leaves that were asked together
    since that wave count only those who were new, later ones count as large, and earlier ones are known.
    """
    cells, relations = cells_and_relations(waves)
    answers = Knowledge(leaves(cells, relations), {cell.key: cell.n for cell in cells})
    return [answers, *_rosters(waves, fewest)]


def _rosters(waves: Sequence[Participation], fewest: int) -> Iterator[Knowledge]:
    asked = {group: people for wave in waves for group, people in _asked(wave).items()}
    everybody: People = frozenset().union(*asked.values())
    for since in sorted({leaf.since for leaf in everybody if isinstance(leaf, Cohort)}):
        sizes = {leaf: leaf.fresh if _since(leaf) == since else fewest for leaf in everybody}
        if min(sizes.values()) < fewest:
            left = {leaf for leaf in everybody if _since(leaf) >= since}
            yield Knowledge({group: people & left for group, people in asked.items()}, sizes)


def _since(leaf: Key) -> float:
    """When a leaf's people were first asked together; those nobody knows are others than all."""
    return leaf.since if isinstance(leaf, Cohort) else float("inf")


def _asked(wave: Participation) -> dict[Group, People]:
    """Of which cohorts each group of a wave is made, whoever answered."""
    everybody = replace(wave, answered=dict.fromkeys(wave.places(), 1), cohorts={})
    who = {wave.leaf(*place): wave.cohorts.get(place, wave.leaf(*place)) for place in wave.places()}
    made_of = leaves(*cells_and_relations([everybody]))
    return {group: frozenset(who[leaf] for leaf in people) for group, people in made_of.items()}


def too_alike(
    cohorts: Mapping[Place, Cohort],
    invited: Mapping[Place, int],
    parents: Mapping[str, str],
    since: int,
    fewest: int,
) -> list[Place]:
    """Units large enough, by level, that the `since`-th wave cannot show: other people than before, too few of them new."""
    asked: Counter[Place] = Counter()
    new: Counter[Place] = Counter()
    others: set[Place] = set()
    for (level, unit), cohort in cohorts.items():
        for above in dict.fromkeys((unit, *ancestors(parents, unit), COMPANY)):
            asked[level, above] += invited[level, unit]
            if cohort.since == since:
                others.add((level, above))
                new[level, above] += cohort.fresh
    return sorted(place for place in others if new[place] < fewest <= asked[place])
