"""Everybody's contacts in the order in which they lived them, whichever journey they belong to: for funnels."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from leitstern.store.arrays import numbers
from leitstern.store.engine import connect
from leitstern.store.held.codes import run_starts, whole_people
from leitstern.store.held.loading import BATCH, LOADING, held, stored
from leitstern.store.ordering import sorted_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Any

    from numpy.typing import NDArray

    from leitstern.store.arrays import Columns
    from leitstern.store.held.loading import Held
    from leitstern.store.home import Home


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Contacts by (person, time, arrival): the numbers of person and journey in `Held`, and the day since 1970."""

    person: NDArray[np.int32]
    journey: NDArray[np.int32]
    touchpoint: NDArray[Any]
    ts_us: NDArray[np.int64]
    day: NDArray[np.int32]

    def of(self, chosen: NDArray[np.bool_] | None) -> Line:
        """The contacts of the journeys that are `chosen`."""
        if chosen is None:
            return self
        return self._part(chosen[self.journey])

    def pieces(self) -> Iterator[Line]:
        """The same of some people after the other."""
        return map(self._part, whole_people(self.person))

    def _part(self, rows: slice | NDArray[np.bool_]) -> Line:
        return Line(
            self.person[rows], self.journey[rows], self.touchpoint[rows], self.ts_us[rows], self.day[rows]
        )


def line(home: Home, transitions: Sequence[Path], journeys: Sequence[Path]) -> Line | None:
    """Of these files; None where what they say is not held."""
    with LOADING:
        return _line(home, tuple(transitions), tuple(journeys))


def forget() -> None:
    """Hold nothing any more."""
    _line.cache_clear()


@lru_cache(maxsize=1)
def _line(home: Home, transitions: tuple[Path, ...], journeys: tuple[Path, ...]) -> Line | None:
    known = held(home, transitions, journeys)
    if known is None:
        return None
    found = _moments(home, transitions, known)
    starts = run_starts(known.journey)
    begun = found["ts_us"][starts[:-1]]
    order = sorted_places(known.owner.astype(np.int64), begun - begun.min())
    length = np.diff(starts)[order]
    ends = np.cumsum(length)
    places = np.repeat(starts[:-1][order] - (ends - length), length) + np.arange(len(known.journey))
    found = {name: each[places] for name, each in found.items()}
    found["person"] = known.owner[found["journey"]]
    _mend(found)
    return Line(*(found[name] for name in ("person", "journey", "touchpoint", "ts_us", "day")))


def _moments(home: Home, transitions: Sequence[Path], known: Held) -> Columns:
    """As stored: by person, journey and time."""
    query = f"FROM {stored('transitions', transitions)} SELECT ts_us, seq, local_date"
    with closing(connect(home)) as con:
        batches = [[*map(numbers, batch.columns)] for batch in con.sql(query).to_arrow_reader(BATCH)]
    ts_us, seq, day = (np.concatenate([each[at] for each in batches]) for at in range(3))
    if known.counted is not None:
        ts_us, seq, day = ts_us[known.counted], seq[known.counted], day[known.counted]
    codes = known.pairs >> 32
    touchpoint = codes.astype(np.min_scalar_type(int(codes.max())))[known.step >> known.wait_bits]
    return {"journey": known.journey, "touchpoint": touchpoint, "ts_us": ts_us, "seq": seq, "day": day}


def _mend(found: Columns) -> None:
    """Journeys stand one after the other; where those of somebody overlap, the contacts are put in order."""
    person, ts_us, seq = found["person"], found["ts_us"], found["seq"]
    back = (ts_us[1:] < ts_us[:-1]) | ((ts_us[1:] == ts_us[:-1]) & (seq[1:] < seq[:-1]))
    back &= person[1:] == person[:-1]
    whose = np.zeros(int(person[-1]) + 1, bool)
    whose[person[1:][back]] = True
    rows = np.flatnonzero(whose[person])
    order = rows[np.lexsort((seq[rows], ts_us[rows], person[rows]))]
    for name, each in found.items():
        found[name][rows] = each[order]
