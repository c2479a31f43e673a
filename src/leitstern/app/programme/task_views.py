"""Tasks and capacities: the list, one task with its form, and what is done to them with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.forms import say
from leitstern.app.company.former import unit_names
from leitstern.app.portfolio.models import Initiative
from leitstern.app.portfolio.queries import holders
from leitstern.app.programme import pages, queries, tasking
from leitstern.app.programme.looking import plan_view
from leitstern.app.programme.resources import amount_words, declared_at, left_out, names_of, resting
from leitstern.app.programme.roadmap_forms import CapacityForm, DayForm, LeaveOutForm, TaskForm
from leitstern.app.programme.table import SUPPLY_HEADER, TASKS_HEADER, supply_rows, task_rows
from leitstern.core.bridge.programme.task import SIDES, Side
from leitstern.core.company.money import DECIMALS
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from leitstern.app.accounts.models import Person
    from leitstern.app.programme.models import Programme, Task

DONE = 2
FIELDS = (
    *("title", "side", "low", "mode", "high", "source", "carries_gate", "unit", "earliest"),
    *("leaders", "people", "it", "currency"),
)


def tasks(request: HttpRequest) -> HttpResponse:
    """Every task that was entered, and how much there is to work with; `?format=csv` as a list."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    row = queries.require_programme()
    if request.GET.get("format") == "csv":
        return csv_response("tasks", TASKS_HEADER, task_rows(queries.tasks(row)))
    if request.GET.get("capacities") == "csv":
        return _capacities(row, pages.when(request, row).day)
    return _list(request, me, row, CapacityForm(pages.units_to_choose()))


def _capacities(row: Programme, day: date) -> HttpResponse:
    known, found = declared_at(row, day), plan_view(row, day)
    ahead = {need.resource: need.months for need in found.forecast.needs} if found else {}
    rows = supply_rows(known, names_of(known), ahead, get_language() or "en")
    return csv_response("capacities", SUPPLY_HEADER, rows)


def _list(
    request: HttpRequest, me: Person, row: Programme, form: CapacityForm, status: int = 200
) -> HttpResponse:
    at = pages.when(request, row)
    declared, units = declared_at(row, at.day), unit_names()
    names = names_of(declared)
    found = sorted(queries.tasks(row).filter(entered__lte=at.day), key=lambda each: _standing(each, at.day))
    rows = [
        (each, SIDES[Side(each.side)], units.get(each.unit), resting(each, at.day))
        for each in found
        if not left_out(each, at.day)
    ]
    context = pages.frame(me, row, at) | {
        "rows": rows,
        "ahead": [line for line in rows if _standing(line[0], at.day) != DONE],
        "done": [line for line in rows if _standing(line[0], at.day) == DONE],
        "left_out": [each for each in found if left_out(each, at.day)],
        "capacities": [
            (names[each], amount_words(each, of.amount) if of.amount is not None else None, of)
            for each, of in sorted(declared.items())
        ],
        "capacity_form": form,
    }
    return render(request, "programme/tasks.html", context, status=status)


def _standing(each: Task, day: date) -> int:
    """What runs first, what is done last."""
    return DONE if each.ended and each.ended <= day else 0 if each.began and each.began <= day else 1


def new(request: HttpRequest) -> HttpResponse:
    """A new task."""
    return _form(request, None)


def task(request: HttpRequest, task_id: int) -> HttpResponse:
    """One task: to read for everybody, to change for those who steer."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _form(request, queries.task_by_id(task_id))


def _form(request: HttpRequest, row: Task | None, **more: Any) -> HttpResponse:
    me = person_of(request)
    posted = request.POST if request.method == "POST" and not more else None
    if row is None or posted is not None:
        require(me, Capability.STEER)
    programme = row.programme if row else queries.require_programme()
    others = programme.tasks.filter(withdrawn=None).exclude(pk=row.pk if row else 0)
    form = TaskForm(
        pages.units_to_choose(row.unit if row else ""),
        Initiative.objects.filter(withdrawn=None),
        others,
        posted,
        initial=_beginning(row) if row else None,
    )
    if posted is not None and form.is_valid():
        try:
            tasking.keep_task(me, programme, form.draft(), row)
        except tasking.WrongTask as problem:
            say(form, problem.problems)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. The next plan counts with it."))
            return redirect("programme:tasks")
    context = {
        "form": form,
        "row": row,
        "programme": programme,
        "units": unit_names(),
        "side": SIDES[Side(row.side)] if row else None,
        "holders": holders(),
        "day_form": DayForm(),
        "leave_form": LeaveOutForm(),
        "may_steer": Capability.STEER in me.capabilities and programme.ended is None,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/task.html", context | more, status=status)


def _beginning(row: Task) -> dict[str, Any]:
    said = {name: getattr(row, name) for name in FIELDS}
    return said | {
        "owner": row.owner.name if row.owner else "",
        "initiative": str(row.initiative_id or ""),
        "needs": [str(each.pk) for each in row.needs.all()],
        "money": row.money / 10 ** DECIMALS.get(row.currency, 2) if row.money else 0,
    }


@require_POST
def turn(request: HttpRequest, task_id: int) -> HttpResponse:
    """It begins, ends (`ended`), or runs on after all (`undo`)."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.task_by_id(task_id), DayForm(request.POST)
    try:
        if "undo" in request.POST:
            tasking.end_task(me, row, None)
        elif not form.is_valid():
            return _form(request, row, day_form=form)
        elif "ended" in request.POST:
            tasking.end_task(me, row, form.cleaned_data["day"])
        else:
            tasking.begin_task(me, row, form.cleaned_data["day"])
    except LeitsternError as problem:
        form.add_error(None, problem.text.to(get_language() or "en"))
        return _form(request, row, day_form=form)
    messages.success(request, gettext("Kept. The next plan counts with it."))
    return redirect("programme:task", row.pk)


@require_POST
def withdraw(request: HttpRequest, task_id: int) -> HttpResponse:
    """Leave it out with a reason, or (`undo`) take it in again."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.task_by_id(task_id), LeaveOutForm(request.POST)
    try:
        if "undo" in request.POST:
            tasking.reinstate_task(me, row)
        elif form.is_valid():
            tasking.withdraw_task(me, row, form.cleaned_data["why"])
        else:
            return _form(request, row, leave_form=form)
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    return redirect("programme:task", row.pk)


@require_POST
def template(request: HttpRequest) -> HttpResponse:
    """Take over what the template suggests."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.require_programme()
    before = row.tasks.count()
    tasking.take_template(me, row)
    messages.success(request, gettext("Tasks taken over: %(n)s.") % {"n": row.tasks.count() - before})
    return redirect("programme:tasks")


@require_POST
def capacity(request: HttpRequest) -> HttpResponse:
    """Say how much there is a month."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.require_programme(), CapacityForm(pages.units_to_choose(), request.POST)
    if form.is_valid():
        of = form.resource()
        try:
            tasking.set_capacity(me, row, of.supply, of.of, form.how_much(), form.cleaned_data["source"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. The next plan counts with it."))
            return redirect("programme:tasks")
    return _list(request, me, row, form, status=422)
