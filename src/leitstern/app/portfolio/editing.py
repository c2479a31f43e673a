"""The forms of goals and initiatives, and initiatives from a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.common.forms import say
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.portfolio import models, queries
from leitstern.app.portfolio.bringing import bring_in
from leitstern.app.portfolio.drafting import goal_draft, initiative_draft
from leitstern.app.portfolio.forms import GoalForm, TableForm
from leitstern.app.portfolio.initiative_form import InitiativeForm, starting_point
from leitstern.app.portfolio.initiative_rows import milestone_rows, path_rows, people_rows
from leitstern.app.portfolio.keeping import keep_goal, keep_initiative
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.collect.portfolio_file import sample
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse


def new_goal(request: HttpRequest) -> HttpResponse:
    """A new goal."""
    return _goal(request, None)


def edit_goal(request: HttpRequest, goal_id: int) -> HttpResponse:
    """A goal in other words; those of before stay readable."""
    require(person_of(request), Capability.STEER)
    return _goal(request, queries.goal_by_id(goal_id))


def _goal(request: HttpRequest, row: models.Goal | None) -> HttpResponse:
    me = person_of(request)
    require(me, Capability.STEER)
    others = models.Goal.objects.filter(withdrawn=None).exclude(pk=row.pk if row else 0)
    form = GoalForm(others, request.POST or None, initial=_beginning(row) if row else None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep_goal(me, form.draft(), row)
        except LeitsternError as problem:
            _say(form, problem)
        else:
            messages.success(request, gettext("Kept. What it said before stays readable."))
            return redirect("portfolio:goal", kept.pk)
    context = {"form": form, "row": row, "holders": queries.holders()}
    return render(request, "portfolio/goal_form.html", context)


def _beginning(row: models.Goal) -> dict[str, Any]:
    draft = goal_draft(row)
    fields = ("title", "metric", "unit", "baseline", "target", "target_day", "parent", "link")
    said = {name: getattr(draft, name) for name in fields}
    return said | {
        "cadence": draft.cadence or "",
        "horizon": draft.horizon or "",
        "accountable": "; ".join(draft.accountable),
    }


def new_initiative(request: HttpRequest) -> HttpResponse:
    """A new initiative."""
    return _initiative(request, None)


def edit_initiative(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """An initiative in other words; those of before, and what was approved, stay readable."""
    require(person_of(request), Capability.STEER)
    return _initiative(request, queries.initiative_by_id(initiative_id))


def _initiative(request: HttpRequest, row: models.Initiative | None) -> HttpResponse:
    me = person_of(request)
    require(me, Capability.STEER)
    draft = initiative_draft(row) if row else None
    served = [pull.goal for pull in draft.pulls] if draft else []
    goals = models.Goal.objects.filter(withdrawn=None) | models.Goal.objects.filter(slug__in=served)
    others = models.Initiative.objects.filter(withdrawn=None).exclude(pk=row.pk if row else 0)
    posted = request.POST or None
    form = InitiativeForm(goals, others, posted, initial=starting_point(draft) if draft else None)
    paths = path_rows(posted, prefix="paths", initial=_rows(draft.paths, PATH) if draft else None)
    people = people_rows(
        posted, prefix="people", initial=_rows(draft.people_measures, PEOPLE) if draft else None
    )
    stones = milestone_rows(
        posted, prefix="stones", initial=_rows(draft.milestones, STONE) if draft else None
    )
    if request.method == "POST" and all(
        [form.is_valid(), paths.is_valid(), people.is_valid(), stones.is_valid()]
    ):
        try:
            kept = keep_initiative(me, form.draft(paths, people, stones), row)
        except LeitsternError as problem:
            _say(form, problem)
        else:
            messages.success(request, gettext("Kept. What it said before stays readable."))
            return redirect("portfolio:initiative", kept.pk)
    context = {
        "form": form,
        "paths": paths,
        "people": people,
        "stones": stones,
        "row": row,
        "holders": queries.holders(),
    }
    return render(request, "portfolio/initiative_form.html", context)


PATH = ("outcome", "activity", "capability", "people", "process", "technology")
PEOPLE = ("title", "owner", "due")
STONE = ("title", "kind", "due", "reached")


def _rows(things: tuple[Any, ...], fields: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{name: getattr(each, name) for name in fields} for each in things]


def file(request: HttpRequest) -> HttpResponse:
    """Initiatives from a table, all or none; `?format=csv` is a table to fill in."""
    me = person_of(request)
    require(me, Capability.STEER)
    if request.GET.get("format") == "csv":
        return csv_response("initiatives", *sample(current_taxonomy(), get_language() or "en"))
    form, mistakes, status = TableForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST" and form.is_valid():
        try:
            with handed_in(form.cleaned_data["file"]) as kept:
                brought = bring_in(me, kept.parent, kept.name)
        except LeitsternError as refused:
            mistakes, status = mistakes_in(refused), refused.status
        else:
            said = gettext("%(new)s new initiatives, %(changed)s changed.")
            messages.success(request, said % {"new": brought.new, "changed": brought.changed})
            return redirect("portfolio:initiatives")
    context = {"form": form, "mistakes": mistakes}
    return render(request, "portfolio/file.html", context, status=status)


def _say(form: forms.Form, problem: LeitsternError) -> None:
    if isinstance(problem, WrongDraft):
        say(form, problem.problems)
    else:
        form.add_error(None, problem.text.to(get_language() or "en"))
