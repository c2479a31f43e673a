"""The customer window: all departments, one department, its weekly letter, and leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.gap.drawing import gap_chart
from leitstern.app.outside.reading import published
from leitstern.app.structure.kept_units import home
from leitstern.app.window import subscribing
from leitstern.app.window.forms import OthersForm
from leitstern.app.window.letters import compose, monday
from leitstern.app.window.looking import tree, window, windows
from leitstern.app.window.reaching import looked, reaches
from leitstern.app.window.subscribing import has_letter, person_of_token, subscription_by_id, subscriptions
from leitstern.app.window.table import HEADER, REACH_HEADER, reach_rows, window_rows
from leitstern.core.company.tree import in_order
from leitstern.core.errors import LeitsternError
from leitstern.core.gap.window_reach import sentence

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def overview(request: HttpRequest) -> HttpResponse:
    """Every department with what its customers say first."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    state = published()
    if state is None:
        return render(request, "window/overview.html", {"state": None})
    found = {each.unit.slug: each for each in windows(state)}
    mine = has_letter(me)
    context = {
        "state": state,
        "rows": [(found[slug], depth, slug in mine) for slug, depth in in_order(tree(state.taxonomy))],
        "may_see": Capability.SEE_INSIDE in me.capabilities,
        "with_finding": sum(each.finding is not None for each in found.values()),
    }
    return render(request, "window/overview.html", context)


def reach(request: HttpRequest) -> HttpResponse:
    """Whom every window reaches, how fresh it is, how often it was opened; `?format=csv`."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    state = published()
    found = reaches(state) if state else []
    if request.GET.get("format") == "csv":
        return csv_response("window-reach", REACH_HEADER, reach_rows(found, get_language() or "en"))
    context = {
        "state": state,
        "found": found,
        "sentence": sentence(found),
        "mail": settings.CONFIG.mail is not None,
    }
    return render(request, "window/reach.html", context)


def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """One department's window. How often it was opened is counted, by whom is not."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    if request.GET.get("format") == "csv":
        return csv_response(f"window-{slug}", HEADER, window_rows(window(slug), get_language() or "en"))
    page = _page(request, slug, OthersForm())  # of no department there is nothing to count
    if "prefetch" not in request.headers.get("Sec-Purpose", ""):
        looked(home(slug), timezone.localdate())
    return page


@require_POST
def subscribe(request: HttpRequest, slug: str) -> HttpResponse:
    """Have the weekly letter oneself, or (`others`) let a person or a role have it."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    here = request.build_absolute_uri("/")
    if "others" not in request.POST:
        subscribing.subscribe(me, slug, me, address=here)
        messages.success(request, gettext("The letter comes on Monday morning."))
        return redirect("window:unit", slug)
    require(me, Capability.STEER)
    form = OthersForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            subscribing.subscribe(me, slug, given["person"], given["role"], address=here)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("The letter comes on Monday morning."))
            return redirect("window:unit", slug)
    return _page(request, slug, form)


@require_POST
def unsubscribe(request: HttpRequest, slug: str) -> HttpResponse:
    """Not have it any more."""
    me = person_of(request)
    subscribing.leave(me, me, slug)
    messages.info(request, gettext("You will not get this letter any more."))
    return redirect("window:unit", slug)


@require_POST
def end(request: HttpRequest, subscription_id: int) -> HttpResponse:
    """Let a person or a role have it no longer."""
    me = person_of(request)
    require(me, Capability.STEER)
    ended = subscribing.end(me, subscription_by_id(subscription_id))
    return redirect("window:unit", ended.unit)


def letter(request: HttpRequest, slug: str) -> HttpResponse:
    """The letter as it would come to oneself now."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    found = window(slug)
    today = timezone.localdate(timezone=ZoneInfo(found.state.taxonomy.time_zone))
    message = compose(found, me, monday(today), request.build_absolute_uri("/"))
    context = {
        "window": found,
        "subject": message.subject,
        "text": message.body,
        "to": me.email,
        "mail": settings.CONFIG.mail is not None,
    }
    return render(request, "window/preview.html", context)


@csrf_exempt
@login_not_required
def leave(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """Leave by the link in the letter: one click here, or one in a mail program (RFC 8058). Opening it changes nothing."""
    person = person_of_token(token, slug)
    if request.method == "POST":
        subscribing.leave(person, person, slug)
    context = {
        "left": request.method == "POST",
        "unit": unit_names().get(slug, slug),
        "slug": slug,
        "token": token,
    }
    return render(request, "window/leave.html", context)


def _page(request: HttpRequest, slug: str, form: OthersForm) -> HttpResponse:
    me, found = person_of(request), window(slug)
    context = {
        "window": found,
        "chart": gap_chart(found.state, found.lines),
        "form": form,
        "mine": found.unit.slug in has_letter(me),
        "held": subscriptions(slug) if Capability.STEER in me.capabilities else [],
        "may_steer": Capability.STEER in me.capabilities,
        "mail": settings.CONFIG.mail is not None,
    }
    return render(request, "window/unit.html", context)
