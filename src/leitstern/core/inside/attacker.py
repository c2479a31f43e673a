"""Somebody with everything that was ever published, who adds and subtracts it.

Every published mean times its n is a sum over people, and so is every squared spread: what can be worked out is
exactly what linear combinations of published groups can reach. A combination gives somebody away if fewer people
than the threshold are left in it, whatever their weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.cells import FEWEST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from leitstern.core.inside.cells import Key, People

    Floats = npt.NDArray[np.float64]

TINY = 1e-7  # groups are 0 and 1, so what is not zero by far more than this is zero
MOST_SETS = 20_000  # sets of people tried at a time, before the search is given up


class TooMany(Exception):
    """The search took too long, so nobody can say that nothing is given away."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Few people a combination reaches: the leaves they are in, and the published groups it is made of.

    `value` gives the weight of each leaf, `using` the positions in what was handed to `attack`.
    """

    value: Mapping[Key, float]
    using: tuple[int, ...]

    @property
    def people(self) -> People:
        """The leaves given away."""
        return frozenset(self.value)


def attack(published: Sequence[People], sizes: Mapping[Key, int], fewest: int = FEWEST) -> list[Leak]:
    """What published groups (each a set of leaves) give away about fewer than `fewest` people.

    `sizes` says how many people each leaf has. The leaks found are minimal: none contains another. Without leaks the
    list is empty, and that is a proof: no linear combination reaches fewer people. Raises TooMany instead of guessing.
    """
    alike: dict[tuple[int, ...], list[Key]] = {}
    for leaf, inside in _memberships(published).items():
        alike.setdefault(inside, []).append(leaf)
    # Nothing published tells leaves apart that are in exactly the same groups: they count as one.
    blocks = {members[0]: members for members in alike.values()}
    merged = [group.intersection(blocks) for group in published]
    people = {first: sum(sizes[leaf] for leaf in members) for first, members in blocks.items()}
    return [
        Leak({leaf: weight for first, weight in leak.value.items() for leaf in blocks[first]}, leak.using)
        for leak in _attack(merged, people, fewest)
    ]


def _memberships(published: Sequence[People]) -> dict[Key, tuple[int, ...]]:
    """In which groups each leaf is."""
    found: dict[Key, list[int]] = {}
    for at, group in enumerate(published):
        for leaf in group:
            found.setdefault(leaf, []).append(at)
    return {leaf: tuple(inside) for leaf, inside in found.items()}


def _attack(published: Sequence[People], sizes: Mapping[Key, int], fewest: int) -> list[Leak]:
    """The same, for leaves no two of which are in the same groups."""
    direct = {next(iter(group)): at for at, group in reversed(list(enumerate(published))) if len(group) == 1}
    leaks = [Leak({leaf: 1.0}, (at,)) for leaf, at in direct.items() if sizes[leaf] < fewest]
    hidden = sorted({leaf for group in published for leaf in group} - set(direct), key=repr)
    small = [leaf for leaf in hidden if sizes[leaf] < fewest]
    if not small:
        return leaks
    rows: dict[People, int] = {}
    for at, group in enumerate(published):
        rows.setdefault(group.difference(direct), at)
    rows.pop(frozenset(), None)
    for block in _blocks(rows):
        leaks += _in_block(block, published, sizes, direct, fewest)
    return leaks


def _blocks(rows: Mapping[People, int]) -> list[dict[People, dict[int, float]]]:
    """The rows, less the largest of them that they contain, and which published groups that is; by what hangs together.

    What rows span stays the same, and hardly any overlap any more: a unit less its parts touches no other unit.
    """
    column = {leaf: 1 << at for at, leaf in enumerate({leaf for row in rows for leaf in row})}
    masks = {row: sum(column[leaf] for leaf in row) for row in rows}
    ordered = sorted(rows, key=len, reverse=True)
    blocks: list[tuple[int, dict[People, dict[int, float]]]] = []
    for at, row in enumerate(ordered):
        rest, left, weights = masks[row], set(row), {rows[row]: 1.0}
        for part in ordered[at + 1 :]:
            if masks[part] & rest == masks[part]:
                rest, weights[rows[part]] = rest ^ masks[part], -1.0
                left -= part
        if rest:
            beside = [block for block in blocks if block[0] & rest]
            mask, together = rest, {frozenset(left): weights}
            for other, its in beside:
                mask, together = mask | other, its | together
            blocks = [*(block for block in blocks if not block[0] & rest), (mask, together)]
    return [block for _, block in blocks]


def _in_block(
    block: Mapping[People, Mapping[int, float]],
    published: Sequence[People],
    sizes: Mapping[Key, int],
    direct: Mapping[Key, int],
    fewest: int,
) -> list[Leak]:
    """Few people that combinations of these rows reach."""
    everybody = sorted({leaf for row in block for leaf in row}, key=repr)
    small = [leaf for leaf in everybody if sizes[leaf] < fewest]
    large = [leaf for leaf in everybody if sizes[leaf] >= fewest]
    rows, leaks = list(block), []
    if not small:
        return []
    reaching = _annihilating(_table(rows, large)) @ _table(rows, small)
    for members, weights in _few(reaching, np.array([sizes[leaf] for leaf in small]), fewest):
        target = np.zeros(len(small))
        target[list(members)] = weights
        combination = _sparsest(np.hstack([_table(rows, small), _table(rows, large)]), target)
        weights_of: dict[int, float] = {}
        for at in np.flatnonzero(np.abs(combination) > TINY):
            for group, weight in block[rows[at]].items():
                weights_of[group] = weights_of.get(group, 0.0) + weight * combination[at]
        weights_of = {group: weight for group, weight in weights_of.items() if abs(weight) > TINY}
        using = {*weights_of, *_subtracted(published, weights_of, direct)}
        value = {small[at]: float(weight) for at, weight in zip(members, weights, strict=True)}
        leaks.append(Leak(value, tuple(sorted(using))))
    return leaks


def _subtracted(
    published: Sequence[People], weights: Mapping[int, float], direct: Mapping[Key, int]
) -> set[int]:
    """Leaves published themselves, taken as known so far, that a combination of groups has to subtract."""
    left: dict[Key, float] = {}
    for at, weight in weights.items():
        for leaf in published[at].intersection(direct):
            left[leaf] = left.get(leaf, 0.0) + weight
    return {direct[leaf] for leaf, weight in left.items() if abs(weight) > TINY}


def _table(groups: Sequence[People], columns: Sequence[Key]) -> Floats:
    """Which group contains which leaf, as 0 and 1."""
    place = {leaf: at for at, leaf in enumerate(columns)}
    table = np.zeros((len(groups), len(columns)))
    for row, group in enumerate(groups):
        table[row, [place[leaf] for leaf in group if leaf in place]] = 1.0
    return table


def _annihilating(table: Floats) -> Floats:
    """All combinations of rows in which nothing of `table` is left, as rows."""
    if not table.shape[1]:
        return np.eye(len(table))
    vectors, strengths, _ = np.linalg.svd(table, full_matrices=True)
    rank = int((strengths > TINY).sum())
    return np.asarray(vectors[:, rank:].T)


def _few(rows: Floats, sizes: npt.NDArray[np.int_], fewest: int) -> list[tuple[tuple[int, ...], Floats]]:
    """Minimal sets of columns with fewer than `fewest` people in which a combination of `rows` has all its weight.

    With the projector on what rows span, a set holds such a combination if and only if the projector, cut to the
    set, leaves a vector as it is. A minimal set is connected in it, so sets grow along what is not zero.
    """
    _, strengths, directions = np.linalg.svd(rows, full_matrices=False)
    basis = directions[strengths > TINY]
    projector = basis.T @ basis
    near = [set(np.flatnonzero(np.abs(line) > TINY)) for line in projector]
    found: list[tuple[tuple[int, ...], Floats]] = []
    grown = {frozenset([at]) for at in range(len(sizes)) if near[at]}
    while grown:
        larger: set[frozenset[int]] = set()
        for members in grown:
            if any(set(less) <= members for less, _ in found):
                continue
            order = sorted(members)
            values, vectors = np.linalg.eigh(projector[np.ix_(order, order)])
            if values[-1] > 1 - TINY:
                found.append((tuple(order), vectors[:, -1] / np.abs(vectors[:, -1]).max()))
                continue
            weight = sizes[order].sum()
            beside = set().union(*(near[at] for at in members)) - members
            larger |= {members | {int(at)} for at in beside if weight + sizes[at] < fewest}
        if len(larger) > MOST_SETS:
            raise TooMany
        grown = larger
    return found


def _sparsest(table: Floats, target: Floats) -> Floats:
    """A combination of few rows of `table` that is `target` in the first columns and nothing in the others."""
    count = len(table)
    if count == 1:  # so it is mostly, and then there is nothing to search
        return np.array([target[0] / table[0, 0]])
    from scipy.optimize import linprog  # type: ignore[import-untyped]

    wanted = np.concatenate([target, np.zeros(table.shape[1] - len(target))])
    solved = linprog(
        np.ones(2 * count),
        A_eq=np.hstack([table.T, -table.T]),
        b_eq=wanted,
        bounds=(0, None),
        method="highs-ds",
    )
    return np.asarray(solved.x[:count] - solved.x[count:])
