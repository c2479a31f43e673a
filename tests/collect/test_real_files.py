"""The two public data sets, read by the mappings we publish: the figures everybody can recount."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.docs.pages import ROOT
from tests.real import OLIST, WABO, needs_real_data

from leitstern.collect.importer import prepare
from leitstern.collect.mapping_file import load_mapping
from leitstern.store import engine
from leitstern.store.home import Home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb

    from leitstern.collect.prepared import Prepared

pytestmark = [pytest.mark.real, needs_real_data]


def bring(name: str, data: Path, con: duckdb.DuckDBPyConnection, home: Home) -> Prepared:
    mapping, taxonomy = load_mapping(ROOT / "examples" / name / "mapping.yaml")
    assert taxonomy
    return prepare(home, con, mapping, data, taxonomy, 1)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home.create(tmp_path_factory.mktemp("real") / "home")


@pytest.fixture(scope="module")
def olist(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(engine.connect(home)) as con:
        prepared = bring("olist", OLIST, con, home)
        assert [(s.quarantined, s.unmapped) for s in prepared.sources] == [(0, ()), (0, ())]
        yield con


@pytest.mark.parametrize(
    ("days", "mean", "n"),
    [
        ("late_days <= -15", 4.318, 1923),
        ("late_days BETWEEN -14 AND 0", 4.248, 2965),
        ("late_days BETWEEN 1 AND 3", 3.277, 101),
        ("late_days > 3", 1.716, 243),
    ],
)
def test_reviews_of_delivered_orders_by_lateness(
    olist: duckdb.DuckDBPyConnection, days: str, mean: float, n: int
) -> None:
    found = engine.rows(
        olist,
        "SELECT round(avg(value), 3), count(*) FROM staged_feedback JOIN staged_promises USING (journey_key) "
        f"WHERE staged_promises.weight > 1 AND {days}",
    )
    assert found == [(mean, n)]


def test_delivered_orders_stand_for_all_of_them(olist: duckdb.DuckDBPyConnection) -> None:
    """5,172 delivered orders for 96,478, and all 2,963 others for themselves: 99,441 in all."""
    ((orders,),) = engine.rows(olist, "SELECT sum(weight) FROM staged_contacts WHERE touchpoint = 1")
    assert orders == pytest.approx(99_441)


def test_permits(home: Home) -> None:
    with closing(engine.connect(home)) as con:
        (source,) = bring("wabo", WABO, con, home).sources
        journeys = engine.rows(con, "SELECT count(DISTINCT journey_key) FROM staged_contacts")
    assert journeys == [(1434,)]
    assert (source.staged["contacts"], source.quarantined) == (8577, 0)
    assert [(value.kind, value.value, value.items) for value in source.unmapped] == [
        ("department", "EMPTY", 1936)
    ]
