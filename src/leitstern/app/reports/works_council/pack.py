"""The pack as a tagged PDF in German or English."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.formats import date_format

from leitstern.app.company.queries import current_taxonomy
from leitstern.app.reports.works_council.content import sections
from leitstern.app.reports.works_council.wording import LEDE, TITLE
from leitstern.charts.tokens import TOKENS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import datetime

HERE = Path(__file__).parent
PRINTED = Text(en="Leitstern · printed on {day}", de="Leitstern · gedruckt am {day}")


def works_council_content(language: str, printed: datetime) -> dict[str, Any]:
    """Everything the pack says, as strings."""
    taxonomy = current_taxonomy()
    with translation.override(language):
        return {
            "title": TITLE.to(language),
            "lede": LEDE.to(language),
            "lang": language,
            "company": taxonomy.company.to(language) if taxonomy else "",
            "footer": PRINTED.fill(day=date_format(printed, "SHORT_DATE_FORMAT")).to(language),
            "sections": [asdict(section) for section in sections(language)],
            "colours": {name: colour.paper for name, colour in TOKENS.items()},
        }


def works_council_pack(language: str, printed: datetime) -> bytes:
    """The PDF, tagged as PDF/UA-1."""
    import typst

    content = json.dumps(works_council_content(language, printed), ensure_ascii=False)
    pdf: bytes = typst.compile(
        str(HERE / "pack.typ"),
        font_paths=[str(HERE.parent / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": content},
        pdf_standards=["ua-1"],
        timestamp=int(printed.timestamp()),
    )
    return pdf
