"""The roster of a wave: a sample to fill in, handing it in, and asking its people on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.waves import actions, queries
from leitstern.app.waves.forms import RosterForm
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.app.waves.paper import hold_on_paper
from leitstern.app.waves.roster_sample import sample_book
from leitstern.app.waves.views import wave_page
from leitstern.collect.roster import read_roster, sample
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINES_NAMED = 20  # of people who stand there twice


def roster_sample(request: HttpRequest) -> HttpResponse:
    """A roster with the company's own departments and invented addresses, as a workbook or with `?format=csv`."""
    require(person_of(request), Capability.RUN_WAVES)
    taxonomy, language = require_taxonomy(), get_language() or "en"
    if request.GET.get("format") == "csv":
        return csv_response("roster", *sample(taxonomy, language))
    response = HttpResponse(sample_book(taxonomy, language), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="roster.xlsx"'
    return response


@require_POST
def roster(request: HttpRequest, wave_id: int) -> HttpResponse:
    """Hand in who is asked."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    found = queries.wave_by_id(wave_id)
    form = RosterForm(request.POST, request.FILES)
    if not form.is_valid():
        return wave_page(request, found, form, status=422)
    try:
        with handed_in(form.cleaned_data["file"]) as file:
            people = read_roster(file.parent, file.name, require_taxonomy())
        actions.hand_in_roster(me, found, people)
    except LeitsternError as refused:
        return wave_page(request, found, form, mistakes=mistakes_in(refused), status=refused.status)
    n, again = len(people.people), len(people.again)
    said = ngettext(
        "%(n)s person is on the roster. Nobody is written to before you launch the wave.",
        "%(n)s people are on the roster. Nobody is written to before you launch the wave.",
        n,
    )
    messages.success(request, said % {"n": n})
    if again:
        said = ngettext(
            "%(n)s line named somebody a second time and counts once: %(lines)s.",
            "%(n)s lines named somebody a second time and count once: %(lines)s.",
            again,
        )
        messages.info(request, said % {"n": again, "lines": ", ".join(people.again[:LINES_NAMED])})
    return redirect("waves:wave", wave_id)


@require_POST
def on_paper(request: HttpRequest, wave_id: int) -> HttpResponse:
    """Ask everybody on the roster on paper."""
    hold_on_paper(person_of(request), queries.wave_by_id(wave_id))
    messages.success(request, gettext("This wave is held on paper. The addresses are deleted."))
    return redirect("waves:wave", wave_id)
