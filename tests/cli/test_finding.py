"""Findings in a terminal, for spreadsheets and for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import openpyxl
import pytest
from pptx import Presentation

from leitstern.app.common.models import AuditEntry
from leitstern.app.outside.documents import QUESTIONS, STORY
from leitstern.cli.finding import Purpose, Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

    Run = Callable[..., Answer]


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_gap_as_a_table_begins_with_the_finding(leitstern: Run) -> None:
    english, german = leitstern("gap"), leitstern("gap", "--lang", "de")
    assert (english.code, english.err) == (0, "")
    assert "Touchpoint" in english.out
    assert "Kontaktpunkt" in german.out
    assert english.out.splitlines()[0].endswith(".")


def test_the_gap_for_programs_has_its_documented_shape(leitstern: Run) -> None:
    found = json.loads(leitstern("gap", "--format", "json").out)
    assert set(found["indices"]) == {"delivery", "perception"}
    line = found["touchpoints"][0]
    for side in ("promise", "belief", "lived", "delivery_gap", "perception_gap"):
        assert set(line[side]) >= {"value", "low", "high", "n"} or "missing" in line[side]
    assert all({"name", "share"} <= set(driver) for driver in found["drivers"])


def test_the_gap_for_spreadsheets(leitstern: Run) -> None:
    header, *rows = table(leitstern("gap", "--format", "csv").out)
    assert header[:3] == ["touchpoint", "facet", "promise"]
    assert rows
    assert all(len(row) == len(header) for row in rows)


ROWS = {Question.VARIANTS: "variants", Question.HEARD: "statements"}  # beside sums over all
ASKED = {
    Question.BREAKS_MONTHLY: ("breaks?by=month", "breaks?by=map-month")
}  # of the interface, one after the other


@pytest.mark.parametrize("question", list(Question))
def test_every_question_is_answered_in_every_format(leitstern: Run, question: Question) -> None:
    told = leitstern("outside", question, "--format", "json")
    assert (told.code, told.err) == (0, "")
    found = json.loads(told.out)
    rows = found[ROWS[question]] if question in ROWS else found
    assert rows
    header, *lines = table(leitstern("outside", question, "--format", "csv").out)
    assert len(lines) == len(rows)
    assert all(len(line) == len(header) for line in lines)
    shown = leitstern("outside", question, "--lang", "de")
    assert shown.code == 0
    assert len(shown.out.splitlines()) > len(rows)


def test_the_command_line_says_what_the_interface_says(leitstern: Run, as_lead: Callable[[str], Any]) -> None:
    for question in Question:
        told = json.loads(leitstern("outside", question, "--format", "json").out)
        first, *others = [as_lead(asked) for asked in ASKED.get(question, (question,))]
        assert told == (sum(others, first) if others else first)


@pytest.fixture
def as_lead(small_company: Home, plain_static_files: None) -> Callable[[str], Any]:
    from django.test import Client
    from tests.people import make

    from leitstern.app.accounts.roles import Role

    client = Client()
    client.force_login(make(Role.LEAD))
    return lambda question: client.get(f"/api/v1/outside/{question}").json()


def test_questions_and_purposes_are_those_of_the_application() -> None:
    from leitstern.app.outside.forms import Purpose as Purposes

    assert {question.value for question in Question} == set(QUESTIONS)
    assert {purpose.value for purpose in Purpose} == set(Purposes.values)


def test_one_customers_story_needs_a_purpose_and_leaves_a_trace(
    leitstern: Run, small_company: Home, a_customer: tuple[str, str]
) -> None:
    kind, number = a_customer
    assert leitstern("customer", kind, number).code == 2
    told = leitstern("customer", kind, number, "--purpose", "complaint", "--format", "json")
    assert (told.code, told.err) == (0, "")
    events = json.loads(told.out)
    assert events
    assert set(events[0]) == set(STORY)
    entry = AuditEntry.objects.get(verb="read customer")
    assert (entry.actor, entry.details) == ("command line", {"purpose": "complaint"})
    header, *rows = table(leitstern("customer", kind, number, "--purpose", "rights", "--format", "csv").out)
    assert header == STORY
    assert len(rows) == len(events)
    assert number not in told.out
    assert leitstern("customer", kind, number, "--purpose", "rights").out.count("\n") >= len(events)


def test_a_customer_nobody_knows_is_told(leitstern: Run, a_customer: tuple[str, str]) -> None:
    told = leitstern("customer", a_customer[0], "nobody", "--purpose", "request")
    assert told.code == 1
    assert "We know no customer" in told.err
    assert not AuditEntry.objects.filter(verb="read customer").exists()


@pytest.fixture
def a_customer(small_company: Home, tmp_path: Path) -> tuple[str, str]:
    """Kind and number of somebody, found in files like those that were brought in."""
    from tests.small_company import CUSTOMERS, UNTIL

    from leitstern.app.intake.models import Import
    from leitstern.app.outside.queries import story
    from leitstern.app.outside.reading import require_published
    from leitstern.collect.example.write import write_example
    from leitstern.collect.identify import entity_of
    from leitstern.collect.mapping_file import read_mapping

    files = write_example(tmp_path / "files", customers=CUSTOMERS, contacts=15 * CUSTOMERS, until=UNTIL)
    source = next(s for s in read_mapping(Import.objects.get().mapping).sources if s.name == "letters")
    raw = (files.folder / source.file).read_bytes()
    text = raw.decode(source.format.encoding or "utf-8", "replace")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=source.format.delimiter or _delimiter(text)))
    kind, number = source.customer.kind, rows[0][source.customer.column]
    assert story(require_published(), [entity_of(small_company, kind, number)])
    return kind, number


def _delimiter(text: str) -> str:
    return max(";,\t", key=text.splitlines()[0].count)


def test_the_board_report_is_written(leitstern: Run, tmp_path: Path) -> None:
    to = tmp_path / "report.pdf"
    told = leitstern("report", "--format", "pdf", "--lang", "en", "--to", to)
    assert (told.code, told.out.strip()) == (0, str(to))
    assert to.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("kind", "starts"), [("pptx", "ppt/presentation.xml"), ("xlsx", "xl/workbook.xml")])
def test_slides_and_data_book_are_written(leitstern: Run, tmp_path: Path, kind: str, starts: str) -> None:
    to = tmp_path / f"report.{kind}"
    told = leitstern("report", "--format", kind, "--lang", "en", "--to", to)
    assert (told.code, told.out.strip()) == (0, str(to))
    assert starts in ZipFile(to).namelist()


def test_slides_of_ones_own_are_used_this_once_and_what_they_lack_is_said(
    leitstern: Run, tmp_path: Path
) -> None:
    ours, to = tmp_path / "ours.pptx", tmp_path / "report.pptx"
    deck = Presentation()
    subtitle = deck.slide_layouts[0].placeholders[1]._element
    subtitle.getparent().remove(subtitle)
    deck.save(str(ours))
    told = leitstern("report", "--format", "pptx", "--template", ours, "--to", to)
    assert told.code == 0
    assert "subtitle" in told.err
    assert Presentation(str(to)).slide_width == 9_144_000
    again = leitstern("report", "--format", "pptx", "--to", to)
    assert again.code == 0
    assert Presentation(str(to)).slide_width > 9_144_000


def test_a_template_that_is_none_is_refused(leitstern: Run, tmp_path: Path) -> None:
    ours = tmp_path / "ours.pptx"
    ours.write_bytes(b"MZ")
    told = leitstern("report", "--format", "pptx", "--template", ours, "--to", tmp_path / "x.pptx")
    assert told.code == 1
    assert "no PowerPoint presentation" in told.err
    told = leitstern("report", "--format", "pdf", "--template", ours, "--to", tmp_path / "x.pdf")
    assert told.code == 1
    assert not (tmp_path / "x.pdf").exists()


def test_a_folder_that_is_not_there_is_told(leitstern: Run, tmp_path: Path) -> None:
    told = leitstern("report", "--to", tmp_path / "nowhere" / "report.pdf")
    assert told.code == 1
    assert told.err.startswith("No such file or directory")
    assert len(told.err.splitlines()) == 1


def test_a_blank_sheet_is_written(leitstern: Run, tmp_path: Path) -> None:
    to = tmp_path / "beliefs.xlsx"
    assert leitstern("sheet", to, "--people", 3, "--lang", "en").code == 0
    assert openpyxl.load_workbook(to).sheetnames[0] == "Instructions"
    assert leitstern("sheet", to, "--people", 99).code == 2
