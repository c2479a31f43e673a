"""Workbooks and event logs go the same way as text files."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.collect.desk import CALL, mapping
from tests.collect.hostile import workbook

from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from tests.collect.desk import Desk

TIDE = {"contacts": [CALL | {"props": ["n"]}], "file": "calls.xlsx"}
LOG = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <global scope="trace"><string key="concept:name" value="?"/></global>
  <trace>
    <string key="concept:name" value="Anna"/>
    <string key="channel" value="Web"/>
    <event><string key="concept:name" value="call"/><date key="time:timestamp" value="2026-02-01T10:30:00.000+01:00"/></event>
    <event><string key="concept:name" value="Order"/><date key="time:timestamp" value="2026-02-02T10:30:00+01:00"/>
      <string key="note" value="a &amp; b"><string key="inner" value="left out"/></string></event>
  </trace>
  <trace>
    <string key="concept:name" value="Ben"/>
    <event><string key="concept:name" value="call"/><date key="time:timestamp" value="bald"/></event>
  </trace>
</log>
"""
TOLD = {
    "file": "log.xes.gz",
    "customer": "case:concept:name",
    "contacts": [
        {
            "touchpoint": {"column": "concept:name"},
            "at": "time:timestamp",
            "channel": {"column": "case:channel"},
            "props": ["note"],
        }
    ],
}


def test_dates_and_numbers_are_cells(desk: Desk) -> None:
    rows = (
        ("who", "at", "n"),
        ("Anna", datetime(2026, 2, 1, 10, 30), 1.5),  # noqa: DTZ001
        ("Ben", date(2026, 2, 2), 3),
        (12345, "03.02.2026 10:30", "x"),
    )
    desk.put(workbook(*rows), "calls.xlsx")
    brought = desk.bring(mapping(TIDE))
    assert brought.times() == ["2026-02-01 09:30:00", "2026-02-01 23:00:00", "2026-02-03 09:30:00"]
    assert brought.staged("props") == ['{"n":1.5}', '{"n":3}', '{"n":"x"}']
    assert brought.staged("line") == [2, 3, 4]


def test_a_number_in_a_workbook_is_the_same_customer_as_its_digits_in_a_text_file(desk: Desk) -> None:
    desk.put(workbook(("who", "at", "n"), (12345, "2026-02-01", 1)), "calls.xlsx")
    desk.put("who,at,n\n12345,2026-02-01,1\n")
    both = desk.bring(mapping(TIDE | {"name": "book"}, {}))
    assert len(set(both.staged("entity_id"))) == 1


def test_formulas_count_as_the_value_they_last_had(desk: Desk) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(file := io.BytesIO()) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["who", "at", "n"])
        sheet.write_row(1, 0, ["Anna", "2026-02-01"])
        sheet.write_formula(1, 2, "=40+2", value=42)
    desk.put(file.getvalue(), "calls.xlsx")
    assert desk.bring(mapping(TIDE)).staged("props") == ['{"n":42}']


def test_the_sheet_is_chosen_by_name_and_empty_rows_count_as_lines(desk: Desk) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Anrufe")
    for row in ([], ["who", "at", "n"], [], ["Anna", "2026-02-01", 1], ["Ben", "soon", 2]):
        sheet.append(row)
    book.save(file := io.BytesIO())
    desk.put(file.getvalue(), "calls.xlsx")
    brought = desk.bring(mapping(TIDE | {"format": {"sheet": "Anrufe"}}))
    assert brought.staged("line") == [4]
    (entry,) = brought.quarantine
    assert (entry.line, json.loads(entry.original)) == (5, {"who": "Ben", "at": "soon", "n": "2"})
    with pytest.raises(InvalidInput, match="no sheet “Anruf”; the workbook has: Sheet, Anrufe"):
        desk.bring(mapping(TIDE | {"format": {"sheet": "Anruf"}}))


@pytest.mark.parametrize("packed", [True, False])
def test_a_log_is_one_row_per_event_with_its_case(desk: Desk, *, packed: bool) -> None:
    desk.put(gzip.compress(LOG.encode()) if packed else LOG, "log.xes.gz")
    brought = desk.bring(mapping(TOLD))
    assert brought.staged("touchpoint, channel, props") == [(1, 2, None), (2, 2, '{"note":"a & b"}')]
    assert brought.reasons == [(3, "time-unreadable")]
    assert len(set(brought.staged("entity_id"))) == 1


@pytest.mark.parametrize("kind", ["log", "book"])
def test_their_rows_wait_and_come_in_like_others(desk: Desk, kind: str) -> None:
    how = {"format": {"dates": ["bald, am %d.%m.%Y"]}}
    if kind == "log":
        told, name, content = TOLD, "log.xes.gz", LOG.replace('"bald"', '"bald, am 03.02.2026"').encode()
    else:
        rows = (("who", "at", "n", "empty"), ("Anna", "2026-02-01", 1), ("Ben", "bald, am 03.02.2026"))
        told, name, content = TIDE, "calls.xlsx", workbook(*rows)
    desk.put(content, name)
    first = desk.bring(mapping(told))
    again = desk.again(first.quarantine, mapping(told | how))
    right = desk.bring(mapping(told | how))
    columns = "mid, line, ts_us, entity_id, touchpoint, props"
    assert len(again.staged(columns)) == 1
    assert right.staged(columns) == first.staged(columns) + again.staged(columns)


def test_a_file_that_is_not_what_the_mapping_says_is_refused(desk: Desk) -> None:
    desk.put("who;at\nAnna;2026-02-01\n")
    with pytest.raises(InvalidInput, match="The mapping says “xlsx”, the file looks like “csv”"):
        desk.bring(mapping({"format": {"type": "xlsx"}}))
