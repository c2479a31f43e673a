"""Finding a customer, and their complete story."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.home import current_home
from leitstern.app.intake.erasing import erase_customer
from leitstern.app.intake.queries import customer_kinds
from leitstern.app.outside import actions
from leitstern.app.outside.breaks import breaks_by
from leitstern.app.outside.completion import completed
from leitstern.app.outside.documents import STORY, story_rows
from leitstern.app.outside.drawing import late_note, story_drawing, variants_drawing
from leitstern.app.outside.forms import FindCustomerForm, Purpose, PurposeForm
from leitstern.app.outside.people import beside_published
from leitstern.app.outside.queries import (
    all_handoffs,
    handoffs_in_cases,
    milestones,
    most_repeated,
    promises_by,
    scores_by,
    share_staying,
    turning_up,
    ways,
)
from leitstern.app.outside.reading import Published, published, require_published
from leitstern.app.outside.response_times import answered
from leitstern.app.outside.times import local, when
from leitstern.collect.identify import entity_of
from leitstern.core.errors import NotFound
from leitstern.core.outside.cuts import DAYS, around
from leitstern.core.outside.timeline import AnswerDetail, ContactDetail, PromiseDetail, TimelineEvent

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.outside.handoffs import Handoff
    from leitstern.core.texts import Text

VARIANTS = 8
LISTED = 12
MONTHS_TOLD = 24


def journeys(request: HttpRequest) -> HttpResponse:
    """How customers really go: the usual ways, handoffs, repeats, promises by channel, and what they say."""
    me = person_of(request)
    require(me, Capability.SEE_OUTSIDE)
    state = published()
    if state is None:
        return render(request, "outside/journeys.html", {"state": None})
    found, name = ways(state, VARIANTS), state.taxonomy.name

    def named(handoffs: tuple[Handoff, ...]) -> list[tuple[Handoff, Text, Text]]:
        return [
            (h, name("department", h.department), name("department", h.next_department))
            for h in handoffs[:LISTED]
        ]

    context = {
        "state": state,
        "ways": found,
        "staying": share_staying(state),
        "chart": variants_drawing(state, found),
        "handoffs": named(all_handoffs(state)),
        "afterwards": named(turning_up(state)),
        "breaks": next(iter(breaks_by(state)), None),
        "breaks_by_map": [(found, name("map", found.map or 0)) for found in breaks_by(state, "map")],
        "breaks_by_month": breaks_by(state, "month")[-MONTHS_TOLD:][::-1],
        "completed": completed(state),
        "per_case": next(iter(handoffs_in_cases(state)), None),
        "repeats": [(found, name("touchpoint", found.touchpoint)) for found in most_repeated(state)[:LISTED]],
        "promises": [(r, name("channel", int(str(r.group[0])))) for r in promises_by(state, ["channel"])],
        "answered": answered(state),
        "people": beside_published(state),
        "may_see_inside": Capability.SEE_INSIDE in me.capabilities,
        "scores": [(s, name("touchpoint", int(str(s.group[0])))) for s in scores_by(state, ["touchpoint"])],
    }
    return render(request, "outside/journeys.html", context)


def customers(request: HttpRequest) -> HttpResponse:
    """Look for a customer by number, or start from a milestone that went unanswered."""
    me = person_of(request)
    require(me, Capability.SEE_CUSTOMERS)
    state = published()
    if state is None:
        return render(request, "outside/customers.html", {"state": None})
    form = FindCustomerForm(request.POST or None, customer_kinds())
    if request.method == "POST" and form.is_valid():
        try:
            entity = actions.find_customer(
                me, state, form.cleaned_data["kind"], form.cleaned_data["identifier"]
            )
        except NotFound as problem:
            form.add_error("identifier", problem.text.to(get_language() or "en"))
        else:
            purpose = urlencode({"purpose": form.cleaned_data["purpose"]})
            return redirect(f"{reverse('outside:customer', args=[f'{entity:x}'])}?{purpose}")
    zone = ZoneInfo(state.taxonomy.time_zone)
    told = [
        (milestone, record, [(e.entity_id, local(e.reached_us, zone).date()) for e in record.examples])
        for milestone, record in milestones(state)
    ]
    return render(request, "outside/customers.html", {"state": state, "form": form, "milestones": told})


def customer(request: HttpRequest, token: str) -> HttpResponse:
    """One customer's story for the purpose in `?purpose=`, which is asked for first; `?around=2026-01-12` cuts it."""
    me = person_of(request)
    require(me, Capability.SEE_CUSTOMERS)
    state, entity = require_published(), _entity(token)
    if request.GET.get("purpose") not in Purpose.values:
        kept = {name: request.GET[name] for name in ("around", "format") if name in request.GET}
        return render(request, "outside/purpose.html", {"form": PurposeForm(), "kept": kept})
    purpose = Purpose(request.GET["purpose"])
    events = actions.read_story(me, state, entity, purpose)
    if request.GET.get("format") == "csv":
        return csv_response("customer", STORY, story_rows(state, events, get_language() or "en"))
    zone = ZoneInfo(state.taxonomy.time_zone)
    day = _day(request.GET.get("around", ""))
    cut = around(events, _noon_us(day, zone)) if day else ()
    context = {
        "state": state,
        "token": token,
        "purpose": purpose,
        "rows": [_row(state, event, zone) for event in reversed(events)],
        "chart": story_drawing(state, cut or events, "story"),
        "around": day if cut else None,
        "days": DAYS,
        "contacts": sum(isinstance(event.detail, ContactDetail) for event in events),
        "first": local(events[0].at_us, zone).date(),
        "last": local(events[-1].at_us, zone).date(),
        "erase_form": FindCustomerForm(None, customer_kinds(), purpose=Purpose.RIGHTS)
        if Capability.ERASE_CUSTOMERS in me.capabilities
        else None,
    }
    return render(request, "outside/customer.html", context)


@require_POST
def erase(request: HttpRequest, token: str) -> HttpResponse:
    """Forget this customer for good. The number is asked for again: it proves who is meant."""
    me = person_of(request)
    require(me, Capability.ERASE_CUSTOMERS)
    form = FindCustomerForm(request.POST, customer_kinds())
    if not form.is_valid() or entity_of(current_home(), form.named_kind, form.named) != _entity(token):
        messages.error(request, gettext("This is not the number of the customer shown. Nothing was erased."))
        return redirect(f"{reverse('outside:customer', args=[token])}?purpose={Purpose.RIGHTS}")
    erase_customer(me, form.named_kind, form.named)
    messages.success(
        request, gettext("Erased: contacts, promises, answers, quarantine and everything computed from them.")
    )
    return redirect("outside:customers")


def _entity(token: str) -> int:
    try:
        entity = int(token, 16)
    except ValueError:
        entity = -1
    if not 0 <= entity < 2**63:
        raise NotFound(actions.NOBODY)
    return entity


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _noon_us(day: date, zone: ZoneInfo) -> int:
    return round(datetime.combine(day, time(12), zone).timestamp()) * 1_000_000


def _row(state: Published, event: TimelineEvent, zone: ZoneInfo) -> dict[str, object]:
    taxonomy, detail = state.taxonomy, event.detail
    return {
        "at": when(event, zone),
        "touchpoint": taxonomy.name("touchpoint", event.touchpoint),
        "channel": taxonomy.name("channel", event.channel),
        "department": taxonomy.name("department", event.department),
        "contact": detail if isinstance(detail, ContactDetail) else None,
        "answer": detail if isinstance(detail, AnswerDetail) else None,
        "promise": detail if isinstance(detail, PromiseDetail) else None,
        "promise_name": taxonomy.name("promise", detail.promise)
        if isinstance(detail, PromiseDetail)
        else None,
        "late": late_note(detail) if isinstance(detail, PromiseDetail) else "",
        "origin": (event.import_id, event.line),
    }
