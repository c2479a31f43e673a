"""Whether what was reached holds: all series, one of them, and alarms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import locale
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.programme.at import asked
from leitstern.app.settled.drawing import interval_text, stream_drawing, unit_of
from leitstern.app.settled.forms import LevelForm
from leitstern.app.settled.keeping import reinstate_level, settle_level
from leitstern.app.settled.keeping import withdraw_level as take_back
from leitstern.app.settled.queries import level_by_id, levels_of
from leitstern.app.watch import keeping, queries
from leitstern.app.watch.drawing import board_drawing
from leitstern.app.watch.forms import OUTCOMES, CloseForm
from leitstern.app.watch.models import Outcome
from leitstern.app.watch.sounding import look
from leitstern.app.watch.streams import all_streams, stream_by_slug
from leitstern.app.watch.table import STREAM_HEADER, WATCH_HEADER, stream_rows, watch_rows
from leitstern.core.bridge.watch.alarm import CLASSES, Nostalgia
from leitstern.core.bridge.watch.runs import statement
from leitstern.core.bridge.watch.shown import estimate, level_estimate
from leitstern.core.bridge.watch.words import (
    ASK,
    BACK_TO,
    KINDS,
    NOSTALGIAS,
    RHYTHMS,
    counted,
    kinds,
    state,
    written,
)
from leitstern.core.errors import LeitsternError
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.programme.at import At
    from leitstern.app.watch.models import Alarm
    from leitstern.app.watch.queries import Watching
    from leitstern.core.bridge.watch.reading import Reading
    from leitstern.core.bridge.watch.settled import Period


def overview(request: HttpRequest) -> HttpResponse:
    """The whole in a sentence, the board, and everything watched, as of any month."""
    require(person_of(request), Capability.SEE_INSIDE)
    at, seen = _looked_at(request)
    if request.GET.get("format") == "csv":
        return csv_response("relapse-watch", WATCH_HEADER, watch_rows(seen, get_language() or "en"))
    units = unit_names()
    context = {
        **_months(at),
        "seen": seen,
        "board": board_drawing(seen),
        "groups": [
            (NOSTALGIAS[kind], BACK_TO[kind], [_line(each, units) for each in seen.of(kind)])
            for kind in Nostalgia
            if seen.of(kind)
        ],
        "alarms": [_alarm(each) for each in seen.alarms],
        "open": _alarm(seen.open) if seen.open else None,
        "watched": sum(not isinstance(each.settled, Missing) for each in seen.readings),
        **may(request),
    }
    return render(request, "watch/overview.html", context)


def stream(request: HttpRequest, slug: str) -> HttpResponse:
    """One series against its settled level."""
    require(person_of(request), Capability.SEE_INSIDE)
    at, seen = _looked_at(request)
    found = seen.one(slug)
    if request.GET.get("format") == "csv":
        return csv_response("relapse-series", STREAM_HEADER, stream_rows(found))
    return _stream_page(request, at, found, seen.levels.get(slug))


@require_POST
def settle(request: HttpRequest, slug: str) -> HttpResponse:
    """Say from when to when it was settled."""
    me, form = person_of(request), LevelForm(request.POST)
    require(me, Capability.STEER)
    today = timezone.localdate()
    if form.is_valid():
        try:
            settle_level(me, stream_by_slug(slug, today), **form.cleaned_data, today=today)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. From the end of this period on it is watched."))
            return redirect("watch:stream", slug)
    at, seen = _looked_at(request)
    return _stream_page(request, at, seen.one(slug), seen.levels.get(slug), form)


@require_POST
def withdraw_level(request: HttpRequest, level_id: int) -> HttpResponse:
    """Take a settled period back, or (`undo`) let it count again."""
    me, found = person_of(request), level_by_id(level_id)
    if "undo" in request.POST:
        reinstate_level(me, found)
    else:
        take_back(me, found)
        messages.info(request, gettext("Withdrawn. The period before it counts again, if there is one."))
    return redirect("watch:stream", found.stream)


@require_POST
def look_now(request: HttpRequest) -> HttpResponse:
    """Look at everything now, as is done every day anyway."""
    me = person_of(request)
    require(me, Capability.STEER)
    sounded = look(me, timezone.localdate())
    if sounded is None:
        messages.info(request, gettext("Looked at everything: no new alarm."))
        return redirect("watch:overview")
    messages.error(request, gettext("An alarm was sounded, and a decision opened with a deadline."))
    return redirect("watch:alarm", sounded.pk)


def alarm(request: HttpRequest, alarm_id: int) -> HttpResponse:
    """One alarm: what it rests on, its decision, and how it ended."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _alarm_page(request, queries.alarm_by_id(alarm_id))


@require_POST
def close(request: HttpRequest, alarm_id: int) -> HttpResponse:
    """Say how it ended."""
    me, form, found = person_of(request), CloseForm(request.POST), queries.alarm_by_id(alarm_id)
    require(me, Capability.DECIDE)
    if form.is_valid():
        try:
            keeping.close_alarm(me, found, Outcome(form.cleaned_data["outcome"]), form.cleaned_data["reason"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Closed. What it rested on is watched anew from today."))
            return redirect("watch:alarm", found.pk)
    return _alarm_page(request, found, form)


@require_POST
def reopen(request: HttpRequest, alarm_id: int) -> HttpResponse:
    """It is not over after all."""
    me, found = person_of(request), queries.alarm_by_id(alarm_id)
    require(me, Capability.DECIDE)
    try:
        keeping.reopen_alarm(me, found)
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    return redirect("watch:alarm", found.pk)


def may(request: HttpRequest) -> dict[str, bool]:
    """What the reader may do here."""
    mine = person_of(request).capabilities
    return {
        "may_steer": Capability.STEER in mine,
        "may_decide": Capability.DECIDE in mine,
        "may_keep": Capability.KEEP_REGISTERS in mine,
    }


def _line(reading: Reading, units: Any) -> dict[str, Any]:
    """A series as the list shows it."""
    return {
        "stream": reading.stream,
        "unit": units.get(reading.stream.unit, reading.stream.unit),
        "said": state(reading),
        "standing": reading.standing.value,
    }


def _alarm(found: Alarm) -> dict[str, Any]:
    """An alarm as lists show it."""
    return {
        "row": found,
        "kinds": kinds([Nostalgia(kind) for kind in found.kinds]),
        "names": [Text(**line["name"]) for line in found.rests_on],
        "outcome": OUTCOMES.get(Outcome(found.outcome)) if found.outcome else "",
    }


def _looked_at(request: HttpRequest) -> tuple[At, Watching]:
    """The month that is asked for, from the first measurement on, and what was seen then."""
    today = timezone.localdate()
    streams = all_streams(today)
    at = asked(request, min((each.points[0].day for each in streams), default=today), today)
    return at, queries.watching(at.day, streams)


def _months(at: At) -> dict[str, Any]:
    """The month that is looked at, and the way to those beside it."""
    return {
        "at": at,
        "before": at.link(at.previous) if at.previous else "",
        "after": at.link(at.next) if at.next else "",
    }


def _stream_page(
    request: HttpRequest,
    at: At,
    found: Reading,
    period: Period | None,
    form: forms.Form | None = None,
) -> HttpResponse:
    one, settled = found.stream, found.settled
    unit = unit_of(one)
    sums = {point.day: level for point, level in zip(found.points, found.sums, strict=True)}
    context = {
        **_months(at),
        "reading": found,
        "stream": one,
        "unit": unit_names().get(one.unit, one.unit),
        "said": state(found),
        "kind": KINDS[one.kind],
        "rhythm": RHYTHMS[one.rhythm],
        "nostalgia": NOSTALGIAS[CLASSES[one.kind]],
        "ask": ASK[CLASSES[one.kind]],
        "rule": None if isinstance(settled, Missing) else statement(found, settled),
        "drawing": stream_drawing(found, period),
        "rows": [
            (
                point.day,
                unit.text(point.value, locale()),
                interval_text(one, estimate(one, point)),
                point.n,
                sums.get(point.day),
            )
            for point in reversed(one.points)
        ],
        "settled": None if isinstance(settled, Missing) else settled,
        "reached": None if isinstance(settled, Missing) else written(one, settled.level),
        "reached_interval": ""
        if isinstance(settled, Missing)
        else interval_text(one, level_estimate(one, settled)),
        "period": period,
        "levels": levels_of(one.slug),
        "people": {person.actor_id: person.name for person in people()},
        "form": form or LevelForm(),
        **may(request),
    }
    return render(request, "watch/stream.html", context)


def _alarm_page(request: HttpRequest, found: Alarm, form: forms.Form | None = None) -> HttpResponse:
    lead = Nostalgia(found.kinds[0])
    context = {
        "alarm": _alarm(found),
        "row": found,
        "lines": [
            {
                "stream": line["stream"],
                "n": counted(line["n"]),
                "since": date.fromisoformat(line["since"]),
                "day": date.fromisoformat(line["day"]),
                **{said: Text(**line[said]) for said in ("name", "measure", "reached", "value")},
                "interval": Text(**line.get("interval", {"en": "", "de": ""})),  # not kept at first
            }
            for line in found.rests_on
        ],
        "parts": [(NOSTALGIAS[Nostalgia(kind)], BACK_TO[Nostalgia(kind)]) for kind in found.kinds],
        "ask": ASK[lead],
        "people": {person.actor_id: person.name for person in people()},
        "today": timezone.localdate(),
        "form": form or CloseForm(),
        **may(request),
    }
    return render(request, "watch/alarm.html", context)
