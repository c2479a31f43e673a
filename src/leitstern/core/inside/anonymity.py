"""Which results stay hidden so that nobody can be worked out: as few respondents as possible.

Groups of fewer than five are hidden, and so are as many others as it takes that no sum or difference of everything
published, in earlier waves too, reaches fewer than five people. The least hidden is an integer program (HiGHS); an
attacker then tries every linear combination. Whatever combination gets through must lose one of its groups: that is
added to the program and it is solved again, until no attack is left. Every added condition is necessary, so what is
hidden in the end is the least that is safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.attacker import Leak, TooMany, attack
from leitstern.core.inside.cells import FEWEST, Cell, Knowledge, People, Relation, known_totals, leaves

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from leitstern.core.inside.cells import Key

PATIENCE = (
    2_000  # nodes of the search; the best found by then is safe as well, only perhaps not the very least
)

__all__ = ["FEWEST", "Cell", "Leak", "Relation", "TooMany", "attack", "suppress"]


def suppress(
    cells: Sequence[Cell],
    relations: Sequence[Relation],
    fewest: int = FEWEST,
    earlier: Mapping[Key, bool] | None = None,
    reckonings: Sequence[Knowledge] = (),
) -> frozenset[Key]:
    """The cells to hide before publishing the others. Empty cells are neither hidden nor shown.

    `earlier` names cells of earlier publications and whether they were shown: that cannot be changed any more. What is
    shown withstands the attack on who answered, and on each of these `reckonings` with the same cells as well.
    Raises ValueError if totals that everybody knows (relations without a parent) give people away by themselves.
    """
    earlier = earlier or {}
    made_of, sizes = leaves(cells, relations), {cell.key: cell.n for cell in cells}
    totals = [people for people in known_totals(relations, made_of) if people]
    if attack(totals, sizes, fewest):
        raise ValueError("Totals that everybody knows give fewer people away than may be shown.")
    before = [key for key, shown in earlier.items() if shown]
    known = dict.fromkeys([*totals, *(made_of[key] for key in before if made_of[key])]).keys()
    # Cells with the same people, in different waves, stand and fall together: who knows one knows all.
    free: dict[People, list[Cell]] = {}
    for cell in cells:
        if cell.n and cell.key not in earlier and made_of[cell.key] not in known:
            free.setdefault(made_of[cell.key], []).append(cell)
    related = _related(relations, made_of, free, known)
    program = _Program({group: same[0].n for group, same in free.items()}, related, fewest)
    while True:
        hidden = program.solve()
        shown = [group for group in free if group not in hidden]
        try:
            ways = _ways(
                [*((group, group) for group in shown), *((group, None) for group in known)], sizes, fewest
            )
            for each in reckonings:
                rows = [(each.people[cell.key], group) for group in shown for cell in free[group]]
                told = [(each.people[key], None) for key in before]
                ways |= _ways([*rows, *told], each.sizes, fewest)
        except TooMany:  # what is not proven safe is not shown
            return frozenset(cell.key for same in free.values() for cell in same)
        if not ways:
            return frozenset(cell.key for group in hidden for cell in free[group])
        program.cut(ways)


def _ways(
    rows: Sequence[tuple[People, People | None]], sizes: Mapping[Key, int], fewest: int
) -> dict[frozenset[People], None]:
    """Every way that gives few people away, as the groups it needs that can still be hidden.

    `rows` is what is published, and which group it belongs to; None was known before and cannot be hidden any more.
    """
    leaks = attack([people for people, _ in rows], sizes, fewest)
    ways = (frozenset(group for at in leak.using if (group := rows[at][1]) is not None) for leak in leaks)
    return dict.fromkeys(way for way in ways if way)


def _related(
    relations: Sequence[Relation],
    made_of: Mapping[Key, People],
    free: Collection[People],
    known: Collection[People],
) -> list[tuple[People | None, frozenset[People]]]:
    """Total (None: known already) and parts of each relation of which all parts with people can still be hidden."""
    found: dict[tuple[People | None, frozenset[People]], None] = {}
    for relation in relations:
        children = frozenset(made_of[child] for child in relation.children) - {frozenset()}
        parent = frozenset().union(*children)
        if len(children) > 1 and children <= set(free) and (parent in free or parent in known):
            found[parent if parent in free else None, children] = None
    return list(found)


class _Program:
    """The integer program: one variable per group (hidden or not), one per relation (something in it is hidden)."""

    def __init__(
        self,
        sizes: Mapping[People, int],
        relations: Collection[tuple[People | None, frozenset[People]]],
        fewest: int,
    ) -> None:
        self.groups = list(sizes)
        self.people = np.array(list(sizes.values()), dtype=float)
        self.fewest = fewest
        self.place = {group: at for at, group in enumerate(self.groups)}
        self.width = len(self.groups) + len(relations)
        self.rows: list[tuple[dict[int, float], float]] = []  # weights, at least
        for touched, (parent, children) in enumerate(relations, start=len(self.groups)):
            self._relate(
                touched,
                None if parent is None else self.place[parent],
                [self.place[child] for child in children],
            )

    def _relate(self, touched: int, parent: int | None, children: list[int]) -> None:
        """A visible total and all but one of its parts, or all but fewer than `fewest` people, give the rest away."""
        beside = {} if parent is None else {parent: 1.0}
        self.rows += [({touched: 1.0, child: -1.0}, 0.0) for child in children]
        self.rows.append(({**dict.fromkeys(children, 1.0), **beside, touched: -2.0}, 0.0))
        people = {child: self.people[child] for child in children}
        enough = {place: weight * self.fewest for place, weight in beside.items()}
        self.rows.append(({**people, **enough, touched: -float(self.fewest)}, 0.0))

    def cut(self, ways: Collection[frozenset[People]]) -> None:
        """Of each of these sets of groups at least one has to be hidden."""
        self.rows += [({self.place[group]: 1.0 for group in way}, 1.0) for way in ways]

    def solve(self) -> frozenset[People]:
        """The groups to hide: fewest respondents, then fewest groups."""
        if not self.groups:
            return frozenset()
        from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
        from scipy.sparse import coo_array  # type: ignore[import-untyped]

        count = len(self.groups)
        lowest, cost = np.zeros(self.width), np.zeros(self.width)
        lowest[:count], cost[:count] = self.people < self.fewest, self.people + 1 / (count + 1)
        entries = [
            (row, at, weight) for row, (line, _) in enumerate(self.rows) for at, weight in line.items()
        ]
        limits = None
        if entries:
            at_row, at_column, weights = zip(*entries, strict=True)
            table = coo_array((weights, (at_row, at_column)), shape=(len(self.rows), self.width)).tocsr()
            limits = LinearConstraint(table, lb=[least for _, least in self.rows])
        solved = milp(
            cost,
            integrality=np.ones(self.width),
            bounds=Bounds(lowest, np.ones(self.width)),
            constraints=limits,
            options={"mip_rel_gap": 0.0, "node_limit": PATIENCE},
        )
        if solved.x is None:
            return frozenset(self.groups)
        return frozenset(self.groups[at] for at in np.flatnonzero(solved.x[:count] > 0.5))
