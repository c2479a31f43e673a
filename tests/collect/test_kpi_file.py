"""Key figures, weights, values and cases come from tables; whatever is wrong with one is told at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from tests.collect.test_roster import BANK

from leitstern.collect.kpi_columns import month_of
from leitstern.collect.kpi_file import FigureLine, RoleLine, read_register, read_weights, short_name
from leitstern.collect.kpi_series import Point, read_cases, read_series
from leitstern.collect.problems import InvalidFile
from leitstern.core.inside.incentives.attribution import Case
from leitstern.core.inside.incentives.figures import Direction, Giver, Horizon, Origin, Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TODAY = date(2026, 7, 15)
FIGURES = {"cost": "Kosten je Kontakt", "solved": "Solved at once"}
HEAD = "Name;Bereich;Horizont;Richtung;Herkunft;Definition"


def register(folder: Path, content: str) -> list[FigureLine]:
    (folder / "kpi.csv").write_text(content, encoding="utf-8")
    return read_register(folder, "kpi.csv", BANK, TODAY)


def weights(folder: Path, content: str) -> list[RoleLine]:
    (folder / "kpi.csv").write_text(content, encoding="utf-8")
    return read_weights(folder, "kpi.csv", BANK, FIGURES)


def series(folder: Path, content: str) -> list[Point]:
    (folder / "kpi.csv").write_text(content, encoding="utf-8")
    return read_series(folder, "kpi.csv", FIGURES, TODAY)


def problems(read: Callable[[Path, str], object], folder: Path, content: str) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        read(folder, content)
    return [problem.sentence.en.removeprefix("kpi.csv, ") for problem in refused.value.problems]


def test_a_register_in_german_or_english_words(tmp_path: Path) -> None:
    found = register(
        tmp_path,
        f"{HEAD};Gesetzt von;Teil;Seit\n"
        "Kosten je Kontakt;Hotline;bis ein Jahr;weniger ist besser;Finanzen;Alles geteilt.;;;\n"
        "Gelöst;service;LONG;higher;customer;Of 100.;vendor;Zufriedenheit;03/2025\n",
    )
    assert found == [
        FigureLine(
            "kosten_je_kontakt",
            "Kosten je Kontakt",
            "service",
            Horizon.SHORT,
            Direction.LOWER,
            Origin.FINANCE,
            Giver.OWN,
            None,
            "",
            "Alles geteilt.",
            None,
        ),
        FigureLine(
            "geloest",
            "Gelöst",
            "service",
            Horizon.LONG,
            Direction.HIGHER,
            Origin.CUSTOMER,
            Giver.VENDOR,
            Part.SATISFACTION,
            "",
            "Of 100.",
            date(2025, 3, 1),
        ),
    ]


def test_all_mistakes_of_a_register_at_once(tmp_path: Path) -> None:
    said = problems(
        register,
        tmp_path,
        f"{HEAD};Teil\nA;Servise;soon;higher;finance;x;loyalty\nB;sales;short;;customer;;\nC;sales;short;higher;customer;x;\n"
        "C;sales;short;higher;customer;x;\n",
    )
    assert said == [
        "line 2, Department: “Servise” is not known here. Did you mean “Customer service”? "
        "Allowed: Customer service, Sales.",
        "line 2, Horizon: “soon” is not known here. Allowed: up to a year, one to three years, more than three years.",
        "line 2, Part: Only key figures of customers belong to a part of the bundle.",
        "line 3, Definition: A key figure needs a definition: what exactly is counted?",
        "line 3, Direction: The cell is empty. Allowed: more is better, less is better.",
        "line 5, Name: This key figure stands in line 4 already.",
    ]


def test_missing_columns_and_empty_files(tmp_path: Path) -> None:
    assert problems(register, tmp_path, "Name;Bereich;Horizont\nA;sales;short\n") == [
        f"line 1: There is no column “{each}”." for each in ("Direction", "Origin", "Definition")
    ]
    assert problems(register, tmp_path, f"{HEAD}\n;;;;;\n")[0].startswith("kpi.csv: There is nothing")


def test_weights_with_people(tmp_path: Path) -> None:
    found = weights(
        tmp_path,
        "Rolle;Bereich;Personen;Kennzahl;Gewicht\nBeratung;Hotline;140;Kosten je Kontakt;10 %\n"
        "beratung;service;140;solved;5\nEinkauf;sales;3;;\n",
    )
    assert found == [
        RoleLine("Beratung", "service", 140, {"cost": 10, "solved": 5}),
        RoleLine("Einkauf", "sales", 3, {}),
    ]


def test_all_mistakes_of_weights_at_once(tmp_path: Path) -> None:
    said = problems(
        weights,
        tmp_path,
        "role,department,people,key figure,weight\nA,sales,10,cost,70\nA,sales,11,solved,40\nA,sales,10,cost,1\n"
        "B,sales,many,costs,20\nC,sales,5,cost,12.5\n",
    )
    assert said == [
        "line 5, Key figure: “costs” is not known here. Did you mean “Kosten je Kontakt”? "
        "Allowed: Kosten je Kontakt, Solved at once.",
        "line 5, People: “many” is no number.",
        "line 3, People: Further up, “A” is held by 10 people.",
        "line 4, Key figure: For “A” this key figure stands further up already.",
        "line 6, Weight: Here stands a whole number from 0 to 100.",
        "Weight: The weights of “A” add up to 110%; 100% is the whole reward.",
    ]


def test_series_long_and_wide_say_the_same(tmp_path: Path) -> None:
    long = series(
        tmp_path,
        "Kennzahl;Monat;Wert\ncost;01/2026;1.004,5\nSolved at once;2026-01;72,1\ncost;Februar 2026;990,0\n",
    )
    wide = series(
        tmp_path, "Month,Kosten je Kontakt,solved\n2026-01-31,1004.5,72.1\nFeb 2026,990,\n2026-03,,\n"
    )
    assert long == wide
    assert long[0] == Point("cost", date(2026, 1, 1), 1004.5)


def test_all_mistakes_of_series_at_once(tmp_path: Path) -> None:
    said = problems(
        series,
        tmp_path,
        "figure,month,value\ncost,2026-01,1.5\ncost,2026-01,1.6\ncost,2026-13,2\nfoo,2026-02,2\ncost,2026-07,3\n"
        "cost,2026-03,much\n",
    )
    assert said == [
        "line 3, Month: For this month there is a value in line 2 already.",
        "line 4, Month: “2026-13” is no month. Write 2026-05 or 05/2026.",
        "line 5, Key figure: “foo” is not known here. Allowed: Kosten je Kontakt, Solved at once.",
        "line 6, Month: This month is not over yet. A part of a month would look like a change.",
        "line 7, Value: “much” is no number.",
    ]
    assert problems(series, tmp_path, "Monat;cost;colour\n2026-01;1;2\n") == [
        "line 1, colour: This column is no key figure of the register."
    ]


def test_a_number_that_may_be_a_thousand_or_one_is_not_guessed(tmp_path: Path) -> None:
    said = problems(series, tmp_path, "Monat;cost\n2026-01;1.234\n2026-02;2.345\n")
    assert said[0].startswith("Value: It cannot be told")
    assert [p.value for p in series(tmp_path, "Monat;cost\n2026-01;1.234\n2026-02;2.345,5\n")] == [
        1234,
        2345.5,
    ]
    assert [p.value for p in series(tmp_path, "Monat;cost\n2026-01;0.834\n2026-02;1.345\n")] == [0.834, 1.345]


def test_a_workbook_holds_numbers(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "kpi.xlsx") as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["Month", "cost"])
        for at, value in enumerate((1.234, 2.345), start=1):
            sheet.write_datetime(at, 0, date(2026, at, 1), day)
            sheet.write_number(at, 1, value)
    found = read_series(tmp_path, "kpi.xlsx", FIGURES, TODAY)
    assert found == [Point("cost", date(2026, 1, 1), 1.234), Point("cost", date(2026, 2, 1), 2.345)]


def test_cases_keep_reason_subject_and_receiver(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text(
        "Kennzahl;Datum;Wert;Grund;Worüber;Empfangende Stelle\ncost;31.01.2026;4,5;Streik;;\nsolved;2026-02;5;;R7;Kredit\n"
    )
    assert read_cases(tmp_path, "cases.csv", FIGURES, TODAY) == {
        "cost": [Case(date(2026, 1, 1), 4.5, "Streik")],
        "solved": [Case(date(2026, 2, 1), 5.0, "", "R7", "Kredit")],
    }


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("2026-05", 5),
        ("2026-05-31", 5),
        ("2026-05-01 00:00:00", 5),
        ("5/2026", 5),
        ("31.05.2026", 5),
        ("MAI 2026", 5),
        ("Sept 2026", None),
        ("Sep. 2026", 9),
        ("März 2026", 3),
        ("2026", None),
        ("13/2026", None),
        ("", None),
    ],
)
def test_months_as_people_write_them(written: str, month: int | None) -> None:
    assert month_of(written) == (date(2026, month, 1) if month else None)


def test_short_names() -> None:
    assert short_name("Größe & Übermaß – für Ämter!") == "groesse_uebermass_fuer_aemter"
    assert short_name("…") == ""
