from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leitstern.store import runs
from leitstern.store.seen import Seen

if TYPE_CHECKING:
    from pathlib import Path

# Few upper halves, so that hashes often differ in the lower half only.
hashes = st.sets(
    st.tuples(st.integers(0, 3) | st.just(2**64 - 1), st.integers(0, 2**64 - 1) | st.integers(0, 3))
)


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    runs = Seen(tmp_path / "seen")
    runs.create()
    return runs


def write(seen: Seen, import_id: int, stored: set[tuple[int, int]]) -> None:
    ordered = np.array(sorted(stored), np.uint64).reshape(-1, 2)
    half = len(ordered) // 2
    seen.write(
        import_id,
        len(ordered),
        [(part[:, 0].copy(), part[:, 1].copy()) for part in (ordered[:half], ordered[half:])],
    )


def known(seen: Seen, asked: set[tuple[int, int]]) -> set[tuple[int, int]]:
    ordered = np.array(sorted(asked), np.uint64).reshape(-1, 2)
    found = seen.known(ordered[:, 0].copy(), ordered[:, 1].copy())
    return {(int(high), int(low)) for high, low in ordered[found]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(first=hashes, second=hashes, asked=hashes)
def test_known_are_exactly_the_hashes_of_all_imports(
    seen: Seen, first: set[tuple[int, int]], second: set[tuple[int, int]], asked: set[tuple[int, int]]
) -> None:
    for import_id, stored in ((1, first), (2, second)):
        write(seen, import_id, stored)
        seen.settle(import_id)
    assert known(seen, asked | first) == (asked & second) | first


def test_pending_hashes_do_not_count(seen: Seen) -> None:
    write(seen, 7, {(1, 1)})
    assert (seen.pending(), seen.imports(), known(seen, {(1, 1)})) == ([7], [], set())
    seen.settle(7)
    assert (seen.pending(), seen.imports(), known(seen, {(1, 1)})) == ([], [7], {(1, 1)})
    seen.suspend(7)
    assert (seen.pending(), seen.imports(), known(seen, {(1, 1)})) == ([7], [], set())
    seen.forget(7)
    assert (seen.pending(), seen.imports()) == ([], [])


def test_an_import_whose_hashes_are_lost_can_still_be_purged(seen: Seen) -> None:
    seen.suspend(3)
    assert seen.pending() == [3]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(stored=st.lists(hashes, min_size=3, max_size=5), asked=hashes, gone=st.integers(1, 3))
def test_merged_runs_know_the_same_and_give_each_import_back(
    tmp_path_factory: pytest.TempPathFactory,
    stored: list[set[tuple[int, int]]],
    asked: set[tuple[int, int]],
    gone: int,
) -> None:
    seen = Seen(tmp_path_factory.mktemp("seen"), most=2)
    came: set[tuple[int, int]] = set()
    for number, hashed in enumerate(stored, 1):
        hashed.difference_update(came)  # no hash comes in twice
        came |= hashed
        write(seen, number, hashed)
        seen.settle(number)
        seen.merge()
    assert len(seen.runs()) <= 2
    assert (seen.imports(), known(seen, asked | came)) == ([*range(1, len(stored) + 1)], came)
    seen.suspend(gone)
    assert (gone in seen.imports(), seen.pending()) == (False, [gone])
    assert known(seen, asked | came) == came - stored[gone - 1]
    seen.settle(gone)
    assert known(seen, asked | came) == came


def test_hashes_are_merged_piece_by_piece(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "PIECE", 7)
    random = np.random.default_rng(1)
    stored = [
        {(int(high), low) for low, high in enumerate(random.integers(0, 2**64, 40, np.uint64))}
        for _ in range(11)
    ]
    for number, arrived in enumerate(stored, 1):
        write(seen, number, arrived)
        seen.settle(number)
    seen.merge()
    assert len(seen.runs()) == 1
    everything = set.union(*stored)
    assert known(seen, everything) == everything
    seen.suspend(4)
    assert known(seen, everything) == everything - stored[3]
    assert len(np.load(seen._pending(4))[0]) == 40


def test_what_a_crash_left_of_merging_is_tidied_up(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 12):
        write(seen, number, {(number, number)})
        seen.settle(number)
    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.unlink", lambda path: (_ for _ in ()).throw(OSError(path)))
        with pytest.raises(OSError, match="npy"):
            seen.merge()
    assert len(seen.runs()) == 12
    (seen.folder / "12.npy.new").write_bytes(b"half")
    seen.tidy()
    assert [path.name for path in seen.folder.iterdir()] == ["merged-1-11-11.npy"]
    assert seen.imports() == [*range(1, 12)]


def test_runs_are_merged_in_order_even_where_upper_halves_are_equal(seen: Seen) -> None:
    for import_id, lower in ((1, 5), (2, 3), (3, 4)):
        write(seen, import_id, {(7, lower), (8, lower)})
        seen.settle(import_id)
    opened = [(runs.load(path), int(path.stem)) for path in seen.runs()]
    [(high, low, brought)] = runs.merged(opened)
    assert (high.tolist(), low.tolist()) == ([7, 7, 7, 8, 8, 8], [3, 4, 5, 3, 4, 5])
    assert brought.tolist() == [2, 3, 1, 2, 3, 1]


def test_small_runs_are_merged_before_large_ones() -> None:
    assert runs.to_merge([1] * 10, 10) == 0
    assert runs.to_merge([1] * 11, 10) == 11
    assert runs.to_merge([1] * 10 + [50], 10) == 10
    assert runs.to_merge([2**n for n in range(11)], 10) == 6
