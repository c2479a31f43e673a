"""What stands in the middle of a slide: a chart with words beside it, tables, voices, sentences, key figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from leitstern.app.reports.deck_charts import draw_bars, draw_matrix, draw_spans
from leitstern.app.reports.deck_slides import Bars, Grids, Matrix, Opening, Quotes, Spans
from leitstern.app.reports.deck_text import SMALLEST, colour, fitting, height, lines, place_text, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide as Drawn
    from pptx.table import Table

    from leitstern.app.reports.deck_slides import Figure, Grid, Slide
    from leitstern.app.reports.deck_text import Box

GAP = Pt(18)  # between what stands beside each other
CHART = 0.66  # of the width, where words stand beside it
WORDS, ASIDE, VOICE, CELL, FIGURE, LABEL = 20, 16, 20, 18, 26, 14  # points at most
VOICE_FONT = "Georgia"  # customers have a typeface of their own, one that every office has
VOICE_WIDTH = 1.15  # how much wider it runs than what lines are measured with
CELL_SIDES, CELL_ENDS = Pt(14.4), Pt(7.2)  # margins PowerPoint gives a cell, both sides together
PANEL = Pt(10)
HEADING = Pt(28)  # of a table, with the room below it
DECORATIVE = (  # for screen readers: nothing to read here
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def draw(drawn: Drawn, box: Box, slide: Slide) -> None:
    """Draw the body of a slide into a box."""
    body = slide.body
    if isinstance(body, Bars | Matrix | Spans):
        chart = _beside(drawn, box, slide)
        if isinstance(body, Bars):
            draw_bars(drawn, chart, body)
        elif isinstance(body, Matrix):
            draw_matrix(drawn, chart, body)
        else:
            draw_spans(drawn, chart, body)
    elif isinstance(body, Grids):
        shares = body.shares or [1 / len(body.grids)] * len(body.grids)
        parts = list(zip(columns(box, shares), body.grids, strict=True))
        size = min(_size(part, grid) for part, grid in parts)
        for part, grid in parts:
            _grid(drawn, part, grid, size)
    elif isinstance(body, Quotes):
        _quotes(drawn, box, body)
    elif isinstance(body, Opening):
        _figures(drawn, box, body.figures)
    else:
        place_text(drawn, box, body.paragraphs, WORDS, name="Text")


def columns(box: Box, shares: Sequence[float]) -> list[Box]:
    """A box in parts beside each other, which take their shares of the width."""
    left, top, width, high = box
    room = width - GAP * (len(shares) - 1)
    parts = []
    for share in shares:
        parts.append((left, top, int(room * share), high))
        left += int(room * share) + GAP
    return parts


def _beside(drawn: Drawn, box: Box, slide: Slide) -> Box:
    """Set the words beside a chart; what is left is the chart's."""
    left, top, width, high = box
    if not slide.aside:
        return box
    chart = int(width * CHART)
    room = (left + chart + GAP, top, width - chart - GAP, high)
    place_text(drawn, room, slide.aside, ASIDE, name="Beside the chart", anchor=MSO_ANCHOR.MIDDLE)
    return left, top, chart, high


def _size(box: Box, grid: Grid) -> int:
    """The largest size at which a table fits, without a broken word if possible."""
    high = box[3] - (HEADING if grid.title else 0)
    widths = [int(share * box[2]) for share in grid.widths]
    size, rows = CELL, [grid.header, *grid.rows]
    while size > SMALLEST and (_high(rows, widths, size) > high or _breaks(rows, widths, size)):
        size -= 1
    return size


def _grid(drawn: Drawn, box: Box, grid: Grid, size: int) -> None:
    """A table in the template's style; rows that do not fit even in the smallest size are left out, never cut."""
    left, top, width, high = box
    if grid.title:
        title = (left, top, width, Pt(22))
        place_text(drawn, title, [grid.title], ASIDE, name="Heading", bold=True)
        top, high = top + HEADING, high - HEADING
    widths = [int(share * width) for share in grid.widths]
    rows = [grid.header, *grid.rows]
    while _high(rows, widths, size) > high and len(rows) > 2:
        rows.pop()
    edges = (left, top, sum(widths), _high(rows, widths, size))
    frame = drawn.shapes.add_table(len(rows), len(widths), *(Emu(edge) for edge in edges))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", grid.alt)
    table: Table = frame.table
    for place, each in enumerate(widths):
        table.columns[place].width = Emu(each)
    for place, row in enumerate(rows):
        table.rows[place].height = Emu(_row(row, widths, size))
        for column, text in enumerate(row):
            cell = table.cell(place, column)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            write(cell.text_frame, [text], size)


def _breaks(rows: Sequence[Sequence[str]], widths: list[int], size: int) -> bool:
    """Whether a word, or a number with its interval, is wider than its column."""
    return any(
        lines(part, size, width - CELL_SIDES, bold=True) > 1
        for row in rows
        for text, width in zip(row, widths, strict=True)
        for part in ([text] if text[:1].isdigit() else text.split())
    )


def _high(rows: Sequence[Sequence[str]], widths: list[int], size: int) -> int:
    return sum(_row(row, widths, size) for row in rows)


def _row(row: Sequence[str], widths: list[int], size: int) -> int:
    cells = zip(row, widths, strict=True)
    return int(max(height([text], size, width - CELL_SIDES, bold=True) for text, width in cells) + CELL_ENDS)


def _quotes(drawn: Drawn, box: Box, quotes: Quotes) -> None:
    """Voices below each other, each with its place right below it, in a size that suits all of them."""
    left, top, width, high = box
    each = (high - GAP * (len(quotes.quotes) - 1)) // max(len(quotes.quotes), 1)
    who, bar, inner = Pt(22), Pt(3), Pt(14)
    room = (left + inner, top, width - inner, each - who)
    narrow = (*room[:2], int(room[2] / VOICE_WIDTH), room[3])
    said = [_quoted(quote.words, quote.language) for quote in quotes.quotes]
    size = min(fitting([words], narrow, VOICE, bold=True)[0] for words in said)
    y = top
    for words, quote in zip(said, quotes.quotes, strict=True):
        tall = min(height([words], size, narrow[2], bold=True), room[3])
        mark = drawn.shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(left), Emu(y), Emu(bar), Emu(tall + who))
        mark.name = "Mark"
        mark.fill.solid()
        mark.fill.fore_color.rgb = colour("outside")
        mark.line.fill.background()
        mark._element.remove(mark._element.find(qn("p:style")))
        mark._element.nvSpPr.cNvPr.append(parse_xml(DECORATIVE))
        place_text(drawn, (room[0], y, room[2], tall), [words], size, name="Voice", italic=True)
        for run in drawn.shapes[-1].text_frame.paragraphs[0].runs:
            run.font.name = VOICE_FONT
            run._r.get_or_add_rPr().set("lang", quote.language)
        below = (room[0], y + tall + Pt(4), room[2], who - Pt(4))
        place_text(drawn, below, [quote.who], SMALLEST + 2, name="Who")
        y += tall + who + 2 * GAP


def _quoted(said: str, language: str) -> str:
    return f"„{said}“" if language.startswith("de") else f"“{said}”"


def _figures(drawn: Drawn, box: Box, figures: Sequence[Figure]) -> None:
    """Key figures on white, whatever the template's first slide looks like; none where there is no room."""
    if not figures or box[3] < Pt(90):
        return
    parts = columns(box, [1 / len(figures)] * len(figures))
    inner = (0, 0, parts[0][2] - 2 * PANEL, box[3] - 2 * PANEL)
    value = min(fitting([each.value], (*inner[:3], Pt(40)), FIGURE, bold=True)[0] for each in figures)
    rest = (*inner[:3], inner[3] - height([figures[0].value], value, inner[2], bold=True))
    size = min(fitting([each.label, each.note], rest, LABEL)[0] for each in figures)
    for figure, (left, top, width, high) in zip(figures, parts, strict=True):
        panel = drawn.shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(left), Emu(top), Emu(width), Emu(high))
        panel.name = "Key figure"
        panel.fill.solid()
        panel.fill.fore_color.rgb = colour("surface")
        panel.line.color.rgb = colour("line")
        panel._element.remove(panel._element.find(qn("p:style")))  # no shadow, whatever the theme has
        frame = panel.text_frame
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = PANEL
        write(frame, [figure.value], value, tone="ink", bold=True)
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        for text in fitting([figure.label, figure.note], rest, size)[1]:
            paragraph = frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.color.rgb = Pt(size), colour("ink")
