"""The data book: every number of the reports with its interval and n, as a workbook in German or English.

Texts are written as texts, never as formulas. What is suppressed is marked, never left blank.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.reports import book_inside, book_outside
from leitstern.app.reports.book_sheets import Column, Form, Sheet
from leitstern.app.reports.book_writing import Writer
from leitstern.app.reports.content import written_day
from leitstern.app.reports.standing import standing_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.common.actors import Actor
    from leitstern.app.outside.reading import Published


def data_book(actor: Actor, state: Published, language: str, printed: datetime) -> bytes:
    """The XLSX with the sheets the actor's role sees; the first sheet names those that are withheld."""
    out = BytesIO()
    with translation.override(language):
        sheets = book_sheets(actor, state)
        company = words(state.taxonomy.company)
        with Workbook(
            out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        ) as book:
            book.set_properties(
                {
                    "title": _("Data book: the experience gap"),
                    "author": company,
                    "created": printed.astimezone(UTC).replace(tzinfo=None),
                }
            )
            writer = Writer(book, language)
            writer.write(_about(state, sheets, printed))
            for sheet in sheets:
                if not sheet.withheld:
                    writer.write(sheet)
            writer.write(_glossary(sheets))
    return out.getvalue()


def book_sheets(actor: Actor, state: Published) -> list[Sheet]:
    """All sheets of the book; those a role does not see have no rows and say so."""
    may = actor.capabilities
    standing = standing_for(actor)
    outside: list[tuple[str, Callable[[Published], Sheet]]] = [
        (_("Journeys"), book_outside.flows),
        (_("Paths"), book_outside.paths),
        (_("Scores"), book_outside.scores),
        (_("Promises"), book_outside.promises),
    ]
    sheets = [book_outside.gaps(state), book_outside.rankings(state), book_outside.drivers(state)]
    if Capability.SEE_OUTSIDE in may:
        sheets += [make(state) for _name, make in outside]
    else:
        sheets += [_withheld(name) for name, _make in outside]
    if standing is None:
        inside = (_("Placement"), _("Types"), _("Routes"), _("Dimensions"), _("Wave"), _("Assumptions"))
        return [*sheets, *(_withheld(name) for name in inside)]
    return [
        *sheets,
        book_inside.placement(standing),
        book_inside.types(standing),
        book_inside.routes(standing),
        book_inside.dimensions(state),
        book_inside.wave(),
        book_inside.assumptions(),
    ]


def _withheld(name: str) -> Sheet:
    return Sheet(name, "", (), (), withheld=_("Withheld: your role does not see this."))


def _about(state: Published, sheets: list[Sheet], printed: datetime) -> Sheet:
    told: list[tuple[str, str | int | date | None]] = [
        (_("Company"), words(state.taxonomy.company)),
        (_("Period"), f"{written_day(state.first_date)} – {written_day(state.as_of)}"),
        (_("State of the data"), state.snapshot.pk),
        (_("Printed"), printed.date()),
        (
            _("Intervals"),
            _("Low and high bound what is possible in nine of ten cases; those of routes in eight of ten."),
        ),
        (
            _("Missing numbers"),
            _(
                "A number that is not there is shown as “–” with the reason beside it; nothing is put in its place."
            ),
        ),
        (
            _("Suppressed numbers"),
            _(
                "Numbers of fewer than five people, or from which such could be worked out, are marked as suppressed."
            ),
        ),
    ]
    rows = [[name, value, ""] for name, value in told]
    rows += [[each.name, each.withheld or len(each.rows), each.about] for each in sheets]
    columns = [
        Column(_("What"), _("A property of this book, or one of its sheets.")),
        Column(_("Value"), _("The property, or the number of rows.")),
        Column(_("Shows"), _("What the sheet shows."), Form.LONG),
    ]
    return Sheet(_("This book"), "", columns, rows)


def _glossary(sheets: list[Sheet]) -> Sheet:
    rows = [[sheet.name, column.head, column.meaning] for sheet in sheets for column in sheet.columns]
    measured = _("every measured column")
    rows += [
        [measured, _("low"), _("Lower end of the interval.")],
        [measured, _("high"), _("Upper end of the interval.")],
        [measured, "n", _("What the number rests on: customers, answers, journeys or people.")],
        [measured, _("why not"), _("Why the number is missing or suppressed.")],
    ]
    columns = [
        Column(_("Sheet"), _("Where the column stands.")),
        Column(_("Column"), _("Its heading.")),
        Column(_("Meaning"), _("What it says."), Form.LONG),
    ]
    return Sheet(_("Columns"), "", columns, rows)
