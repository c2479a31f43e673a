"""What was put aside comes in once the mapping is mended: as if it had been right from the start, and only once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.collect.desk import CALL, mapping

from leitstern.collect.quarantine.entries import Quarantine
from leitstern.core.errors import InvalidInput
from leitstern.store.lake import Lake

if TYPE_CHECKING:
    from tests.collect.desk import Brought, Desk

AMERICAN = {"format": {"dates": ["%m/%d/%Y"]}, "contacts": [CALL | {"props": ["n"]}]}
ROWS = (
    "who;at;n\n"
    "Anna;2026-02-01;1,5\n"
    "Ben;02/13/2026;2,25\n"
    "Ben;02/13/2026;2,25\n"
    'Cem;02/14/2026;"a;""b"\n'
    "Dora;soon;4\n"
    "Eva;02/15/2026\n"
    "Anna;2026-02-01;1,5\n"
)
COLUMNS = "mid, line, ts_us, entity_id, props"


def test_mended_rows_come_in_as_if_they_had_been_right_from_the_start(desk: Desk) -> None:
    desk.put(ROWS)
    first = desk.bring(mapping({"contacts": AMERICAN["contacts"]}))
    assert first.reasons == [
        (3, "time-unreadable"),
        (4, "time-unreadable"),
        (5, "time-unreadable"),
        (6, "time-unreadable"),
        (7, "too-few"),
    ]
    (desk.folder / "calls.csv").unlink()
    again = desk.again(first.quarantine, mapping(AMERICAN))
    desk.put(ROWS)
    right = desk.bring(mapping(AMERICAN))
    assert sorted(first.staged(COLUMNS) + again.staged(COLUMNS)) == sorted(right.staged(COLUMNS))
    assert again.staged("line, props") == [(3, '{"n":2.25}'), (4, '{"n":2.25}'), (5, '{"n":"a;\\"b"}')]


def test_what_still_cannot_be_read_waits_on_unchanged(desk: Desk) -> None:
    desk.put(ROWS)
    first = desk.bring(mapping({"contacts": AMERICAN["contacts"]}))
    again = desk.again(first.quarantine, mapping(AMERICAN))
    unread = [entry for entry in first.quarantine if entry.line in (6, 7)]
    assert again.quarantine == unread
    assert again.source.received == 5
    assert desk.again(again.quarantine, mapping(AMERICAN)).quarantine == unread


def test_replaying_twice_adds_nothing(desk: Desk) -> None:
    desk.put(ROWS)
    first = desk.bring(mapping({"contacts": AMERICAN["contacts"]}))
    lake = Lake(desk.home)

    def store(brought: Brought, number: int) -> int:
        doubles = lake.drop_duplicates(brought.con)
        lake.append(brought.con, number, 30, "Europe/Berlin")
        return brought.source.staged["contacts"] - sum(doubles.values())

    assert store(first, 1) == 2
    assert store(desk.again(first.quarantine, mapping(AMERICAN)), 2) == 3
    assert store(desk.again(first.quarantine, mapping(AMERICAN)), 3) == 0
    assert store(desk.bring(mapping(AMERICAN)), 4) == 0


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-8"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_rows_are_read_as_their_file_was(desk: Desk, encoding: str, separator: str) -> None:
    """The few rows that wait tell neither encoding nor separator nor decimal sign."""
    text = "Käufer;at;n\nAnna;2026-02-01;1,5\nÖzil;02/13/2026;1.234\nJürgen;2026-02-01;7,25\n"
    desk.put(
        text.replace(",", "·")
        .replace(";", separator)
        .replace("·", "," if separator != "," else ".")
        .encode(encoding)
    )
    told = AMERICAN | {"customer": "Käufer"}
    first = desk.bring(mapping({"contacts": told["contacts"], "customer": "Käufer"}))
    again = desk.again(first.quarantine, mapping(told))
    right = desk.bring(mapping(told))
    assert len(again.staged(COLUMNS)) == 1
    assert set(right.staged(COLUMNS)) == {*first.staged(COLUMNS), *again.staged(COLUMNS)}


def test_an_encoding_that_is_told_by_now_is_used(desk: Desk) -> None:
    desk.put("who;at;n\nAnna;2026-02-01;süßsaure Grüße\n".encode() + b"Ben;2026-02-01;gr\xfcn\n")
    first = desk.bring()
    assert first.reasons == [(3, "encoding")]
    told = {"format": {"encoding": "cp1252"}, "contacts": [CALL | {"props": ["n"]}]}
    assert desk.again(first.quarantine, mapping(told)).staged("props") == ['{"n":"grün"}']


def test_rows_of_joined_sources_need_the_files_they_are_joined_with(desk: Desk) -> None:
    join = [{"file": "people.csv", "on": "id", "take": ["who"]}]
    desk.put("id,at\n1,02/13/2026\n2,2026-02-01\n")
    desk.put("id,who\n1,Anna\n2,Ben\n", "people.csv")
    first = desk.bring(mapping({"join": join}))
    told = mapping({"join": join, "format": AMERICAN["format"]})
    assert desk.again(first.quarantine, told).source.staged["contacts"] == 1
    (desk.folder / "people.csv").unlink()
    with pytest.raises(InvalidInput, match=r"no file “people\.csv”"):
        desk.again(first.quarantine, told)


def test_sources_keep_their_number_and_those_from_which_nothing_waits_are_left_out(desk: Desk) -> None:
    desk.put("who,at\nAnna,2026-02-01\n")
    desk.put("who,at\nAnna,02/13/2026\n", "orders.csv")
    orders: dict[str, Any] = {"name": "orders", "file": "orders.csv"}
    first = desk.bring(mapping({}, orders))
    again = desk.again(first.quarantine, mapping({}, orders | {"format": AMERICAN["format"]}))
    assert [(source.number, source.name) for source in again.prepared.sources] == [(2, "orders")]
    with pytest.raises(InvalidInput, match="no source of that name any more"):
        desk.again(first.quarantine, mapping())


def test_a_source_may_wait_with_more_unreadable_rows_than_readable_ones(desk: Desk) -> None:
    desk.put("who;at\n" + "Anna;soon\n" * 1100 + "Ben;02/13/2026\n" + "Cem;2026-02-01\n" * 1200)
    first = desk.bring()
    again = desk.again(first.quarantine, mapping({"format": AMERICAN["format"]}))
    assert (again.source.staged["contacts"], again.source.quarantined) == (1, 1100)


def test_what_is_not_one_row_stays_aside(desk: Desk) -> None:
    desk.put("who;at\nAnna;soon\n")
    (entry,) = desk.bring().quarantine
    changed = Quarantine(desk.home.staging)
    told = {name: getattr(entry, name) for name in entry.__slots__}
    changed.add(type(entry)(**told | {"original": b"Anna;2026-02-01\nBen;2026-02-01"}))
    assert desk.again(changed).reasons == [(2, "not-one-row")]
