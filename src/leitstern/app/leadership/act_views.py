"""Acts of leaders: entering one in a line, saying what follows, and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.leadership import acting, queries
from leitstern.app.leadership.accompanying import applications
from leitstern.app.leadership.areas import areas, place_names
from leitstern.app.leadership.forms import ActForm, FollowForm
from leitstern.app.leadership.table import ACTS_HEADER, WHERE_HEADER, act_rows, where_rows
from leitstern.app.leadership.views import may
from leitstern.core.bridge.leadership.acts import loose_end, places
from leitstern.core.bridge.leadership.terms import ACTS, DUTIES, ActKind, Duty
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.adoption.rungs import RUNGS
from leitstern.core.months import later, quarter

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.leadership.models import Act

A_PAGE = 20


def acts(request: HttpRequest) -> HttpResponse:
    """All acts, and entering one."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form = ActForm(request.POST or None)
    if request.method == "POST":
        require(me, Capability.DECIDE)
        if form.is_valid():
            try:
                act = acting.enter_act(me, form.draft())
            except WrongDraft as problem:
                form.refused(problem)
            except LeitsternError as problem:
                form.add_error(None, problem.text.to(get_language() or "en"))
            else:
                messages.success(request, gettext("Kept for %(day)s.") % {"day": f"{act.day:%d.%m.%Y}"})
                return redirect("leadership:acts")
    if request.GET.get("format") == "csv":
        return csv_response(
            "acts", ACTS_HEADER, act_rows(_wanted(request), place_names(), get_language() or "en")
        )
    return _page(request, form)


@require_POST
def follow(request: HttpRequest, act_id: int) -> HttpResponse:
    """Say what follows from an act, or when it was done."""
    me, found, form = person_of(request), queries.act_by_id(act_id), FollowForm(request.POST)
    require(me, Capability.DECIDE)
    if form.is_valid():
        try:
            if form.cleaned_data["follow_up"]:
                acting.say_what_follows(me, found, form.cleaned_data["follow_up"])
            if form.cleaned_data["done"]:
                acting.follow_up(me, found, form.cleaned_data["done"])
        except LeitsternError as problem:
            messages.error(request, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept."))
    return redirect("leadership:acts")


@require_POST
def withdraw(request: HttpRequest, act_id: int) -> HttpResponse:
    """Take an act back, or (`undo`) let it count again."""
    me, found = person_of(request), queries.act_by_id(act_id)
    if "undo" in request.POST:
        acting.reinstate_act(me, found)
    else:
        acting.withdraw_act(me, found)
        messages.info(request, gettext("Withdrawn. It stays readable below."))
    return redirect("leadership:acts")


def where(request: HttpRequest) -> HttpResponse:
    """Who lives an application, who does not, and what leaders did there."""
    require(person_of(request), Capability.SEE_INSIDE)
    names, found = place_names(), applications(timezone.localdate())
    if request.GET.get("format") == "csv":
        rows = where_rows(found, names, get_language() or "en")
        return csv_response("where-leaders-were", WHERE_HEADER, rows)
    context = {
        "applications": [
            (
                each,
                [
                    (
                        team,
                        names.get(team.team, team.team),
                        RUNGS[rung] if (rung := each.rungs[team.team]) else None,
                    )
                    for team in each.found.teams
                ],
            )
            for each in found
        ]
    }
    return render(request, "leadership/where.html", context)


def _wanted(request: HttpRequest) -> QuerySet[Act]:
    """The acts that were asked for: by kind, board area, or those with a loose end."""
    found = queries.standing_acts()
    if (kind := request.GET.get("kind", "")) in set(ActKind):
        found = found.filter(kind=kind)
    if area := request.GET.get("area", ""):
        found = found.filter(area=area)
    if request.GET.get("open"):
        today = timezone.localdate()
        found = found.filter(
            pk__in=[act.key for act in queries.all_acts() if loose_end(act, today) is not None]
        )
    return found


def _page(request: HttpRequest, form: ActForm) -> HttpResponse:
    today, names = timezone.localdate(), place_names()
    page = Paginator(_wanted(request), A_PAGE).get_page(request.GET.get("page"))
    kept = {name: request.GET[name] for name in ("kind", "area", "open") if request.GET.get(name)}
    since = later(quarter(today), -9)
    context = {
        "page": page,
        "rows": [
            (
                row,
                ACTS[ActKind(row.kind)],
                names.get(row.area, row.area),
                names.get(row.place, row.place),
                loose_end(queries.plain(row), today),
                DUTIES[Duty(row.duty)] if row.duty else "",
                FollowForm(initial={"follow_up": row.follow_up}, auto_id=f"act-{row.pk}-%s"),
            )
            for row in page
        ],
        "wanted": kept,
        "query": urlencode(kept),
        "kinds": ACTS.items(),
        "areas": areas().items(),
        "everywhere": [
            (names.get(place, place), counted.total(), counted[ActKind.VISIT])
            for place, counted in places(queries.all_acts(), since).items()
        ],
        "since": since,
        "gone": queries.withdrawn_acts(),
        "places": names.values(),
        "act_form": form,
        **may(request),
    }
    return render(request, "leadership/acts.html", context, status=422 if form.errors else 200)
