"""Paper: the page on which filled sheets are entered one after the other, and a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.waves import queries
from leitstern.app.waves.answer_views import blocks, point_of
from leitstern.app.waves.paper import (
    NO_PLACE,
    discard_last_sheet,
    enter_sheet,
    group_name,
    groups,
    on_paper,
    progress,
)
from leitstern.app.waves.paper_batch import differences, enter_again, settle_sheet
from leitstern.collect.paper_sheets import PaperSheet
from leitstern.collect.problems import InvalidFile
from leitstern.core.errors import InvalidInput, LeitsternError
from leitstern.core.inside.ratings import View
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.waves.models import Wave
    from leitstern.app.waves.paper import Place
    from leitstern.app.waves.paper_batch import Difference

NO_NUMBER = Text(
    en="Please type the number that stands on the sheet.",
    de="Bitte tippen Sie die Nummer ein, die auf dem Bogen steht.",
)
LONGEST_NUMBER = 9  # digits


def enter(request: HttpRequest, wave_id: int) -> HttpResponse:
    """One filled sheet after the other; the group stays chosen."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    wave = queries.wave_by_id(wave_id)
    if request.method != "POST":
        return _page(request, wave)
    try:
        sheet = _typed(request, wave)
        enter_sheet(me, wave, sheet.place, sheet.answers, sheet.comment, sheet.number)
    except LeitsternError as refused:
        return _page(request, wave, problem=refused)
    said = gettext("Sheet %(n)s was kept. Write %(n)s on it; here is the next one.")
    messages.success(request, said % {"n": sheet.number})
    return _next(request, "waves:paper", wave_id)


def again(request: HttpRequest, wave_id: int) -> HttpResponse:
    """A sheet that was entered is entered once more, best by somebody else; what differs is shown and settled."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    wave = queries.wave_by_id(wave_id)
    if request.method != "POST":
        return _page(request, wave, again=True)
    try:
        sheet = _typed(request, wave)
        differing = differences(wave, [sheet], "")
        if differing and "settle" not in request.POST:
            return _page(request, wave, again=True, differing=differing)
        if differing:
            instrument = queries.instrument_of(wave)
            chosen = {
                each.item.slug: point_of(request, f"settled-{each.item.slug}", instrument)
                for each in differing
            }
            settle_sheet(me, wave, sheet, chosen)
        else:
            enter_again(me, wave, [sheet], "")
    except InvalidFile as refused:
        return _page(request, wave, again=True, problem=InvalidInput(refused.problems[0].text))
    except LeitsternError as refused:
        return _page(request, wave, again=True, problem=refused)
    said = (
        gettext("Sheet %(n)s is settled.") if differing else gettext("Sheet %(n)s: both entries are alike.")
    )
    messages.success(request, said % {"n": sheet.number})
    return _next(request, "waves:paper-again", wave_id)


@require_POST
def discard(request: HttpRequest, wave_id: int) -> HttpResponse:
    """Take the last sheet back."""
    me = person_of(request)
    wave = queries.wave_by_id(wave_id)
    last = progress(wave).last
    discard_last_sheet(me, wave)
    if last:
        messages.success(request, gettext("Sheet %(n)s was taken back.") % {"n": last.number})
    return redirect("waves:paper", wave_id)


def _page(
    request: HttpRequest,
    wave: Wave,
    *,
    again: bool = False,
    problem: LeitsternError | None = None,
    differing: list[Difference] | None = None,
) -> HttpResponse:
    instrument, done = queries.instrument_of(wave), progress(wave)
    counted = {item.slug: at for at, item in enumerate(instrument.items, start=1)}
    context = {
        "wave": wave,
        "instrument": instrument,
        "again": again,
        "differing": differing or [],
        "on_paper": on_paper(wave),
        "blocks": [
            (
                part,
                [
                    (counted[item.slug], item, request.POST.get(item.slug, ""))
                    for item in instrument.items_of(part.slug)
                ],
            )
            for part in blocks(instrument)
        ],
        "places": groups(wave),
        "place": (request.POST or request.GET).get("place", ""),
        "number": (request.POST or request.GET).get("number", "" if again else done.next),
        "comment": request.POST.get("comment", ""),
        "progress": done,
        "last_group": group_name(wave, (View(done.last.answer.level), done.last.answer.unit))
        if done.last
        else None,
        "problem": problem.text.to(get_language() or "en") if problem else "",
    }
    status = problem.status if problem else 409 if differing else 200
    return render(request, "waves/paper.html", context, status=status)


def _typed(request: HttpRequest, wave: Wave) -> PaperSheet:
    instrument = queries.instrument_of(wave)
    typed = request.POST.get("number", "").strip()
    if len(typed) > LONGEST_NUMBER or not typed.isdecimal() or not int(typed):
        raise InvalidInput(NO_NUMBER)
    given = {item.slug: point_of(request, item.slug, instrument) for item in instrument.items}
    answers = {slug: point for slug, point in given.items() if point is not None}
    place = _place(wave, request.POST.get("place", ""))
    return PaperSheet("", int(typed), place, answers, request.POST.get("comment", ""))


def _place(wave: Wave, typed: str) -> Place:
    level, _, unit = typed.partition(":")
    if (level, unit) not in queries.invited(wave):
        raise InvalidInput(NO_PLACE)
    return View(level), unit


def _next(request: HttpRequest, page: str, wave_id: int) -> HttpResponse:
    response = redirect(page, wave_id)
    response["Location"] += f"?place={request.POST['place']}"
    return response
