"""Entering a contact, and what is known of the customer beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_urlsafe
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.home import current_home
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.queries import current_taxonomy, require_taxonomy
from leitstern.app.desk import counting, keeping, queries
from leitstern.app.desk.forms import ContactForm
from leitstern.app.desk.models import Entry, Way
from leitstern.app.desk.showing import named, spoken
from leitstern.app.desk.told import KEPT_BEFORE, OTHER_CONTENT
from leitstern.app.outside.actions import read_story
from leitstern.app.outside.forms import Purpose
from leitstern.app.outside.reading import published
from leitstern.app.outside.times import when
from leitstern.collect.identify import entity_of
from leitstern.collect.masking import MARKS
from leitstern.core.errors import Conflict, LeitsternError, NotFound

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.accounts.models import Person
    from leitstern.app.outside.reading import Published
    from leitstern.core.outside.timeline import TimelineEvent
    from leitstern.core.texts import Text

LAST = 6  # contacts of the customer, beside the form
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Known:
    """Something a customer lived with us before."""

    at: date | datetime
    touchpoint: Text
    promise: Text | None
    answer: str


def enter(request: HttpRequest) -> HttpResponse:
    """The form; what is sent is kept at once, and the form is ready for the next contact."""
    me = person_of(request)
    require(me, Capability.ENTER_CONTACTS)
    taxonomy = current_taxonomy()
    if taxonomy is None:
        return render(request, "desk/enter.html", {"form": None})
    form = ContactForm(taxonomy, request.POST or None)
    by_script = request.headers.get("accept") == JSON
    if request.method == "POST":
        try:
            entry = keeping.enter(me, form.typed(), Way.FORM, request.POST.get("key", ""))
        except LeitsternError as problem:
            tell(form, problem)
            if by_script:
                errors = {name: list(map(str, said)) for name, said in form.errors.items()}
                key = {"key": token_urlsafe()} if isinstance(problem, Conflict) else {}
                return JsonResponse({"errors": errors, **key}, status=problem.status)
        else:
            if by_script:
                return JsonResponse(_kept(entry))
            return redirect(f"{reverse('desk:enter')}?kept={entry.pk}")
    context = {
        "form": form,
        "key": token_urlsafe(),
        "kept": _kept_before(request.GET.get("kept", "")),
        "waiting": queries.waiting(),
        "latest": [named(entry) for entry in queries.lately()],
        "may_count": Capability.IMPORT in me.capabilities,
    }
    return render(request, "desk/enter.html", context)


@require_POST
def known(request: HttpRequest) -> HttpResponse:
    """The last contacts of a customer, for a purpose that is written down; nothing is kept of the question."""
    me = person_of(request)
    require(me, Capability.ENTER_CONTACTS)
    purpose, number = request.POST.get("purpose", ""), request.POST.get("number", "").strip()
    if purpose not in Purpose.values or not number or request.POST.get("kind", "") not in queries.kinds():
        return render(request, "desk/known.html", {"asked": False})
    entity = entity_of(current_home(), request.POST["kind"], number)
    context = {
        "asked": True,
        "events": _last(me, entity, purpose),
        "here": [named(entry) for entry in queries.known_here(entity)],
        "token": f"{entity:x}",
        "purpose": purpose,
    }
    return render(request, "desk/known.html", context)


@require_POST
def count(request: HttpRequest) -> HttpResponse:
    """Count now what waits."""
    counted = counting.count_now(person_of(request))
    said = ngettext("%(n)s entry was counted.", "%(n)s entries were counted.", counted)
    messages.success(request, said % {"n": counted})
    return redirect("desk:enter")


def _last(me: Person, entity: int, purpose: str) -> list[Known]:
    state = published()
    if state is None:
        return []
    try:
        events = read_story(me, state, entity, purpose)
    except NotFound:
        return []
    return [_event(state, event) for event in events[: -LAST - 1 : -1]]


def _event(state: Published, event: TimelineEvent) -> Known:
    detail = event.detail
    value, high = getattr(detail, "value", None), getattr(detail, "high", None)
    promise = getattr(detail, "promise", None)
    return Known(
        when(event, ZoneInfo(state.taxonomy.time_zone)),
        state.taxonomy.name("touchpoint", event.touchpoint),
        None if promise is None else state.taxonomy.name("promise", promise),
        "" if value is None else f"{value:g}/{high:g}",
    )


def _kept(entry: Entry) -> dict[str, str]:
    """What the page says of an entry that was just kept, and what it needs for the next one."""
    masked = sum(
        text.count(mark) for text in (entry.reason, entry.step, entry.note, entry.words) for mark in MARKS
    )
    said = gettext("Kept: %(what)s. It waits to be counted.") % {"what": spoken(entry, require_taxonomy())}
    if masked:
        unknown = ngettext(
            "%(n)s name or number was made unrecognisable.",
            "%(n)s names or numbers were made unrecognisable.",
            masked,
        )
        said = f"{said} {unknown % {'n': masked}}"
    return {
        "said": said,
        "undo": reverse("desk:withdraw", args=[entry.pk]),
        "see": reverse("desk:entry", args=[entry.pk]),
        "key": token_urlsafe(),
    }


def _kept_before(number: str) -> dict[str, str] | None:
    """The same after the page was loaded anew."""
    entry = Entry.objects.filter(pk=number, withdrawn=None).first() if number.isdecimal() else None
    return _kept(entry) if entry else None


def tell(form: ContactForm, problem: LeitsternError) -> None:
    """Say in the form why nothing was kept."""
    if isinstance(problem, WrongDraft):
        form.tell(problem)
        return
    text = KEPT_BEFORE if problem.text == OTHER_CONTENT else problem.text
    form.is_valid()
    form.add_error(None, text.to(get_language() or "en"))
