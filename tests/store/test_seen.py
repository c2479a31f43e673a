from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
