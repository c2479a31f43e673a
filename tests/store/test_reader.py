from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from tests.store.staging import ANNA, BERND, CALL, Import, bring_in

from leitstern.core.errors import Conflict
from leitstern.core.tables.lake import LAKE
from leitstern.store import translated
from leitstern.store.reader import Reader, Versions

if TYPE_CHECKING:
    from leitstern.store.home import Home
    from leitstern.store.lake import Lake


def calls(who: int, count: int) -> Import:
    arrived = Import()
    for number in range(count):
        arrived.contact(who, CALL, number)
    return arrived


def counted(home: Home, versions: Versions) -> int:
    with Reader(home, versions) as reader:
        return count(reader)


def count(reader: Reader) -> int:
    contacts = reader.table("contacts")
    [row] = reader.run(contacts.aggregate(rows=contacts.count())).to_pylist()
    return int(row["rows"])


@pytest.mark.parametrize("name", list(LAKE))
def test_an_empty_lake_has_its_columns(home: Home, lake: Lake, name: str) -> None:
    with Reader(home, lake.versions()) as reader:
        assert reader.run(reader.table(name)).schema == LAKE[name]


@pytest.mark.parametrize("name", ["contacts", "transitions", "journeys"])
def test_filled_tables_have_the_same_columns(home: Home, lake: Lake, name: str) -> None:
    with Reader(home, bring_in(home, lake, 1, calls(ANNA, 3))) as reader:
        found = reader.run(reader.table(name))
    assert (found.schema.names, found.schema.types) == (LAKE[name].names, LAKE[name].types)


def test_a_reader_sees_its_versions_while_others_write(home: Home, lake: Lake) -> None:
    first = bring_in(home, lake, 1, calls(ANNA, 3))
    with Reader(home, first) as reader:
        second = bring_in(home, lake, 2, calls(BERND, 2))
        third = lake.purge(1)
        assert count(reader) == 3
    assert [counted(home, versions) for versions in (first, second, third)] == [3, 5, 2]


def test_many_threads_read_different_versions(home: Home, lake: Lake) -> None:
    versions = [bring_in(home, lake, number + 1, calls(number, number + 1)) for number in range(3)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: counted(home, versions[number % 3]), range(60)))
    assert found == [1, 3, 6] * 20


def test_versions_that_never_were_are_refused(home: Home, lake: Lake) -> None:
    versions = lake.versions()
    with pytest.raises(Conflict, match="Load the page again"), Reader(home, Versions(9, 9, 9, 9, 9)):
        pass
    assert counted(home, versions) == 0


def test_expressions_join_aggregate_and_bring_their_own_rows(home: Home, lake: Lake) -> None:
    import ibis

    with Reader(home, bring_in(home, lake, 1, calls(ANNA, 3))) as reader:
        names = ibis.memtable(pa.table({"touchpoint": [CALL], "name": ["Call"]}))
        contacts = reader.table("contacts").join(names, "touchpoint")
        assert reader.run(contacts.group_by("name").agg(n=contacts.count())).to_pylist() == [
            {"name": "Call", "n": 3}
        ]


def test_a_reader_of_some_people_has_their_rows_alone(home: Home, lake: Lake) -> None:
    bring_in(home, lake, 1, calls(ANNA, 3))
    versions = bring_in(home, lake, 2, calls(BERND, 2))
    for people, many in (([ANNA], 3), ([BERND], 2), ([ANNA, BERND], 5), ([7], 0)):
        with Reader(home, versions, people) as reader:
            tables = [reader.run(reader.table(name)) for name in ("contacts", "transitions", "journeys")]
            assert [table.num_rows for table in tables] == [many, many, len(people) if many else 0]


def test_a_question_is_translated_once_and_asked_of_every_state(home: Home, lake: Lake) -> None:
    import ibis

    translated._translated.cache_clear()
    found = []
    for number, who in enumerate((ANNA, BERND)):
        with Reader(home, bring_in(home, lake, number + 1, calls(who, 3))) as reader:
            contacts = reader.table("contacts")
            late = contacts.filter(contacts.seq >= 1)
            given = ibis.memtable(pa.table({"seq": [2 + number]}))
            found.append(
                (
                    reader.run(late.aggregate(n=late.count())).to_pylist(),
                    reader.run(late.semi_join(given, "seq").aggregate(s=late.seq.max())).to_pylist(),
                )
            )
    assert found == [([{"n": 2}], [{"s": 2}]), ([{"n": 5}], [{"s": 3}])]
    kept = translated._translated.cache_info()
    assert (kept.hits, kept.misses) == (1, 1)  # what carries rows of its own is not kept
