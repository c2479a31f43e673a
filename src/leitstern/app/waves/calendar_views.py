"""The calendar of waves: how often, and the file to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.waves.calendar import calendar_file, set_rhythm, wave_rhythm
from leitstern.app.waves.forms import RhythmForm

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_POST
def settle(request: HttpRequest) -> HttpResponse:
    """How often a wave is held."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    form = RhythmForm(request.POST)
    if form.is_valid():
        set_rhythm(me, form.cleaned_data["every"])
        messages.success(request, gettext("Kept."))
    else:
        messages.error(request, gettext("A wave is held every 1 to 36 months. Nothing was changed."))
    return redirect("waves:overview")


def file(request: HttpRequest) -> HttpResponse:
    """The days on which waves are due, as iCalendar."""
    require(person_of(request), Capability.SEE_INSIDE)
    text = calendar_file(wave_rhythm(), request.get_host().split(":")[0], get_language() or "en")
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="waves.ics"'
    return response
