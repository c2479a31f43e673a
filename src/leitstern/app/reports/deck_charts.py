"""Charts of a deck as PowerPoint's own: every number can be edited there, with its interval as error bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from leitstern.app.reports.deck_marks import error_bars, hide_in_legend, move_right
from leitstern.app.reports.deck_text import SMALLEST, colour
from leitstern.app.reports.deck_workbook import (
    BEHIND,
    bars_workbook,
    behind,
    matrix_workbook,
    span_of,
    spans_workbook,
)
from leitstern.core.inside.instrument import HIGHEST_LEVEL
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from pptx.chart.axis import _BaseAxis
    from pptx.chart.chart import Chart
    from pptx.slide import Slide

    from leitstern.app.reports.deck_slides import Bars, Dot, Matrix, Spans
    from leitstern.app.reports.deck_text import Box

INSIDE_A_BAR = 0.12  # of the axis: shorter bars carry their number outside
LEGEND_FROM = 2  # series
PLOT = 0.75  # of a chart's width, about: the rest holds the names of categories
SHAPES = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.SQUARE,
)


def draw_bars(slide: Slide, box: Box, bars: Bars) -> None:
    """Bars beside each other per category, the first category on top."""
    data = CategoryChartData(number_format=bars.form)
    data.categories = [_one_line(category) for category in bars.categories]
    for series in bars.series:
        data.add_series(series.name, [_value(measured) for measured in series.values])
    chart = _add(slide, box, XL_CHART_TYPE.BAR_CLUSTERED, data, bars.alt)
    chart.part.chart_workbook.update_from_xlsx_blob(bars_workbook(bars))
    _downwards(chart, bars.axis)
    axis = chart.value_axis
    axis.minimum_scale = 0
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = bars.form, False
    if bars.most is not None:
        axis.maximum_scale = bars.most
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 40, 0
    longest = bars.most or max(
        (m.high for s in bars.series for m in s.values if isinstance(m, Estimate)), default=1
    )
    for number, (series, drawn) in enumerate(zip(bars.series, plot.series, strict=True)):
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = colour(series.tone)
        drawn.invert_if_negative = False
        labels = drawn.data_labels
        labels.show_value, labels.number_format_is_linked = True, False
        labels.number_format = bars.labels or bars.form
        labels.position = XL_LABEL_POSITION.INSIDE_BASE
        labels.font.size, labels.font.color.rgb = Pt(SMALLEST), colour("surface")
        for place, measured in enumerate(series.values):
            if isinstance(measured, Estimate) and measured.value < INSIDE_A_BAR * longest:
                label = drawn.points[place].data_label
                label.position = XL_LABEL_POSITION.OUTSIDE_END
                label.font.size, label.font.color.theme_color = Pt(SMALLEST), MSO_THEME_COLOR.TEXT_1
                move_right(label, (measured.high - measured.value) / longest * PLOT)
        first = behind(number, len(bars.series)) + 2
        cells = [span_of(first + side, 1, len(series.values)) for side in (0, 1)]
        error_bars(drawn, [_distances(measured) for measured in series.values], cells)
    _legend(chart, len(bars.series) >= LEGEND_FROM)


def draw_matrix(slide: Slide, box: Box, matrix: Matrix) -> None:
    """Each view as a series of its own, the borders between types as dashed lines, the types' names as labels.

    Series with more points come first: some office programs forget what stands before a longer one.
    """
    top = float(HIGHEST_LEVEL)
    culture, technology = matrix.cuts
    dots = sorted(matrix.dots, key=lambda dot: -len(_points(dot)))
    frame: list[tuple[str, list[tuple[float, float]]]] = [
        (" · ".join(name for _x, _y, name in matrix.corners), [(x, y) for x, y, _name in matrix.corners]),
        (matrix.border, [(culture, 0.0), (culture, top)]),
        (matrix.border, [(0.0, technology), (top, technology)]),
    ]
    series = [*frame, *((dot.name, _points(dot)) for dot in dots)]
    data = XyChartData(number_format="0.0")
    for name, points in series:
        added = data.add_series(name)
        for x, y in points:
            added.add_data_point(x, y)
    chart = _add(slide, box, XL_CHART_TYPE.XY_SCATTER, data, matrix.alt)
    chart.part.chart_workbook.update_from_xlsx_blob(matrix_workbook(matrix.axes, series, dots))
    for axis, title in zip((chart.category_axis, chart.value_axis), matrix.axes, strict=True):
        axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, top, 1
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False
        _quiet(axis, title)
        axis.has_major_gridlines = False
    corners, *rest = chart.plots[0].series
    _draw_corners(corners, matrix)
    for line in rest[: len(frame) - 1]:
        line.marker.style, line.smooth = XL_MARKER_STYLE.NONE, False
        line.format.line.color.rgb, line.format.line.width = colour("muted"), Pt(1)
        line.format.line.dash_style = MSO_LINE.DASH
    row = sum(len(points) + 2 for _name, points in frame)
    for number, (drawn, dot) in enumerate(zip(rest[len(frame) - 1 :], dots, strict=True)):
        _draw_dot(drawn, dot, SHAPES[number % len(SHAPES)], row + 1)
        row += len(_points(dot)) + 2
    _legend(chart, True)
    hide_in_legend(chart, range(len(frame)))


def _draw_corners(corners: Any, matrix: Matrix) -> None:
    """The types' names, on points that nobody sees."""
    corners.marker.style = XL_MARKER_STYLE.NONE
    corners.format.line.fill.background()
    for place, (_x, _y, name) in enumerate(matrix.corners):
        label = corners.points[place].data_label
        label.position = XL_LABEL_POSITION.CENTER
        label.text_frame.text = name
        font = label.text_frame.paragraphs[0].runs[0].font
        font.size, font.color.rgb = Pt(SMALLEST), colour("muted")


def draw_spans(slide: Slide, box: Box, spans: Spans) -> None:
    """A Gantt chart as stacked bars: pale while nine of ten are still under way, then to the middle, then to the end."""
    data = CategoryChartData(number_format="0.0")
    data.categories = [_one_line(span.name) for span in spans.spans]
    data.add_series(spans.parts[0], [span.early for span in spans.spans])
    data.add_series(spans.parts[1], [span.middle - span.early for span in spans.spans])
    data.add_series(spans.parts[2], [span.late - span.middle for span in spans.spans])
    chart = _add(slide, box, XL_CHART_TYPE.BAR_STACKED, data, spans.alt)
    chart.part.chart_workbook.update_from_xlsx_blob(spans_workbook(spans))
    _downwards(chart, spans.axis)
    chart.value_axis.minimum_scale = 0
    chart.value_axis.tick_labels.number_format = "0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 80, 100
    for part, tone in zip(plot.series, ("line", "bridge", "muted"), strict=True):
        part.format.fill.solid()
        part.format.fill.fore_color.rgb = colour(tone)
    _legend(chart, True)


def _add(
    slide: Slide, box: Box, kind: XL_CHART_TYPE, data: CategoryChartData | XyChartData, alt: str
) -> Chart:
    frame = slide.shapes.add_chart(kind, *(Emu(edge) for edge in box), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = frame.chart
    chart.has_title = False
    chart.font.size = Pt(SMALLEST)  # in the colour of the template
    return chart


def _downwards(chart: Chart, title: str) -> None:
    """Categories from the top, values along the bottom."""
    categories = chart.category_axis
    categories.reverse_order = True
    chart.value_axis._element.find(qn("c:crosses")).set("val", "max")  # the library cannot say it
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.format.line.color.rgb = colour("line")
    _quiet(chart.value_axis, title)


def _quiet(axis: _BaseAxis, title: str) -> None:
    """Thin lines, and what is measured."""
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = colour("line")
    axis.format.line.color.rgb = colour("line")
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_title = True
    axis.axis_title.text_frame.text = title
    font = axis.axis_title.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(SMALLEST), False, colour("muted")


def _legend(chart: Chart, shown: bool) -> None:
    chart.has_legend = shown
    if shown and chart.legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(SMALLEST)


def _draw_dot(drawn: Any, dot: Dot, shape: XL_MARKER_STYLE, first: int) -> None:
    """A marker, or the line of a view that sees one axis only, with its intervals on both axes."""
    seen = [measured for measured in (dot.culture, dot.technology) if isinstance(measured, Estimate)]
    drawn.smooth = False
    line, marker = drawn.format.line, drawn.marker
    points = len(_points(dot))
    if len(seen) == 1:
        marker.style = XL_MARKER_STYLE.NONE
        line.color.rgb, line.width = colour(dot.tone), Pt(2.5)
    else:
        line.fill.background()
        marker.style, marker.size = shape, 11
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = colour(dot.tone)
        marker.format.line.color.rgb = colour("surface")
    for axis, measured in enumerate((dot.culture, dot.technology)):
        if isinstance(measured, Estimate):
            start = 2 + BEHIND * axis + 2
            cells = [span_of(start + side, first, points) for side in (0, 1)]
            error_bars(drawn, [_distances(measured)] * points, cells, "xy"[axis], dot.tone)


def _points(dot: Dot) -> list[tuple[float, float]]:
    top = float(HIGHEST_LEVEL)
    culture, technology = dot.culture, dot.technology
    if isinstance(culture, Estimate) and isinstance(technology, Estimate):
        return [(culture.value, technology.value)]
    if isinstance(culture, Estimate):
        return [(culture.value, 0.0), (culture.value, top)]
    if isinstance(technology, Estimate):
        return [(0.0, technology.value), (top, technology.value)]
    return []


def _value(measured: Estimate | Missing) -> float | None:
    return None if isinstance(measured, Missing) else measured.value


def _distances(measured: Estimate | Missing) -> tuple[float, float] | None:
    """To the low and to the high end of the interval."""
    if isinstance(measured, Missing):
        return None
    return measured.value - measured.low, measured.high - measured.value


def _one_line(name: str) -> str:
    return " ".join(name.split())
