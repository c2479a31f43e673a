"""How far people get: the question of `core.outside.funnel.walks`, of steps in order with anything between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.core.outside.funnel import DAY_US, NOTHING
from leitstern.store.arrays import column
from leitstern.store.held.codes import run_starts, whole_people

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from leitstern.core.outside.funnel import Way
    from leitstern.store.arrays import Columns
    from leitstern.store.held.line import Line, Stop

_EPOCH = 719_163  # the ordinal of 1 January 1970


def walks(line: Line, way: Way, as_of: date) -> pa.Table:
    """As `core.outside.funnel.walks` where the mode is ordered; people by their number."""
    steps = [line.at(touchpoint) for touchpoint in way.steps]
    best, person, last = _best(steps, way.days, as_of), steps[0].person, len(steps)
    got = best["got"]
    columns = {
        "person": column(pa.int64(), person),
        "weight": column(pa.float64(), np.ones(len(got))),
        **{
            f"us_{place}": column(pa.int64(), best[f"us_{place}"], got >= place)
            for place in range(1, last + 1)
        },
        "reached": column(pa.int64(), np.where(best["over"], got, 0)),
        "instead": column(pa.int32(), _instead(line, person, best, way.days), got < last),
    }
    return pa.Table.from_arrays([*columns.values()], names=[*columns])


def _best(steps: Sequence[Stop], days: int, as_of: date) -> Columns:
    """Of everybody who began the best beginning: `got` that many steps, at us_1, us_2, …, and the place where it ends."""
    begun = steps[0]
    over = begun.day < as_of.toordinal() - _EPOCH - days
    many = len(begun.person)
    best: Columns = {
        "over": np.zeros(many, bool),
        "got": np.zeros(many, np.int16),
        "end": np.zeros(many, np.intp),
    }
    best |= {f"us_{place}": np.zeros(many, np.int64) for place in range(1, len(steps) + 1)}
    for piece in whole_people(begun.number):
        # What is better comes later and takes the place of what was told before.
        for is_over in (False, True):
            rows = _rows(over[piece] == is_over, piece)
            for who, end, chain in _levels(steps, rows, days * DAY_US):
                first = run_starts(who)[:-1]
                whose = _dense(who[first])
                best["over"][whose], best["got"][whose] = is_over, len(chain)
                best["end"][whose] = end[first]
                for place, us in enumerate(chain, 1):
                    best[f"us_{place}"][whose] = us[first]
    return best


def _rows(chosen: NDArray[np.bool_], piece: slice) -> slice | NDArray[np.intp]:
    """Those of the piece that are chosen."""
    return piece if chosen.all() else np.flatnonzero(chosen) + piece.start


def _levels(
    steps: Sequence[Stop], rows: slice | NDArray[np.intp], window: int
) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32], list[NDArray[np.int64]]]]:
    """Of these beginnings those that get to each step: whose they are, the place where they are, all times so far."""
    begun = steps[0]
    who, end = begun.number[rows], begun.end[rows]
    place, chain = begun.place[:-1][rows], [begun.ts_us[:-1][rows]]
    yield who, place, chain
    for stop in steps[1:]:
        row = stop.after(place)
        there, us = stop.place.take(row, mode="clip"), stop.ts_us.take(row, mode="clip")
        arrives = there < end
        arrives &= us - chain[0] <= window
        going = np.flatnonzero(arrives)
        who, place, end = who[going], there[going], end[going]
        chain = [*(each[going] for each in chain), us[going]]
        yield who, place, chain


def _instead(line: Line, person: NDArray[np.int32], best: Columns, days: int) -> NDArray[np.int32]:
    """The touchpoint after the last step, if it was met within the window."""
    after = best["end"] + 1
    goes_on = after < line.ends[person]
    after = np.minimum(after, len(line.ts_us) - 1)
    goes_on &= line.ts_us[after] - best["us_1"] <= days * DAY_US
    return np.where(goes_on, line.touchpoint[after].astype(np.int32), np.int32(NOTHING))


def _dense(numbers: NDArray[np.int32]) -> slice | NDArray[np.intp]:
    """Rising numbers without gaps as a slice."""
    if len(numbers) and numbers[-1] - numbers[0] == len(numbers) - 1:
        return slice(int(numbers[0]), int(numbers[-1]) + 1)
    return numbers.astype(np.intp)
