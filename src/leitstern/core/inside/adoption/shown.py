"""Which teams may be shown beside all of them together, so that no subtraction reaches fewer than five people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.cells import FEWEST
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
    """The teams to fold into one rest, by how many people each counts; all of them, and `ALL`, if even all are too few.

    Those of fewer than `fewest`, and if that leaves one alone or too few together, the smallest other one: what
    `anonymity.suppress` finds where one total stands beside its parts (a test holds both against each other), without the
    solver, which no page should have to load.
    """
    if sum(people.values()) < fewest:
        return frozenset([ALL, *people])
    hidden = {team for team, n in people.items() if n < fewest}
    counted = [people[team] for team in hidden if people[team]]
    if counted and (len(counted) < 2 or sum(counted) < fewest):
        others = sorted((n, team) for team, n in people.items() if team not in hidden)
        hidden.update(team for _, team in others[:1])
    return frozenset(hidden)
