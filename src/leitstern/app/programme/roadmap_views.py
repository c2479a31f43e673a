"""The roadmap to look at: the picture with P50 and P80, what changed, how forecasts did, scenarios side by side."""

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
from leitstern.app.common.models import JobState
from leitstern.app.portfolio.models import Initiative
from leitstern.app.programme import looking, pages, planning, queries
from leitstern.app.programme.at import shifted
from leitstern.app.programme.drawing import critical, plan_drawing
from leitstern.app.programme.resources import amount_words, declared_at, names_of, resting
from leitstern.app.programme.roadmap_forms import ScenarioForm
from leitstern.app.programme.table import PLAN_HEADER, SCENARIOS_HEADER, plan_rows, scenario_rows
from leitstern.core.bridge.programme.standing import would_fall
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.accounts.models import Person
    from leitstern.app.programme.at import At
    from leitstern.app.programme.models import Programme

UNDER_WAY = (JobState.WAITING, JobState.RUNNING)
A_YEAR = 12


def roadmap(request: HttpRequest) -> HttpResponse:
    """The plan that held in a month; `?format=csv` as a list."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    row = queries.require_programme()
    at = pages.when(request, row)
    found = looking.plan_view(row, at.day)
    if request.GET.get("format") == "csv":
        return csv_response("roadmap", PLAN_HEADER, plan_rows(found, get_language() or "en") if found else ())
    return render(request, "programme/roadmap.html", _context(me, row, at))


def _context(me: Person, row: Programme, at: At, **more: Any) -> dict[str, Any]:
    found, job = looking.plan_view(row, at.day), planning.job_of(row)
    declared = declared_at(row, at.day)
    names = names_of(declared)
    ahead = {need.resource: need.months for need in found.forecast.needs} if found else {}
    context = pages.frame(me, row, at) | {
        "found": found,
        "chart": plan_drawing(found) if found else "",
        "critical": critical(found) if found else set(),
        "gate": found.gate(planning.rules().overlap_from) if found else None,
        "whole": found.months(found.forecast.finish) if found else None,
        "changed": looking.what_changed(row, at.day),
        "record": looking.forecasts_kept(row, at.day),
        "capacities": [
            (
                names[each],
                amount_words(each, of.amount) if of.amount is not None else None,
                ahead.get(each),
                of,
            )
            for each, of in sorted(declared.items())
        ],
        "resting": [
            each for each in queries.tasks_at(row, at.day) if resting(each, at.day) and not each.ended
        ],
        "n_tasks": row.tasks.filter(entered__lte=at.day).count(),
        "scenarios": looking.scenario_lines(row, found.plan if found else None, at.day),
        "job": job if job and at.now else None,
        "under_way": bool(job and at.now and job.state in UNDER_WAY),
    }
    return context | more


@require_POST
def plan(request: HttpRequest) -> HttpResponse:
    """Work it out anew; says at once what stands in the way."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.require_programme()
    try:
        planning.ask_for_plan(me, row)
    except planning.Unplannable as problem:
        at = pages.when(request, row)
        context = _context(me, row, at, problems=[each.text for each in problem.problems])
        return render(request, "programme/roadmap.html", context, status=422)
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    return redirect("programme:roadmap")


def progress(request: HttpRequest) -> HttpResponse:
    """How far it is; asked for every second. When it ends, the page is loaded anew."""
    require(person_of(request), Capability.SEE_INSIDE)
    job = planning.job_of(queries.require_programme())
    response = render(request, "programme/progress.html", {"job": job})
    if job is None or job.state not in UNDER_WAY:
        response["HX-Refresh"] = "true"
    return response


def scenarios(request: HttpRequest) -> HttpResponse:
    """What if: kept scenarios beside the plan, and a new one."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    row = queries.require_programme()
    at = pages.when(request, row)
    if request.GET.get("format") == "csv":
        found = looking.scenario_lines(row, queries.plan_at(row, at.day), at.day)
        return csv_response("scenarios", SCENARIOS_HEADER, scenario_rows(found, get_language() or "en"))
    return _scenarios(request, me, row, at, _scenario_form(row, at))


@require_POST
def new_scenario(request: HttpRequest) -> HttpResponse:
    """Keep a scenario; it is compared with the next plan."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.require_programme()
    at = pages.when(request, row)
    form = _scenario_form(row, at, request.POST)
    if form.is_valid():
        try:
            planning.keep_scenario(me, row, form.cleaned_data["title"], form.change())
            planning.ask_for_plan(me, row)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. It is being compared with the plan."))
            return redirect("programme:roadmap")
    return _scenarios(request, me, row, at, form, status=422)


@require_POST
def withdraw_scenario(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Compare it no longer, or (`undo`) again."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = queries.scenario_by_id(scenario_id)
    (planning.reinstate_scenario if "undo" in request.POST else planning.withdraw_scenario)(me, found)
    return redirect("programme:scenarios")


def _scenario_form(row: Programme, at: At, posted: Any = None) -> ScenarioForm:
    declared = {each: of for each, of in declared_at(row, at.day).items() if of.amount is not None}
    names, language = names_of(declared), get_language() or "en"
    tasks = [each for each in queries.tasks_at(row, at.day) if not each.ended]
    drawn = {each.initiative_id for each in tasks if each.initiative_id}
    return ScenarioForm(
        [(f"{each.supply}:{each.of}", names[each].to(language)) for each in sorted(declared)],
        Initiative.objects.filter(pk__in=drawn),
        tasks,
        posted,
    )


def _scenarios(
    request: HttpRequest, me: Person, row: Programme, at: At, form: ScenarioForm, status: int = 200
) -> HttpResponse:
    found = looking.plan_view(row, at.day)
    later = shifted(at.day, A_YEAR)
    lost, credited = would_fall(queries.histories(row), at.day, later, queries.terms())
    context = pages.frame(me, row, at) | {
        "found": found,
        "lines": looking.scenario_lines(row, found.plan if found else None, at.day),
        "form": form,
        "lost": lost,
        "credited": credited,
        "gone": row.scenarios.exclude(withdrawn=None) if at.now else (),
    }
    return render(request, "programme/scenarios.html", context, status=status)
