"""Pilots and lighthouse projects: the list, one of them, its end, and what others made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.portfolio.queries import holders
from leitstern.app.practice import pages, queries, telling, trying
from leitstern.app.practice.models import Ending, Pilot, ShownTo
from leitstern.app.practice.reading import pilot_lines, visible
from leitstern.app.practice.table import PILOTS_HEADER, pilot_rows
from leitstern.app.practice.telling_forms import EndingForm, PilotForm, ShownForm, StandardForm, TakeUpForm
from leitstern.core.bridge.practice.learning import STAGES, Stage, stopped_with_learning
from leitstern.core.bridge.practice.telling import SHOWN_FROM
from leitstern.core.bridge.practice.terms import PILOT_KINDS, PilotEnd, PilotKind

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def pilots(request: HttpRequest) -> HttpResponse:
    """Everything that is or was tried."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    today = timezone.localdate()
    found = pilot_lines(queries.pilots(), today)
    if request.GET.get("format") == "csv":
        return csv_response("pilots", PILOTS_HEADER, pilot_rows(found, get_language() or "en"))
    stopped = [each for each in found if each.tried.how is PilotEnd.STOPPED]
    context = {
        "pilots": [(each, STAGES[each.stage], PILOT_KINDS[PilotKind(each.row.kind)]) for each in found],
        "departments": len(_departments()),
        "shown_from": SHOWN_FROM,
        "learned": stopped_with_learning([each.tried for each in found], today),
        "stopped": len(stopped),
        "taught": sum(each.tried.learned for each in stopped),
        "overdue": sum(each.stage is Stage.OVERDUE for each in found),
        "withdrawn": Pilot.objects.exclude(withdrawn=None),
        "units": unit_names(),
        **pages.may(me),
    }
    return render(request, "practice/pilots.html", context)


def pilot(request: HttpRequest, pilot_id: int) -> HttpResponse:
    """One of them. How often it was opened is counted, by whom is not."""
    require(person_of(request), Capability.SEE_INSIDE)
    row = queries.pilot_by_id(pilot_id)
    telling.opened(row, timezone.localdate())
    return pilot_page(request, row)


def pilot_page(request: HttpRequest, row: Pilot, status: int = 200, **forms: Any) -> HttpResponse:
    """The page, with forms as they were typed."""
    me, units = person_of(request), unit_names()
    found = pilot_lines(queries.any_pilot(row.pk), timezone.localdate())[0]
    context = {
        "row": row,
        "found": found,
        "stage": STAGES[found.stage],
        "kind": PILOT_KINDS[PilotKind(row.kind)],
        "finished": found.tried.how is PilotEnd.FINISHED,
        "where": pages.called(row.units, units),
        "touchpoints": list(
            zip(row.touchpoints, pages.called(row.touchpoints, touchpoint_names()), strict=True)
        ),
        "endings": row.endings.all(),
        "units": units,
        "points": touchpoint_names(),
        "editions": pages.with_changes(row.editions.all()),
        "names": pages.names(),
        "visible": visible(found, _departments()),
        "knowing": [units.get(each) or each for each in found.known],
        "shown_from": SHOWN_FROM,
        "shown_form": ShownForm(),
        "ending_form": EndingForm(),
        "take_up_form": TakeUpForm(),
        "standard_form": StandardForm(),
        "today": timezone.localdate(),
        **pages.may(me),
    }
    return render(request, "practice/pilot.html", context | forms, status=status)


def new(request: HttpRequest) -> HttpResponse:
    """Something more to try."""
    require(person_of(request), Capability.STEER)
    return _form(request, None)


def edit(request: HttpRequest, pilot_id: int) -> HttpResponse:
    """A pilot in other words; those of before stay readable."""
    require(person_of(request), Capability.STEER)
    return _form(request, queries.pilot_by_id(pilot_id))


def _form(request: HttpRequest, row: Pilot | None) -> HttpResponse:
    me = person_of(request)
    form = PilotForm(request.POST or None, initial=_beginning(row) if row else None)
    made: list[Pilot] = []

    def keep() -> None:
        made.append(trying.keep_pilot(me, form.draft(), row))

    if request.method == "POST" and pages.attempt(
        request, form, keep, gettext("Kept. What it said before stays readable.")
    ):
        return redirect("practice:pilot", made[0].pk)
    return render(request, "practice/pilot_form.html", {"form": form, "row": row, "holders": holders()})


def _beginning(row: Pilot) -> dict[str, object]:
    fields = ("title", "kind", "hypothesis", "boundary", "stop_rule", "safe_room", "units", "touchpoints")
    said = {name: getattr(row, name) for name in (*fields, "begins", "ends")}
    return said | {
        "owner": row.owner.name if row.owner else "",
        "initiative": row.initiative.slug if row.initiative else "",
    }


@require_POST
def end(request: HttpRequest, pilot_id: int) -> HttpResponse:
    """Say how it ended."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.pilot_by_id(pilot_id), EndingForm(request.POST)

    def keep() -> None:
        data = form.cleaned_data
        trying.end_pilot(me, row, PilotEnd(data["how"]), data["day"], data["learning"])

    if pages.attempt(request, form, keep, gettext("Kept. What was learned stands here for everybody.")):
        return redirect("practice:pilot", row.pk)
    return pilot_page(request, row, 422, ending_form=form)


@require_POST
def show(request: HttpRequest, pilot_id: int) -> HttpResponse:
    """A department was shown it."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.pilot_by_id(pilot_id), ShownForm(request.POST)
    if pages.attempt(request, form, lambda: trying.show(me, row, **form.cleaned_data), gettext("Kept.")):
        return redirect("practice:pilot", row.pk)
    return pilot_page(request, row, 422, shown_form=form)


@require_POST
def take_back(request: HttpRequest, shown_id: int) -> HttpResponse:
    """It was not shown there after all."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = get_object_or_404(ShownTo, pk=shown_id)
    trying.take_back(me, found)
    return redirect("practice:pilot", found.pilot_id)


def _departments() -> list[str]:
    taxonomy = current_taxonomy()
    return [each.slug for each in taxonomy.departments] if taxonomy else []


@require_POST
def withdraw_ending(request: HttpRequest, ending_id: int) -> HttpResponse:
    """It has not ended after all."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = get_object_or_404(Ending, pk=ending_id)
    trying.withdraw_ending(me, found)
    return redirect("practice:pilot", found.pilot_id)


@require_POST
def withdraw(request: HttpRequest, pilot_id: int) -> HttpResponse:
    """Take a pilot back, or (`undo`) let it stand again."""
    me, row = person_of(request), queries.pilot_by_id(pilot_id)
    if "undo" in request.POST:
        pages.tried(request, lambda: trying.reinstate_pilot(me, row), gettext("It stands again."))
    else:
        pages.tried(
            request, lambda: trying.withdraw_pilot(me, row), gettext("Withdrawn. It stays readable here.")
        )
    return redirect("practice:pilot", row.pk)
