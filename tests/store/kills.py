"""Kills a process in the middle of its work on the lake, again and again, and looks what is left.

Run as `python -m tests.store.kills FOLDER SEED`: prints one line per round. Every step runs in a fresh fork of a
process that has imported everything and opened nothing, so that a round takes half a second.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.store.staging import APPLY, CALL, Import, bring_in, duplicates

from leitstern.core.tables.lake import DERIVED, LAKE
from leitstern.store import columns, durable, views
from leitstern.store.engine import connect, rows
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Callable

AT_A_SYNC, AT_ANY_TIME = 2, 1  # rounds per kind of work
ANNA, BERND, CEM = 0, 1 << 61, 2 << 61  # each in a bucket of their own
SMALL = Layout(buckets=4, bucketed_above=20, fresh_share=0.5, derived_share=0.9, anew_from=1.0, most_runs=1)
TIDY = Layout(
    buckets=4,
    in_bucket=12,
    bucketed_above=20,
    fresh_share=0.1,
    derived_share=0.1,
    anew_from=1.0,
    most_runs=1,
)


def first() -> Import:
    arrived = Import()
    for at in range(40):
        arrived.contact((ANNA, BERND)[at % 2], CALL, at, journey_key=at // 10)
        arrived.answer(BERND, CALL, at, 3.0, comment="first")
        arrived.promise(ANNA, CALL, at, late_days=at % 3)
    return arrived


def second() -> Import:
    arrived = Import()
    for at in range(30):
        arrived.contact((ANNA, CEM)[at % 2], APPLY, at, journey_key=at // 7, key=at)
        arrived.answer(CEM, APPLY, at, 4.0, comment="second")
        arrived.promise(CEM, APPLY, at, late_days=None)
    return arrived


def append(home: Home) -> None:
    bring_in(home, Lake(home, SMALL), 2, second())


def compact(home: Home) -> None:
    bring_in(home, Lake(home, TIDY), 2, second())


def purge(home: Home) -> None:
    Lake(home, SMALL).purge(1)


def only_first(home: Home) -> None:
    bring_in(home, Lake(home, SMALL), 1, first())


def both(home: Home) -> None:
    only_first(home)
    append(home)


WORK: dict[str, tuple[Callable[[Home], None], Callable[[Home], None]]] = {
    "append": (only_first, append),
    "compact": (only_first, compact),
    "purge": (both, purge),
}


def result(home: Home) -> dict[str, object]:
    """Everything a lake tells about itself."""
    lake = Lake(home)
    files = {name: table.files() for name, table in lake._tables.items()}
    with closing(connect(home)) as con:
        tables = {
            name: rows(
                con,
                f"FROM {views.derived(name, paths, files['journeys']) if name in DERIVED else columns.files(LAKE[name], paths)} "
                "ORDER BY ALL",
            )
            for name, paths in files.items()
        }
    known = [duplicates(home, lake, arrived) for arrived in (first(), second())]
    return {
        "tables": tables,
        "known": known,
        "pending": lake._seen.pending(),
        "verified": lake.verify() == lake.versions(),
    }


def in_a_fork(work: Callable[[], object]) -> int:
    """The exit code of `work` in a process of its own; negative if it was killed."""
    child = os.fork()
    if not child:
        try:
            work()
        except BaseException as error:  # noqa: BLE001
            sys.stdout.write(f"{error!r}\n")
            sys.stdout.flush()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at_sync(number: int, work: Callable[[], object]) -> None:
    """Do the work until just before the sync with this number."""
    sync, left = durable.sync, iter(range(number - 1))

    def maybe(path: Path) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        sync(path)

    durable.sync = maybe
    work()


def killed_after(seconds: float, work: Callable[[], object]) -> None:
    """Do the work for so long."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    work()


def syncs_of(work: Callable[[], object]) -> int:
    """How often the work syncs."""
    count, sync = 0, durable.sync

    def counting(path: Path) -> None:
        nonlocal count
        count += 1
        sync(path)

    durable.sync = counting
    work()
    return count


def rounds(folder: Path, kind: str, chance: random.Random) -> None:
    prepare, work = WORK[kind]
    template, undisturbed = folder / f"{kind}-before", folder / f"{kind}-after"
    assert in_a_fork(lambda: prepare(Home.create(template))) == 0
    shutil.copytree(template, undisturbed)
    told = folder / f"{kind}.txt"
    began = time.monotonic()
    assert (
        in_a_fork(lambda: told.write_text(f"{syncs_of(lambda: work(Home.open(undisturbed)))}") and None) == 0
    )
    duration, syncs = time.monotonic() - began, int(told.read_text())
    expected = folder / f"{kind}-expected.txt"
    assert in_a_fork(lambda: expected.write_text(repr(result(Home.open(undisturbed)))) and None) == 0

    def disturb(name: str, how: Callable[[Callable[[], object]], None]) -> None:
        path = folder / "home"
        shutil.copytree(template, path)
        ended = in_a_fork(lambda: how(lambda: work(Home.open(path))))

        def mend() -> None:
            home = Home.open(path)
            Lake(home, SMALL).verify()
            work(home)
            assert repr(result(home)) == expected.read_text(), "the lake differs"

        mended = in_a_fork(mend)
        sys.stdout.write(f"{kind} {name} ended {ended} mended {mended}\n")
        sys.stdout.flush()
        shutil.rmtree(path)

    for number in sorted(chance.sample(range(1, syncs + 1), min(AT_A_SYNC, syncs))):
        disturb(f"sync {number}/{syncs}", partial(killed_at_sync, number))
    for _ in range(AT_ANY_TIME):
        seconds = chance.uniform(0.01, duration)
        disturb(f"after {seconds:.3f} s", partial(killed_after, seconds))


if __name__ == "__main__":
    for kind in WORK:
        rounds(Path(sys.argv[1]), kind, random.Random(int(sys.argv[2])))
