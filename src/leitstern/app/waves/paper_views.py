"""Paper: the sheet to print, and the page on which filled sheets are entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.waves import queries
from leitstern.app.waves.answer_views import blocks, point_of
from leitstern.app.waves.paper import NO_PLACE, enter_sheet
from leitstern.app.waves.results import unit_name
from leitstern.core.errors import InvalidInput, LeitsternError
from leitstern.core.inside.ratings import VIEWS, View

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.waves.models import Wave
    from leitstern.app.waves.paper import Place
    from leitstern.core.texts import Text


def sheet(request: HttpRequest, wave_id: int) -> HttpResponse:
    """The sheet for one group, without anything that could tell one from another. `?place=` chooses the group."""
    require(person_of(request), Capability.RUN_WAVES)
    wave = queries.wave_by_id(wave_id)
    instrument = queries.instrument_of(wave)
    chosen = next((entry for entry in _places(wave) if entry[0] == request.GET.get("place")), None)
    context = {
        "wave": wave,
        "instrument": instrument,
        "blocks": [(part, instrument.items_of(part.slug)) for part in blocks(instrument)],
        "place": chosen,
    }
    return render(request, "waves/sheet.html", context)


def enter(request: HttpRequest, wave_id: int) -> HttpResponse:
    """One filled sheet after the other; the group stays chosen."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    wave = queries.wave_by_id(wave_id)
    instrument = queries.instrument_of(wave)
    problem, status = "", 200
    if request.method == "POST":
        answers = {item.slug: point_of(request, item.slug, instrument) for item in instrument.items}
        try:
            enter_sheet(
                me,
                wave,
                _place(wave, request.POST.get("place", "")),
                answers,
                request.POST.get("comment", ""),
            )
        except LeitsternError as refused:
            problem, status = refused.text.to(get_language() or "en"), refused.status
        else:
            messages.success(request, gettext("The sheet was kept. Here is the next one."))
            response = redirect("waves:paper", wave_id)
            response["Location"] += f"?place={request.POST['place']}"
            return response
    given = request.POST or request.GET
    context = {
        "wave": wave,
        "instrument": instrument,
        "blocks": [
            (part, [(item, request.POST.get(item.slug, "")) for item in instrument.items_of(part.slug)])
            for part in blocks(instrument)
        ],
        "places": _places(wave),
        "place": given.get("place", ""),
        "comment": request.POST.get("comment", ""),
        "problem": problem,
    }
    return render(request, "waves/paper.html", context, status=status)


def _places(wave: Wave) -> list[tuple[str, Text, Text]]:
    """Every group with people on the roster: how it is told in addresses, department, level."""
    return [
        (f"{level}:{unit}", unit_name(wave, unit), VIEWS[level])
        for level, unit in sorted(queries.invited(wave))
    ]


def _place(wave: Wave, typed: str) -> Place:
    level, _, unit = typed.partition(":")
    if (level, unit) not in queries.invited(wave):
        raise InvalidInput(NO_PLACE)
    return View(level), unit
