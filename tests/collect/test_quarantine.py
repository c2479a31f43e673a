"""A broken row takes nothing along, is kept byte for byte, and every item that came in is accounted for."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.collect.desk import Brought, Desk, mapping, taxonomy

from leitstern.collect.importer import prepare
from leitstern.collect.quarantine import collector
from leitstern.collect.quarantine.entries import Entry, Quarantine
from leitstern.collect.quarantine.reasons import REASONS, explain
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    import duckdb

GOOD = (b"Anna;2026-02-01;ok", b"Ben;2026-02-02;fine", b'Cem;2026-02-03;"a;b"')


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b"Eva;2026-02-01", "too-few"),
        (b"Eva;2026-02-01;a;b", "too-many"),
        (b'Eva;2026-02-01;"open', "quote"),
        (b'Eva;2026-02-01;"x"y', "quote"),
        (b"Eva;2026-02-01;a\0b", "nul"),
        (b"Eva;2026-02-01;a\xff\xfeb", "encoding"),
        (b"Eva;2026-02-01;gr\xfcn", "encoding"),
        (b"Eva;2026-02-01;stra\xc3", "encoding"),
        (b";2026-02-01;x", "customer-missing"),
        (b"Eva;soon;x", "time-unreadable"),
    ],
)
@pytest.mark.parametrize("position", [0, 1, 3])
def test_a_broken_row_is_put_aside_byte_for_byte_while_the_rest_goes_on(
    desk: Desk, row: bytes, code: str, position: int
) -> None:
    lines = [*GOOD[:position], row, *GOOD[position:]]
    letters = "Grüße".encode()  # the file is UTF-8, whatever is wrong with one row
    desk.put(b"\n".join([b"who;at;note", *lines, b"Zoe;2026-02-04;" + letters * 3]) + b"\n")
    brought = desk.bring()
    (entry,) = brought.quarantine
    assert (entry.line, entry.code, entry.original) == (position + 2, code, row)
    assert brought.staged("line") == [line for line in range(2, 7) if line != entry.line]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_originals_are_bytes_in_the_encoding_of_their_file(desk: Desk, encoding: str) -> None:
    desk.put("who;at\nJürgen;2026-02-01\nMüller\nÖzil;bald\nBjörn;2026-02-02\n".encode(encoding))
    assert [(e.original.decode(encoding), e.encoding) for e in desk.bring().quarantine] == [
        ("Müller", encoding),
        ("Özil;bald", encoding),
    ]


def test_half_a_letter_of_utf_16_breaks_its_row_only(desk: Desk) -> None:
    broken = "Eva;2026-02-01;".encode("utf-16-le") + b"\x00\xd8" + "x\n".encode("utf-16-le")
    desk.put("who;at;note\nAnna;2026-02-01;a\n".encode("utf-16-le") + broken)
    brought = desk.bring()
    assert brought.reasons == [(3, "encoding")]
    assert brought.quarantine[0].original == broken[:-2]
    assert brought.source.staged["contacts"] == 1


def test_a_quote_that_is_never_closed_costs_one_row_of_many(desk: Desk) -> None:
    rows = [f"Anna{n};2026-02-01;x" for n in range(3000)]
    rows[1500] = 'Eva;2026-02-01;"never closed'
    desk.put("\n".join(["who;at;note", *rows]) + "\n")
    brought = desk.bring()
    assert brought.reasons == [(1502, "quote")]
    assert brought.source.staged["contacts"] == 2999


def test_the_reason_is_a_sentence_in_both_languages(desk: Desk) -> None:
    desk.put("who;at\nAnna;gestern\n")
    (entry,) = desk.bring().quarantine
    assert entry.text.en.startswith("“gestern” in column “at” is no time we can read.")
    assert entry.text.de.startswith("„gestern“ in der Spalte „at“ ist keine Zeit")


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_can_be_said(code: str) -> None:
    text = explain(code, "Spalte", "3/4" * 50, "1/5")
    assert "{" not in text.en + text.de
    assert len(text.en) < 400


def test_the_same_row_has_the_same_digest_wherever_it_stands_and_equal_rows_differ(desk: Desk) -> None:
    desk.put("who;at\nAnna;x\nBen;x\nAnna;x\n")
    first = {entry.line: entry.digest for entry in desk.bring().quarantine}
    desk.put("who;at\nBen;x\nAnna;x\nAnna;x\n")
    again = {entry.line: entry.digest for entry in desk.bring().quarantine}
    assert len(set(first.values())) == 3
    assert (again[2], again[3], again[4]) == (first[3], first[2], first[4])


def test_a_mapping_that_does_not_fit_is_refused_as_a_whole(desk: Desk) -> None:
    desk.put("who;at\n" + "Anna;soon\n" * 1200 + "Ben;2026-02-01\n" * 1100)
    with pytest.raises(InvalidInput, match=r"1200 of 2300 rows cannot be read.*(?s:.*)line 2, at"):
        desk.bring()


def test_more_than_anybody_can_look_at_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "MOST", 3)
    desk.put("who;at\n" + "Anna\n" * 4 + "Ben;2026-02-01\n" * 20)
    with pytest.raises(InvalidInput, match="More than 3 rows cannot be read"):
        desk.bring()


def test_a_quarantine_gives_its_rows_in_the_order_of_their_lines(tmp_path: Path) -> None:
    quarantine = Quarantine(tmp_path)
    for source, line in (("b", 2), ("a", 9), ("a", 3)):
        quarantine.add(Entry(source, "f", line, "nul", "", "", "", 1, b"\0\xff", b"", "utf-8", "d"))
    assert [(entry.source, entry.line) for entry in quarantine] == [("a", 3), ("a", 9), ("b", 2)]
    assert {entry.original for entry in quarantine} == {b"\0\xff"}
    assert len(quarantine) == 3
    assert list(tmp_path.iterdir()) == []  # nobody else can open it


# everything that comes in is accounted for

cells = st.sampled_from(
    [
        *(
            b"Anna",
            b"",
            b"2026-02-01",
            b"31.12.2025 23:59",
            b"soon",
            b"5",
            b"9",
            b"x;y",
            b'"q"',
            b'"',
            b' "x" ',
        ),
        *(b'"a;b"', b"\0", b"\xff", "ö".encode(), b"\r", b"5\rEva;2026-02-01;5", b'"a\nb"', b'"a\rb"', b" "),
        *(b"2026-03-29 02:30", b'"a""b"', b"'", b"\\"),
    ]
)
dirty_rows = (
    st.lists(cells, min_size=1, max_size=5).map(b";".join)
    | st.just(b"Anna;2026-02-01;5")
    | st.binary(max_size=9)
)


@cache
def table() -> tuple[Desk, duckdb.DuckDBPyConnection]:
    """One desk and engine for all examples; making them takes longer than an import."""
    path = Path(tempfile.mkdtemp())
    desk = Desk.at(path)
    atexit.register(shutil.rmtree, path)
    atexit.register(desk.open.close)
    return desk, desk.connect()


@settings(max_examples=40, deadline=None)
@given(st.lists(dirty_rows, max_size=12))
def test_received_is_staged_plus_quarantined_for_any_dirt(rows: list[bytes]) -> None:
    desk, con = table()
    desk.put(b"\n".join([b"who;at;score", b"Ben;2026-02-01;4", *rows]) + b"\n")
    answer = {"touchpoint": "call", "kind": "rating", "scale": [1, 5], "good_from": 4, "value": "score"}
    how = {"encoding": "utf-8", "delimiter": ";"}
    told = mapping({"feedback": [answer | {"at": "at"}], "format": how})
    brought = Brought(con, prepare(desk.home, con, told, desk.folder, taxonomy(), 1))
    source, aside = brought.source, brought.quarantine
    for name in ("contacts", "feedback"):
        assert len(brought.staged("line", name)) == source.staged[name]
    assert source.received == sum(source.staged.values()) + sum(entry.items for entry in aside)
    assert source.quarantined_rows == len(aside)
    for entry in aside:
        assert entry.original in b"\n".join(rows)
        if entry.code in ("time-unreadable", "time-skipped", "value-outside", "value-unreadable"):
            assert entry.value.replace('"', '""') in entry.original.decode()
    lines = {*brought.staged("line"), *brought.staged("line", "feedback")}
    assert lines.isdisjoint(entry.line for entry in aside)
    assert len(lines) + len(aside) + source.not_selected == source.rows


@pytest.mark.parametrize(
    ("row", "aside"),
    [
        (b"Anna;2026-02-01;5\rEva;2026-02-01;5", [b"Anna;2026-02-01;5\rEva;2026-02-01;5"]),
        (b"\r\r", [b"\r"]),
        (b"Anna;soon;5\r\r", [b"Anna;soon;5\r"]),
        (b"\r", []),
    ],
)
def test_lone_carriage_returns_do_not_shift_what_follows(desk: Desk, row: bytes, aside: list[bytes]) -> None:
    desk.put(b"who;at;score\nBen;2026-02-01;4\n" + row + b"\nCem;bald;4\n")
    assert [entry.original for entry in desk.bring().quarantine] == [*aside, b"Cem;bald;4"]


def test_mixed_line_ends_do_not_shift_rows_either(desk: Desk) -> None:
    """Readers disagree on whether a lone carriage return ends a row; ours has one answer for values and originals."""
    desk.put(b'who;at\r\n"Cem";soon\r"Dora";soon\r\n"Eva";bald\r\n')
    assert [(entry.line, entry.code, entry.original) for entry in desk.bring().quarantine] == [
        (2, "too-many", b'"Cem";soon\r"Dora";soon'),
        (3, "time-unreadable", b'"Eva";bald'),
    ]
