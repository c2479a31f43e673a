from __future__ import annotations

import re

import pytest

from leitstern.charts.style import CSS, STYLES, attributes
from leitstern.charts.theme import PRINT, WEB
from leitstern.charts.tokens import TOKENS


def test_later_styles_win_whatever_the_order_of_the_names() -> None:
    assert attributes("fill-gap stroke-line") == attributes("stroke-line fill-gap")
    assert attributes("stroke-line fill-gap")["fill"] == "gap"
    assert attributes("stroke-line")["fill"] == "none"


def test_the_stylesheet_keeps_the_order_of_the_table() -> None:
    places = [CSS.index(f".chart .{name}{{") for name in STYLES]
    assert places == sorted(places)


def test_an_unknown_style_is_refused_on_screen_and_on_paper() -> None:
    for theme in (WEB, PRINT):
        with pytest.raises(KeyError, match="fill-pink"):
            theme.look("fill-pink")


def test_screens_get_classes_and_paper_gets_colours() -> None:
    assert WEB.look("label fill-muted") == {"class": "label fill-muted"}
    assert PRINT.look("label fill-muted") == {
        "font-size": "13px",
        "font-weight": "500",
        "fill": TOKENS["muted"].paper,
    }


def test_paper_knows_weights_in_hundreds() -> None:
    assert {PRINT.look(name).get("font-weight", "400")[1:] for name in STYLES} == {"00"}


def test_customers_have_a_typeface_of_their_own() -> None:
    serif = {name for name in STYLES if "Newsreader" in attributes(name).values()}
    assert serif == {"quote"}


def test_the_stylesheet_takes_every_colour_from_a_token() -> None:
    rules = CSS.partition("\n")[2]
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", rules)
    assert set(re.findall(r"var\(--([a-z0-9-]+)\)", rules)) <= TOKENS.keys()
