"""Filled sheets come from a table; whatever is wrong with it is told at once, and nothing is half read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from tests.core.company.terms import call, company, text

from leitstern.collect.instruments import shipped
from leitstern.collect.paper_sheets import PaperSheet, read_sheets, titles
from leitstern.collect.problems import InvalidFile
from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from pathlib import Path

BANK = replace(
    company(call()),
    departments=(Department(1, "service", text("Kundenservice")), Department(2, "sales", text("Sales"))),
)
ASKED = shipped()[0]
ITEMS = [item.slug for item in ASKED.items]
FIXED = "sheet;unit;level"
HEAD = f"{FIXED};{';'.join(ITEMS)};comment\n"


def line(
    sheet: object, unit: str = "Sales", level: str = "Staff", comment: str = "", **points: object
) -> str:
    given = [str(points.get(f"at{at}", "")) for at in range(1, len(ITEMS) + 1)]
    return f"{sheet};{unit};{level};{';'.join(given)};{comment}\n"


def read(folder: Path, content: str) -> list[PaperSheet]:
    (folder / "sheets.csv").write_text(content)
    return read_sheets(folder, "sheets.csv", ASKED, BANK)


def problems(folder: Path, content: str) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        read(folder, content)
    return [problem.sentence.en.removeprefix("sheets.csv, ") for problem in refused.value.problems]


def test_a_line_is_a_sheet_and_empty_cells_are_left_out(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEAD
        + line(1, at1=5, at3=7, comment="More time, please.")
        + line(2)  # nobody filled it in
        + line(3, "Kundenservice", "Führungskräfte", at66=1),
    )
    assert found == [
        PaperSheet("2", 1, (View.STAFF, "sales"), {ITEMS[0]: 5, ITEMS[2]: 7}, "More time, please."),
        PaperSheet("4", 3, (View.MANAGERS, "service"), {ITEMS[65]: 1}),
    ]


@pytest.mark.parametrize("language", ["de", "en"])
def test_columns_are_found_by_their_wording_in_both_languages(tmp_path: Path, language: str) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "sheets.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, titles(ASKED, language))
        sheet.write_row(1, 0, [7, "Sales", "Staff", *range(1, 8)])
    (found,) = read_sheets(tmp_path, "sheets.xlsx", ASKED, BANK)
    assert (found.number, list(found.answers.items())) == (7, list(zip(ITEMS[:7], range(1, 8), strict=True)))


def test_columns_are_found_by_the_numbers_of_the_printed_sheet(tmp_path: Path) -> None:
    head = f"Bogen;Bereich;Ebene;{';'.join(str(at) for at in range(len(ITEMS), 0, -1))}\n"
    (found,) = read(tmp_path, head + f"1;Sales;Mitarbeitende;{';' * 65}4\n")
    assert found.answers == {ITEMS[0]: 4}


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    told = problems(
        tmp_path,
        HEAD
        + line(1, at1=8, at2="x")
        + line("", "Sals", "boss", at1=4)
        + line(1, at1=4)
        + line(0, at1=4)
        + line(5, comment="No time for crosses."),
    )
    assert told == [
        "line 2, statement 1: “8” is no answer. Allowed are whole numbers from 1 to 7, or an empty cell for left out.",
        "line 2, statement 2: “x” is no answer. Allowed are whole numbers from 1 to 7, or an empty cell for left out.",
        "line 3, Sheet: The number of the sheet is missing. Without it nobody can tell whether it was entered before.",
        "line 3, Level: “boss” is no level. Allowed: Executives, Managers, Staff.",
        "line 3, Department: There is no department called “Sals”. Did you mean “Sales”? Allowed: Kundenservice, Sales.",
        "line 4, Sheet: Sheet 1 stands in line 2 as well. Every sheet has a number of its own.",
        "line 5, Sheet: “0” is no number of a sheet. Use whole numbers from 1 on.",
        "line 6: This sheet has a comment but no answer; at least one statement has to be answered.",
    ]


def test_missing_and_strange_columns_are_told_together(tmp_path: Path) -> None:
    told = problems(tmp_path, f"sheet;level;{';'.join(ITEMS[:-1])};mood\n1;Staff;{'4;' * 65}good\n")
    assert [each.split(":")[1].strip().split(".")[0] for each in told[:1]] == [
        "There is no column “Department”"
    ]
    assert "no column for statement 66" in told[1]
    assert told[2].startswith("line 1, mood: This column is no statement")


def test_comments_that_are_too_long_and_files_without_sheets(tmp_path: Path) -> None:
    assert (
        "4000 characters, this one has 5000"
        in problems(tmp_path, HEAD + line(1, at1=3, comment="x" * 5_000))[0]
    )
    assert "longer than 400,000" in problems(tmp_path, HEAD + line(1, at1=3, comment="x" * 1_000_000))[0]
    assert problems(tmp_path, HEAD) == ["sheets.csv: There is no filled sheet in this file."]
