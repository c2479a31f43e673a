"""The belief sheet: written for people, read back with every mistake at its cell, deaf to hostile files."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.company.terms import answer_in_time, call, company

from leitstern.collect.belief_sheet import (
    MOST_PEOPLE,
    BeliefRow,
    asked,
    read_belief_sheet,
    write_belief_sheet,
)
from leitstern.collect.belief_sheet.cells import Cell
from leitstern.collect.problems import InvalidFile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.core.company.taxonomy import Taxonomy

HEAD, GROUP, FIRST = 3, 4, 5  # rows as a spreadsheet counts them
GUESS, SEEN = "E", "F"  # columns of the first person


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    visit = call(2, "visit", name=Text(en="=1+1 visit", de="Besuch"), synonyms=())
    return replace(company(call(), visit), promises=(answer_in_time(),))


@pytest.fixture
def blank(tmp_path: Path, taxonomy: Taxonomy) -> Path:
    """A German sheet for one person."""
    file = tmp_path / "Einschätzung.xlsx"
    write_belief_sheet(file, taxonomy, "de")
    return file


def fill(file: Path, **cells: object) -> Path:
    """Somebody types into the sheet of guesses and saves it with another program."""
    book = openpyxl.load_workbook(file)
    for address, value in cells.items():
        book.worksheets[-1][address] = value
    book.save(file)
    return file


def problems(file: Path, taxonomy: Taxonomy) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        read_belief_sheet(file, taxonomy)
    return [problem.sentence.en.removeprefix(f"{file.name}, ") for problem in refused.value.problems]


def test_satisfaction_is_asked_everywhere_and_the_rest_where_it_was_promised(taxonomy: Taxonomy) -> None:
    assert asked(taxonomy) == [("call", "satisfied"), ("call", "in_time"), ("visit", "satisfied")]


@pytest.mark.parametrize(
    ("language", "question"), [("de", "Von 100 Kundinnen und Kunden hier"), ("en", "Of 100")]
)
def test_a_person_reads_questions_in_words(
    tmp_path: Path, taxonomy: Taxonomy, language: str, question: str
) -> None:
    file = tmp_path / "a.xlsx"
    write_belief_sheet(file, taxonomy, language)
    instructions, guesses = openpyxl.load_workbook(file).worksheets
    assert all(guesses[f"D{row}"].value.startswith(question) for row in range(FIRST, FIRST + 3))
    assert instructions["B3"].value
    assert "Name" not in str([cell.value for cell in guesses[HEAD]])


def test_keys_are_hidden_and_only_answers_can_be_changed(blank: Path) -> None:
    sheet = openpyxl.load_workbook(blank).worksheets[-1]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden
    assert sheet.protection.sheet
    open_cells = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    assert open_cells == {"E4", "E5", "F5", "E6", "F6", "E7", "F7"}


def test_a_spreadsheet_helps_to_answer(blank: Path) -> None:
    sheet: Any = openpyxl.load_workbook(blank).worksheets[-1]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert (rules["E5:E7"].type, rules["E5:E7"].formula1, rules["E5:E7"].formula2) == ("decimal", "0", "100")
    assert rules["F5:F7"].formula1 == '"ja,nein"'
    assert rules["E4"].formula1 == '"Geschäftsleitung,Führungskräfte,Mitarbeitende"'


def test_a_name_that_looks_like_a_formula_is_none(tmp_path: Path, taxonomy: Taxonomy) -> None:
    file = tmp_path / "a.xlsx"
    write_belief_sheet(file, taxonomy, "en")
    cell = openpyxl.load_workbook(file).worksheets[-1]["C7"]
    assert (cell.value, cell.data_type) == ("=1+1 visit", "s")


def test_equal_sheets_have_equal_bytes(tmp_path: Path, taxonomy: Taxonomy, blank: Path) -> None:
    write_belief_sheet(tmp_path / "b.xlsx", taxonomy, "de")
    assert (tmp_path / "b.xlsx").read_bytes() == blank.read_bytes()


def test_a_blank_sheet_has_no_guesses(blank: Path, taxonomy: Taxonomy) -> None:
    assert read_belief_sheet(blank, taxonomy) == []


def test_one_persons_guesses_are_read(blank: Path, taxonomy: Taxonomy) -> None:
    fill(blank, E4="Führungskräfte", E5=80, F5="ja", E6="62,5 %", F7="nein")
    assert read_belief_sheet(blank, taxonomy) == [
        BeliefRow("call", "satisfied", "managers", 80, seen_data=True),
        BeliefRow("call", "in_time", "managers", 62.5, seen_data=None),
    ]


rows = st.builds(
    BeliefRow,
    st.just("call"),
    st.just("satisfied"),
    st.just("staff"),
    st.integers(1, 100).map(float),
    st.none() | st.booleans(),
)


@settings(max_examples=10, deadline=None)
@given(st.lists(rows, min_size=1, max_size=MOST_PEOPLE), st.sampled_from(["de", "en"]))
def test_what_several_people_guess_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, people: list[BeliefRow], language: str
) -> None:
    file = tmp_path_factory.mktemp("sheet") / "room.xlsx"
    taxonomy = company(call())
    write_belief_sheet(file, taxonomy, language, filled=[[row] for row in people])
    assert read_belief_sheet(file, taxonomy) == people


def test_a_sheet_has_room_for_thirty(tmp_path: Path, taxonomy: Taxonomy) -> None:
    write_belief_sheet(tmp_path / "a.xlsx", taxonomy, "en", people=12)
    heads = [cell.value for cell in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[-1][HEAD]]
    assert heads[4] == "P1: guess (0–100)"
    assert heads[-2] == "P12: guess (0–100)"
    with pytest.raises(ValueError, match="31"):
        write_belief_sheet(tmp_path / "b.xlsx", taxonomy, "en", people=31)


def test_several_sheets_in_one_workbook_are_all_read(blank: Path, taxonomy: Taxonomy) -> None:
    fill(blank, E4="staff", E5=10)
    book = openpyxl.load_workbook(blank)
    book.copy_worksheet(book.worksheets[-1])["E5"] = 20
    book.save(blank)
    assert [row.guess for row in read_belief_sheet(blank, taxonomy)] == [10, 20]


def test_rows_and_columns_may_be_moved(blank: Path, taxonomy: Taxonomy) -> None:
    fill(blank, E4="staff", E5=80, E6=70, E7=60)
    book: Any = openpyxl.load_workbook(blank)
    sheet = book.worksheets[-1]
    sheet.move_range("A5:F5", rows=9)
    sheet.move_range("E1:F20", cols=7)
    book.save(blank)
    assert [(row.touchpoint, row.facet, row.guess) for row in read_belief_sheet(blank, taxonomy)] == [
        ("call", "in_time", 70),
        ("visit", "satisfied", 60),
        ("call", "satisfied", 80),
    ]


def test_every_mistake_is_reported_at_once_with_its_cell(blank: Path, taxonomy: Taxonomy) -> None:
    fill(blank, A7="visit/fun", E5=101, E6="=40+2", F5="perhaps", F6="=TRUE()")
    assert problems(blank, taxonomy) == [
        "Schätzungen!E4: There are guesses here but no group; please choose one of the list. Allowed: executives, "
        "managers, staff.",
        "Schätzungen!E5: “101” is no number from 0 to 100.",
        "Schätzungen!F5: “perhaps” is neither yes nor no.",
        "Schätzungen!E6: There is a formula here; please type the value itself.",
        "Schätzungen!F6: There is a formula here; please type the value itself.",
        "Schätzungen!A7: This line asks about a statement “fun” that we do not have any more. Please download a new sheet.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({"E5": 0.75}, "E5: “0.75” of 100 customers is less than one"),
        ({"E5": -1}, "E5: “-1” is no number from 0 to 100"),
        ({"E5": "many"}, "E5: “many” is no number from 0 to 100"),
        ({"E5": 50, "E4": "the board"}, "E4: There are guesses here but no group"),
        ({"E5": 50, "E4": "=A1"}, "E4: There is a formula here"),
        ({"E5": 50, "A6": "call/satisfied"}, "A6: This line appears twice"),
        ({"E5": 50, "A6": "fax/satisfied"}, "A6: This line asks about a touchpoint “fax”"),
    ],
)
def test_a_cell_that_cannot_be_read_is_explained(
    blank: Path, taxonomy: Taxonomy, cells: dict[str, object], wrong: str
) -> None:
    assert any(wrong in problem for problem in problems(fill(blank, **({"E4": "staff"} | cells)), taxonomy))


@pytest.mark.parametrize("group", ["Geschäftsleitung", " executives", "EXECUTIVES"])
def test_a_group_is_known_in_both_languages(blank: Path, taxonomy: Taxonomy, group: str) -> None:
    assert read_belief_sheet(fill(blank, E4=group, E5=0), taxonomy)[0].group == "executives"


def test_another_workbook_is_no_belief_sheet(tmp_path: Path, taxonomy: Taxonomy) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert "no belief sheet of ours" in problems(tmp_path / "a.xlsx", taxonomy)[0]


def rewrite(file: Path, part: str, change: bytes, *, packing: int = zipfile.ZIP_DEFLATED) -> Path:
    """Put other bytes into one part of a workbook."""
    with zipfile.ZipFile(file) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as archive:
        for name, content in (parts | {part: change}).items():
            archive.writestr(name, content)
    file.write_bytes(packed.getvalue())
    return file


SHEET = "xl/worksheets/sheet2.xml"
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>'
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (LAUGHS, "damaged"),
        (OUTSIDE, "damaged"),
        (b"<worksheet><sheetData>", "damaged"),
        (b"\x00\x01", "damaged"),
        (b'<worksheet><c r="E0"><v>1</v></c></worksheet>', "damaged"),
        (b'<worksheet><c r="A1" t="s"><v>99999</v></c></worksheet>', "damaged"),
        (b"<worksheet>" + b"<row/>" * 200_002 + b"</worksheet>", "far more than its size|far larger"),
        (b"<worksheet>" + b" " * 60_000_000 + b"</worksheet>", "far more than its size|far larger"),
    ],
    ids=["entities", "outside", "cut", "bytes", "row-0", "word-99999", "many-rows", "spaces"],
)
def test_a_hostile_sheet_is_refused_with_a_clear_sentence(
    blank: Path, taxonomy: Taxonomy, change: bytes, wrong: str
) -> None:
    (problem,) = problems(rewrite(blank, SHEET, change), taxonomy)
    assert any(words in problem for words in wrong.split("|"))


def test_a_large_sheet_that_is_hardly_packed_is_refused_too(blank: Path, taxonomy: Taxonomy) -> None:
    huge = b"<worksheet>" + b" " * 60_000_000 + b"</worksheet>"
    (problem,) = problems(rewrite(blank, SHEET, huge, packing=zipfile.ZIP_STORED), taxonomy)
    assert "far larger than a belief sheet" in problem


def test_a_cell_in_the_last_corner_costs_nothing(blank: Path, taxonomy: Taxonomy) -> None:
    assert read_belief_sheet(fill(blank, E4="staff", E5=50, XFD1048576="far away"), taxonomy)[0].guess == 50


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no sheet (.xlsx)"),
        (b"Kundennr;Guess\n1;2\n", "no sheet (.xlsx)"),
        (b"PK\x03\x04", "damaged"),
        (b"PK\x05\x06" + b"\0" * 18, "damaged"),
    ],
)
def test_what_is_no_workbook_is_refused(
    tmp_path: Path, taxonomy: Taxonomy, content: bytes, said: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    (problem,) = problems(tmp_path / "a.xlsx", taxonomy)
    assert said in problem


@pytest.mark.parametrize(
    ("column", "address"), [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (16383, "XFD1")]
)
def test_cells_are_called_as_a_spreadsheet_calls_them(column: int, address: str) -> None:
    assert Cell(0, column, "", formula=False).address == address
