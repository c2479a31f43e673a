"""Whatever comes, comes late, is erased or taken out: what is derived step by step is what is derived at once."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.store.oracle import derived
from tests.store.staging import Import, bring_in, stored

from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.layout import Layout

if TYPE_CHECKING:
    import pytest

    from leitstern.store.reader import Versions

SMALL = Layout(
    buckets=4,
    in_bucket=6,
    bucketed_above=12,
    most_fresh=2,
    fresh_share=0.3,
    derived_share=0.5,
    anew_from=0.9,
    most_runs=2,
)
GAP = 3
PEOPLE = [number << 60 for number in range(8)]  # two in each bucket

people, keys, hours = (
    st.sampled_from(PEOPLE),
    st.sampled_from([0, 0, 0, 101, 102, 103, 104]),
    st.integers(0, 40),
)
contacts = st.tuples(people, st.integers(1, 3), hours, keys, st.integers(0, 2))
promises = st.tuples(people, hours, keys, st.sampled_from([None, -1, 3]))
batches = st.tuples(st.lists(contacts, min_size=1, max_size=12), st.lists(promises, max_size=3))
steps = st.one_of(batches, batches, batches, people, st.integers(0, 3))


def arriving(number: int, batch: tuple[list[Any], list[Any]]) -> Import:
    arrived = Import()
    for at, (who, touchpoint, hour, key, department) in enumerate(batch[0]):
        more = {"journey_key": key, "department": department, "key": (number, at)}
        arrived.contact(who, touchpoint, hour * 7, **more)
    for at, (who, hour, key, late) in enumerate(batch[1]):
        arrived.promise(who, 1, hour * 7, late, journey_key=key, key=(number, at))
    return arrived


def agrees(home: Home, versions: Versions) -> dict[str, Any]:
    found = stored(home, versions)
    facts = found["contacts"].to_pylist(), found["promises"].to_pylist()
    transitions, journeys = derived(*facts, gap_days=GAP)
    assert found["transitions"].to_pylist() == transitions
    assert found["journeys"].to_pylist() == journeys
    return found


@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(done=st.lists(steps, min_size=3, max_size=6))
def test_step_by_step_is_as_at_once(tmp_path_factory: pytest.TempPathFactory, done: list[Any]) -> None:
    home = Home.create(tmp_path_factory.mktemp("lake") / "home")
    lake, number = Lake(home, SMALL), count(1)
    there: dict[int, Counter[tuple[int, int]]] = {}
    for step in done:
        if isinstance(step, tuple):
            run = next(number)
            versions = bring_in(home, lake, run, arriving(run, step), GAP)
            there[run] = Counter((who, key) for who, _, _, key, _ in step[0])
        elif step in PEOPLE and step > 3:
            versions = lake.erase([step])
            there = {
                run: Counter({at: n for at, n in rows.items() if at[0] != step})
                for run, rows in there.items()
            }
        else:
            versions = lake.purge(step)
            there.pop(step, None)
        found = agrees(home, versions)
        kept = Counter((row["entity_id"], row["journey_key"]) for row in found["contacts"].to_pylist())
        assert kept == sum(there.values(), Counter())
        lake.release()
    before = stored(home, lake.versions())
    assert stored(home, lake.derive_again()) == before
