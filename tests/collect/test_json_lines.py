"""JSON Lines go the same way as text files: nested names with dots, lists refused or made rows, broken lines aside."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from tests.collect.desk import CALL, mapping

from leitstern.collect.propose import Role, propose
from leitstern.collect.readers.peek import peek
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.collect.desk import Desk

ROWS: list[dict[str, object]] = [
    {"who": "Anna", "at": "2026-02-01T10:30:00+01:00", "from": {"city": "Kiel", "zip": "01099"}, "n": 1.50},
    {"at": "2026-02-02 10:30", "who": 12345, "from": {}, "n": None, "late": True, "tags": ["a", "b"]},
    {"who": "Ben", "at": "soon", "from": {"city": "Ulm"}},
]
TOLD = {
    "file": "calls.jsonl",
    "contacts": [CALL | {"props": {"city": "from.city", "zip": "from.zip", "n": "n", "late": "late"}}],
}
ORDERS = {
    "file": "orders.jsonl",
    "format": {"unnest": "lines"},
    "contacts": [{"touchpoint": "order", "at": "lines.at", "props": {"n": "lines.n"}}],
}
LINES = [
    {"who": "Anna", "lines": [{"at": "2026-02-01", "n": 1}, {"at": "soon", "n": 2.50}]},
    {"who": "Ben", "lines": []},
    {"who": "Eva", "lines": [{"at": "2026-02-03", "n": 3}]},
]


def lines(rows: Sequence[object]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


@pytest.mark.parametrize("packed", [False, True])
def test_nested_values_are_dotted_columns(desk: Desk, packed: bool) -> None:
    desk.put(gzip.compress(lines(ROWS)) if packed else b"\xef\xbb\xbf\n" + lines(ROWS), "calls.jsonl")
    brought = desk.bring(mapping(TOLD))
    assert brought.times() == ["2026-02-01 09:30:00", "2026-02-02 09:30:00"]
    props = list(map(json.loads, brought.staged("props")))
    assert props == [{"city": "Kiel", "zip": "01099", "n": 1.5}, {"late": "true"}]
    assert brought.staged("line") == [1, 2]
    assert brought.reasons == [(3, "time-unreadable")]
    assert brought.quarantine[0].original == lines(ROWS[2:]).strip()


def test_the_same_row_is_the_same_whichever_way_its_names_are_ordered(desk: Desk) -> None:
    desk.put(lines([ROWS[0], dict(reversed(ROWS[0].items()))]), "calls.jsonl")
    told = {"file": "calls.jsonl", "key": ["who", "at"]}
    assert len(set(desk.bring(mapping(told)).staged("mid"))) == 1


def test_a_list_is_refused_where_the_mapping_needs_it_with_what_to_do(desk: Desk) -> None:
    desk.put(lines(LINES), "orders.jsonl")
    with pytest.raises(InvalidInput, match="“lines” is a list in this file"):
        desk.bring(mapping({key: value for key, value in ORDERS.items() if key != "format"}))


def test_unnesting_makes_each_element_a_row_and_puts_aside_only_its_own(desk: Desk) -> None:
    desk.put(lines(LINES), "orders.jsonl")
    brought = desk.bring(mapping(ORDERS))
    assert brought.source.rows == 4
    assert brought.staged("line") == [1, 4]
    assert brought.reasons == [(2, "time-unreadable")]
    (waiting,) = brought.quarantine
    assert waiting.original == b'{"who": "Anna", "lines": [{"at": "soon", "n": "2.5"}]}'
    mended = mapping(ORDERS | {"format": {"unnest": "lines", "dates": ["soon"]}})
    assert [entry.digest for entry in desk.again([waiting], mapping(ORDERS)).quarantine] == [waiting.digest]
    assert desk.again([waiting], mended).source.rows == 1


def test_a_waiting_line_never_becomes_several_rows(desk: Desk) -> None:
    two = [{"at": "2026-02-01", "n": 1}, {"at": "2026-02-02", "n": 2}]
    found = [
        {"who": None, "at": "2026-02-01", "lines": two},
        {"who": None, "at": "2026-02-01", "lines": two[:1]},
    ]
    desk.put(lines(found), "calls.jsonl")
    waiting = desk.bring(mapping({"file": "calls.jsonl"})).quarantine
    again = desk.again(waiting, mapping(ORDERS | {"name": "calls", "file": "calls.jsonl"}))
    assert sorted((entry.line, entry.code) for entry in again.quarantine) == [
        (1, "not-one-row"),
        (2, "customer-missing"),
    ]
    assert {entry.digest for entry in again.quarantine} == {entry.digest for entry in waiting}


def test_broken_lines_wait_with_their_bytes_and_stay_broken(desk: Desk) -> None:
    desk.put(lines(ROWS[:1]) + b'{"who": "Eva", "at": \n' + lines(ROWS[1:2]), "calls.jsonl")
    brought = desk.bring(mapping(TOLD))
    assert brought.reasons == [(2, "json")]
    assert brought.quarantine[0].original == b'{"who": "Eva", "at": '
    assert [entry.code for entry in desk.again(brought.quarantine, mapping(TOLD)).quarantine] == ["json"]


def test_the_proposal_reads_names_with_dots(desk: Desk) -> None:
    rows = [
        {
            "customer": {"id": f"K{n % 7}"},
            "event": "call",
            "created": f"2026-02-{n:02}T10:00:00Z",
            "tags": ["x"],
        }
        for n in range(1, 28)
    ]
    desk.put(lines(rows), "calls.jsonl")
    seen = peek(desk.folder / "calls.jsonl")
    proposal = propose("calls.jsonl", seen.columns, seen.rows, how=seen.how)
    roles = {choice.column: choice.role for choice in proposal.choices}
    assert roles == {
        "customer.id": Role.CUSTOMER,
        "event": Role.TOUCHPOINT,
        "created": Role.TIME,
        "tags[]": Role.IGNORE,
    }
    assert proposal.to_mapping().sources[0].format.type == "jsonl"
