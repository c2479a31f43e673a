"""How far people get: the question of `core.outside.funnel.walks`, of steps in order with anything between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.core.outside.funnel import DAY_US, NOTHING
from leitstern.store.arrays import column
from leitstern.store.held.codes import run_starts

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

    from leitstern.core.outside.funnel import Way
    from leitstern.store.arrays import Columns
    from leitstern.store.held.line import Line

_EPOCH = 719_163  # the ordinal of 1 January 1970


def walks(line: Line, way: Way, as_of: date) -> pa.Table:
    """As `core.outside.funnel.walks` where the mode is ordered; people by their number."""
    pieces = [_walked(piece, way, as_of) for piece in line.pieces()]
    found = {name: np.concatenate([piece[name] for piece in pieces]) for name in pieces[0]}
    got, last = found["got"], len(way.steps)
    columns = {
        "person": column(pa.int64(), found["person"]),
        "weight": column(pa.float64(), np.ones(len(got))),
        **{
            f"us_{place}": column(pa.int64(), found[f"us_{place}"], got >= place)
            for place in range(1, last + 1)
        },
        "reached": column(pa.int64(), np.where(found["over"], got, 0)),
        "instead": column(pa.int32(), found["instead"], got < last),
    }
    return pa.Table.from_arrays([*columns.values()], names=[*columns])


def _walked(line: Line, way: Way, as_of: date) -> Columns:
    """Of each of these people who began, the best beginning: `got` that many steps, at us_1, …, then `instead`."""
    start, ts_us = np.flatnonzero(line.touchpoint == way.steps[0]), line.ts_us
    window, us, person = way.days * DAY_US, ts_us[start], line.person[start]
    found: Columns = {"us_1": us}
    got, end = np.ones(len(start), np.int64), start.copy()
    going, at = np.arange(len(start)), start  # those that are still on their way, and where
    for place, touchpoint in enumerate(way.steps[1:], 2):
        here = line.touchpoint == touchpoint
        met = np.append(np.flatnonzero(here), len(ts_us))
        there = met[np.cumsum(here, dtype=np.int32)[at]]  # the first one after
        within = np.minimum(there, len(ts_us) - 1)
        arrives = (there < len(ts_us)) & (line.person[within] == person[going])
        arrives &= ts_us[within] - us[going] <= window
        going, at = going[arrives], there[arrives]
        got[going], end[going] = place, at
        found[f"us_{place}"] = np.zeros(len(start), np.int64)
        found[f"us_{place}"][going] = ts_us[at]
    over = as_of.toordinal() - _EPOCH - line.day[start] > way.days
    best = _best(person, over * (len(way.steps) + 1) + got)
    after = np.minimum(end[best] + 1, len(ts_us) - 1)
    goes_on = (end[best] + 1 < len(ts_us)) & (line.person[after] == person[best])
    goes_on &= ts_us[after] - us[best] <= window
    instead = np.where(goes_on, line.touchpoint[after].astype(np.int64), NOTHING)
    told: Columns = {"person": person, "got": got, "over": over, **found}
    return {name: each[best] for name, each in told.items()} | {"instead": instead}


def _best(person: NDArray[np.int32], score: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of each person the place with the highest score, of equal ones the first."""
    if not len(person):
        return np.empty(0, np.int64)
    many = len(person)
    ranked = score * many + (many - 1 - np.arange(many))
    highest = np.maximum.reduceat(ranked, run_starts(person)[:-1])
    return many - 1 - highest % many
