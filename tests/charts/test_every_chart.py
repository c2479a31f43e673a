"""What holds for all charts, in both languages, wide and narrow, on screens and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from tests.charts.drawings import CHARTS, NARROW, draw
from tests.charts.reading import read

if TYPE_CHECKING:
    from leitstern.core.texts import Language

from leitstern.charts.locales import LOCALES
from leitstern.charts.style import CSS
from leitstern.charts.theme import PRINT, WEB

EVERY = [
    pytest.param(name, language, width, id=f"{name}-{language}-{width}")
    for name, (_, wide) in CHARTS.items()
    for language in LOCALES
    for width in {320: 0, NARROW: 0, 640: 0, wide: 0}
]
every_chart = pytest.mark.parametrize(("name", "language", "width"), EVERY)


@every_chart
def test_no_text_touches_another_or_leaves_the_picture(name: str, language: Language, width: int) -> None:
    chart = read(draw(name, language, width))
    assert chart.collisions() == []
    assert chart.outside() == []


@every_chart
def test_name_and_description_are_bound_to_the_chart(name: str, language: Language, width: int) -> None:
    root = read(draw(name, language, width)).root
    ids = {element.attrib["id"]: element.text for element in root.iter() if "id" in element.attrib}
    assert ids[root.attrib["aria-labelledby"]] == name
    assert ids[root.attrib["aria-describedby"]] == f"What {name} shows."
    assert root.attrib["lang"] == language


@every_chart
def test_marks_are_reached_by_keyboard_and_say_a_whole_sentence(
    name: str, language: Language, width: int
) -> None:
    chart = read(draw(name, language, width))
    assert chart.root.attrib["role"] == ("group" if chart.marks else "img")
    assert bool(chart.marks) == (name != "sparkline")
    for mark in chart.marks:
        assert mark.attrib["data-tip"] == mark.attrib["aria-label"]
        assert mark.attrib["aria-label"].endswith(".")
        assert mark.get("href") or (mark.get("tabindex"), mark.get("role")) == ("0", "img")


@every_chart
def test_equal_rows_give_equal_pictures(name: str, language: Language, width: int) -> None:
    assert draw(name, language, width) == draw.__wrapped__(name, language, width, WEB)


@every_chart
def test_paper_shows_the_same_picture_in_literal_colours(name: str, language: Language, width: int) -> None:
    printed = draw(name, language, width, PRINT)
    assert not re.search(r"var\(|class=|tabindex|data-tip|href|light-dark", printed)
    assert set(re.findall(r'font-family="([^"]+)"', printed)) <= {"Figtree", "Newsreader"}
    assert read(printed).geometry == read(draw(name, language, width)).geometry


@every_chart
def test_every_class_has_a_rule(name: str, language: Language, width: int) -> None:
    classes = {c for e in read(draw(name, language, width)).root.iter() for c in e.get("class", "").split()}
    assert {c for c in classes if f".{c}" not in CSS} == set()


def test_ids_differ_between_charts_on_a_page() -> None:
    ids = [
        i for name, (_, wide) in CHARTS.items() for i in re.findall(r' id="([^"]+)"', draw(name, "en", wide))
    ]
    assert len(ids) == len(set(ids))


def test_a_collision_is_found() -> None:
    svg = draw("driver_bars", "en", 760)
    moved = re.sub(r'(<text x=")[^"]+(" y=")[^"]+', r"\g<1>100\g<2>100", svg)
    assert read(moved).collisions()


def test_broken_markup_is_found() -> None:
    with pytest.raises(ET.ParseError):
        read(draw("driver_bars", "en", 760).replace("</text>", "", 1))
