"""The change in the own words of departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.watch import own_words
from leitstern.app.watch.forms import MeaningForm, WordingForm
from leitstern.app.watch.views import may
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

HEADER = ("department", "day", "words", "readers", "same", "withdrawn")


def wordings(request: HttpRequest) -> HttpResponse:
    """What departments say, and what was judged about it."""
    require(person_of(request), Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        units = unit_names()
        rows = (
            (
                units[each.unit].to(get_language() or "en") if each.unit in units else each.unit,
                each.day.isoformat(),
                each.text,
                own_words.verdict(each).readers,
                own_words.verdict(each).same,
                bool(each.withdrawn),
            )
            for each in own_words.wordings()
        )
        return csv_response("own-words", HEADER, rows)
    return _page(request)


@require_POST
def mean(request: HttpRequest) -> HttpResponse:
    """Say what the change means."""
    me, form = person_of(request), MeaningForm(request.POST)
    require(me, Capability.STEER)
    if form.is_valid():
        own_words.say_meaning(me, form.cleaned_data["text"])
        messages.success(request, gettext("Kept. From now on own words are held against it."))
        return redirect("watch:wordings")
    return _page(request, meaning_form=form)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep what a department says."""
    me, form = person_of(request), WordingForm(request.POST)
    require(me, Capability.KEEP_REGISTERS)
    if form.is_valid():
        try:
            own_words.keep_wording(me, **form.cleaned_data, today=timezone.localdate())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(
                request, gettext("Kept. Two others now judge whether it is still the same change.")
            )
            return redirect("watch:wordings")
    return _page(request, wording_form=form)


@require_POST
def judge(request: HttpRequest, wording_id: int) -> HttpResponse:
    """Say whether it is still the same change."""
    me, found = person_of(request), own_words.wording_by_id(wording_id)
    require(me, Capability.SEE_INSIDE)
    try:
        own_words.judge_wording(me, found, same=request.POST.get("same") == "yes")
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.success(request, gettext("Kept."))
    return redirect("watch:wordings")


@require_POST
def withdraw(request: HttpRequest, wording_id: int) -> HttpResponse:
    """Take words back, or (`undo`) let them count again."""
    me, found = person_of(request), own_words.wording_by_id(wording_id)
    if "undo" in request.POST:
        own_words.reinstate_wording(me, found)
    else:
        own_words.withdraw_wording(me, found)
        messages.info(request, gettext("Withdrawn. It stays readable and no longer counts."))
    return redirect("watch:wordings")


def _page(request: HttpRequest, **came_back: forms.Form) -> HttpResponse:
    """Verdicts of others are shown once one has judged oneself, or cannot."""
    me, said, units = person_of(request), own_words.wordings(), unit_names()
    meaning = own_words.meaning()
    newest: list[tuple[object, ...]] = []
    before: list[tuple[object, ...]] = []
    spoken: set[str] = set()
    for each in said:
        asked = own_words.asked(me.actor_id, each, meaning)
        verdict = own_words.verdict(each)
        waits = asked or not (verdict.counts or each.withdrawn)
        shown = newest if waits or each.unit not in spoken else before
        shown.append((each, units.get(each.unit, each.unit), verdict, asked))
        spoken.add(each.unit)
    standing = [each for each in said if not each.withdrawn]
    context = {
        "meaning": meaning,
        "newest": newest,  # of each department, and whatever waits for a judgement
        "before": before,
        "agreement": own_words.agreement(standing),
        "waiting": sum(not own_words.verdict(each).counts for each in standing),
        "people": {person.actor_id: person.name for person in people()},
        "meaning_form": MeaningForm(initial={"text": meaning.text} if meaning else {}),
        "wording_form": WordingForm(),
        **may(request),
        **came_back,
    }
    return render(request, "watch/wordings.html", context)
