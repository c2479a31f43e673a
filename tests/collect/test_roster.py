"""Who is invited comes from a table; whatever is wrong with it is told at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from tests.core.company.terms import call, company, text

from leitstern.collect.problems import InvalidFile
from leitstern.collect.roster import Person, Roster, read_roster, sample
from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.ratings import View
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

BANK = replace(
    company(call()),
    departments=(
        Department(1, "service", Text(en="Customer service", de="Kundenservice"), synonyms=("Hotline",)),
        Department(2, "sales", text("Sales")),
    ),
)


def read(folder: Path, content: str | bytes, name: str = "roster.csv") -> Roster:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_roster(folder, name, BANK)


def problems(folder: Path, content: str) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        read(folder, content)
    return [problem.sentence.en.removeprefix("roster.csv, ") for problem in refused.value.problems]


def test_departments_by_slug_name_or_synonym_and_levels_in_both_languages(tmp_path: Path) -> None:
    roster = read(
        tmp_path,
        "E-Mail;Abteilung;Ebene\nanna@bank.de;service;staff\nbernd@bank.de;HOTLINE;Führungskräfte\n"
        "cem@bank.de;Kundenservice;Mitarbeitende\nvera@bank.de;;Vorstand\n;sales;staff\n",
    )
    assert roster.people == [
        Person("anna@bank.de", "service", View.STAFF),
        Person("bernd@bank.de", "service", View.MANAGERS),
        Person("cem@bank.de", "service", View.STAFF),
        Person("vera@bank.de", "", View.EXECUTIVES),
        Person("", "sales", View.STAFF),
    ]


def test_a_workbook_is_read_too(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "roster.xlsx")) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([("unit", "level", "address"), ("sales", "staff", "anna@bank.de")]):
            sheet.write_row(row, 0, cells)
    assert read_roster(tmp_path, "roster.xlsx", BANK).people == [Person("anna@bank.de", "sales", View.STAFF)]


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    assert problems(
        tmp_path, "address,unit,level\nanna,service,staff\nb@bank.de,servce,boss\nc@bank.de,,staff\n"
    ) == [
        "line 2, Address: “anna” is no e-mail address. Leave the cell empty for people who answer on paper.",
        "line 3, Level: “boss” is no level. Allowed: Executives, Managers, Staff.",
        "line 3, Department: There is no department called “servce”. Did you mean “Customer service”? "
        "Allowed: Customer service, Sales.",
        "line 4, Department: Managers and staff belong to a department; only executives may go without.",
    ]


def test_mistakes_are_told_in_german_with_names_and_never_short_ones(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as refused:
        read(tmp_path, "Adresse;Bereich;Ebene\n;Kundenservce;Chefs\n;;Mitarbeitende\n")
    assert [problem.sentence.de.removeprefix("roster.csv, ") for problem in refused.value.problems] == [
        "Zeile 2, Ebene: „Chefs“ ist keine Ebene. Erlaubt: Geschäftsleitung, Führungskräfte, Mitarbeitende.",
        "Zeile 2, Bereich: Einen Bereich namens „Kundenservce“ gibt es nicht. Meinten Sie „Kundenservice“? "
        "Erlaubt: Kundenservice, Sales.",
        "Zeile 3, Bereich: Führungskräfte und Mitarbeitende gehören zu einem Bereich; nur die Geschäftsleitung "
        "kommt ohne aus.",
    ]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sample_can_be_handed_in_as_it_is(tmp_path: Path, language: str) -> None:
    titles, lines = sample(BANK, language)
    text_ = "\n".join(";".join(cells) for cells in (titles, *lines))
    found = read(tmp_path, text_).people
    assert {(person.unit, person.level) for person in found} == {
        ("", View.EXECUTIVES),
        *((unit, level) for unit in ("service", "sales") for level in (View.MANAGERS, View.STAFF)),
    }
    assert "service" not in titles + [line[1] for line in lines]


def test_who_stands_there_twice_counts_once_and_is_told(tmp_path: Path) -> None:
    head = "address,unit,level\n"
    roster = read(
        tmp_path, head + "anna@bank.de,sales,staff\nAnna@Bank.de,sales,staff\n,sales,staff\n,sales,staff\n"
    )
    assert (len(roster.people), roster.again) == (3, ["3"])
    assert problems(tmp_path, head + "anna@bank.de,sales,staff\nanna@bank.de,service,staff\n") == [
        "line 3, Address: The same address stands in line 2 with another department or level."
    ]


@pytest.mark.parametrize(
    "bad", ["=cmd|' /C calc'!A0@bank.de", "+1@bank.de", "@bank.de", "a@b@c.de", "a b@bank.de"]
)
def test_an_address_is_never_a_formula(tmp_path: Path, bad: str) -> None:
    assert len(problems(tmp_path, f'address,unit,level\n"{bad}",sales,staff\n')) == 1


def test_columns_that_are_missing_and_files_without_anybody(tmp_path: Path) -> None:
    assert problems(tmp_path, "address,unit\na@bank.de,sales\n") == [
        "line 1: There is no column “Level”. A roster has the columns Address, Department and Level."
    ]
    assert problems(tmp_path, "address,unit,level\n") == ["roster.csv: There is nobody in this file."]
    with pytest.raises(InvalidFile):
        read(tmp_path, b"\x00\xff\x00" * 50)
