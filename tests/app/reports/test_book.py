"""The data book: every number with interval and n, nothing that a spreadsheet would run, nothing unmarked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from django.utils import timezone
from tests.app.waves.asking import answered_directly
from xlsxwriter import Workbook

from leitstern.app.common.actors import COMMAND_LINE, Capability, InternalActor
from leitstern.app.evidence.actions import Seen, assess, claim
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.queries import all_flows, promises_by
from leitstern.app.placement.queries import placement, route_choice
from leitstern.app.reports.book import data_book
from leitstern.app.reports.book_sheets import Column, Form, Sheet
from leitstern.app.reports.book_writing import LONGEST, Writer
from leitstern.app.waves import actions
from leitstern.collect.roster import Person as Paper
from leitstern.collect.roster import Roster
from leitstern.core.gap.reasons import FEWER_THAN_FIVE
from leitstern.core.inside.assumptions import ASSUMPTIONS
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.publishing import PROTECTS
from leitstern.core.inside.ratings import DIMENSIONS, View
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person
    from leitstern.app.outside.reading import Published

PRINTED = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def placed(published: Published) -> Published:
    """With a claim and an independent look on each axis, so that there is a placement."""
    for axis in Axis:
        claim(COMMAND_LINE, DIMENSIONS[axis][0], 2)
    assess(COMMAND_LINE, "Audit Ltd", {slug: Seen(2) for axis in Axis for slug in DIMENSIONS[axis]})
    return published


def opened(published: Published, language: str = "en", actor: Any = COMMAND_LINE) -> Any:
    return openpyxl.load_workbook(BytesIO(data_book(actor, published, language, PRINTED)))


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


ENGLISH = [
    "This book",
    "Gaps",
    "Rankings",
    "Drivers",
    "Journeys",
    "Paths",
    "Scores",
    "Promises",
    "Placement",
    "Types",
    "Routes",
    "Dimensions",
    "Wave",
    "Assumptions",
    "Columns",
]


def test_sheets_in_both_languages(placed: Published) -> None:
    assert opened(placed).sheetnames == ENGLISH
    german = opened(placed, "de")
    assert len(german.sheetnames) == len(ENGLISH)
    assert {"Lücken", "Verortung", "Annahmen"} <= set(german.sheetnames)
    assert german["Lücken"]["A1"].value == "Kontaktpunkt"


def test_gaps_are_those_of_the_report_with_interval_n_and_reason(placed: Published) -> None:
    rows = rows_of(opened(placed)["Gaps"])
    lines = gap_report(placed).touchpoints
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        assert row["Slug"] == line.touchpoint
        for head, side in (("Promise", line.promise), ("Belief", line.belief), ("Lived", line.lived)):
            if isinstance(side, Estimate):
                found = [row[f"{head}{part}"] for part in ("", ": low", ": high", ": n")]
                assert found == pytest.approx([side.value, side.low, side.high, side.n])
            else:
                assert row[f"{head}: why not"] == side.reason.en
                assert not isinstance(row[head], float)


def test_every_sheet_has_a_frozen_heading_and_an_entry_per_finding(placed: Published) -> None:
    book = opened(placed)
    assert all(sheet.freeze_panes == "B2" for sheet in book)
    assert len(rows_of(book["Journeys"])) == len(all_flows(placed))
    assert len(rows_of(book["Promises"])) == len(promises_by(placed, ["promise"]))
    assert len(rows_of(book["Assumptions"])) == len(ASSUMPTIONS)
    columns = {(row["Sheet"], row["Column"]) for row in rows_of(book["Columns"])}
    for sheet in book.worksheets[1:-1]:
        for cell in sheet[1]:
            assert (sheet.title, cell.value.split(": ")[0]) in columns or (sheet.title, cell.value) in columns


def test_placement_types_and_routes(placed: Published) -> None:
    book = opened(placed)
    found = placement()
    assert found
    assert found.fused
    rows = rows_of(book["Placement"])
    assert isinstance(found.fused.culture, Estimate)
    assert rows[-1]["Culture"] == pytest.approx(found.fused.culture.value)
    assert sum(row["Probability"] for row in rows_of(book["Types"])) == pytest.approx(1)
    choice = route_choice(found)
    assert choice
    best = next(row for row in rows_of(book["Routes"]) if row["Recommended"] == "yes")
    assert best["Months until a Star"] == pytest.approx(choice.chosen.p50)
    assert best["Months until a Star: high"] == pytest.approx(choice.chosen.p90)
    first = rows_of(book["Dimensions"])[0]
    assert (first["Slug"], first["Claimed level"]) == ("k1", 2)


def test_without_a_placement_the_sheet_says_how_to_get_one(published: Published) -> None:
    assert "workshop" in opened(published)["Types"]["A2"].value


def test_numbers_and_dates_have_their_formats(placed: Published) -> None:
    for language, form in (("en", "dd/mm/yyyy"), ("de", "dd.mm.yyyy")):
        book = opened(placed, language)
        gaps, views = book.worksheets[1], book.worksheets[8]
        assert gaps["F2"].number_format == "0.0%"
        assert [c.number_format for c in views[2] if c.is_date] == [form]


def test_roles_get_what_they_see_and_are_told_what_is_withheld(placed: Published) -> None:
    somebody = InternalActor("x", frozenset({Capability.SEE_GAP}))
    book = opened(placed, actor=somebody)
    assert book.sheetnames == ["This book", "Gaps", "Rankings", "Drivers", "Columns"]
    told = {row["What"]: row["Value"] for row in rows_of(book["This book"])}
    for name in (
        "Journeys",
        "Paths",
        "Scores",
        "Promises",
        "Placement",
        "Routes",
        "Dimensions",
        "Wave",
        "Assumptions",
    ):
        assert told[name] == "Withheld: your role does not see this."


def written(cell: Any, column: Column) -> Any:
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        Writer(book, "en").write(Sheet("S", "", [column], [[cell]]))
    return openpyxl.load_workbook(BytesIO(out.getvalue())).active


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "＝1", " =1", "{=1}", "a\n=1"]
)
def test_texts_stay_texts(text: str) -> None:
    cell = written(text, Column("A", ""))["A2"]
    assert cell.data_type == "s"
    assert cell.value == text
    if text != "{=1}":
        assert cell.quotePrefix, "typing into the cell does not make it a formula either"


def test_a_text_longer_than_a_cell_is_cut_not_lost() -> None:
    kept = written("x" * 40_000, Column("A", ""))["A2"].value
    assert len(kept) == LONGEST
    assert kept.endswith("…")


@pytest.mark.parametrize("reason", [FEWER_THAN_FIVE, PROTECTS])
def test_what_is_suppressed_is_marked_in_every_cell(reason: Missing) -> None:
    sheet = written(reason, Column("A", "", Form.SHARE, measured=True))
    assert [cell.value for cell in sheet[2]] == ["suppressed"] * 4 + [reason.reason.en]
    assert sheet["A2"].fill.patternType


def test_what_is_missing_says_why() -> None:
    sheet = written(
        Missing("x", Text("not asked", "nicht gefragt")), Column("A", "", Form.SHARE, measured=True)
    )
    assert [cell.value for cell in sheet[2]] == ["–", None, None, None, "not asked"]


def test_what_a_wave_hides_stays_hidden_and_is_marked(published: Published, lead: Person) -> None:
    large, small, other = [department.slug for department in published.taxonomy.departments][:3]
    wave = actions.prepare(lead, "Wave 1", timezone.localdate() + timedelta(days=7))
    sizes = {large: 20, small: 4, other: 9}
    on_paper = [Paper("", unit, View.STAFF) for unit, n in sizes.items() for _ in range(n)]
    actions.hand_in_roster(lead, wave, Roster(on_paper))
    actions.launch(lead, wave, "http://testserver")
    for unit, n in sizes.items():
        answered_directly(wave, unit, "staff", n)
    actions.close(lead, wave)
    actions.publish(lead, wave)
    rows = [row for row in rows_of(opened(published)["Wave"]) if row["Dimension"] == "k1"]
    by_unit = {row["Slug"]: row for row in rows}
    assert by_unit[small]["Mean level"] == by_unit[small]["Mean level: n"] == "suppressed"
    assert by_unit[small]["Mean level: why not"].startswith("hidden")
    assert sum(row["Mean level"] == "suppressed" for row in rows) > 1, "or it could be worked out"
    whole = next(row for row in rows if row["Department"] == published.taxonomy.company.en)
    assert whole["Mean level: n"] == 33
    first = rows_of(opened(published)["Dimensions"])[0]
    assert first["Staff: n"] == 33


def test_rows_are_as_tall_as_their_text_and_print_on_one_width(placed: Published) -> None:
    book = opened(placed)
    rankings = book["Rankings"]
    head = [cell.value for cell in rankings[1]]
    said = rankings.cell(2, head.index("In words") + 1).value
    assert len(said) > 70
    assert rankings.row_dimensions[2].height >= 30
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.print_title_rows == "$1:$1"


def test_nothing_is_said_twice_about_the_placement(placed: Published) -> None:
    about = {row["What"]: row["Shows"] for row in rows_of(opened(placed)["This book"])}["Placement"]
    sentences = [each for each in about.split(". ") if each]
    assert len(sentences) == len(set(sentences))
