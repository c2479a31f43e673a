"""The workshop's paper kit: the course, cards from 0 to 4, a sheet per question, a sheet for the result."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from leitstern.app.common.drawing import language, words
from leitstern.app.inside.names import AXIS_NAMES
from leitstern.app.workshop.consent import WORDING
from leitstern.charts.tokens import TOKENS
from leitstern.core.inside.instrument import LEVELS
from leitstern.core.inside.org_types import NAMES, OrgType
from leitstern.core.inside.origins import origins
from leitstern.core.inside.proof_kinds import KINDS

if TYPE_CHECKING:
    from datetime import datetime

    from leitstern.core.inside.instrument import Dimension, Instrument

HERE = Path(__file__).parent


def workshop_kit(instrument: Instrument, language_: str, printed: datetime) -> bytes:
    """The PDF in German or English, tagged as PDF/UA-1, for the cards of an instrument."""
    import typst

    with translation.override(language_):
        content = json.dumps(kit_content(instrument), ensure_ascii=False)
    pdf: bytes = typst.compile(
        str(HERE / "kit.typ"),
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": content},
        pdf_standards=["ua-1"],
        timestamp=int(printed.timestamp()),
    )
    return pdf


def kit_content(instrument: Instrument) -> dict[str, Any]:
    """Everything the pages say, as strings in the active language."""
    asked = instrument.cards
    return {
        "lang": language(),
        "title": _("Workshop: where do we stand?"),
        "lede": _(
            "One hour, up to eight people, no technology needed. At the end the room knows where it sees the "
            "organisation, how sure that is, and what would prove it."
        ),
        "course_title": _("The course of the hour"),
        "course": [
            [
                _("before"),
                _("Print the page of cards once per person and cut it. Lay out the question sheets."),
            ],
            [
                "0:00",
                _(
                    "Read the sentence below out. Who agrees takes a set of cards and says to which group they belong."
                ),
            ],
            [
                "0:03",
                _(
                    "For each question: read the question and the five levels, count to three, everybody holds up a card at once. Tick the votes on the sheet."
                ),
            ],
            [
                "",
                _(
                    "Where votes lie two levels or more apart, the lowest and the highest say what they have seen. Note it. Then everybody votes once more."
                ),
            ],
            [
                "",
                _(
                    "About three and a half minutes per question. The highest level that is true in full counts."
                ),
            ],
            [
                "0:45",
                _(
                    "Carry the votes over to the result sheet, or enter them in Leitstern: it says how sure the result is and which way follows."
                ),
            ],
            ["1:00", _("Agree on three things that would prove it, and who brings them.")],
        ],
        "consent_title": _("To be read out before the first vote"),
        "consent": words(WORDING),
        "cards_note": _("Print once per person, cut along the lines, and hold up one card at a time."),
        "unsure": _("cannot say"),
        "levels": [str(level) for level in range(LEVELS)],
        "question_label": _("Question"),
        "of": len(asked),
        "questions": [_sheet(question) for question in asked],
        "columns": [_("Level"), _("What can be seen"), _("First vote"), _("Second vote")],
        "proof_label": _("To be shown by"),
        "notes_label": _("What was to be seen, where, when? No names."),
        "result_title": _("Result sheet"),
        "result_lede": _(
            "Write the mean of the votes that count, per group. The mean of an axis is the mean of its questions."
        ),
        "result_columns": [_("Question"), _("Executives"), _("Managers"), _("Staff"), _("Together")],
        "mean_of": {axis.value: _("Mean: %(axis)s") % {"axis": name} for axis, name in AXIS_NAMES.items()},
        "axes": {axis.value: str(name) for axis, name in AXIS_NAMES.items()},
        "matrix_title": _("Where do we see ourselves?"),
        "matrix_note": _(
            "Enter a cross per group. A self-image, until evidence and customers have been asked."
        ),
        "types": {
            "lemming": words(NAMES[OrgType.LEMMING]),
            "star": words(NAMES[OrgType.STAR]),
            "camper": words(NAMES[OrgType.CAMPER]),
            "expert": words(NAMES[OrgType.TECH_DISTANT]),
        },
        "proofs_title": _("Three things that would prove it, and who brings them"),
        "licence": f"{words(instrument.name)}, {instrument.version} · {instrument.licence.name}",
        "colours": {name: colour.paper for name, colour in TOKENS.items()} | {"gold": TOKENS["star"].dark},
    }


def _sheet(question: Dimension) -> dict[str, Any]:
    return {
        "slug": question.slug.upper(),
        "axis": question.axis.value if question.axis else "",
        "axis_name": str(AXIS_NAMES[question.axis]) if question.axis else "",
        "name": words(question.name),
        "question": words(question.question),
        "source": ", ".join(words(each) for each in origins(question.source)),
        "anchors": [
            {
                "text": words(anchor.text),
                "proof": ", ".join(words(KINDS[kind]) for kind in anchor.proof),
            }
            for anchor in question.anchors
        ],
    }
