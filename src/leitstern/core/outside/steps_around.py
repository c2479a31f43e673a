"""What comes before a touchpoint and what comes after it: three steps to either side of one contact in every journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.going_on import going_on
from leitstern.core.outside.sampling import share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ibis import Table
    from ibis.expr.types import IntegerColumn
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

REACH = 3
STEPS = tuple(range(-REACH, REACH + 1))
OUTSIDE = -1  # the journey has not begun yet, or is over
OTHER = -2  # every touchpoint that is not shown by itself
Kept = tuple[tuple[int, int], ...]  # steps and the touchpoints shown by themselves


@dataclass(frozen=True, slots=True)
class Place:
    """Where journeys are `step` contacts after the one they are anchored on: a code, `OUTSIDE` or `OTHER`.

    `share` 0–1 of the anchored journeys; n = customers who have any.
    """

    step: int
    node: int
    customers: int
    share: Measured


@dataclass(frozen=True, slots=True)
class Link:
    """From a place to one a step later; `share` 0–1 of the journeys at the first; n = customers there."""

    step: int
    node: int
    next_node: int
    customers: int
    share: Measured


def around_first(transitions: Table, touchpoint: int) -> Table:
    """One row per journey that passes `touchpoint`, anchored on its first contact there: where it is at each step."""
    return _around(transitions, touchpoint, last=False)


def around_last(transitions: Table, touchpoint: int) -> Table:
    """As `around_first`, anchored on the last contact there."""
    return _around(transitions, touchpoint, last=True)


def _around(transitions: Table, touchpoint: int, *, last: bool) -> Table:
    here = transitions.filter(transitions.touchpoint == touchpoint)
    anchor = here.aggregate(by="journey", anchor=here.position.max() if last else here.position.min())
    near = transitions.join(anchor, "journey")
    near = near.mutate(step=near.position - near.anchor)
    near = near.filter((near.step >= -REACH) & (near.step <= REACH))
    return near.aggregate(
        by=["journey", "person"],
        weight=near.weight.max(where=near.step == 0),
        **{_column(step): near.touchpoint.max(where=near.step == step).fill_null(OUTSIDE) for step in STEPS},
    )


def places(around: Table, kept: Kept | None = None) -> Table:
    """One row per step and place; with `kept` all other touchpoints are one."""
    found = [
        around.select("person", "weight", step=_number(step), node=_folded(around, step, kept))
        for step in STEPS
    ]
    return going_on(_together(found), ["step"], ["node"])


def links(around: Table, kept: Kept) -> Table:
    """One row per pair of places one step apart."""
    found = [
        around.select(
            "person",
            "weight",
            step=_number(step),
            node=_folded(around, step, kept),
            next_node=_folded(around, step + 1, kept),
        )
        for step in STEPS[:-1]
    ]
    return going_on(_together(found), ["step", "node"], ["next_node"])


def read_places(rows: Rows, as_of: date | None = None) -> tuple[Place, ...]:
    """The result of `places`, step by step, at each the most customers first and what is not a touchpoint last."""
    found = [
        Place(row["step"], row["node"], row["customers"], _share(row, as_of)) for row in rows.to_pylist()
    ]
    return tuple(sorted(found, key=lambda each: (each.step, each.node < 0, -each.customers, -each.node)))


def read_links(rows: Rows, as_of: date | None = None) -> tuple[Link, ...]:
    """The result of `links`, the most customers first; what fewer than five customers did is left out."""
    found = [
        Link(row["step"], row["node"], row["next_node"], row["customers"], _share(row, as_of))
        for row in rows.to_pylist()
        if row["customers"] >= FEWEST
    ]
    return tuple(sorted(found, key=lambda each: (each.step, -each.customers, each.node, each.next_node)))


def kept_places(found: Sequence[Place], most: int) -> Kept:
    """At each step the `most` touchpoints with the most customers, five at least; what is not mapped is never one."""
    kept: list[tuple[int, int]] = []
    for step in STEPS:
        here = [
            each.node
            for each in found
            if each.step == step and each.node > UNMAPPED and each.customers >= FEWEST
        ]
        kept += [(step, node) for node in here[:most]]
    return tuple(kept)


def _column(step: int) -> str:
    return f"at_{step + REACH}"


def _number(step: int) -> IntegerColumn:
    import ibis

    number: IntegerColumn = ibis.literal(step, "int8")
    return number


def _folded(around: Table, step: int, kept: Kept | None) -> IntegerColumn:
    node: IntegerColumn = around[_column(step)]
    if kept is None:
        return node
    shown = [OUTSIDE, *(code for at, code in kept if at == step)]
    folded: IntegerColumn = node.isin(shown).ifelse(node, OTHER)
    return folded


def _together(tables: Sequence[Table]) -> Table:
    import ibis

    return ibis.union(*tables)


def _share(row: Mapping[str, object], as_of: date | None) -> Measured:
    return share_estimate(share_statistics(row, "good"), as_of)
