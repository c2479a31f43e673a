"""What follows what: the questions of `core.outside.flows` and `core.outside.graph`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside import flows as flow
from leitstern.core.outside import graph as edge
from leitstern.store.held import counting
from leitstern.store.held.codes import bits, run_starts, waits_by_pair

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import pyarrow as pa
    from numpy.typing import NDArray

    from leitstern.core.outside.simplified import Edge
    from leitstern.store.arrays import Columns
    from leitstern.store.held.picked import Picked

_HALF = 33  # bits: a code and what is no touchpoint
_LOWEST = -2  # START and END are below zero


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """The steps from `node` to `after`, in order, that journeys take.

    A contact takes the one at `going[its pair]`, none if that is −1; with `coming` a journey first takes the one at
    `coming[its start]`.
    """

    picked: Picked
    node: NDArray[np.int64]
    after: NDArray[np.int64]
    going: NDArray[np.int64]
    coming: NDArray[np.int64] | None

    @property
    def inner(self) -> NDArray[np.bool_]:
        """Which lead from node to node."""
        return (self.node >= 0) & (self.after >= 0)

    def pieces(self) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int64]]]:
        """Person, journey and step, of some people after the other."""
        picked, held = self.picked, self.picked.held
        for contacts, journeys in picked.pieces():
            step = self.going[picked.step[contacts] >> held.wait_bits]
            person, journey = picked.person[contacts], picked.journey[contacts]
            if self.going.min() < 0:
                taken = step >= 0
                person, journey, step = person[taken], journey[taken], step[taken]
            if self.coming is not None:
                person = np.concatenate([person, picked.owner[journeys]])
                journey = np.concatenate([journey, picked.number[journeys]])
                step = np.concatenate([step, self.coming[held.first[picked.path[journeys]]]])
            yield person, journey, step

    def waits(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """All waits in order, where those of each step begin, and how many they are."""
        shift, many = self.picked.held.wait_bits, len(self.node)
        known = np.flatnonzero(self.going >= 0)
        if len(np.unique(self.going[known])) == len(self.going):
            (ordered, edges), places = self.picked.waits, self.going
        else:
            step = self.going[self.picked.step >> shift] << shift | self.picked.step & (1 << shift) - 1
            (ordered, edges), places = waits_by_pair(step[step >= 0], many, shift), np.arange(many)
        begin, count = np.zeros(many, np.int64), np.zeros(many, np.int64)
        begin[places], count[places] = edges[:-1], np.diff(edges)
        return ordered, begin, count


def flows(picked: Picked) -> pa.Table:
    """As `core.outside.flows.flows`."""
    steps = flow_steps(picked)
    journeys = counting.together(_journeys(journey, step, steps) for _, journey, step in steps.pieces())
    named = {"touchpoint": steps.node, "next_touchpoint": steps.after}
    return _answer({**named, **journeys}, steps, (50, 90))


def flow_steps(picked: Picked) -> Steps:
    """From touchpoint to touchpoint, and to the end."""
    here, after = _pairs(picked)
    return _steps(picked, here, np.where(after < 0, flow.END, after), here >= 0)


def graph(picked: Picked, stages: Mapping[int, int] | None = None) -> pa.Table:
    """As `core.outside.graph.graph` of touchpoints, or of the stages they belong to."""
    steps = _graph_steps(picked, stages)
    return _answer({"node": steps.node, "next_node": steps.after}, steps, (50,))


def covered_steps(
    picked: Picked, shown: Collection[Edge], stages: Mapping[int, int] | None = None
) -> pa.Table:
    """As `core.outside.graph.covered_steps`."""
    steps = _graph_steps(picked, stages)
    inner, among = steps.inner, _among(steps, shown)
    moves = ((person, step, inner[step]) for person, _, step in steps.pieces())
    return _share(
        counting.together(
            counting.customer_sums(person[moving], among[step[moving]]) for person, step, moving in moves
        )
    )


def covered_journeys(
    picked: Picked, shown: Collection[Edge], stages: Mapping[int, int] | None = None
) -> pa.Table:
    """As `core.outside.graph.covered_journeys`."""
    steps = _graph_steps(picked, stages)
    owner, inner, leads_out = picked.held.owner, steps.inner, ~_among(steps, shown)
    leaves, moves = np.zeros(len(owner), bool), np.zeros(len(owner), bool)
    for _, journey, step in steps.pieces():
        leaves[journey[leads_out[step]]] = True
        moves[journey[inner[step]]] = True
    return _share(counting.customer_sums(owner[moves], ~leaves[moves]))


def _graph_steps(picked: Picked, stages: Mapping[int, int] | None) -> Steps:
    here, after = _pairs(picked)
    first, kept = picked.held.starts.astype(np.int64), here >= 0
    if stages is not None:
        here, first = _rolled(here, stages), _rolled(first, stages)
        after = np.where(after < 0, after, _rolled(after, stages))
        kept = here != after
    return _steps(picked, here, np.where(after < 0, edge.END, after), kept, first)


def _rolled(codes: NDArray[np.int64], stages: Mapping[int, int]) -> NDArray[np.int64]:
    return np.array([stages.get(code, UNMAPPED) for code in codes.tolist()], np.int64)


def _pairs(picked: Picked) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    pairs = picked.held.pairs
    return pairs >> 32, (pairs & 0xFFFFFFFF) - 1


def _steps(
    picked: Picked,
    here: NDArray[np.int64],
    after: NDArray[np.int64],
    kept: NDArray[np.bool_],
    first: NDArray[np.int64] | None = None,
) -> Steps:
    """Each pair leads from `here` to `after` if it is `kept`; with `first`, journeys come from the start."""
    going = here - _LOWEST << _HALF | after - _LOWEST
    coming = None if first is None else edge.START - _LOWEST << _HALF | first - _LOWEST
    known = np.unique(going[kept] if coming is None else np.concatenate([going[kept], coming]))
    return Steps(
        picked,
        (known >> _HALF) + _LOWEST,
        (known & (1 << _HALF) - 1) + _LOWEST,
        np.where(kept, np.searchsorted(known, going), -1),
        None if coming is None else np.searchsorted(known, coming),
    )


def _journeys(journey: NDArray[np.int32], step: NDArray[np.int64], steps: Steps) -> Columns:
    """How many journeys take each step."""
    shift, many = bits(len(steps.node)), len(steps.node)
    rows = np.sort(journey.astype(np.int64) << shift | step)
    return {"journeys": np.bincount(rows[run_starts(rows)[:-1]] & (1 << shift) - 1, minlength=many)}


def _among(steps: Steps, shown: Collection[Edge]) -> NDArray[np.bool_]:
    pairs = zip(steps.node.tolist(), steps.after.tolist(), strict=True)
    return np.fromiter((pair in shown for pair in pairs), bool, len(steps.node))


def _answer(named: Columns, steps: Steps, percents: Sequence[int]) -> pa.Table:
    node = steps.node - _LOWEST
    found = counting.together(counting.going_on(person, step, node) for person, _, step in steps.pieces())
    waited = counting.quantiles(*steps.waits(), found["good2"], percents)
    taken = found["contacts"] > 0
    told = {**named, **found, "good": found["contacts"], "weight": found["answers"]}
    told |= {"measured": found["customers"], **waited}
    present = dict.fromkeys(waited, steps.inner[taken])
    return counting.table({name: each[taken] for name, each in told.items()}, present)


def _share(found: Columns) -> pa.Table:
    return counting.table({**found, "weight": found["answers"]}, {})
