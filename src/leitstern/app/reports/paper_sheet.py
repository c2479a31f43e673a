"""The sheet of a staff wave on paper: what it is, every statement with its boxes, and lines for a comment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leitstern.app.common.drawing import language, words
from leitstern.app.company.queries import taxonomy_of
from leitstern.app.waves.answer_views import blocks
from leitstern.app.waves.queries import instrument_of
from leitstern.charts.tokens import TOKENS
from leitstern.core.inside.ratings import INSIDERS, VIEWS

if TYPE_CHECKING:
    from datetime import datetime

    from leitstern.app.waves.models import Wave
    from leitstern.core.texts import Text

HERE = Path(__file__).parent


def paper_sheet(wave: Wave, group: Text | None, language_: str, printed: datetime) -> bytes:
    """The PDF in German or English, tagged as PDF/UA-1; `group` stands on it, or is left to be ticked.

    Every sheet of a group is the same: nothing on it tells one person from another.
    """
    import typst

    with translation.override(language_):
        content = json.dumps(sheet_content(wave, group), ensure_ascii=False)
    pdf: bytes = typst.compile(
        str(HERE / "paper_sheet.typ"),
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": content},
        pdf_standards=["ua-1"],
        timestamp=int(printed.timestamp()),
    )
    return pdf


def sheet_content(wave: Wave, group: Text | None) -> dict[str, Any]:
    """Everything the pages say, as strings in the active language."""
    instrument, company = instrument_of(wave), words(taxonomy_of(wave.taxonomy).company)
    counted = {item.slug: at for at, item in enumerate(instrument.items, start=1)}
    scale, licence = instrument.scale, instrument.licence
    return {
        "lang": language(),
        "title": wave.name,
        "company": company,
        "lede": _("How does %(company)s really work for its customers? You know it from your own work.")
        % {"company": company},
        "group": words(group) if group else "",
        "group_label": _("Group"),
        "department": _("Department:"),
        "levels": [words(VIEWS[view]) for view in INSIDERS],
        "told": [
            _(
                "Taking part is voluntary. Nobody keeps a list of who answers, and leaving it has no consequences."
            ),
            _("%(n)s short statements take about ten minutes. Leave out what you cannot judge.")
            % {"n": len(instrument.items)},
            _(
                "Please do not write your name. All sheets of a group are alike; they are shuffled before anybody reads them."
            ),
            _(
                "Nothing is ever shown about fewer than %(n)s people, comments only from %(c)s on and without names."
            )
            % {"n": wave.fewest, "c": wave.fewest_comments},
            ngettext(
                "Answers are entered without a name; single answers are deleted %(n)s day after the results are published.",
                "Answers are entered without a name; single answers are deleted %(n)s days after the results are published.",
                wave.keep_days,
            )
            % {"n": wave.keep_days},
            _("Please put the sheet into the box by %(day)s.")
            % {"day": date_format(wave.closes, "SHORT_DATE_FORMAT")},
        ],
        "how": _("Tick one box in each line."),
        "ends": f"{scale.low} = {words(scale.low_label)}, {scale.high} = {words(scale.high_label)}",
        "points": [str(point) for point in scale.points],
        "statement": _("Statement"),
        "blocks": [
            {
                "name": words(part.name),
                "items": [
                    [str(counted[item.slug]), words(item.text)] for item in instrument.items_of(part.slug)
                ],
            }
            for part in blocks(instrument)
        ],
        "comment": _("Is there something you would like to add? No names, please."),
        "thanks": _("Thank you."),
        "number": _("Number, given only after shuffling, when the sheet is entered:"),
        "licence": f"{words(licence.attribution)} · {licence.name}" if licence.attribution else licence.name,
        "colours": {name: colour.paper for name, colour in TOKENS.items()} | {"gold": TOKENS["star"].dark},
    }
