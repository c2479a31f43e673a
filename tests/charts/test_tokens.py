"""Colours can be told apart and read on every medium (axe cannot judge text in SVG, so this does)."""

from __future__ import annotations

from typing import get_args

import pytest

from leitstern.charts.style import STYLES
from leitstern.charts.tokens import EMOTIONS, GRAPHICS, TEXT, TOKENS, Medium, variables

media = pytest.mark.parametrize("medium", get_args(Medium))


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, success criterion 1.4.3."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def blend(over: str, under: str, opacity: float) -> str:
    pairs = [(int(over[i : i + 2], 16), int(under[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a * opacity + b * (1 - opacity)):02X}" for a, b in pairs)


def test_contrast_of_black_and_white_is_the_published_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(
        4.48, abs=0.005
    )  # the well-known grey that just fails


@media
@pytest.mark.parametrize("name", TEXT)
def test_text_is_read_on_its_surface(name: str, medium: Medium) -> None:
    assert contrast(TOKENS[name].on(medium), TOKENS["surface"].on(medium)) >= 4.5


@media
@pytest.mark.parametrize("name", GRAPHICS)
def test_graphics_stand_out_from_their_surface(name: str, medium: Medium) -> None:
    assert contrast(TOKENS[name].on(medium), TOKENS["surface"].on(medium)) >= 3


@media
@pytest.mark.parametrize("name", ["ink", "muted", "outside", "gap", "good", "bad"])
def test_text_on_lanes_and_chevrons_is_read(name: str, medium: Medium) -> None:
    assert contrast(TOKENS[name].on(medium), TOKENS["bg"].on(medium)) >= 4.5


@media
@pytest.mark.parametrize("name", ["ink", "muted"])
def test_text_on_the_tinted_quadrant_is_read(name: str, medium: Medium) -> None:
    opacity = float(STYLES["faint"]["fill-opacity"])
    tint = blend(TOKENS["gap"].on(medium), TOKENS["surface"].on(medium), opacity)
    assert contrast(TOKENS[name].on(medium), tint) >= 4.5


@media
@pytest.mark.parametrize("name", [*EMOTIONS, "good", "bad", "muted"])
def test_signs_are_seen_inside_their_badge(name: str, medium: Medium) -> None:
    assert contrast(TOKENS["surface"].on(medium), TOKENS[name].on(medium)) >= 3


@media
def test_numbers_are_read_inside_an_event_pin(medium: Medium) -> None:
    assert contrast(TOKENS["surface"].on(medium), TOKENS["bridge"].on(medium)) >= 4.5


def test_variables_follow_the_colour_scheme() -> None:
    assert "--gap:light-dark(#C2410C,#FF9A5C)" in variables()
    assert all(f"--{name}:" in variables() for name in TOKENS)
