"""The board report: two tagged pages in German or English, the same sentences and charts as on the pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import translation

from leitstern.app.reports.content import report_content

if TYPE_CHECKING:
    from datetime import datetime

    from leitstern.app.outside.reading import Published
    from leitstern.app.reports.standing import Standing

HERE = Path(__file__).parent


def board_report(
    state: Published, language: str, printed: datetime, standing: Standing | None = None
) -> bytes:
    """The PDF, tagged as PDF/UA-1. Raises nothing for missing sides: the report says what is not there."""
    import typst

    with translation.override(language):
        content = json.dumps(report_content(state, printed, standing), ensure_ascii=False)
    pdf: bytes = typst.compile(
        str(HERE / "board.typ"),
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": content},
        pdf_standards=["ua-1"],
        timestamp=int(printed.timestamp()),
    )
    return pdf
