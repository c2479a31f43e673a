"""Which teams may be shown beside all of them together, so that no subtraction reaches fewer than five people."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from leitstern.core.inside.anonymity import suppress
from leitstern.core.inside.cells import FEWEST, Cell, Relation
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

ALL = ""  # the key of all teams together
FOLDED = Missing(
    "folded",
    Text(
        en="not shown: fewer than five people, or somebody could work out a team of fewer",
        de="nicht gezeigt: weniger als fünf Personen, oder jemand könnte ein Team mit weniger ausrechnen",
    ),
)
TOO_FEW_IN_ALL = Missing(
    "too-few-in-all", Text(en="fewer than five people in all", de="insgesamt weniger als fünf Personen")
)


def folded(people: Mapping[str, int], fewest: int = FEWEST) -> frozenset[str]:
    """The teams to fold into one rest, by how many people each counts; all of them, and `ALL`, if even all are too few."""
    return _folded(tuple(sorted(people.items())), fewest)


@lru_cache(maxsize=512)
def _folded(people: tuple[tuple[str, int], ...], fewest: int) -> frozenset[str]:
    total = sum(n for _, n in people)
    empty = frozenset(team for team, n in people if not n)
    if total < fewest:
        return frozenset([ALL, *(team for team, _ in people)])
    if all(n >= fewest for _, n in people):
        return frozenset()
    cells = [Cell(ALL, total), *(Cell(team, n) for team, n in people if n)]
    relation = Relation(ALL, tuple(team for team, n in people if n))
    return suppress(cells, [relation], fewest) | empty
