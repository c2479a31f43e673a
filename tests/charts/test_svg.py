from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from tests.charts.reading import read

from leitstern.charts.fit import PHONE, fit
from leitstern.charts.locales import DE
from leitstern.charts.sheet import Sheet
from leitstern.charts.sparkline import sparkline
from leitstern.charts.style import CSS
from leitstern.charts.svg import Pen, fixed, tag
from leitstern.charts.theme import PRINT
from leitstern.core.stats.estimate import Estimate

SHEET = Sheet("id", 'Title "<&>"', "Description", 200, DE)


def test_coordinates_are_short() -> None:
    assert [fixed(v) for v in (1, 1.04, 2.25, -0.01, -3.5)] == ["1", "1", "2.2", "0", "-3.5"]


def test_attribute_values_are_escaped_and_empty_ones_left_out() -> None:
    assert tag("a", {"href": '"/x?a=1&b"', "class": ""}) == '<a href="&quot;/x?a=1&amp;b&quot;"/>'


def test_hostile_words_stay_words() -> None:
    evil = "</text><script>alert(1)</script>\x00\x1b\ud800"
    root = ET.fromstring(Pen(SHEET).finish(20, Pen(SHEET).text(0, 10, evil, "small")))
    assert [e.text for e in root.iter() if e.tag.endswith("text")] == ["</text><script>alert(1)</script>"]


@given(st.text())
def test_any_text_at_all_is_well_formed(text: str) -> None:
    pen = Pen(Sheet("id", text, text, 200, DE))
    read(pen.finish(20, pen.mark(text, (0, 0, 1, 1), pen.text(0, 10, text, "small"), href=text)))


def test_a_mark_with_an_address_is_a_link() -> None:
    (mark,) = read(
        Pen(SHEET).finish(20, Pen(SHEET).mark("Said.", (0, 0, 9, 9), href="/touchpoints/call"))
    ).marks
    assert mark.tag.endswith("}a")
    assert mark.attrib["href"] == "/touchpoints/call"
    assert "tabindex" not in mark.attrib


def test_on_paper_only_the_drawing_of_a_mark_remains() -> None:
    pen = Pen(Sheet("id", "Title", "Description", 200, DE, PRINT))
    assert pen.mark("Said.", (0, 0, 9, 9), pen.text(0, 9, "x", "small"), href="/x").startswith("<g><text")


def test_a_scaled_drawing_has_larger_units() -> None:
    root = read(Pen(SHEET).finish(50, scale=2)).root
    assert (root.attrib["viewBox"], root.attrib["width"], root.attrib["height"]) == (
        "0 0 100 50",
        "200",
        "100",
    )


def test_both_layouts_are_on_the_page_and_the_room_decides() -> None:
    values = [Estimate(v, v, v, 9) for v in (0.2, 0.4)]
    both = fit(lambda sheet: sparkline(values, 0, 1, sheet), Sheet("trend", "T", "D", 760, DE))
    page = ET.fromstring(both)
    charts = [e for e in page.iter() if e.tag.endswith("}svg")]
    assert [chart.attrib["width"] for chart in charts] == ["760", str(PHONE)]
    assert [chart.attrib["aria-labelledby"] for chart in charts] == ["trend-title", "trend-narrow-title"]
    assert page.attrib["class"] == "chart-fit chart-fit-640"
    assert "@container (max-width:639px){.chart-fit-640>.chart-wide{display:none}" in CSS
