"""Which paths are taken: the questions of `core.outside.variants` and `core.outside.ways_beside`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leitstern.core.outside.ways_beside import NO_WAY, encode
from leitstern.store.held import counting
from leitstern.store.held.codes import run_starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from leitstern.store.held.loading import Held
    from leitstern.store.held.picked import Picked


def variants(picked: Picked, top: int) -> pa.Table:
    """As `core.outside.variants.variants`."""
    held = picked.held
    often = np.bincount(picked.path, minlength=len(held.paths))
    first = most_frequent(held, often, top)
    rank = np.full(len(held.paths), -1, np.int64)
    rank[first] = np.arange(len(first))
    weight = np.bincount(picked.owner)
    found = rank[picked.path]
    there = found >= 0
    # Of everybody the journeys of each of these ranks, and with them all of higher ones.
    rows = np.sort(picked.owner[there].astype(np.int64) * top + found[there])
    runs = run_starts(rows)
    taken, good = rows[runs[:-1]], np.diff(runs)
    who, at = taken // top, taken % top
    covered = np.cumsum(good)
    begin = run_starts(who)
    before = np.repeat(covered[begin[:-1]] - good[begin[:-1]], np.diff(begin))
    growth = good * (2 * (covered - before) - good)
    many, whole = len(first), len(first) * [1]
    told = {
        "rank": np.arange(many),
        "customers": np.bincount(at, minlength=many),
        "journeys": counting.summed(at, good, many),
        "good2": counting.summed(at, good * good, many),
        "good_weight": counting.summed(at, good * weight[who], many),
        "covered2": counting.summed(at, growth, many),
        "n": np.multiply(whole, np.count_nonzero(weight)),
        "answers": np.multiply(whole, weight.sum()),
        "weight2": np.multiply(whole, (weight * weight).sum()),
        "distinct": np.multiply(whole, np.count_nonzero(often)),
    }
    told |= {"good": told["journeys"], "weight": told["answers"]}
    return counting.table(told, {}).append_column(
        "path", held.paths.take(pa.array(first.tolist(), pa.int64()))
    )


def most_frequent(held: Held, often: NDArray[np.int64], top: int) -> NDArray[np.int64]:
    """The `top` paths taken most often, of equal ones those first in order."""
    least = max(1, int(np.partition(often, -top)[-top])) if top < len(often) else 1
    above = np.flatnonzero(often > least)
    equal = np.flatnonzero(often == least)
    missing = top - len(above)
    if len(equal) > missing:
        texts = held.paths.filter(_mask(often == least))
        equal = equal[pc.select_k_unstable(texts, missing, sort_keys=[("", "ascending")]).to_numpy()]
    there = [*above.tolist(), *equal.tolist()]
    named = held.paths.take(pa.array(there, pa.int64())).to_pylist()
    order = sorted(range(len(there)), key=lambda at: (-often[there[at]], named[at]))
    return np.array([there[at] for at in order], np.int64)


def ways_among(picked: Picked, paths: Sequence[tuple[int, ...]]) -> pa.Table:
    """As `core.outside.ways_beside.ways_among`."""
    held = picked.held
    written = sorted(map(encode, paths))
    found = pc.index_in(held.paths, value_set=pa.array(written, pa.string()))
    way = pc.add(found, 1).fill_null(0)
    code = np.from_dlpack(way)[picked.path].astype(np.int64)
    told = counting.going_on(picked.owner, code, np.zeros(len(written) + 1, np.int64))
    taken = told["contacts"] > 0
    names = pa.array([NO_WAY, *written], pa.string()).filter(_mask(taken))
    told |= {"good": told["contacts"], "weight": told["answers"]}
    return counting.table({name: each[taken] for name, each in told.items()}, {}).append_column("way", names)


def _mask(chosen: NDArray[np.bool_]) -> pa.BooleanArray:
    bitmap = pa.py_buffer(np.packbits(chosen, bitorder="little"))
    return pa.BooleanArray.from_buffers(pa.bool_(), len(chosen), [None, bitmap])
