"""Parquet goes the same way as text files; types become text that the import understands."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.collect.desk import CALL, mapping

from leitstern.collect.readers.peek import peek
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from pathlib import Path

    from tests.collect.desk import Desk

PROPS = ("n", "price", "open", "day", "home.city", "raw", "gone")
TOLD = {"file": "calls.parquet", "contacts": [CALL | {"props": list(PROPS)}]}


def put(desk: Desk, *rows: dict[str, Any], name: str = "calls.parquet") -> Path:
    path = desk.folder / name
    pq.write_table(pa.Table.from_pylist(list(rows)), path)
    return path


def row(who: str | None, at: object, **more: object) -> dict[str, object]:
    return {"who": who, "at": at} | more


def test_types_are_kept_and_structures_become_dotted_columns(desk: Desk) -> None:
    first = row(
        "Anna",
        datetime(2026, 2, 1, 9, 30, tzinfo=UTC),
        n=3.0,
        price=Decimal("1.50"),
        open=True,
        day=date(2026, 2, 1),
        home={"city": "Kiel"},
        raw=b"Text",
        gone=float("nan"),
    )
    put(desk, first, row("Ben", datetime(2026, 2, 2, 9, 30, tzinfo=UTC), n=1.25, gone=1.0))
    brought = desk.bring(mapping(TOLD))
    assert brought.times() == ["2026-02-01 09:30:00", "2026-02-02 09:30:00"]
    assert list(map(json.loads, brought.staged("props"))) == [
        {"n": 3, "price": 1.5, "open": "true", "day": "2026-02-01", "home.city": "Kiel", "raw": "Text"},
        {"n": 1.25, "gone": 1},
    ]
    assert brought.staged("line") == [1, 2]


def test_times_without_a_zone_are_on_the_clock_of_the_mapping(desk: Desk) -> None:
    put(desk, row("Anna", datetime(2026, 2, 1, 9, 30)))  # noqa: DTZ001
    assert desk.bring(mapping({"file": "calls.parquet"})).times() == ["2026-02-01 08:30:00"]


def test_rows_with_a_fault_wait_as_objects_and_can_be_read_again(desk: Desk) -> None:
    put(desk, row("Anna", "2026-02-01", n=1), row(None, "2026-02-02", n=2), row("E\0va", "2026-02-03", n=3))
    told = mapping({"file": "calls.parquet"})
    brought = desk.bring(told)
    assert sorted(brought.reasons) == [(2, "customer-missing"), (3, "nul")]
    assert min(entry.original for entry in brought.quarantine) == b'{"at": "2026-02-02", "n": "2"}'
    again = desk.again([entry for entry in brought.quarantine if entry.line == 2], told)
    assert again.reasons == [(2, "customer-missing")]


def test_a_list_is_refused_or_made_rows(desk: Desk) -> None:
    steps = [{"at": "2026-02-01"}, {"at": "2026-02-02"}]
    put(
        desk, {"who": "Anna", "steps": steps}, {"who": "Ben", "steps": []}, {"who": "Eva", "steps": steps[:1]}
    )
    told = {"file": "calls.parquet", "contacts": [{"touchpoint": "call", "at": "steps.at"}]}
    with pytest.raises(InvalidInput, match="“steps” is a list in this file"):
        desk.bring(mapping(told))
    brought = desk.bring(mapping(told | {"format": {"unnest": "steps"}}))
    assert (brought.source.rows, brought.staged("line")) == (4, [1, 2, 4])
    with pytest.raises(InvalidInput, match="no list of that name"):
        desk.bring(mapping(told | {"format": {"unnest": "who"}}))


def test_a_name_that_looks_like_a_pattern_is_a_name(desk: Desk) -> None:
    put(desk, row("Anna", "2026-02-01"), name="calls[1]*.parquet")
    put(desk, row("Ben", "2026-02-02"), name="calls1x.parquet")
    assert len(desk.bring(mapping({"file": "calls[1]*.parquet"})).staged("line")) == 1


def test_a_look_shows_the_first_rows(desk: Desk) -> None:
    seen = peek(put(desk, row("Anna", "2026-02-01"), row("Ben", None)), rows=2)
    assert (seen.columns, seen.rows) == (("who", "at"), (("Anna", "2026-02-01"), ("Ben", None)))
    assert seen.how.type == "parquet"
