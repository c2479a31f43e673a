"""Whatever is counted in memory equals what the expression that asks the same yields, to the last digit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from tests.store.staging import ANNA, BERND, CALL, PAY, Import, bring_in

from leitstern.core.outside.flows import flows
from leitstern.core.outside.funnel import Mode, Way
from leitstern.core.outside.funnel import walks as expressed
from leitstern.core.outside.graph import (
    covered_journeys,
    covered_steps,
    graph,
    touchpoint_steps,
)
from leitstern.core.outside.selection import EVERYTHING, Selection, selected_journeys, selected_transitions
from leitstern.core.outside.variants import decode, moves_on, variants
from leitstern.core.outside.ways_beside import ways_among
from leitstern.core.tables.lake import TRANSITIONS
from leitstern.store.held import follows, loading, ways
from leitstern.store.held.codes import PIECE
from leitstern.store.held.funnel import walks
from leitstern.store.held.picked import Picked
from leitstern.store.lake import Lake
from leitstern.store.layout import Layout, bucketed, fresh
from leitstern.store.reader import Reader
from leitstern.store.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyarrow as pa

    from leitstern.store.home import Home

PEOPLE, CONTACTS, TOUCHPOINTS = 40, 700, 6
SMALL = Layout(buckets=4, bucketed_above=300, derived_share=0.9)
SELECTIONS = [
    EVERYTHING,
    Selection(since=date(2026, 3, 10), until=date(2026, 4, 20), channel=2),
    Selection(channel=9),
]


def some(seed: int, contacts: int, first: int = 0) -> Import:
    """Contacts of people with journeys of their own and none, tied in time, at the same place twice."""
    random, arrived = np.random.default_rng(seed), Import()
    for number in range(contacts):
        who = int(random.integers(1, PEOPLE))
        journey = int(random.integers(0, 3))
        arrived.contact(
            who << 57 | who,
            int(random.integers(0, TOUCHPOINTS)),
            float(random.integers(0, 60) * 24 + random.integers(0, 3)),
            channel=int(random.integers(1, 3)),
            journey_key=journey and who << 40 | journey,
            key=(first + number,),
        )
    return arrived


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A lake with buckets, and fresh files that hide what is in them."""
    from leitstern.store.home import Home

    home = Home.create(tmp_path_factory.mktemp("held") / "home")
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, some(1, CONTACTS))
    versions = bring_in(home, lake, 2, some(2, 12, CONTACTS))
    with Reader(home, versions) as opened:
        files = opened._files["journeys"]
        assert fresh(files)
        assert bucketed(files)
        yield opened


def picked(reader: Reader, selection: Selection) -> Picked:
    held = reader.held()
    assert held
    if selection.everything:
        return Picked(held)
    return Picked(held, held.chosen(reader.run(journeys(reader, selection).select("journey"))))


def journeys(reader: Reader, selection: Selection) -> Any:
    return selected_journeys(selection, *tables(reader))


def transitions(reader: Reader, selection: Selection) -> Any:
    return selected_transitions(selection, *tables(reader))


def tables(reader: Reader) -> tuple[Any, Any, Any]:
    return reader.table("journeys"), reader.table("transitions"), reader.table("contacts")


def same(counted: pa.Table, asked: pa.Table, *keys: str) -> None:
    """Equal in every column that the expression has; what is null for it may be anything where nothing was measured."""
    mine, theirs = (
        sorted(each.to_pylist(), key=lambda row: [str(row[key]) for key in keys]) for each in (counted, asked)
    )
    for one, other in zip(mine, theirs, strict=True):
        assert {name: one.get(name) for name in other if name not in {"whole", "measured"}} == {
            name: value for name, value in other.items() if name not in {"whole", "measured"}
        }
        assert other.get("measured") in {None, one.get("measured")}


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_what_follows_what(reader: Reader, selection: Selection) -> None:
    steps = transitions(reader, selection)
    asked = reader.run(flows(steps))
    same(follows.flows(picked(reader, selection)), asked, "touchpoint", "next_touchpoint")
    asked = reader.run(graph(touchpoint_steps(steps)))
    same(follows.graph(picked(reader, selection)), asked, "node", "next_node")


def by_stage(steps: Any) -> Any:
    """As `stage_steps`, of STAGES."""
    import ibis

    def stage(code: Any) -> Any:
        return ibis.cases(*((code == one, other) for one, other in STAGES.items()), else_=0)

    rolled = steps.mutate(
        touchpoint=stage(steps.touchpoint),
        next_touchpoint=steps.next_touchpoint.isnull().ifelse(
            ibis.null("int32"), stage(steps.next_touchpoint).cast("int32")
        ),
    )
    found = touchpoint_steps(rolled)
    return found.filter(found.node != found.next_node)


STAGES = {1: 1, 2: 1, 3: 2, 4: 2}


def test_stages_are_pairs_taken_together(reader: Reader) -> None:
    selection = SELECTIONS[1]
    steps = by_stage(transitions(reader, selection))
    same(follows.graph(picked(reader, selection), STAGES), reader.run(graph(steps)), "node", "next_node")
    for mine, theirs in (
        (follows.covered_steps, covered_steps),
        (follows.covered_journeys, covered_journeys),
    ):
        same(mine(picked(reader, selection), SHOWN, STAGES), reader.run(theirs(steps, SHOWN)), "n")


SHOWN = {(-1, 1), (1, 2), (2, 1), (2, 3), (3, 3), (0, 2), (2, -2), (3, -2)}


@pytest.mark.parametrize("selection", SELECTIONS[:2], ids=str)
def test_how_much_a_picture_holds(reader: Reader, selection: Selection) -> None:
    steps = touchpoint_steps(transitions(reader, selection))
    among = picked(reader, selection)
    same(follows.covered_steps(among, SHOWN), reader.run(covered_steps(steps, SHOWN)), "n")
    same(follows.covered_journeys(among, SHOWN), reader.run(covered_journeys(steps, SHOWN)), "n")


@pytest.mark.parametrize(
    ("selection", "top"), [(EVERYTHING, 7), (EVERYTHING, 5000), (SELECTIONS[1], 7), (SELECTIONS[2], 1)]
)
def test_which_paths_are_taken(reader: Reader, selection: Selection, top: int) -> None:
    table, among = journeys(reader, selection), picked(reader, selection)
    same(ways.variants(among, top), reader.run(variants(table, top)), "rank")
    moving = table.filter(moves_on(table))
    asked = reader.run(variants(moving, top))
    same(ways.variants(among.moving, top), asked, "rank")
    paths = [decode(path) for path in asked["path"].to_pylist()][:9]
    same(ways.ways_among(among, paths), reader.run(ways_among(table, paths)), "way")


def test_people_are_counted_piece_by_piece_and_never_halved(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, way = reader.line(), Way((1, 2, 3), Mode.ORDERED, 9)
    assert line
    whole = follows.graph(picked(reader, EVERYTHING)).to_pylist()
    walked = walks(line, way, date(2026, 4, 12)).to_pylist()
    for size in (1, 10, 100):
        monkeypatch.setattr("leitstern.store.held.codes.PIECE", size)
        assert len([*picked(reader, EVERYTHING).pieces()]) > CONTACTS // PIECE + 1
        assert follows.graph(picked(reader, EVERYTHING)).to_pylist() == whole
        assert walks(line, way, date(2026, 4, 12)).to_pylist() == walked


def test_contacts_that_stand_for_several_are_not_held(home: Home) -> None:
    arrived = Import()
    arrived.contact(ANNA, CALL, 0)
    arrived.contact(BERND, PAY, 0, weight=2.5)
    with Reader(home, bring_in(home, Lake(home), 1, arrived)) as reader:
        assert reader.held() is None


def test_more_than_the_machine_has_room_for_is_not_held(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = reader.held()
    assert held is not None
    stored = sum(each.rows for each in Table(reader._home.lake / "transitions", TRANSITIONS).stored())
    allowed = tmp_path / "memory.max"
    monkeypatch.setattr(loading, "CGROUP", allowed)
    for room, there in ((stored, True), (stored - 1, False)):
        allowed.write_text(f"{room * loading.EACH * loading.PART}\n")
        loading.forget()
        assert (reader.held() is not None) is there
    allowed.write_text("max\n")
    assert loading.most() > stored


def test_an_empty_lake_holds_nothing(home: Home, lake: Lake) -> None:
    with Reader(home, lake.versions()) as reader:
        assert reader.held() is None


def test_what_was_released_is_not_held_any_longer(home: Home, lake: Lake) -> None:
    arrived = Import()
    arrived.contact(ANNA, CALL, 0)
    with Reader(home, bring_in(home, lake, 1, arrived)) as reader:
        assert reader.held()
    assert loading._held.cache_info().currsize == 1
    lake.release()
    assert loading._held.cache_info().currsize == 0


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
@pytest.mark.parametrize(
    "way",
    [
        Way((1, 2, 3), Mode.ORDERED, 9),
        Way((2, 2), Mode.ORDERED, 40),
        Way((1, 2, 1, 1), Mode.ORDERED, 60),
        Way((9, 1), Mode.ORDERED, 40),
        Way((1, 9, 2), Mode.ORDERED, 40),
    ],
)
def test_how_far_people_get(reader: Reader, selection: Selection, way: Way) -> None:
    """Journeys overlap, contacts are tied, and the last who begin have not had their days yet."""
    line, today = reader.line(), date(2026, 4, 12)
    assert line
    counted = walks(line.of(picked(reader, selection).chosen), way, today)
    asked = reader.run(expressed(transitions(reader, selection), way, today))
    both = [
        sorted(
            ({name: each[name] for name in each if name != "person"} for each in rows.to_pylist()), key=str
        )
        for rows in (counted.select(asked.schema.names), asked)
    ]
    assert both[0] == both[1]
