"""Everybody's contacts in the order in which they lived them, whichever journey they belong to: for funnels."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from leitstern.store.arrays import numbers
from leitstern.store.engine import connect
from leitstern.store.held.codes import narrowest, run_starts, stretches
from leitstern.store.held.loading import BATCH, LOADING, held, stored
from leitstern.store.ordering import begins, sorted_places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any

    from numpy.typing import NDArray

    from leitstern.store.arrays import Columns
    from leitstern.store.held.loading import Held
    from leitstern.store.home import Home

STOPS = 8  # touchpoints that are remembered; each of their contacts takes some 25 bytes


@dataclass(frozen=True, eq=False)
class Line:
    """Contacts by (person, time, arrival): the numbers of person and journey in `Held`, and the day since 1970."""

    person: NDArray[np.int32]
    journey: NDArray[np.int32]
    touchpoint: NDArray[Any]
    ts_us: NDArray[np.int64]
    day: NDArray[Any]
    _stops: dict[int, Stop] = field(default_factory=dict, init=False, repr=False)

    def of(self, chosen: NDArray[np.bool_] | None) -> Line:
        """The contacts of the journeys that are `chosen`."""
        if chosen is None:
            return self
        rows = chosen[self.journey]
        return Line(
            self.person[rows], self.journey[rows], self.touchpoint[rows], self.ts_us[rows], self.day[rows]
        )

    def at(self, touchpoint: int) -> Stop:
        """The contacts at this touchpoint; those last asked for are remembered."""
        found = self._stops.pop(touchpoint, None) or self._stop(touchpoint)
        self._stops[touchpoint] = found
        for oldest in [*self._stops][:-STOPS]:
            self._stops.pop(oldest, None)
        return found

    @cached_property
    def ends(self) -> NDArray[np.int32]:
        """The place behind the last contact of each person."""
        runs = run_starts(self.person)
        whose = self.person[runs[:-1]]
        found = np.zeros(int(whose.max(initial=-1)) + 1, np.int32)
        found[whose] = runs[1:]
        return found

    def _stop(self, touchpoint: int) -> Stop:
        here = self.touchpoint == touchpoint
        places = np.flatnonzero(here)
        person = self.person[places]
        opens = begins(person)
        return Stop(
            place=np.append(places, len(here)).astype(np.int32),
            ts_us=np.append(self.ts_us[places], 0),
            day=self.day[places],
            end=self.ends[person],
            number=np.cumsum(opens, dtype=np.int32) - 1,
            person=person[opens],
            marks=_marks(here),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
    """The contacts of a line at one touchpoint, in order.

    `place` in the line and `ts_us` have one row more, which lies behind everything; `end` is the place behind the last
    contact of whoever it is, `number` whose it is in `person`, who are all that were ever here. Of each 32 places of the
    line `marks` has one bit for each, the lowest for the first, set where a contact is here, and how many are before them.
    """

    place: NDArray[np.int32]
    ts_us: NDArray[np.int64]
    day: NDArray[Any]
    end: NDArray[np.int32]
    number: NDArray[np.int32]
    person: NDArray[np.int32]
    marks: NDArray[np.uint32]

    def after(self, place: NDArray[np.int32]) -> NDArray[np.intp]:
        """The row of the first contact here behind each place of the line: as many as are not behind it."""
        marks = self.marks.take(place >> 5, axis=0, mode="clip")
        up_to = marks[:, 0] << (~place & 31).view(np.uint32)
        return (np.bitwise_count(up_to) + marks[:, 1]).astype(np.intp)


def _marks(here: NDArray[np.bool_]) -> NDArray[np.uint32]:
    """See `Stop`; at least one row."""
    packed = np.packbits(here, bitorder="little")
    words = np.zeros((len(here) >> 5) + 1, "<u4")
    words.view(np.uint8)[: len(packed)] = packed
    found = np.zeros((len(words), 2), np.uint32)
    found[:, 0] = words
    np.cumsum(np.bitwise_count(words[:-1]), out=found[1:, 1])
    return found


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
    places = stretches(starts[:-1][order], np.diff(starts)[order])
    found = {name: each[places] for name, each in found.items()}
    found["person"] = known.owner[found["journey"]]
    _mend(found)
    return Line(*(found[name] for name in ("person", "journey", "touchpoint", "ts_us", "day")))


def _moments(home: Home, transitions: Sequence[Path], known: Held) -> Columns:
    """As stored: by person, journey and time."""
    query = f"FROM {stored('transitions', transitions)} SELECT ts_us, seq, local_date"
    with closing(connect(home)) as con:
        batches = [[*map(numbers, batch.columns)] for batch in con.sql(query).to_arrow_reader(BATCH)]
    ts_us, seq, day = known.as_held(*(np.concatenate([each[at] for each in batches]) for at in range(3)))
    codes = known.pairs >> 32
    touchpoint = narrowest(codes)[known.step >> known.wait_bits]
    return {
        "journey": known.journey,
        "touchpoint": touchpoint,
        "ts_us": ts_us,
        "seq": seq,
        "day": narrowest(day),
    }


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
