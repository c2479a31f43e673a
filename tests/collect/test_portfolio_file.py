"""Tables of initiatives: everything read, or every mistake named."""

from __future__ import annotations

import csv
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from leitstern.collect.example.truths import taxonomy
from leitstern.collect.portfolio_columns import COLUMNS
from leitstern.collect.portfolio_file import Known, Line, read_portfolio, sample
from leitstern.collect.problems import InvalidFile
from leitstern.core.bridge.portfolio.drafts import ForPeople, Pull
from leitstern.core.bridge.portfolio.picture import Expectation, Path, ProjectMilestone
from leitstern.core.bridge.portfolio.terms import Aim, AiMode, AiPurpose, Horizon, Kind, MilestoneKind
from leitstern.core.company.money import Money
from leitstern.core.outside.outcomes import Fate

if TYPE_CHECKING:
    import pathlib

KNOWN = Known({"first": "first", "solved at once": "first"}, {"one record": "record", "record": "record"})
HEAD = "Kurzname;Initiative;Art;Absicht;KI;Personalisiert;Bereiche;Kontaktpunkte;Ziele;Braucht zuvor;Budget;Währung;Beginn"
WORDS = "Ergebnis für die Kundschaft;Tätigkeit;Fähigkeit;Menschen;Ablauf;Technologie;Maßnahmen für Menschen;Etappenziele Kultur;Etappenziele Technologie"
EXPECTED = "Erwartet: Messgröße;Erwartet: heute;Erwartet: Wert;Erwartet: bis;Erwartet: von wem;Horizont"
LINE = "bot;Chatbot;Technologie;besseres Erleben;assistance;ja;Kundenservice;Chat;first +3;One record;250.000,50;eur;01.02.2027"


def read(tmp_path: pathlib.Path, *lines: str) -> tuple[Line, ...]:
    (tmp_path / "initiatives.csv").write_text("\n".join(lines), encoding="utf-8")
    return read_portfolio(tmp_path, "initiatives.csv", taxonomy(), KNOWN)


def mistakes(tmp_path: pathlib.Path, *lines: str) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        read(tmp_path, *lines)
    return [each.sentence.en for each in refused.value.problems]


def test_a_whole_initiative(tmp_path: pathlib.Path) -> None:
    words = "Ich weiß Bescheid;Antworten;Den Fall kennen;Menschen;Übergabe;Bot;Schulung;Team geschult @ 31.03.2027;Läuft"
    expected = "Zufriedene;60;75,5;2027-12-31;Vorstand;H1"
    head, rest = (
        f"{HEAD};{WORDS};{EXPECTED};KI-Zweck;Wird aus der Kundschaft",
        "relevance;weniger Kundinnen und Kunden gehen",
    )
    (line,) = read(tmp_path, head, f"{LINE};{words};{expected};{rest}")
    draft = line.draft
    assert (line.slug, draft.title, draft.kind, draft.aim) == (
        "bot",
        "Chatbot",
        Kind.TECHNOLOGY,
        Aim.EXPERIENCE,
    )
    assert (draft.ai_mode, draft.personalises, draft.horizon) == (AiMode.ASSISTANCE, True, Horizon.H1)
    assert draft.ai_purpose is AiPurpose.RELEVANCE
    assert draft.customer_outcome is Fate.LEAVING
    assert (draft.units, draft.touchpoints, draft.needs) == (("service",), ("chat",), ("record",))
    assert (draft.budget, draft.begins) == (Money(25_000_050, "EUR"), date(2027, 2, 1))
    assert draft.pulls == (Pull("first", 1, 3),)
    assert draft.paths == (
        Path("Ich weiß Bescheid", "Antworten", "Den Fall kennen", "Menschen", "Übergabe", "Bot"),
    )
    assert draft.people_measures == (ForPeople("Schulung"),)
    assert draft.milestones == (
        ProjectMilestone("Team geschult", MilestoneKind.CULTURE, date(2027, 3, 31)),
        ProjectMilestone("Läuft", MilestoneKind.TECHNOLOGY),
    )
    assert draft.expects == Expectation("Zufriedene", 60, 75.5, "", date(2027, 12, 31), "Vorstand")


def test_an_expectation_names_the_published_figure_it_rests_on(tmp_path: pathlib.Path) -> None:
    head = (
        "Initiative,Kind,Aim,Departments,Expected: measure,Expected: value,Expected: by,Expected: by whom,"
        "Expected: rests on published figure"
    )
    said = "Bot,technology,revenue,service,Revenue,130,2027-12-31,Board,"
    (line,) = read(tmp_path, head, f"{said}revenue-of-the-best")
    assert line.draft.expects
    assert line.draft.expects.claim == "revenue-of-the-best"
    (mistake,) = mistakes(tmp_path, head, f"{said}hearsay")
    assert "There is no published figure “hearsay”." in mistake


def test_further_lines_bring_further_chains(tmp_path: pathlib.Path) -> None:
    head = "Short name,Initiative,Kind,Aim,Departments,Customer outcome,Capability"
    lines = read(
        tmp_path,
        head,
        "bot,Chatbot,technology,a better experience,service; IT,One,a",
        "bot,,,,,Two,b",
        "bot,Chatbot,,,,Three,c",
        ",Other,people,lower cost,it,,",
    )
    assert [len(line.draft.paths) for line in lines] == [3, 0]
    assert lines[0].draft.units == ("service", "it")


def test_every_mistake_is_named_with_its_line(tmp_path: pathlib.Path) -> None:
    found = mistakes(
        tmp_path,
        HEAD,
        LINE,
        "Bot 2;;magic;fun;yes;maybe;Kundenservic;Nowhere;first;nobody;x;EUR;soon",
        "bot;Another;Technologie;weniger Kosten;;;IT;;other +2;;5;;",
        "half;Half;Daten;eine Pflicht;;;IT;;;;1,005;EUR;",
    )
    assert len(found) == 14
    for said in (
        "line 3, Short name: “Bot 2” is no short name",
        "line 3, Initiative: This cell must not be empty.",
        "line 3, Kind: “magic” is not among what may stand here.",
        "line 3, Departments: “Kundenservic” is not known here. Did you mean “service”?",
        "line 3, Goals: “first” does not say how strongly.",
        "line 3, Budget: “x” is no number.",
        "line 3, Begins: “soon” is no day.",
        "line 4, Short name: Line 2 has this short name for another initiative.",
    ):
        assert any(said in each for each in found), said


def test_half_an_expectation_is_none(tmp_path: pathlib.Path) -> None:
    head = f"Initiative;Kind;Aim;Departments;{EXPECTED}"
    (said,) = mistakes(tmp_path, head, "A;people;lower cost;it;Zufriedene;60;;;;")
    assert "here something of it is missing" in said


@pytest.mark.parametrize(
    ("given", "currency", "minor"),
    [
        ("1.200", "EUR", 120_000),
        ("1,200.50", "EUR", 120_050),
        ("1200,5", "EUR", 120_050),
        ("1 200 000", "CHF", 120_000_000),
        ("1200", "JPY", 1200),
        ("1,500", "KWD", 1_500_000),
    ],
)
def test_amounts_of_either_convention(tmp_path: pathlib.Path, given: str, currency: str, minor: int) -> None:
    line = f'"A";people;lower cost;it;"{given}";{currency}'
    (found,) = read(tmp_path, "Initiative;Kind;Aim;Departments;Budget;Currency", line)
    assert found.draft.budget == Money(minor, currency)


def test_columns_that_are_needed(tmp_path: pathlib.Path) -> None:
    assert len(mistakes(tmp_path, "Name,Something", "a,b")) == 3
    assert mistakes(tmp_path, "Initiative,Kind,Aim,Departments")[0].endswith(
        "There is no initiative in this file."
    )


def test_a_workbook_with_days(tmp_path: pathlib.Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "initiatives.xlsx", {"default_date_format": "dd.mm.yyyy"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Initiative", "Kind", "Aim", "Departments", "Begins", "Budget", "Currency"])
    sheet.write_row(1, 0, ["A", "people", "lower cost", "it"])
    sheet.write_datetime(1, 4, datetime(2027, 2, 1))  # noqa: DTZ001 -- a cell has no time zone
    sheet.write_row(1, 5, [250000, "EUR"])
    book.close()
    (line,) = read_portfolio(tmp_path, "initiatives.xlsx", taxonomy(), KNOWN)
    assert (line.draft.begins, line.draft.budget) == (date(2027, 2, 1), Money(25_000_000, "EUR"))


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sample_could_be_handed_in(tmp_path: pathlib.Path, language: str) -> None:
    titles, rows = sample(taxonomy(), language)
    assert len(titles) == len(COLUMNS)
    with (tmp_path / "initiatives.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([titles, *rows])
    (line,) = read_portfolio(tmp_path, "initiatives.csv", taxonomy(), KNOWN)
    assert line.draft.expects
    assert line.draft.milestones[0].due == date(2027, 3, 31)
