"""How much time of the board belongs to customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.leadership import acting, queries
from leitstern.app.leadership.forms import MeetingForm
from leitstern.app.leadership.streams import minutes_stream_now
from leitstern.app.leadership.table import MEETINGS_HEADER, meeting_rows
from leitstern.app.leadership.views import may
from leitstern.app.settled.drawing import stream_drawing
from leitstern.app.settled.queries import reading_of
from leitstern.core.bridge.leadership import minutes as measured
from leitstern.core.bridge.leadership.terms import CIRCLES, Circle
from leitstern.core.outside.periods import name as period_name

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def minutes(request: HttpRequest) -> HttpResponse:
    """The share by quarter, whether it moves, and every agenda."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        rows = meeting_rows(queries.standing_meetings(), get_language() or "en")
        return csv_response("meetings", MEETINGS_HEADER, rows)
    form = MeetingForm(request.POST or None)
    if request.method == "POST":
        require(me, Capability.DECIDE)
        if form.is_valid():
            try:
                acting.enter_meeting(me, form.draft())
            except WrongDraft as problem:
                form.refused(problem)
            else:
                messages.success(request, gettext("Kept."))
                return redirect("leadership:minutes")
    return _page(request, form)


@require_POST
def withdraw(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Take a meeting back, or (`undo`) let it count again."""
    me, found = person_of(request), queries.meeting_by_id(meeting_id)
    if "undo" in request.POST:
        acting.reinstate_meeting(me, found)
    else:
        acting.withdraw_meeting(me, found)
        messages.info(request, gettext("Withdrawn. It stays readable below."))
    return redirect("leadership:minutes")


def _page(request: HttpRequest, form: MeetingForm) -> HttpResponse:
    board, today = queries.board_meetings(), timezone.localdate()
    reading, period = reading_of(minutes_stream_now(today), today)
    quarters = reversed(measured.by_quarter(board).items())
    context = {
        "now": measured.share(board[-measured.LATELY :], board),
        "n": min(len(board), measured.LATELY),
        "change": measured.change(board),
        "reading": reading,
        "since": period_name(reading.alarm.since.day, "month") if reading.alarm else None,
        "chart": stream_drawing(reading, period),
        "quarters": [(period_name(first, "quarter"), share) for first, share in quarters],
        "meetings": [(each, CIRCLES[Circle(each.circle)]) for each in queries.standing_meetings()],
        "gone": queries.withdrawn_meetings(),
        "form": form,
        **may(request),
    }
    return render(request, "leadership/minutes.html", context, status=422 if form.errors else 200)
