"""Which results of a wave may be shown: decided once, when it is published, with everything published before.

Who rated differs from dimension to dimension, so each dimension is decided for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.anonymity import TooMany, attack, suppress
from leitstern.core.inside.cells import leaves
from leitstern.core.inside.cohorts import reckonings
from leitstern.core.inside.groups import COMPANY, Group, Participation, cells_and_relations, groups_asked
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from leitstern.core.inside.cells import Key, People
    from leitstern.core.inside.ratings import View

TOO_FEW = Missing(
    "too-few",
    Text(
        en="hidden: fewer people answered than may be shown",
        de="verdeckt: Es haben weniger Personen geantwortet, als gezeigt werden dürfen",
    ),
)
PROTECTS = Missing(
    "protects-others",
    Text(
        en="hidden: a smaller group could be worked out from it",
        de="verdeckt: Eine kleinere Gruppe ließe sich daraus errechnen",
    ),
)
NOBODY = Missing("nobody", Text(en="nobody was invited", de="niemand war eingeladen"))


@dataclass(frozen=True, slots=True)
class Published:
    """One dimension of one wave: how many rated it where, and which groups are shown."""

    participation: Participation
    shown: frozenset[Group]


def decide(latest: Participation, earlier: Sequence[Published], fewest: int) -> dict[Group, Missing | None]:
    """Every group with people invited, in one dimension of the latest wave: None where it may be shown, else why not.

    Nobody and too few are one answer: whether anybody of a small group answered is nobody's business. So places where
    people were asked and nobody answered count like one person, and rosters of earlier waves are compared.
    """
    waves = [*(each.participation for each in earlier), latest]
    cells, relations = cells_and_relations([wave.with_empty() for wave in waves])
    before = {
        cell.key: any(cell.key in each.shown for each in earlier)
        for cell in cells
        if cell.key.wave != latest.wave
    }
    hidden = suppress(cells, relations, fewest, before, reckonings(waves, fewest))
    answered, asked = cells_and_relations([latest])[0], groups_asked(latest)
    return {
        cell.key: TOO_FEW if cell.n < fewest else PROTECTS if cell.key in hidden else None
        for cell in answered
        if cell.key in asked
    }


def beside(
    rows: Sequence[Group], counted: Collection[Group], people: Participation, fewest: int
) -> list[Group]:
    """Those of these groups whose number of answers may stand beside the numbers of answers of `counted` groups.

    `people` says how many are invited: no combination may say how many of fewer than `fewest` of them answered.
    """
    cells, relations = cells_and_relations([people])
    made_of, sizes = leaves(cells, relations), {cell.key: cell.n for cell in cells}
    told = [made_of[group] for group in sorted(counted)]
    kept: list[Group] = []
    for group in rows:
        if _safe([*told, made_of[group]], sizes, fewest):
            told.append(made_of[group])
            kept.append(group)
    return kept


def may_leave_out(
    latest: Participation,
    left_out: Mapping[tuple[View, str], int],
    earlier: Sequence[Published],
    shown: Collection[Group],
    fewest: int,
) -> frozenset[View]:
    """The levels of which a second mean may be published, of the whole company without some people.

    The difference between both means belongs to those left out; together with everything published, too, it must
    not reach fewer than `fewest` people. `left_out` says how many they are in each place.
    """
    cells, relations = cells_and_relations([*(each.participation for each in earlier), latest])
    made_of, n = leaves(cells, relations), {cell.key: cell.n for cell in cells}
    out = {leaf: some for place, some in left_out.items() for leaf in made_of[latest.leaf(*place)]}
    sizes: dict[Key, int] = {}  # every leaf in two halves: who stays, and who is left out
    for leaf in {leaf for group in made_of.values() for leaf in group}:
        sizes[leaf, False], sizes[leaf, True] = n[leaf] - out.get(leaf, 0), out.get(leaf, 0)

    def halves(group: Group) -> People:
        return frozenset(
            half for leaf in made_of[group] for half in ((leaf, False), (leaf, True)) if sizes[half]
        )

    known = [halves(group) for group in (*(g for each in earlier for g in each.shown), *shown)]
    allowed: set[View] = set()
    for group in sorted(shown):
        everybody = halves(group)
        staying = frozenset(half for half in everybody if not half[1])
        whole = group.unit == COMPANY and not group.own
        differs = staying not in (frozenset(), everybody)
        if whole and differs and _safe([*known, staying], sizes, fewest):
            known.append(staying)
            allowed.add(group.level)
    return frozenset(allowed)


def _safe(published: Sequence[People], sizes: Mapping[Key, int], fewest: int) -> bool:
    try:
        return not attack(published, sizes, fewest)
    except TooMany:
        return False
