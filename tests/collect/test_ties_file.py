"""A square table of ties: read in either language, and everything that cannot be is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from xlsxwriter import Workbook

from leitstern.collect.problems import InvalidFile
from leitstern.collect.ties_file import read_ties
from leitstern.core.company.taxonomy import Department, Retired, Taxonomy
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.core.inside.silo.ties import Ties

BANK = Taxonomy(
    company=Text("Bank", "Bank"),
    time_zone="Europe/Berlin",
    departments=(
        Department(1, "service", Text("Customer service", "Kundenservice")),
        Department(2, "it", Text("Information technology", "Informationstechnik"), synonyms=("IT",)),
        Department(3, "marketing", Text("Marketing", "Marketing")),
    ),
    retired=(Retired("department", 4, "print", Text("Print shop", "Druckerei")),),
)


def read(folder: Path, text: str) -> Ties:
    (folder / "ties.csv").write_text(text, encoding="utf-8")
    return read_ties(folder, "ties.csv", BANK)


def mistakes(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        read(folder, text)
    return [problem.sentence.en for problem in refused.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        "Department,People,Customer service,IT,Marketing\nCustomer service,140,900,,\nIT,88,12,400,\nMarketing,34,5,0,150\n",
        "Bereich;Menschen;Kundenservice;Informationstechnik;Marketing\nKundenservice;140;900;12;5\n"
        "IT;88;12;400;0\nMarketing;34;5;0;150\n",
    ],
)
def test_half_a_table_or_a_whole_one_in_either_language(tmp_path: Path, text: str) -> None:
    ties = read(tmp_path, text)
    assert ties.units == ("service", "it", "marketing")
    assert ties.people == (140, 88, 34)
    assert ties.counts.tolist() == [[900, 12, 5], [12, 400, 0], [5, 0, 150]]


def test_a_workbook_is_read_the_same(tmp_path: Path) -> None:
    book = Workbook(tmp_path / "ties.xlsx")
    sheet = book.add_worksheet()
    for at, row in enumerate(
        [["Bereich", "Personen", "IT", "Marketing"], ["IT", 88, 1400, 3], ["Marketing", 34, 3, 150]]
    ):
        sheet.write_row(at, 0, row)
    book.close()
    ties = read_ties(tmp_path, "ties.xlsx", BANK)
    assert ties.counts.tolist() == [[1400, 3], [3, 150]]


def test_everything_impossible_is_told_at_once(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        "Department,People,Customer service,IT,Print shop\n"
        "Customer service,140,-4,12,1\n"
        "IT,0,13,few,2\n"
        "Legal,9,1,1,1\n"
        "IT,88,12,1,1\n"
        "Marketing,3,1,1,9\n",
    )
    told = "\n".join(found)
    for words in (
        "line 1, Department: “Print shop” left the taxonomy",
        "line 2, Customer service: “-4” is less than nothing",
        "line 3, People: A department without people",
        "line 3, IT: “few” is no whole number",
        "line 3, Customer service: Here stand 13 ties, in line 2 12",
        "line 4, Department: “Legal” is not known here",
        "line 5, Department: This department stands in line 3 already",
        "line 6, Department: The table is not square: “Marketing” has a line but no column",
    ):
        assert words in told
    assert len(found) == 8


def test_more_ties_than_pairs_of_people_cannot_be(tmp_path: Path) -> None:
    found = mistakes(tmp_path, "Department,People,IT,Marketing\nIT,4,7,40\nMarketing,9,,36\n")
    assert [each.split(": ", 1)[1].split(".")[0] for each in found] == [
        "7 ties cannot be: there are only 6 pairs of people",
        "40 ties cannot be: there are only 36 pairs of people",
    ]


def test_a_column_without_a_line_and_one_department_alone(tmp_path: Path) -> None:
    assert "has a column but no line" in mistakes(tmp_path, "Department,People,IT,Marketing\nIT,9,7,1\n")[0]
    assert "at least two departments" in mistakes(tmp_path, "Department,People,IT\nIT,9,7\n")[0]
    assert "There is no column “People”" in mistakes(tmp_path, "Department,IT\nIT,7\n")[0]
