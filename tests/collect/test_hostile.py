"""Whatever is in a file: a clear sentence or a row put aside, never half an import, never more than it is worth."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.collect import hostile_formats
from tests.collect.desk import Desk, mapping
from tests.collect.hostile import ASIDE, HEAD, REFUSED, xes

from leitstern.core.errors import InvalidInput
from leitstern.core.tables.lake import FACTS
from leitstern.store import engine

WHOLE = REFUSED | hostile_formats.REFUSED
EXPLAINED = Path(__file__).parents[2] / "docs" / "reference" / "refused.md"


def nothing_left(desk: Desk) -> bool:
    return not [path for path in desk.home.staging.rglob("*") if path.is_file()]


@pytest.mark.parametrize("poison", WHOLE)
def test_a_poisoned_file_is_refused_with_a_sentence(desk: Desk, poison: str) -> None:
    content, sentence = WHOLE[poison]
    desk.put(content)
    desk.put("who;at\nBen;2026-02-02\n", "sound.csv")
    with pytest.raises(InvalidInput) as caught:
        desk.bring(mapping({"name": "sound", "file": "sound.csv"}, {}))
    assert sentence in caught.value.text.en
    assert "calls.csv" in caught.value.text.de
    assert "nothing was changed" in caught.value.text.en
    assert nothing_left(desk)


@pytest.mark.parametrize("poison", ASIDE)
def test_a_poisoned_row_is_put_aside_alone(desk: Desk, poison: str) -> None:
    rows, reasons = ASIDE[poison]
    desk.put(HEAD + rows + b"Ben;2026-02-02;y\n")
    brought = desk.bring(mapping({"format": {"encoding": "utf-8"}}))
    assert [code for _, code in brought.reasons] == reasons
    assert b"\n".join(entry.original for entry in brought.quarantine) + b"\n" == rows
    assert brought.staged("line") == [2, 3 + len(reasons)]
    assert nothing_left(desk)


@pytest.mark.parametrize("poison", hostile_formats.ASIDE)
def test_a_poisoned_record_is_put_aside_alone(desk: Desk, poison: str) -> None:
    rows, reasons = hostile_formats.ASIDE[poison]
    desk.put(hostile_formats.SOUND + rows + hostile_formats.SOUND)
    brought = desk.bring()
    assert [code for _, code in brought.reasons] == reasons
    assert b"\n".join(entry.original for entry in brought.quarantine) + b"\n" == rows
    assert brought.staged("line") == [1, 2 + len(reasons)]
    assert nothing_left(desk)


def test_every_class_of_poison_is_explained() -> None:
    told = EXPLAINED.read_text()
    classes = [*WHOLE, *ASIDE, *hostile_formats.ASIDE]
    assert len(classes) == len(set(classes)) > 90
    assert [name for name in classes if f"| {name} |" not in told] == []
    assert told.count("\n| ") == len(classes) + 2


def test_a_database_is_opened_without_being_touched(desk: Desk) -> None:
    path = desk.put(hostile_formats.DATABASE)
    path.chmod(0o400)
    before = sorted(file.name for file in desk.folder.iterdir())
    rule = {"touchpoint": {"column": "ocel:activity"}, "at": "ocel:timestamp"}
    assert desk.bring(mapping({"customer": "object:customer", "contacts": [rule]})).source.rows == 4
    assert sorted(file.name for file in desk.folder.iterdir()) == before
    assert path.read_bytes() == hostile_formats.DATABASE


def test_names_and_values_of_a_mapping_never_become_code(desk: Desk) -> None:
    nasty = "a'); DROP TABLE staged_contacts; --\" {0} %s"
    desk.put(f'who;at;"{nasty.replace(chr(34), chr(34) * 2)}"\nAnna;2026-02-01;x\'y\n')
    rule = {"touchpoint": {"column": nasty, "values": {"x'y": "call"}}, "at": "at", "props": {nasty: nasty}}
    told = {"contacts": [rule], "where": [{"column": nasty, "in": ["x'y", "'"]}], "name": nasty}
    brought = desk.bring(mapping(told))
    assert brought.staged("touchpoint") == [1]
    assert brought.prepared.examples["contacts"][0]["props"] == {nasty: "x'y"}


def test_an_error_while_reading_leaves_no_tables_behind(desk: Desk) -> None:
    from tests.collect.desk import taxonomy

    from leitstern.collect.importer import prepare

    con = desk.connect()
    desk.put("who;at\n" + "Anna;soon\n" * 1100)
    with pytest.raises(InvalidInput):
        prepare(desk.home, con, mapping(), desk.folder, taxonomy(), 1)
    tables = {name for (name,) in engine.rows(con, "SELECT table_name FROM duckdb_tables()")}
    assert tables <= {f"staged_{table}" for table in FACTS}


def test_a_log_may_be_huge_in_one_attribute_but_not_in_silence(desk: Desk) -> None:
    desk.put(xes('<string key="x" value="' + "a" * (17 << 20) + '"/>'))
    with pytest.raises(InvalidInput, match="lengths that no event log needs"):
        desk.bring()
