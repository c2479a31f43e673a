"""Text files of any encoding, separator and decimal sign give the same contacts."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from tests.collect.desk import mapping

from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from tests.collect.desk import Desk

PROPS = {"contacts": [{"touchpoint": "call", "at": "at", "props": {"note": "Größe"}}]}
LETTERS = "who;at;Größe\nJürgen;2026-02-01 10:00;weiß\nAnna;2026-02-01 11:00;süß\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("cp1252", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_letters_are_understood_in_every_usual_encoding(desk: Desk, encoding: str, mark: bytes) -> None:
    desk.put(mark + LETTERS.encode(encoding))
    brought = desk.bring(mapping(PROPS))
    assert brought.staged("props") == ['{"note":"weiß"}', '{"note":"süß"}']


def test_an_encoding_that_was_told_counts_more_than_a_guess(desk: Desk) -> None:
    desk.put(LETTERS.replace("weiß", "€ 5").encode("iso8859-15"))
    brought = desk.bring(mapping(PROPS | {"format": {"encoding": "ISO-8859-15"}}))
    assert brought.staged("props")[0] == '{"note":"€ 5"}'


@pytest.mark.parametrize("told", ["klingon", "utf-7", "cp037", "base64", "shift_jis"])
def test_an_encoding_we_cannot_read_is_refused(desk: Desk, told: str) -> None:
    desk.put(LETTERS)
    with pytest.raises(InvalidInput, match=f"“{told}” is (not one we can read|no text encoding)"):
        desk.bring(mapping(PROPS | {"format": {"encoding": told}}))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found(desk: Desk, separator: str) -> None:
    desk.put(LETTERS.replace(";", separator))
    assert desk.bring(mapping(PROPS)).source.staged["contacts"] == 2


def test_spreadsheet_programs_may_name_their_separator(desk: Desk) -> None:
    desk.put("sep=^\n" + LETTERS.replace(";", "^"))
    brought = desk.bring(mapping(PROPS))
    assert brought.staged("line, props") == [(3, '{"note":"weiß"}'), (4, '{"note":"süß"}')]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_quoted_values_may_hold_separators_quotes_and_line_breaks(desk: Desk, end: str) -> None:
    rows = [
        "who;at;note",
        'Anna;2026-02-01;"a;b"',
        'Ben;2026-02-01;"he said ""no"""',
        f'Cem;2026-02-01;"x{end}y"',
    ]
    desk.put(end.join(rows) + end)
    props = {"contacts": [{"touchpoint": "call", "at": "at", "props": ["note"]}]}
    brought = desk.bring(mapping(props))
    assert brought.staged("props->>'note'") == ["a;b", 'he said "no"', f"x{end}y"]


def test_quotes_may_be_escaped_or_single(desk: Desk) -> None:
    props = {"contacts": [{"touchpoint": "call", "at": "at", "props": ["note"]}]}
    desk.put('who,at,note\nAnna,2026-02-01,"she said \\"yes\\", twice"\n')
    assert desk.bring(mapping(props)).staged("props->>'note'") == ['she said "yes", twice']
    desk.put("who,at,note\nAnna,2026-02-01,'one, two'\n")
    assert desk.bring(mapping(props)).staged("props->>'note'") == ["one, two"]


@pytest.mark.parametrize(
    ("written", "decimal", "value"),
    [
        ("3,5", None, 3.5),
        ("3.5", None, 3.5),
        ("4,0", ",", 4.0),
        ("+4", None, 4.0),
        ("1.005", ",", 1005.0),
        ("1,005", ".", 1005.0),
        ("1.234,5", None, 1234.5),
        ("-7", None, -7.0),
    ],
)
def test_numbers_are_read_with_their_decimal_sign(
    desk: Desk, written: str, decimal: str | None, value: float
) -> None:
    desk.put(f"who;at;score\nAnna;01.02.2026;{written}\n")
    answer = {
        "touchpoint": "call",
        "kind": "rating",
        "scale": [-2000, 2000],
        "good_from": 1,
        "value": "score",
    }
    told = {"feedback": [answer | {"at": "at"}], "contacts": []}
    brought = desk.bring(mapping(told | ({"format": {"decimal": decimal}} if decimal else {})))
    assert brought.staged("value", "feedback") == [value]


def test_properties_keep_numbers_as_numbers_and_postcodes_as_text(desk: Desk) -> None:
    desk.put("who;at;n;plz;big;empty\nAnna;01.02.2026;1,50;01067;12345678901234567890;\n")
    props = [{"touchpoint": "call", "at": "at", "props": ["n", "plz", "big", "empty"]}]
    brought = desk.bring(mapping({"contacts": props}))
    assert brought.staged("props") == ['{"n":1.50,"plz":"01067","big":"12345678901234567890"}']


def test_values_beyond_the_header_are_let_go_if_they_are_empty(desk: Desk) -> None:
    desk.put("who;at\nAnna;01.02.2026;;\nBen;02.02.2026;;\n")
    assert desk.bring().source.staged["contacts"] == 2


def test_lines_are_records_of_the_file(desk: Desk) -> None:
    desk.put('who;at;note\n\nAnna;01.02.2026;"a\nb"\n\n\nBen;02.02.2026;c\n')
    assert desk.bring().staged("line") == [2, 3]


def test_equal_names_of_columns_are_told_with_both_positions(desk: Desk) -> None:
    desk.put("who;at;Note;note\nAnna;01.02.2026;a;b\n")
    with pytest.raises(InvalidInput, match=r"Note \(3 \+ 4\)"):
        desk.bring()


def test_a_missing_file_is_told_with_the_one_that_was_probably_meant(desk: Desk) -> None:
    desk.put("who;at\n", "cals.csv")
    with pytest.raises(InvalidInput, match=r"no file “calls\.csv”.*Did you mean “cals\.csv”"):
        desk.bring()


def test_missing_columns_are_told_all_at_once_with_what_was_probably_meant(desk: Desk) -> None:
    desk.put("whom;att\nAnna;01.02.2026\n")
    with pytest.raises(InvalidInput) as caught:
        desk.bring()
    assert "no column “who”. Did you mean “whom”?" in caught.value.text.en
    assert "Meinten Sie „att“?" in caught.value.text.de


def test_a_file_may_not_be_fetched_from_elsewhere_through_a_link(desk: Desk) -> None:
    outside = desk.folder.parent / "secret.csv"
    outside.write_text("who;at\nAnna;01.02.2026\n")
    (desk.folder / "calls.csv").symlink_to(outside)
    with pytest.raises(InvalidInput, match=r"no file “calls\.csv”"):
        desk.bring()


def test_wide_rows_become_one_contact_per_filled_time(desk: Desk) -> None:
    desk.put("who;ordered;called\nAnna;01.02.2026;03.02.2026\nBen;02.02.2026;\n")
    rules = [{"touchpoint": "order", "at": "ordered"}, {"touchpoint": "call", "at": "called"}]
    brought = desk.bring(mapping({"contacts": rules}))
    assert brought.staged("line, touchpoint, local_date::VARCHAR") == [
        (2, 2, "2026-02-01"),
        (2, 1, "2026-02-03"),
        (3, 2, "2026-02-02"),
    ]
