"""Paper: many sheets from one table, typed elsewhere, entered or compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.waves import queries
from leitstern.app.waves.forms import SheetsForm
from leitstern.app.waves.mistakes import Mistakes, mistakes_in
from leitstern.app.waves.paper import on_paper, progress
from leitstern.app.waves.paper_batch import differences, enter_again, enter_sheets
from leitstern.app.waves.sheet_table import read, table_book, table_lines
from leitstern.collect.paper_sheets import titles
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest

    from leitstern.app.waves.models import Wave
    from leitstern.app.waves.paper_batch import Difference
    from leitstern.collect.paper_sheets import PaperSheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page(request: HttpRequest, wave_id: int) -> HttpResponse:
    """How it goes, the table to fill in, and handing it in."""
    require(person_of(request), Capability.RUN_WAVES)
    return _page(request, queries.wave_by_id(wave_id), SheetsForm())


def form(request: HttpRequest, wave_id: int) -> HttpResponse:
    """The table to fill in, as a workbook or with `?format=csv`."""
    require(person_of(request), Capability.RUN_WAVES)
    wave, language = queries.wave_by_id(wave_id), get_language() or "en"
    if request.GET.get("format") == "csv":
        header = titles(queries.instrument_of(wave), language)
        lines = [[*line, *[""] * (len(header) - len(line))] for line in table_lines(wave, language)]
        return csv_response(f"sheets-{wave_id}", header, lines)
    response = HttpResponse(table_book(wave, language), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="sheets-{wave_id}.xlsx"'
    return response


@require_POST
def hand_in(request: HttpRequest, wave_id: int) -> HttpResponse:
    """Enter every sheet of a table, or compare them with what was entered: `compare` says which."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    wave, asked = queries.wave_by_id(wave_id), SheetsForm(request.POST, request.FILES)
    if not asked.is_valid():
        return _page(request, wave, asked, status=422)
    compare = "compare" in request.POST
    try:
        name, sheets = _sheets(wave, asked)
        if compare:
            found = differences(wave, sheets, name)
            enter_again(me, wave, sheets, name)
            return _page(request, wave, SheetsForm(), compared=(len(sheets), found))
        before = wave.sheets.count()
        enter_sheets(me, wave, sheets, name)
    except LeitsternError as refused:
        return _page(request, wave, asked, mistakes=mistakes_in(refused), status=refused.status)
    _tell(request, new := wave.sheets.count() - before, len(sheets) - new)
    return redirect("waves:paper-file", wave_id)


def _sheets(wave: Wave, asked: SheetsForm) -> tuple[str, list[PaperSheet]]:
    with handed_in(asked.cleaned_data["file"]) as file:
        return file.name, read(wave, file)


def _tell(request: HttpRequest, new: int, known: int) -> None:
    said = ngettext("%(n)s sheet was kept.", "%(n)s sheets were kept.", new) % {"n": new}
    if known:
        more = ngettext(
            "%(n)s had been entered before and counts once.",
            "%(n)s had been entered before and count once.",
            known,
        )
        nothing = gettext("Nothing new.")
        said = f"{said if new else nothing} {more % {'n': known}}"
    messages.success(request, said)


def _page(
    request: HttpRequest,
    wave: Wave,
    form: SheetsForm,
    *,
    mistakes: Mistakes | None = None,
    compared: tuple[int, list[Difference]] | None = None,
    status: int = 200,
) -> HttpResponse:
    differing = compared[1] if compared else []
    context = {
        "wave": wave,
        "form": form,
        "mistakes": mistakes,
        "on_paper": on_paper(wave),
        "progress": progress(wave),
        "compared": compared,
        "differing": differing,
        "sheets_differing": len({each.number for each in differing}),
        "alike": compared[0] - len({each.number for each in differing}) if compared else 0,
    }
    return render(request, "waves/paper_file.html", context, status=status)
