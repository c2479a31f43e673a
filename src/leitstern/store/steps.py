"""From contacts to transitions: which journey each contact belongs to, and what came next in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.store.ordering import begins, numbered, sorted_places

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.store.arrays import Columns

SPREAD = 0x9E3779B97F4A7C15  # K: 2⁶⁴ divided by the golden ratio, odd
_KEPT = (
    "person",
    "journey_key",
    "ts_us",
    "seq",
    "touchpoint",
    "channel",
    "department",
    "local_date",
    "weight",
)
_NEXT = ("touchpoint", "channel", "department")


def transitions(contacts: Columns, gap_us: int) -> Columns:
    """The transitions of whole persons, sorted by (person, journey, ts_us, seq).

    `contacts` are sorted by (person, ts_us, seq) and have the columns in _KEPT; see `derive` for the rules. Besides
    those of the contract there are the columns `journey_key` and `goes_on`: only where that is true, `next_*` and
    `wait_*` mean anything. `since_same_us` is −1 where the person had not been at the touchpoint before.
    """
    person = numbered(begins(contacts["person"]))
    journey = _journeys(person, contacts, gap_us)
    places = sorted_places(person, journey)
    found = {name: contacts[name][places] for name in _KEPT} | {"journey": journey[places]}
    found["since_same_us"] = _since_same(person, contacts)[places]
    begin = begins(found["person"], found["journey"])
    starts = np.flatnonzero(begin)
    found["position"] = np.arange(len(begin)) - starts[numbered(begin)]
    found["goes_on"] = np.append(~begin[1:], False)
    for name in _NEXT:
        found[f"next_{name}"] = _shifted(found[name])
    found["wait_us"] = (_shifted(found["ts_us"]) - found["ts_us"]) * found["goes_on"]
    found["wait_bucket"] = np.floor(16 * np.log2(1 + found["wait_us"] // 1_000_000))
    return found


def _journeys(person: NDArray[np.int64], contacts: Columns, gap_us: int) -> NDArray[np.int64]:
    """The journey of each contact: its key, or the id that follows from the person and the start."""
    journey: NDArray[np.int64] = contacts["journey_key"]
    loose = np.flatnonzero(journey == 0)
    if not len(loose):
        return journey
    whose, ts_us = person[loose], contacts["ts_us"][loose]
    opens = begins(whose)
    opens[1:] |= np.diff(ts_us) > gap_us
    start_us = ts_us[opens][numbered(opens)]
    journey = journey.copy()
    journey[loose] = loose_id(contacts["person"][loose], start_us)
    return journey


def loose_id(entity: NDArray[np.int64], start_us: NDArray[np.int64]) -> NDArray[np.int64]:
    """(entity + start·K) mod 2⁶³; unsigned numbers wrap at 2⁶⁴, which changes nothing modulo 2⁶³."""
    wrapped = entity.view(np.uint64) + start_us.view(np.uint64) * np.uint64(SPREAD)
    return (wrapped & np.uint64(2**63 - 1)).view(np.int64)


def _since_same(person: NDArray[np.int64], contacts: Columns) -> NDArray[np.int64]:
    """Since the person's previous contact at the same touchpoint, −1 without one."""
    places = sorted_places(person, contacts["touchpoint"])
    ts_us = contacts["ts_us"][places]
    since = np.diff(ts_us, prepend=ts_us[0])
    since[begins(person[places], contacts["touchpoint"][places])] = -1
    found = np.empty_like(since)
    found[places] = since
    return found


def _shifted[T: np.generic](column: NDArray[T]) -> NDArray[T]:
    """Each row's successor; the last row, without one, its own."""
    found = np.empty_like(column)
    found[:-1], found[-1] = column[1:], column[-1]
    return found
