"""The communication calendar: a month, the list, iCalendar, planning, ticking off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.change import messaging, queries
from leitstern.app.change.calendar_forms import DoneForm, MessageForm
from leitstern.app.change.ical import as_icalendar
from leitstern.app.change.naming import said
from leitstern.app.change.saying import WrongWords
from leitstern.app.change.table import CALENDAR_HEADER, calendar_rows
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.forms import say
from leitstern.app.company.former import unit_names
from leitstern.app.portfolio.queries import holders
from leitstern.core.bridge.change.talk import ANSWERS, BOTH_WAYS, CHANNELS, Answer, Channel, month, sentence
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from django.http import HttpRequest

    from leitstern.app.change.models import Message
    from leitstern.core.texts import Text

YEARS = (2000, 2100)  # for which a calendar is drawn


def calendar(request: HttpRequest) -> HttpResponse:
    """A month (`?month=2026-03`), who hears too late or never, and every entry of the month; `?format=csv` of all."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    rows, names, today = list(queries.messages()), unit_names(), timezone.localdate()
    if request.GET.get("format") == "csv":
        return csv_response("calendar", CALENDAR_HEADER, calendar_rows(rows, names, get_language() or "en"))
    first = _month(request.GET.get("month", ""), today)
    items = [queries.as_item(row) for row in rows]
    found = queries.gaps_now(rows, today)
    inside = [row for row in rows if (row.day.year, row.day.month) == (first.year, first.month)]
    context = {
        "sentence": sentence(items, found),
        "gaps": found,
        "first": first,
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": (first + timedelta(days=31)).replace(day=1),
        "weeks": month(items, first),
        "rows": [_line(row, names) for row in inside],
        "n": len(rows),
        "gone": queries.withdrawn_messages()[:50],
        "today": today,
        "done_form": DoneForm(),
        "may_steer": Capability.STEER in me.capabilities,
    }
    return render(request, "change/calendar.html", context)


def calendar_file(request: HttpRequest) -> HttpResponse:
    """All entries as iCalendar."""
    require(person_of(request), Capability.SEE_INSIDE)
    text = as_icalendar(queries.messages(), request.get_host().split(":")[0], get_language() or "en")
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="calendar.ics"'
    return response


def new(request: HttpRequest) -> HttpResponse:
    """Plan something to be said; `?initiative=` and `?day=` begin with these."""
    return _edit(request, None)


def edit(request: HttpRequest, message_id: int) -> HttpResponse:
    """Plan it otherwise."""
    require(person_of(request), Capability.STEER)
    return _edit(request, queries.message_by_id(message_id))


@require_POST
def tick(request: HttpRequest, message_id: int) -> HttpResponse:
    """It was said, or (`undo`) was not."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.message_by_id(message_id), DoneForm(request.POST)
    if "undo" in request.POST:
        messaging.open_again(me, row)
    elif form.is_valid():
        try:
            messaging.tick_off(me, row, form.cleaned_data["day"], timezone.localdate())
        except InvalidInput as problem:
            messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.error(request, gettext("This is no day. Nothing was kept."))
    return _to_month(row)


@require_POST
def withdraw(request: HttpRequest, message_id: int) -> HttpResponse:
    """Take it out of the calendar, or (`undo`) put it back."""
    me, row = person_of(request), queries.message_by_id(message_id)
    if "undo" in request.POST:
        messaging.reinstate_message(me, row)
    else:
        messaging.withdraw_message(me, row)
        messages.info(request, gettext("Taken out of the calendar. It can be put back below."))
    return _to_month(row)


def _edit(request: HttpRequest, row: Message | None) -> HttpResponse:
    me = person_of(request)
    require(me, Capability.STEER)
    begins = {name: given for name in ("initiative", "day") if (given := request.GET.get(name, "")[:10])}
    form = MessageForm(row, request.POST or None, begins)
    if request.method == "POST" and form.is_valid():
        try:
            kept = messaging.keep_message(me, form.plan(), row)
        except WrongWords as problem:
            say(form, problem.problems)
        else:
            messages.success(request, gettext("Kept."))
            return _to_month(kept)
    context = {"form": form, "row": row, "holders": holders()}
    return render(request, "change/message.html", context, status=422 if form.errors else 200)


def _line(row: Message, names: dict[str, Text]) -> dict[str, object]:
    item = queries.as_item(row)
    channel = Channel(row.channel)
    units = [names.get(unit, unit) for unit in item.units]
    return {
        "row": row,
        "channel": CHANNELS[channel],
        "both_ways": channel in BOTH_WAYS,
        "answer": ANSWERS[Answer(row.answer)],
        "units": units,
        "roles": [said(role, names) for role in item.roles],
    }


def _month(wanted: str, today: date) -> date:
    year, _, number = wanted.partition("-")
    if (
        year.isdecimal()
        and number.isdecimal()
        and YEARS[0] <= int(year) <= YEARS[1]
        and 1 <= int(number) <= 12
    ):
        return date(int(year), int(number), 1)
    return today.replace(day=1)


def _to_month(row: Message) -> HttpResponse:
    response = redirect("change:calendar")
    response["Location"] += f"?month={row.day:%Y-%m}"
    return response
