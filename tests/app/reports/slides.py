"""What tests of decks look at: charts with what stands behind them, words, and whatever is wrong with a slide."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations
from typing import TYPE_CHECKING, Any

import openpyxl
from pptx.oxml.ns import qn
from pptx.util import Pt

from leitstern.app.reports.deck_bodies import CELL_ENDS, CELL_SIDES
from leitstern.app.reports.deck_text import SMALLEST, height
from leitstern.charts.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pptx.presentation import Presentation as Deck


def charts(deck: Deck, slide: int) -> list[Any]:
    return [shape.chart for shape in deck.slides[slide].shapes if shape.has_chart]


def sheet_of(chart: Any) -> list[tuple[Any, ...]]:
    """The rows behind a chart, as PowerPoint would open them."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(BytesIO(blob), data_only=True).active
    assert sheet
    return list(sheet.iter_rows(values_only=True))


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def problems(deck: Deck) -> Iterator[str]:
    """Whatever lies outside its slide or box, covers something else, is too small, or has a colour of its own."""
    colours = {value[1:] for token in TOKENS.values() for value in (token.paper, token.dark)}
    for number, slide in enumerate(deck.slides, start=1):
        shapes = list(slide.shapes)
        for shape in shapes:
            name = f"slide {number}, {shape.name}"
            right, bottom = shape.left + shape.width, shape.top + shape.height
            if shape.left < 0 or shape.top < 0 or right > deck.slide_width or bottom > deck.slide_height:
                yield f"{name} lies outside"
            if shape.has_text_frame:
                yield from (f"{name}: {problem}" for problem in text_problems(shape))
            if shape.has_table:
                yield from (f"{name}: {problem}" for problem in table_problems(shape))
            used = {colour.get("val") for colour in element_of(shape).iter(qn("a:srgbClr"))}
            if used - colours:
                yield f"{name} has colours of its own: {used - colours}"
        for one, other in combinations(shapes, 2):
            wide = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
            high = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
            if min(wide, high) > Pt(1):
                yield f"slide {number}: {one.name} and {other.name} overlap"


def element_of(shape: Any) -> Any:
    return shape.chart._chartSpace if shape.has_chart else shape._element


def text_problems(shape: Any) -> Iterator[str]:
    frame = shape.text_frame
    room = shape.width - frame.margin_left - frame.margin_right
    taken = 0
    for paragraph in frame.paragraphs:
        sizes = [run.font.size.pt for run in paragraph.runs if run.font.size]
        if any(size < SMALLEST for size in sizes):
            yield f"{min(sizes)} points"
        if sizes:
            bold = any(run.font.bold for run in paragraph.runs)
            before = paragraph.space_before or 0
            taken += height([paragraph.text], max(sizes), room, bold=bold) + before
    if taken > shape.height - frame.margin_top - frame.margin_bottom + Pt(1):
        yield f"text takes {taken / Pt(1):.0f} of {shape.height / Pt(1):.0f} points"


def table_problems(shape: Any) -> Iterator[str]:
    table = shape.table
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            for paragraph in cell.text_frame.paragraphs:
                size = max((run.font.size.pt for run in paragraph.runs), default=SMALLEST)
                if size < SMALLEST:
                    yield f"{size} points"
                high = height([paragraph.text], size, column.width - CELL_SIDES, bold=True) + CELL_ENDS
                if high > row.height + Pt(1):
                    yield f"“{paragraph.text[:30]}” does not fit its row"
    if sum(row.height for row in table.rows) > shape.height + Pt(1):
        yield "rows are higher than the table"
