from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leitstern.charts import letters
from leitstern.charts.letters import width, wrap


def test_widths_are_those_of_figtree() -> None:
    """1000 units per em: H, e, l, l, o at weight 400 are 751, 546, 220, 220 and 580 wide."""
    assert width("Hello", "small") == pytest.approx((751 + 546 + 220 + 220 + 580) * 13 / 1000)


def test_weights_between_regular_and_bold_are_interpolated() -> None:
    assert width("Lücke", "small") < width("Lücke", "label") < width("Lücke", "value")


def test_accents_add_no_width_and_pictograms_take_a_square() -> None:
    assert width("é", "small") == width("e", "small")
    assert width("e\u0301", "small") == width("e", "small")
    assert width("Ü", "head") == width("U", "head")
    assert width("🙂", "small") == 13


@pytest.mark.parametrize(
    ("table", "module", "file", "axes"),
    [
        ("regular", "fontpkg_figtree", "Figtree[wght].ttf", {"wght": 400}),
        ("bold", "fontpkg_figtree", "Figtree[wght].ttf", {"wght": 700}),
        ("customer", "fontpkg_newsreader", "Newsreader-Italic[opsz,wght].ttf", {"wght": 400, "opsz": 16}),
    ],
)
def test_the_tables_are_those_of_the_fonts(
    table: str, module: str, file: str, axes: dict[str, float]
) -> None:
    tt_font = pytest.importorskip("fontTools.ttLib", reason="fontTools is only needed to build").TTFont
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        pytest.skip(f"{module} is only needed to build")
    font = tt_font(Path(spec.origin).parent / "files" / file)
    characters, glyphs = font.getBestCmap(), font.getGlyphSet(location=axes)
    for character, advance in letters._FONTS[table].items():
        if ord(character) in characters:
            glyph = characters[ord(character)]
            tabular = f"{glyph}.tf" if f"{glyph}.tf" in glyphs else glyph
            exact = glyphs[tabular].width * 1000 / font["head"].unitsPerEm
            assert advance == pytest.approx(exact, abs=1), character


def test_lines_break_at_spaces_and_after_hyphens() -> None:
    assert wrap("Rückruf innerhalb von 24 Stunden", 130, "name") == ["Rückruf innerhalb", "von 24 Stunden"]
    assert wrap("Online-Banking", 60, "name") == ["Online-", "Banking"]


def test_a_hard_space_holds_together() -> None:
    assert wrap("8 Monate ohne\u00a0Kontakt", 100, "small") == ["8 Monate", "ohne\u00a0Kontakt"]


def test_a_soft_hyphen_shows_only_where_the_line_ends() -> None:
    assert wrap("Baufinan\u00adzierung", 70, "small") == ["Baufinan-", "zierung"]
    assert wrap("Baufinan\u00adzierung", 200, "small") == ["Baufinanzierung"]


def test_a_word_too_long_is_cut_at_a_syllable() -> None:
    assert wrap("Kündigungsbestätigung", 150, "name") == ["Kündigungsbestäti-", "gung"]
    assert wrap("Versprechen", 60, "name") == ["Verspre-", "chen"]
    assert wrap("Identitätsprüfung", 85, "name") == ["Identitäts-", "prüfung"]


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert wrap("eins zwei drei vier fünf", 40, "small", 2) == ["eins", "zwei…"]


words = st.lists(st.text("abcdefghijklmnoprstuvwzäöüßABCDEFGM-/", min_size=1, max_size=30), max_size=8).map(
    " ".join
)


@given(words, st.integers(50, 400), st.sampled_from(["small", "name", "quote"]))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: int, kind: str) -> None:
    lines = wrap(text, room, kind, most=1000)
    assert all(width(line, kind) <= room for line in lines)
    assert "".join(lines).replace(" ", "").replace("-", "") == text.replace(" ", "").replace("-", "")


@given(words, st.integers(50, 400), st.integers(1, 3))
def test_never_more_lines_than_allowed(text: str, room: int, most: int) -> None:
    lines = wrap(text, room, "small", most)
    assert 1 <= len(lines) <= most
    assert all(width(line, "small") <= room for line in lines)
