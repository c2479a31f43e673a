"""The journey as a graph: from where to where customers go, from the start of their journeys to the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.going_on import going_on
from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.sampling import attach, customer_sums, share_statistics
from leitstern.core.outside.simplified import simplified
from leitstern.core.outside.stages import with_stage
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.outside.simplified import Edge
    from leitstern.core.stats.estimate import Measured

START, END = -1, -2  # nodes before the first contact of a journey and after its last
SPAN = 1 << 24  # above any code: two nodes as one number


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """Steps from `node` to `next_node` (codes, `START`, `END`; equal: once more).

    `share` 0–1: of the steps that leave `node`, how many go to `next_node`; n = customers there. `wait_median` in hours.
    """

    node: int
    next_node: int
    customers: int
    steps: int
    weighted: float
    share: Measured
    wait_median: Measured

    @property
    def pair(self) -> Edge:
        """From where to where."""
        return self.node, self.next_node


@dataclass(frozen=True, slots=True)
class Graph:
    """Every edge that five customers and more took, most customers first; `weighted`: steps from node to node in all."""

    edges: tuple[GraphEdge, ...]
    weighted: float

    def readable(self, share: float) -> frozenset[Edge]:
        """The edges to show for `share` of all steps; nothing leads through what is not mapped."""
        known = {each.pair: round(each.weighted, 6) for each in self.edges if UNMAPPED not in each.pair}
        return simplified(known, START, END, share, self.weighted)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much a picture holds: its share (0–1) of all steps from node to node, and of the journeys that take any, those
    whose whole way is in it; n = customers.
    """

    steps: Measured
    journeys: Measured


def touchpoint_steps(transitions: Table) -> Table:
    """Every step between touchpoints, from the start and to the end: node, next_node, journey, person, weight, waits."""
    return _steps(transitions, transitions.touchpoint, transitions.next_touchpoint)


def stage_steps(transitions: Table, taxonomy: Taxonomy) -> Table:
    """As `touchpoint_steps`, between stages: what stays in the same stage is no step."""
    both = with_stage(transitions, taxonomy).rename(here="stage")
    both = with_stage(both.mutate(touchpoint=both.next_touchpoint), taxonomy)
    after = both.next_touchpoint.isnull().ifelse(END, both.stage)
    found = _steps(both, both.here, after)
    return found.filter(found.node != found.next_node)


def _steps(rows: Table, here: object, after: object) -> Table:
    import ibis

    columns = ("journey", "person", "weight", "wait_us", "wait_bucket")
    going = rows.mutate(node=here, next_node=after)
    going = going.select(
        *columns, node=going.node.cast("int64"), next_node=going.next_node.cast("int64").fill_null(END)
    )
    first = rows.mutate(next_node=here).filter(rows.position == 0)
    coming = first.mutate(wait_us=ibis.null("int64"), wait_bucket=ibis.null("int16")).select(
        *columns, node=ibis.literal(START, "int64"), next_node=first.next_node.cast("int64")
    )
    return going.union(coming)


def graph(steps: Table) -> Table:
    """One row per edge of `touchpoint_steps` or `stage_steps`."""
    pair = ["node", "next_node"]
    waits = quantiles(steps, pair, "wait_us", "wait_bucket", "person", (50,))
    return attach(going_on(steps, pair[:1], pair[1:]), waits, pair)


def read_graph(rows: Rows, as_of: date | None = None) -> Graph:
    """The result of `graph`."""
    found = [
        GraphEdge(
            node=row["node"],
            next_node=row["next_node"],
            customers=row["customers"],
            steps=row["contacts"],
            weighted=row["good"],
            share=share_estimate(share_statistics(row, "good"), as_of),
            wait_median=quantile_estimate(row, 50, HOUR_US, as_of),
        )
        for row in rows.to_pylist()
    ]
    found.sort(key=lambda each: (-each.customers, each.pair))
    whole = sum(sorted(each.weighted for each in found if {START, END}.isdisjoint(each.pair)))
    return Graph(tuple(each for each in found if each.customers >= FEWEST), whole)


def covered_steps(steps: Table, shown: Collection[Edge]) -> Table:
    """One row: of all steps from node to node, those on edges that are `shown`."""
    rows = _inside(steps, shown)
    return customer_sums(rows.filter(rows.moves == 1), [], "person", ["inside"])


def covered_journeys(steps: Table, shown: Collection[Edge]) -> Table:
    """One row: of all journeys that lead from node to node, those that take no step on any other edge."""
    rows = _inside(steps, shown)
    whole = rows.aggregate(
        by=["journey", "person"],
        inside=rows.inside.min(),
        moves=rows.moves.max(),
        weight=rows.weight.max(),
    )
    return customer_sums(whole.filter(whole.moves == 1), [], "person", ["inside"])


def read_covered(rows: Rows, as_of: date | None = None) -> Measured:
    """The share in `covered_steps` or `covered_journeys`; n = customers."""
    (row,) = rows.to_pylist()
    return share_estimate(share_statistics(row, "inside"), as_of)


def _inside(steps: Table, shown: Collection[Edge]) -> Table:
    pairs = sorted(node * SPAN + next_node for node, next_node in shown)
    found = (steps.node * SPAN + steps.next_node).isin(pairs) if pairs else None
    moves = (steps.node != START) & (steps.next_node != END)
    return steps.mutate(inside=0 if found is None else found.cast("int8"), moves=moves.cast("int8"))
