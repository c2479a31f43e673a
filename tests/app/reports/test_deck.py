"""The board deck: ten findings on ten slides, every chart PowerPoint's own, nothing cut off, nothing on top of another."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np
import openpyxl
import pytest
from django.utils import translation
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt
from tests.app.reports.slides import charts, problems, sheet_of, texts

from leitstern.app.bridge.actions import decide
from leitstern.app.common.actors import COMMAND_LINE, Capability, InternalActor
from leitstern.app.common.drawing import words
from leitstern.app.gap.drawing import by_size
from leitstern.app.gap.queries import gap_report
from leitstern.app.inside.queries import current_instrument
from leitstern.app.reports.deck import board_deck
from leitstern.app.reports.deck_bodies import CELL_SIDES, draw
from leitstern.app.reports.deck_own import own_presentation
from leitstern.app.reports.deck_slides import (
    Bars,
    Figure,
    Grid,
    Grids,
    Opening,
    Quote,
    Quotes,
    Series,
    Slide,
    Words,
)
from leitstern.app.reports.deck_standing import widest
from leitstern.app.reports.deck_text import lines
from leitstern.app.reports.deck_workbook import bars_workbook
from leitstern.app.reports.standing import Standing, standing_for
from leitstern.core.bridge.draft import MeasureDraft
from leitstern.core.gap.headlines import headline
from leitstern.core.gap.statements import lived_said
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.durations import durations
from leitstern.core.inside.placement import place
from leitstern.core.inside.ratings import CULTURE, DIMENSIONS, TECHNOLOGY, Ratings, View
from leitstern.core.inside.routes import choose
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

    from leitstern.app.outside.reading import Published

PRINTED = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
NOTHING = MeasureDraft(choice="do nothing", reason="The letters are rewritten in autumn.")
ALL = (*CULTURE, *TECHNOLOGY)
NOBODY = Standing(None, None, Assumptions(), None)  # type: ignore[arg-type]  # no view, so nothing is looked up


def opened(content: bytes) -> Deck:
    return Presentation(BytesIO(content))


def standing(*views: Ratings) -> Standing:
    """What these views say together."""
    assumed = Assumptions()
    found = place(views, assumed, np.random.default_rng(1))
    choice = None
    if found.probabilities:
        worlds = durations(assumed, np.random.default_rng(1), draws=4000)
        choice = choose(found.probabilities, found.candidates, worlds, assumed)
    return Standing(found, choice, assumed, current_instrument())


def ratings(view: View, culture: float, technology: float, people: int) -> Ratings:
    """A view of people who differ by half a level."""
    level = [culture] * len(CULTURE) + [technology] * len(TECHNOLOGY)
    spread = np.linspace(-0.5, 0.5, people)[:, None] if people > 1 else np.zeros((1, 1))
    return Ratings(view, ALL, np.array(level) + spread, Text("Wave 1", "Welle 1"), date(2026, 6, 1))


@pytest.fixture
def lemming(published: Published) -> Standing:
    """A Lemming that believes it is a Star: leaders high in everything, evidence only in technology."""
    customers = Ratings(
        View.CUSTOMERS,
        ("culture",),
        np.array([[1.2]]),
        Text("Scores", "Noten"),
        date(2026, 6, 1),
        n=900,
        spread=0.2,
    )
    return standing(ratings(View.EXECUTIVES, 3.2, 3.4, 7), ratings(View.EVIDENCE, 1.0, 3.0, 1), customers)


@pytest.mark.parametrize("language", ["de", "en"])
def test_ten_slides_whose_titles_are_findings(published: Published, lemming: Standing, language: str) -> None:
    deck = opened(board_deck(published, lemming, language, PRINTED))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(titles) == 10
    assert titles[0] == headline(gap_report(published)).to(language)
    assert lemming.placement
    assert titles[5] == lemming.placement.sentence.to(language)
    assert all(title.endswith((".", "!", "?")) for title in titles), titles
    assert len(set(titles)) == 10


def test_the_gap_is_a_chart_of_powerpoints_own_with_the_reports_numbers(
    published: Published, lemming: Standing
) -> None:
    deck = opened(board_deck(published, lemming, "en", PRINTED))
    chart = charts(deck, 1)[0]
    lines = {
        f"{line.touchpoint_name.en} ({line.facet_name.en})": line
        for line in gap_report(published).touchpoints
    }
    names = list(chart.plots[0].categories)
    assert names
    for series, side in zip(chart.plots[0].series, ("promise", "belief", "lived"), strict=True):
        for name, value in zip(names, series.values, strict=True):
            measured = getattr(lines[name], side)
            assert value == (measured.value if isinstance(measured, Estimate) else None)


def test_where_few_answered_both_shares_stand_on_the_slide(published: Published, lemming: Standing) -> None:
    """What was observed, and what we cautiously reckon with, as the situation says it."""
    said = next(said for line in by_size(gap_report(published)) if (said := lived_said(line)))
    assert said.de in " ".join(texts(opened(board_deck(published, lemming, "de", PRINTED)).slides[1]))


def test_behind_the_chart_stand_interval_n_and_why_not(published: Published, lemming: Standing) -> None:
    deck = opened(board_deck(published, lemming, "en", PRINTED))
    chart = charts(deck, 1)[0]
    rows = sheet_of(chart)
    head, first = rows[0], dict(zip(rows[0], rows[1], strict=True))
    line = next(
        line
        for line in gap_report(published).touchpoints
        if f"{line.touchpoint_name.en} ({line.facet_name.en})" == rows[1][0]
    )
    assert isinstance(line.lived, Estimate)
    assert first["lived by customers: low"] == line.lived.low
    assert first["lived by customers: high"] == line.lived.high
    assert first["lived by customers: n"] == line.lived.n
    assert any(str(name).endswith("why not") for name in head)


def test_error_bars_are_the_intervals(published: Published, lemming: Standing) -> None:
    deck = opened(board_deck(published, lemming, "en", PRINTED))
    chart = charts(deck, 1)[0]
    series = list(chart.plots[0].series)
    assert series[0]._element.find(qn("c:errBars")) is None, "a promise is exact"
    bars = series[-1]._element.find(qn("c:errBars"))
    up = [float(v.text) for v in bars.find(qn("c:plus")).iter(qn("c:v"))]
    lived = {
        f"{line.touchpoint_name.en} ({line.facet_name.en})": line.lived
        for line in gap_report(published).touchpoints
    }
    wanted = [lived[name] for name in chart.plots[0].categories]
    assert up == [each.high - each.value for each in wanted if isinstance(each, Estimate)]


def test_where_we_stand_has_a_series_per_view_with_whiskers(published: Published, lemming: Standing) -> None:
    deck = opened(board_deck(published, lemming, "de", PRINTED))
    chart = charts(deck, 5)[0]
    found = lemming.placement
    assert found
    assert found.fused
    series = {each.name: each for each in chart.plots[0].series}
    assert {"Geschäftsleitung", "Belege", "Kundinnen und Kunden", "Alle Sichten zusammen"} <= set(series)
    leaders = found.view(View.EXECUTIVES)
    assert leaders
    assert isinstance(leaders.technology, Estimate)
    assert list(series["Geschäftsleitung"].values) == [leaders.technology.value]
    directions = {
        each.find(qn("c:errDir")).get("val")
        for each in series["Geschäftsleitung"]._element.findall(qn("c:errBars"))
    }
    assert directions == {"x", "y"}
    assert len(list(series["Kundinnen und Kunden"].values)) == 2, "who sees one axis only is a line"


def test_type_probabilities_and_routes_are_charts(published: Published, lemming: Standing) -> None:
    deck = opened(board_deck(published, lemming, "en", PRINTED))
    types = charts(deck, 6)[0].plots[0]
    assert lemming.placement
    assert sum(types.series[0].values) == pytest.approx(1.0)
    assert max(types.series[0].values) == max(lemming.placement.probabilities.values())
    gantt = charts(deck, 7)[0]
    assert lemming.choice
    best = lemming.choice.chosen
    early, middle, late = (next(iter(series.values)) for series in gantt.plots[0].series)
    assert early == pytest.approx(best.p10 / 12)
    assert early + middle == pytest.approx(best.p50 / 12)
    assert early + middle + late == pytest.approx(best.p90 / 12)
    row = sheet_of(gantt)[1]
    assert row[4:7] == pytest.approx([best.p10 / 12, best.p50 / 12, best.p90 / 12])


def test_values_stand_along_the_bottom_though_categories_go_down(
    published: Published, lemming: Standing
) -> None:
    deck = opened(board_deck(published, lemming, "en", PRINTED))
    for slide in (1, 6, 7):
        space = charts(deck, slide)[0]._chartSpace
        assert (
            space.find(f".//{qn('c:catAx')}/{qn('c:scaling')}/{qn('c:orientation')}").get("val") == "maxMin"
        )
        assert space.find(f".//{qn('c:valAx')}/{qn('c:crosses')}").get("val") == "max"


def across(series: Any) -> list[float]:
    return [float(each.text) for each in series._element.findall(f"{qn('c:xVal')}//{qn('c:v')}")]


def test_the_names_of_types_stand_clear_of_upright_lines(published: Published, lemming: Standing) -> None:
    """Customers see culture only: their line is upright, through two of the four names if these stood midway."""
    matrix = charts(opened(board_deck(published, lemming, "de", PRINTED)), 5)[0].plots[0].series
    customers = next(series for series in matrix if series.name == "Kundinnen und Kunden")
    line, *_ = across(customers)
    assert min(abs(each - line) for each in across(matrix[0])) > 0.4
    assert widest(2, 4, [2.9, 0.7]) == pytest.approx(3.45)
    assert widest(0, 2, []) == 1


def test_no_series_of_the_matrix_stands_before_a_longer_one(published: Published, lemming: Standing) -> None:
    """An office program that meets a longer series forgets those before it, and shows an empty matrix."""
    deck = opened(board_deck(published, lemming, "de", PRINTED))
    chart = charts(deck, 5)[0]
    lengths = [len(list(series.values)) for series in chart.plots[0].series]
    assert lengths == sorted(lengths, reverse=True)
    hidden = [int(e.find(qn("c:idx")).get("val")) for e in chart._chartSpace.iter(qn("c:legendEntry"))]
    assert hidden == [0, 1, 2], "corners and borders need no line in the legend, views do"
    rows = sheet_of(chart)
    titles = [row[1] for row in rows if row[0] == "Kultur"]
    assert titles == [series.name for series in chart.plots[0].series]


def test_every_part_of_the_gantt_is_seen_and_named(published: Published, lemming: Standing) -> None:
    deck = opened(board_deck(published, lemming, "en", PRINTED))
    chart = charts(deck, 7)[0]
    assert not list(chart._chartSpace.iter(qn("c:legendEntry")))
    fills = [str(series.format.fill.fore_color.rgb) for series in chart.plots[0].series]
    assert len(set(fills)) == 3


def test_no_probability_is_called_certain(published: Published, lemming: Standing) -> None:
    for language, labels, axis in (
        ("en", '[>=0.995]">99%";[<0.005]"<1%";0%', "0%"),
        ("de", '[>=0.995]">99\xa0%";[<0.005]"<1\xa0%";0\xa0%', "0\xa0%"),
    ):
        chart = charts(opened(board_deck(published, lemming, language, PRINTED)), 6)[0]
        assert chart.plots[0].series[0].data_labels.number_format == labels
        assert chart.value_axis.tick_labels.number_format == axis


def test_rankings_say_weight_and_how_many_or_how_hard(published: Published, lemming: Standing) -> None:
    deck = opened(board_deck(published, lemming, "de", PRINTED))
    tables = [shape.table for shape in deck.slides[2].shapes if shape.has_table]
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    assert heads == [
        ["", "Kontaktpunkt", "Wichtigkeit", "Wie viele trifft es"],
        ["", "Kontaktpunkt", "Schwere, 0 bis 100"],
    ]
    assert "Schaden" not in " ".join(texts(deck.slides[2]))


def test_no_word_of_a_table_is_broken() -> None:
    deck = own_presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    grid = Grid(["Wichtigkeit", "Wen"], [["0,9", "1.387 [1.233–1.549]"]], (0.5, 0.5), "x")
    draw(slide, (Pt(40), Pt(130), Pt(270), Pt(330)), Slide("T.", Grids([grid]), "S", []))
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            size = cell.text_frame.paragraphs[0].runs[0].font.size.pt
            assert lines(cell.text, size, column.width - CELL_SIDES, bold=True) == 1


def test_the_number_of_a_short_bar_stands_behind_its_whisker(published: Published) -> None:
    deck = own_presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    short = Estimate(0.02, 0.005, 0.06, 50, "measured")
    bars = Bars(["Late"], [Series("share", "outside", [short])], "x", "x")
    draw(slide, (Pt(40), Pt(130), Pt(800), Pt(330)), Slide("T.", bars, "S", []))
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    moved = float(next(chart._chartSpace.iter(qn("c:manualLayout"))).find(qn("c:x")).get("val"))
    assert moved == pytest.approx(0.04 * 0.75)


def test_a_place_stands_right_below_its_voice() -> None:
    deck = own_presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    quotes = Quotes([Quote("Short.", "en", "Counter"), Quote("Also short.", "en", "Phone")])
    draw(slide, (Pt(40), Pt(130), Pt(870), Pt(330)), Slide("T.", quotes, "S", []))
    voice, who = (next(shape for shape in slide.shapes if shape.name == name) for name in ("Voice", "Who"))
    assert 0 <= who.top - (voice.top + voice.height) <= Pt(6)


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ("nobody", "a workshop of 60 minutes"),
        ("one axis", "A type needs both axes"),
        ("withheld", "Your role does not see"),
    ],
)
def test_slides_without_data_say_how_to_get_it(published: Published, inside: str, says: str) -> None:
    one = Ratings(
        View.CUSTOMERS, ("culture",), np.array([[1.2]]), Text("x", "x"), date(2026, 6, 1), n=90, spread=0.2
    )
    known = {"nobody": NOBODY, "one axis": standing(one), "withheld": None}[inside]
    deck = opened(board_deck(published, known, "en", PRINTED))
    assert len(deck.slides) == 10
    said = " ".join(text for number in (5, 6, 7) for text in texts(deck.slides[number]))
    assert says in said
    assert not charts(deck, 6)
    assert not charts(deck, 7)


def test_a_role_without_the_inside_gets_none_of_it(published: Published) -> None:
    nobody = InternalActor("x", frozenset({Capability.SEE_GAP}))
    assert standing_for(nobody) is None
    assert standing_for(COMMAND_LINE) is not None


def test_a_decision_stands_in_a_table_with_its_next_look(published: Published, lemming: Standing) -> None:
    before = opened(board_deck(published, lemming, "en", PRINTED))
    assert "nothing is decided" in before.slides[8].shapes.title.text_frame.text
    decide(COMMAND_LINE, "payoff", "satisfied", "", NOTHING, today=date(2026, 7, 1))
    after = opened(board_deck(published, lemming, "en", PRINTED))
    table = next(shape.table for shape in after.slides[8].shapes if shape.has_table)
    cells = [cell.text for row in table.rows for cell in row.cells]
    assert any(NOTHING.reason in cell for cell in cells)
    assert "not measured yet" in cells


@pytest.mark.parametrize(("language", "tag"), [("de", "de-DE"), ("en", "en-GB")])
def test_everything_says_its_language_and_has_words_for_pictures(
    published: Published, lemming: Standing, language: str, tag: str
) -> None:
    deck = opened(board_deck(published, lemming, language, PRINTED))
    assert deck.core_properties.language == tag
    for number, slide in enumerate(deck.slides, start=1):
        for run in slide._element.iter(qn("a:r"), qn("a:fld")):
            assert run.find(qn("a:rPr")).get("lang"), "every run says its language"
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr"), (number, shape.name)
            if shape.has_chart:
                assert shape.chart._chartSpace.find(qn("c:lang")).get("val") == tag
        numbers = [field.find(qn("a:t")).text for field in slide._element.iter(qn("a:fld"))]
        assert numbers == [str(number)]
        notes = slide.notes_slide.notes_text_frame
        assert notes
        assert slide.shapes.title.text_frame.text in notes.text
        assert "/method/" in notes.text or number == 10


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("inside", ["lemming", "nobody"])
def test_nothing_is_cut_off_or_covered_and_all_can_be_read(
    published: Published, lemming: Standing, language: str, inside: str
) -> None:
    decide(COMMAND_LINE, "payoff", "satisfied", "", NOTHING, today=date(2026, 7, 1))
    known = lemming if inside == "lemming" else NOBODY
    deck = opened(board_deck(published, known, language, PRINTED))
    assert [*problems(deck)] == []


LONG = "Vertragsverlängerungsbestätigungsschreiben " * 12
ONE = Estimate(0.5, 0.4, 0.6, 12)


@pytest.mark.parametrize(
    "body",
    [
        Bars([LONG, "B"], [Series("x", "inside", [ONE, ONE])], LONG[:60], "alt"),
        Grids([Grid(["", "A", "B"], [["1", LONG, LONG]] * 12, (0.1, 0.5, 0.4), "alt", "T")] * 2),
        Quotes([Quote(LONG * 2, "de", "Anna")] * 3),
        Words([LONG] * 9),
        Opening(LONG, [Figure(LONG[:60], "1,234,567", LONG[:200])] * 4),
    ],
    ids=lambda body: type(body).__name__,
)
def test_however_long_the_words_are(body: Any) -> None:
    deck = own_presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    for placeholder in list(slide.placeholders):
        placeholder._element.getparent().remove(placeholder._element)
    draw(slide, (550_000, 1_700_000, 11_000_000, 4_200_000), Slide("T", body, "", (), aside=[LONG, LONG]))
    assert [*problems(deck)] == []


def test_names_in_a_sheet_are_never_formulas() -> None:
    bars = Bars(
        ["=1+1", "@x"],
        [Series("=cmd|' /C calc'!A0", "inside", [ONE, Missing("x", Text("=2", "=2"))])],
        "",
        "",
    )
    sheet = openpyxl.load_workbook(BytesIO(bars_workbook(bars))).active
    assert sheet
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                assert cell.value in {"=B2-C2", "=D2-B2"}
    assert sheet["A2"].value == "=1+1"
    assert sheet["A2"].data_type == "s"


def test_the_check_itself_sees_what_is_wrong() -> None:
    deck = own_presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    for left in (0, 100_000, 13_000_000):
        box = slide.shapes.add_textbox(left, 0, 900_000, 200_000)
        box.text_frame.text = "far too much for such a small box"
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(8)
    found = " ".join(problems(deck))
    for each in ("outside", "overlap", "8.0 points", "text takes"):
        assert each in found


def test_dimensions_of_the_helper_are_those_of_the_instrument() -> None:
    assert [*ALL] == [slug for axis in DIMENSIONS.values() for slug in axis]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_words_are_there_in_both_languages(
    published: Published, lemming: Standing, language: str
) -> None:
    deck = opened(board_deck(published, lemming, language, PRINTED))
    with translation.override(language):
        company = words(published.taxonomy.company)
    assert any(company in text for text in texts(deck.slides[0]))
    said = " ".join(texts(deck.slides[9]))
    assert ("Unternehmen ohne jede Lücke" in said) == (language == "de")
