"""The counts that shares, their intervals and quantiles rest on, as `core.outside` defines them, over arrays.

Contacts stand for themselves here, none for several: sums are whole numbers, equal to those of any engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from leitstern.core.outside.quantiles import cuts
from leitstern.store.arrays import column
from leitstern.store.held.codes import bits, run_starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from leitstern.store.arrays import Columns


def going_on(person: NDArray[Any], code: NDArray[Any], node: NDArray[Any]) -> Columns:
    """As `core.outside.going_on`: one row per code, whose node is `node[code]` and does not decrease with it.

    Counts of different people may be added, see `together`.
    """
    shift, many, nodes = bits(len(node)), len(node), int(node[-1]) + 1
    rows = np.sort(person.astype(np.int64) << shift | code)
    runs = run_starts(rows)
    first, contacts = rows[runs[:-1]], np.diff(runs)
    place, who = first & (1 << shift) - 1, first >> shift
    begins = run_starts(who * nodes + node[place])
    whole = np.add.reduceat(contacts, begins[:-1]) if len(who) else contacts
    here = node[place[begins[:-1]]]
    weight = np.repeat(whole, np.diff(begins))
    return {
        "customers": np.bincount(place, minlength=many),
        "contacts": summed(place, contacts, many),
        "good2": summed(place, contacts * contacts, many),
        "good_weight": summed(place, contacts * weight, many),
        "n": np.bincount(here, minlength=nodes)[node],
        "answers": summed(here, whole, nodes)[node],
        "weight2": summed(here, whole * whole, nodes)[node],
    }


def customer_sums(person: NDArray[Any], inside: NDArray[np.bool_]) -> Columns:
    """As `core.outside.sampling.customer_sums` of the measure `inside`, over everybody; a row per answer."""
    low = int(person.min(initial=0)) if len(person) else 0
    weight = np.bincount(person - low)
    good = np.bincount(person[inside] - low, minlength=len(weight))
    told = {
        "n": np.count_nonzero(weight),
        "answers": weight.sum(),
        "weight2": (weight * weight).sum(),
        "inside": good.sum(),
        "inside2": (good * good).sum(),
        "inside_weight": (good * weight).sum(),
    }
    return {name: np.array([value], np.int64) for name, value in told.items()}


def together(pieces: Iterable[Columns]) -> Columns:
    """The sums of what was counted of different people."""
    found: Columns = {}
    for piece in pieces:
        found = {name: found[name] + each for name, each in piece.items()} if found else piece
    return found


def quantiles(
    ordered: NDArray[np.int64],
    begin: NDArray[np.int64],
    count: NDArray[np.int64],
    spread2: NDArray[np.int64],
    percents: Sequence[int],
) -> Columns:
    """As `core.outside.quantiles` of groups, each of so many values in order from its `begin`; of empty ones anything.

    `spread2` is the sum over customers of their squared contacts.
    """
    found = {}
    if not len(ordered):
        ordered = np.zeros(1, np.int64)
    for name, cut in cuts(percents, count.astype(float), np.sqrt(spread2), np.minimum).items():
        rank = np.clip(np.ceil(cut).astype(np.int64), 1, np.maximum(count, 1))
        found[name] = ordered[np.minimum(begin + rank, len(ordered)) - 1]
    return found


def summed(group: NDArray[Any], values: NDArray[Any], many: int) -> NDArray[np.int64]:
    """The sum of each group; exact while below 2⁵³."""
    return np.bincount(group, values, many).astype(np.int64)


def table(found: Mapping[str, NDArray[Any]], present: Mapping[str, NDArray[np.bool_]]) -> pa.Table:
    """Whole numbers as the rows of an answer, null where they are not `present`."""
    told = {name: column(pa.int64(), values, present.get(name)) for name, values in found.items()}
    return pa.Table.from_arrays([*told.values()], names=[*told])
