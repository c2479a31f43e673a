"""The printed variant goes into a real PDF: every chart keeps its words, without a warning."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pypdf
import typst
from tests.charts.drawings import CHARTS, draw
from tests.charts.reading import read

from leitstern.charts.theme import PRINT
from leitstern.charts.tokens import TOKENS

if TYPE_CHECKING:
    from pathlib import Path


def test_charts_keep_their_words_in_the_report(tmp_path: Path) -> None:
    pages = []
    for name, (_, wide) in CHARTS.items():
        (tmp_path / f"{name}.svg").write_text(draw(name, "de", wide, PRINT), encoding="utf-8")
        pages.append(f'#page(width: 400mm, height: auto)[#image("{name}.svg", width: 100%, alt: "{name}")]')
    (tmp_path / "report.typ").write_text("\n".join(pages), encoding="utf-8")
    pdf, warnings = typst.compile_with_warnings(str(tmp_path / "report.typ"))
    assert [str(warning) for warning in warnings if "font" not in str(warning)] == []
    for name, page in zip(CHARTS, pypdf.PdfReader(io.BytesIO(pdf)).pages, strict=True):
        printed = re.sub(r"\s", "", page.extract_text())
        drawn = read(draw(name, "de", CHARTS[name][1])).words
        assert [text for text in drawn if re.sub(r"\s", "", text) not in printed] == [], name


def test_paper_has_no_colour_but_the_tokens() -> None:
    known = {colour.paper for colour in TOKENS.values()}
    for name, (_, wide) in CHARTS.items():
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", draw(name, "en", wide, PRINT))) <= known
