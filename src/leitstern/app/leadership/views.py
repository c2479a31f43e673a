"""Leadership at a glance: does the attention hold, is it felt, and what is left open."""

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
from leitstern.app.leadership import checklist, log, queries
from leitstern.app.leadership.areas import area_names, place_names
from leitstern.app.leadership.backing import backing
from leitstern.app.leadership.forms import ActForm
from leitstern.app.leadership.settling import settle_attention
from leitstern.app.leadership.table import PRESENCE_HEADER, presence_rows
from leitstern.app.settled.drawing import stream_drawing
from leitstern.app.settled.forms import LevelForm
from leitstern.app.settled.queries import levels_on
from leitstern.core.bridge.leadership import minutes
from leitstern.core.bridge.leadership.acts import loose_end
from leitstern.core.bridge.leadership.alignment import alignment
from leitstern.core.bridge.leadership.attention import HELPS
from leitstern.core.bridge.leadership.checklist import STATUSES
from leitstern.core.bridge.watch.runs import statement
from leitstern.core.bridge.watch.shown import estimate
from leitstern.core.errors import LeitsternError
from leitstern.core.months import quarters
from leitstern.core.outside.periods import name as period_name
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from datetime import date

    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.bridge.leadership.acts import Presence

WINDOW = 4  # quarters shown


def overview(request: HttpRequest) -> HttpResponse:
    """Does the attention hold, is the backing felt, what is left open."""
    require(person_of(request), Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        rows = presence_rows(
            queries.presence(),
            quarters(timezone.localdate(), 4 * 3),
            area_names(),
            get_language() or "en",
        )
        return csv_response("leaders-acts", PRESENCE_HEADER, rows)
    return _overview(request)


@require_POST
def settled(request: HttpRequest) -> HttpResponse:
    """Say from when to when attention was as it should be."""
    me, form = person_of(request), LevelForm(request.POST)
    require(me, Capability.STEER)
    if form.is_valid():
        try:
            settle_attention(me, **form.cleaned_data, today=timezone.localdate())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. What comes after is read against it."))
            return redirect("leadership:overview")
    return _overview(request, settled_form=form)


def duties(request: HttpRequest) -> HttpResponse:
    """The three duties of leaders and the four recommendations, with what shows them."""
    require(person_of(request), Capability.SEE_INSIDE)
    today = timezone.localdate()
    context = {
        "duties": checklist.duties(today),
        "recommendations": checklist.recommendations(today),
        "statuses": STATUSES,
    }
    return render(request, "leadership/duties.html", context)


def may(request: HttpRequest) -> dict[str, bool]:
    """What the reader may do here."""
    mine = person_of(request).capabilities
    return {
        "may_decide": Capability.DECIDE in mine,
        "may_keep": Capability.KEEP_REGISTERS in mine,
        "may_steer": Capability.STEER in mine,
    }


def _overview(request: HttpRequest, **came_back: forms.Form) -> HttpResponse:
    today, acts = timezone.localdate(), queries.all_acts()
    found, waves = queries.attention_now(today), backing()
    stream, settled = found.reading.stream, found.reading.settled
    period = levels_on(today).get(stream.slug)
    vote, board = queries.votes().first(), queries.board_meetings()
    firsts = quarters(today, WINDOW)
    context = {
        "attention": found,
        "period": period,
        "chart": stream_drawing(found.reading, period),
        "points": [
            (period_name(point.day, "month"), int(point.value), estimate(stream, point))
            for point in reversed(stream.points)
        ],
        "rule": None if isinstance(settled, Missing) else statement(found.reading, settled),
        "helps": HELPS if found.since else (),
        "minutes": minutes.share(board[-minutes.LATELY :], board),
        "change": minutes.change(board),
        "backing": waves[-1] if waves else None,
        "alignment": alignment(queries.plain_vote(vote)) if vote else None,
        "quarter": log.quarter_now(today),
        "quarters": [(first, period_name(first, "quarter")) for first in firsts],
        "presence": [
            (each, area_names().get(each.area, each.area), [_cell(each, first) for first in firsts])
            for each in queries.presence()
        ],
        "loose": sum(loose_end(act, today) is not None for act in acts),
        "overloaded": [load for load in queries.loads(today) if load.over],
        "overdue": log.overdue(today),
        "unreviewed": log.without_review(),
        "acts": len(acts),
        "names": area_names(),
        "places": place_names().values(),
        "act_form": ActForm(),
        "settled_form": LevelForm(initial={"start": period.start, "end": period.end} if period else {}),
        **may(request),
        **came_back,
    }
    return render(request, "leadership/overview.html", context, status=422 if came_back else 200)


def _cell(each: Presence, first: date) -> tuple[int, int, bool | None]:
    """Acts and visits of a quarter, and whether as many visits took place as agreed."""
    return each.total(first), each.visits(first), each.visits_kept(first)
