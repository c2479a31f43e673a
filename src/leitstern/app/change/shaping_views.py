"""Workshops in which a change is shaped together: all, one, the form, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.change import queries, shaping
from leitstern.app.change.involving import choice, involvement_now, subject_names, subjects_of
from leitstern.app.change.models import Consequence
from leitstern.app.change.naming import role_names
from leitstern.app.change.saying import WrongWords
from leitstern.app.change.shaping_forms import ConsequenceForm, ShapingForm, attendance_rows
from leitstern.app.change.table import INVOLVED_HEADER, SHAPINGS_HEADER, involved_rows, shaping_rows
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.forms import say
from leitstern.app.company.former import unit_names
from leitstern.core.bridge.change.involvement import how_many
from leitstern.core.bridge.change.participation import Attended
from leitstern.core.inside.structure.duties import PLACES

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.change.models import Shaping
    from leitstern.core.bridge.change.participation import Shown
    from leitstern.core.texts import Text


def shapings(request: HttpRequest) -> HttpResponse:
    """All workshops; `?format=csv`."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    rows, names = list(queries.shapings()), unit_names()
    if request.GET.get("format") == "csv":
        header = SHAPINGS_HEADER
        return csv_response("co-design", header, shaping_rows(rows, names, get_language() or "en"))
    fewest = queries.agreed_fewest()
    folded = [(row, queries.took_part(row, fewest)) for row in rows]
    consequences = [each for row in rows for each in row.consequences.all()]
    context = {
        "rows": folded,
        "people": sum(found.took_part for _row, found in folded),
        "with_customers": sum(row.customers > 0 for row in rows),
        "involved": involvement_now(rows),
        "without_consequence": [row for row in rows if not row.consequences.all()],
        "taken_up": sum(each.taken_up for each in consequences),
        "decided": len(consequences),
        "gone": queries.withdrawn_shapings(),
        "may_steer": Capability.STEER in me.capabilities,
    }
    return render(request, "change/shapings.html", context)


def one(request: HttpRequest, shaping_id: int) -> HttpResponse:
    """One workshop."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    context = _context(queries.shaping_by_id(shaping_id), Capability.STEER in me.capabilities)
    return render(request, "change/shaping.html", context)


def involved(request: HttpRequest) -> HttpResponse:
    """For which processes, touchpoints and journeys customers took part; `?format=csv`."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found = involvement_now()
    if request.GET.get("format") == "csv":
        return csv_response("customers", INVOLVED_HEADER, involved_rows(found, get_language() or "en"))
    context = {
        "found": found,
        "lines": [
            (each, PLACES[each.work.place], [(one, how_many(one.customers)) for one in each.with_customers])
            for each in found.lines
        ],
        "may_steer": Capability.STEER in me.capabilities,
    }
    return render(request, "change/involved.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """Enter a workshop; `?initiative=` begins with one."""
    return _edit(request, None)


def edit(request: HttpRequest, shaping_id: int) -> HttpResponse:
    """Enter it otherwise."""
    require(person_of(request), Capability.STEER)
    return _edit(request, queries.shaping_by_id(shaping_id))


@require_POST
def withdraw(request: HttpRequest, shaping_id: int) -> HttpResponse:
    """It no longer counts, or (`undo`) does again."""
    me, row = person_of(request), queries.shaping_by_id(shaping_id)
    if "undo" in request.POST:
        shaping.reinstate_shaping(me, row)
    else:
        shaping.withdraw_shaping(me, row)
        messages.info(request, gettext("It no longer counts. It stays readable here and in the audit log."))
    return redirect("change:shaping", row.pk)


@require_POST
def consequence(request: HttpRequest, shaping_id: int) -> HttpResponse:
    """Say what came of it."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.shaping_by_id(shaping_id), ConsequenceForm(request.POST)
    if form.is_valid():
        shaping.record_consequence(me, row, **form.cleaned_data)
        messages.success(request, gettext("Kept. Tell those who took part, too."))
        return redirect("change:shaping", row.pk)
    return render(request, "change/shaping.html", _context(row, may=True, form=form), status=422)


@require_POST
def withdraw_consequence(request: HttpRequest, consequence_id: int) -> HttpResponse:
    """It was not so."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = get_object_or_404(Consequence, pk=consequence_id)
    shaping.withdraw_consequence(me, found)
    return redirect("change:shaping", found.shaping_id)


def _edit(request: HttpRequest, row: Shaping | None) -> HttpResponse:
    me = person_of(request)
    require(me, Capability.STEER)
    posted = request.POST or None
    begins: dict[str, Any] = {"initiative": request.GET.get("initiative", "")[:10]}
    if row:
        fields = ("title", "day", "initiative", "subject", "customers")
        begins = {name: getattr(row, name) for name in fields}
    there = row.attendance.all() if row else ()
    attended = [Attended(each.unit, each.role, each.invited, each.took_part) for each in there]
    named = subjects_of(row) if row else frozenset()
    begins["shaped"] = [choice(each) for each in named] if row else request.GET.getlist("shaped")
    form = ShapingForm(posted, initial=begins, before=named)
    rows = attendance_rows(posted, attended)
    if request.method == "POST" and all([form.is_valid(), rows.is_valid()]):
        try:
            kept = shaping.keep_shaping(me, form.held(rows), timezone.localdate(), row)
        except WrongWords as problem:
            say(form, problem.problems)
        else:
            messages.success(request, gettext("Kept."))
            return redirect("change:shaping", kept.pk)
    wrong = bool(form.errors) or (posted is not None and not rows.is_valid())
    context = {"form": form, "rows": rows, "row": row, "role_names": role_names()}
    return render(request, "change/shaping_form.html", context, status=422 if wrong else 200)


def _context(row: Shaping, may: bool, form: ConsequenceForm | None = None) -> dict[str, Any]:
    names, found, called = unit_names(), queries.took_part(row), subject_names()
    return {
        "shaped": [called.get(each) or each.slug for each in sorted(subjects_of(row))],
        "customers": how_many(row.customers),
        "row": row,
        "found": found,
        "shown": [(_named(each, names), each) for each in found.shown],
        "hidden": [_name(each, names) for each in found.hidden],
        "consequences": row.consequences.all(),
        "form": form or ConsequenceForm(),
        "may_steer": may,
    }


def _named(shown: Shown, names: dict[str, Text]) -> list[str]:
    return [_name(each, names) for each in shown.of]


def _name(each: Attended, names: dict[str, Text]) -> str:
    unit = names[each.unit].to(get_language() or "en") if each.unit in names else each.unit
    return f"{unit}, {each.role}" if each.role else unit
