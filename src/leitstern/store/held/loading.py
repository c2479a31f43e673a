"""What is held: which touchpoints follow each other, after how long, whose they are, and which path a journey took.

Every answer equals that of the expression in `core.outside` that asks the same; what is not held is asked there. Of
contacts that stand for several (weights) and of more than the machine has room for nothing is held. The newest state alone stays in memory.
"""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from leitstern.core.tables.lake import DERIVED
from leitstern.store import columns
from leitstern.store.arrays import column, numbers
from leitstern.store.engine import connect, rows
from leitstern.store.held.codes import bits, coded, run_starts, stretches, waits_by_pair
from leitstern.store.held.paths import first_and_moving
from leitstern.store.layout import bucketed, fresh
from leitstern.store.ordering import begins
from leitstern.store.runs import contained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import duckdb
    from numpy.typing import NDArray

    from leitstern.store.arrays import Columns
    from leitstern.store.home import Home

EACH, PART = 60, 4  # bytes of a contact while it is read; of the machine's memory no more than a quarter
CGROUP = Path("/sys/fs/cgroup/memory.max")  # what a container may take of it
BATCH = 250_000
END = -1  # in place of the next touchpoint
_BITS = 63
LOADING = RLock()


@dataclass(frozen=True, eq=False)
class Held:
    """Of each contact `step` and the numbers of its journey and person; of each journey its person and path.

    `step` is the place of its pair in `pairs` (touchpoint, next touchpoint or `END`; sorted), then in `wait_bits` bits
    the microseconds until the next contact. Journeys and people are numbered in the order of their rows; `sorted_ids`
    are the ids of journeys, `sorted_places` whose they are. `path` is a place in `paths`; each path begins at the place
    `first` in `starts` (touchpoints), and `moves` if it leads to another one. `stored_at` says at which stored row each
    journey begins, unless all rows are held as they are stored.
    """

    step: NDArray[np.int64]
    journey: NDArray[np.int32]
    person: NDArray[np.int32]
    pairs: NDArray[np.int64]
    wait_bits: int
    owner: NDArray[np.int32]
    path: NDArray[np.int32]
    paths: pa.StringArray
    first: NDArray[np.int32]
    starts: NDArray[np.int32]
    moves: NDArray[np.bool_]
    sorted_ids: NDArray[np.int64]
    sorted_places: NDArray[np.int64]
    stored_at: NDArray[np.int64] | None

    @cached_property
    def waits(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """As `waits_by_pair`, of all contacts: sorted when first asked for, another 8 bytes of each."""
        return waits_by_pair(self.step, len(self.pairs), self.wait_bits)

    def as_held(self, *columns: NDArray[Any]) -> Iterator[NDArray[Any]]:
        """Columns of stored rows in the order of what is held."""
        if self.stored_at is None:
            yield from columns
            return
        places = stretches(self.stored_at, np.bincount(self.journey))
        for each in columns:
            yield each[places]

    def chosen(self, journeys: pa.Table) -> NDArray[np.bool_]:
        """Which journeys these rows name, each of them one that there is."""
        found = np.zeros(len(self.owner), bool)
        ids = numbers(journeys.combine_chunks()["journey"].chunk(0)) if journeys.num_rows else found[:0]
        at = np.searchsorted(self.sorted_ids, np.sort(ids))
        found[self.sorted_places[at]] = True
        return found


def held(home: Home, transitions: Sequence[Path], journeys: Sequence[Path]) -> Held | None:
    """What these files say; None where that cannot be held."""
    with LOADING:
        return _held(home, tuple(transitions), tuple(journeys))


def most() -> int:
    """How many contacts this machine can hold."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    allowed = CGROUP.read_text().strip() if CGROUP.exists() else ""
    return min(memory, int(allowed) if allowed.isdigit() else memory) // PART // EACH


def forget() -> None:
    """Hold nothing any more: somebody may have been erased."""
    _held.cache_clear()


def stored(name: str, files: Sequence[Path]) -> str:
    """All rows of a derived table in the order of its files, with those that are hidden."""
    later = sorted(fresh(files), key=lambda path: path.name)  # of both tables that belong together alike
    return columns.files(DERIVED[name], [*bucketed(files), *later])


@lru_cache(maxsize=1)
def _held(home: Home, transitions: tuple[Path, ...], journeys: tuple[Path, ...]) -> Held | None:
    with closing(connect(home)) as con:
        told = "SELECT count(*), coalesce(min(weight), 1), coalesce(max(weight), 1)"
        steps, ways = f"FROM {stored('transitions', transitions)}", f"FROM {stored('journeys', journeys)}"
        (count, *weights), (_, *others) = (rows(con, f"{each} {told}")[0] for each in (steps, ways))
        if not 0 < count <= most() or {*weights, *others} != {1.0}:
            return None
        [(cut,)] = rows(con, f"FROM {columns.files(DERIVED['journeys'], bucketed(journeys))} SELECT count(*)")
        known = con.sql(f"{ways} SELECT journey, person, contacts, path").to_arrow_table().combine_chunks()
        return _packed(_steps(con, steps, count), known.to_batches()[0], cut)


def _packed(found: Columns, ways: pa.RecordBatch, cut: int) -> Held | None:
    """What is stored about contacts and about journeys, `cut` of which are in buckets."""
    pair, wait, journey = found["pair"], found["wait"], found["journey"]
    stored_at = None
    there = numbers(ways.column("contacts")) > 0
    if not np.array_equal(numbers(ways.column("journey"))[there], found["ids"]):
        return None  # not in the same order
    if cut < len(there):
        counting = _counting(ways, cut)
        rows_of = run_starts(journey)
        at = (np.cumsum(there) - 1)[counting]
        stored_at, length = rows_of[at], np.diff(rows_of)[at]
        places = stretches(stored_at, length)
        pair, wait = pair[places], wait[places]
        journey = np.repeat(np.arange(len(at), dtype=np.int32), length)
        ways = ways.take(column(pa.int64(), counting))
    ids, owner = (numbers(ways.column(name)) for name in ("journey", "person"))
    path = ways.column("path").dictionary_encode()
    code, pairs = coded(pair)
    wait_bits, opens = bits(int(wait.max())), begins(owner)
    apart = len(np.unique(owner)) != np.count_nonzero(opens)  # rows of somebody do not stand together
    if apart or bits(2 * len(pairs)) + wait_bits > _BITS:
        return None
    step = code.astype(np.int64) << wait_bits
    step |= wait
    number = np.cumsum(opens, dtype=np.int32) - 1
    begun, moves = first_and_moving(path.dictionary)
    starts, first = np.unique(begun, return_inverse=True)
    places = np.argsort(ids)
    return Held(
        step=step,
        journey=journey,
        person=number[journey],
        pairs=pairs,
        wait_bits=wait_bits,
        owner=number,
        path=numbers(path.indices),
        paths=path.dictionary,
        first=first.astype(np.int32),
        starts=starts,
        moves=moves,
        sorted_ids=ids[places],
        sorted_places=places,
        stored_at=stored_at,
    )


def _counting(ways: pa.RecordBatch, cut: int) -> NDArray[np.int64]:
    """The places of the journeys that count in the order of their people: none that there is no more, and of those in
    buckets, the first `cut`, none that has fresh rows. See `views`."""
    ids, owner, contacts = (numbers(ways.column(name)) for name in ("journey", "person", "contacts"))
    order = np.lexsort((owner[cut:], ids[cut:])) + cut
    counting = contacts > 0
    counting[:cut] &= ~contained(ids[:cut], owner[:cut], np.stack((ids[order], owner[order])))
    found = np.flatnonzero(counting)
    return found[np.argsort(owner[found], kind="stable")]


def _steps(con: duckdb.DuckDBPyConnection, source: str, count: int) -> Columns:
    """Of each contact its pair as one number, its wait and the number of its journey; the ids of all journeys."""
    pair, wait = np.empty(count, np.int64), np.empty(count, np.int64)
    journey = np.empty(count, np.int32)
    ids: list[NDArray[np.int64]] = []
    at, last = 0, -1
    query = (
        f"{source} SELECT journey, position, touchpoint, coalesce(next_touchpoint, {END}) AS after, "
        "coalesce(wait_us, 0) AS wait_us"
    )
    for batch in con.sql(query).to_arrow_reader(BATCH):
        name, position, here, after, us = map(numbers, batch.columns)
        part = slice(at, at + len(name))
        opens = position == 0
        ids.append(name[opens])
        journey[part] = last + np.cumsum(opens, dtype=np.int32)
        pair[part] = here.astype(np.int64) << 32 | (after + 1)
        wait[part] = us
        at, last = part.stop, int(journey[part.stop - 1])
    return {"pair": pair, "wait": wait, "journey": journey, "ids": np.concatenate(ids)}
