"""The list of measures, one measure, and the form of a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.bridge import actions
from leitstern.app.bridge.forms import MeasureForm, PlanForm
from leitstern.app.bridge.judging import judgement, judgements
from leitstern.app.bridge.models import Kind, Measure
from leitstern.app.bridge.planning import USUALLY, baseline_of, first_target, planned, planned_for
from leitstern.app.bridge.queries import measure_by_id, measures, measures_at
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import fitted, locale, words
from leitstern.app.common.exports import csv_response
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.reading import published, require_published
from leitstern.charts.before_after import Change, before_after
from leitstern.charts.units import OF_HUNDRED
from leitstern.core.bridge.again import MeasureAgain
from leitstern.core.bridge.plan import Plan
from leitstern.core.bridge.verdict import Judgement
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.errors import NotFound
from leitstern.core.gap.statements import lived_said
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.safestring import SafeString
VERDICTS = {"better": "better", "not": "not", "cannot tell": "unclear"}


def measures_list(request: HttpRequest) -> HttpResponse:
    """Everything decided, with what came of it."""
    require(person_of(request), Capability.SEE_GAP)
    state = published()
    names = {t.slug: t.name for t in state.taxonomy.touchpoints} if state else {}
    decided = list(measures())
    results = judgements(state, decided) if state else [None] * len(decided)
    rows = [(each, names.get(each.touchpoint), result) for each, result in zip(decided, results, strict=True)]
    if request.GET.get("format") == "csv":
        return csv_response("measures", HEADER, (_csv_row(measure, found) for measure, _name, found in rows))
    return render(request, "bridge/measures.html", {"rows": rows, "today": timezone.localdate()})


def measure(request: HttpRequest, measure_id: int) -> HttpResponse:
    """One decision."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    found, state = measure_by_id(measure_id), require_published()
    result = judgement(state, found)
    context = {
        "measure": found,
        "here": state.taxonomy.lookup(Touchpoint).slug(found.touchpoint),
        "facet": state.taxonomy.facet(found.facet),
        "result": result,
        "chart": result_drawing(found, result),
        "baseline": baseline_of(found),
        "plan": planned_for(found) if found.target is not None else None,
        "may_decide": Capability.DECIDE in me.capabilities,
        "acts": found.kind == Kind.ACT,
    }
    return render(request, "bridge/measure.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """Decide about a statement at a touchpoint (`?touchpoint=&facet=`, `&guess=` of the round it came from)."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    state, today = require_published(), timezone.localdate()
    slug, facet_slug = request.GET.get("touchpoint", ""), request.GET.get("facet", "satisfied")
    here, facet = state.taxonomy.lookup(Touchpoint).slug(slug), state.taxonomy.facet(facet_slug)
    if here is None or facet is None:
        raise NotFound(actions.UNKNOWN)
    line = next(
        (g for g in gap_report(state).touchpoints if (g.touchpoint, g.facet) == (here.slug, facet.slug)), None
    )
    due, target = today + USUALLY, first_target(line)
    plan = planned(state, here, facet.slug, target, due)
    initial = {
        "owner": words(here.owner) if here.owner else "",
        "due": due,
        "target": target,
        "measure_again": plan.again.safe
        if isinstance(plan, Plan) and isinstance(plan.again, MeasureAgain)
        else None,
    }
    form = MeasureForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_decision(today):
        guess, began = request.GET.get("guess", ""), timezone.now()
        decided = actions.decide(
            me,
            here.slug,
            facet.slug,
            form.cleaned_data["title"],
            form.draft(),
            today=today,
            guess=int(guess) if guess.isdecimal() else None,
        )
        if decided.created < began:
            messages.info(request, gettext("This was decided a moment ago; it is kept once."))
        else:
            messages.success(request, gettext("Decided. The baseline is frozen as it was today."))
        return redirect("bridge:measure", decided.pk)
    context = {
        "form": form,
        "here": here,
        "facet": facet,
        "line": line,
        "both": lived_said(line) if line else None,
        "plan": plan,
        "existing": measures_at(here.slug).filter(facet=facet.slug),
    }
    return render(request, "bridge/new.html", context)


def plan_again(request: HttpRequest) -> HttpResponse:
    """When another target could be seen, and the day to measure again that follows: asked for as somebody types."""
    require(person_of(request), Capability.DECIDE)
    state = require_published()
    here = state.taxonomy.lookup(Touchpoint).slug(request.GET.get("touchpoint", ""))
    if here is None:
        raise NotFound(actions.UNKNOWN)
    form = PlanForm(request.GET)
    form.full_clean()
    due = form.cleaned_data.get("due") or timezone.localdate() + USUALLY
    plan = planned(state, here, request.GET.get("facet", ""), form.cleaned_data.get("target"), due)
    return render(request, "bridge/plan.html", {"plan": plan, "fill": True})


@require_POST
def withdraw(request: HttpRequest, measure_id: int) -> HttpResponse:
    """Take a decision back, or (`undo`) let it stand again."""
    me, found = person_of(request), measure_by_id(measure_id)
    if "undo" in request.POST:
        actions.reinstate(me, found)
    else:
        actions.withdraw(me, found)
        messages.info(request, gettext("Withdrawn. It stays readable here and in the audit log."))
    return redirect("bridge:measure", found.pk)


def result_drawing(found: Measure, result: Judgement | Missing) -> SafeString | str:
    """Before, after and the difference; nothing while one of them is missing."""
    if isinstance(result, Missing):
        return ""
    before, after, change = result.before, result.after, result.change
    if not (isinstance(before, Estimate) and isinstance(after, Estimate) and isinstance(change, Estimate)):
        return ""
    days = locale()
    drawn = Change(
        before,
        after,
        change,
        VERDICTS[result.verdict],  # type: ignore[arg-type]
        f"{days.date(found.baseline_from)} – {days.date(found.baseline_until)}",
        gettext("since %(day)s") % {"day": days.date(found.due or found.baseline_until)},
    )
    return fitted(
        lambda sheet: before_after(drawn, OF_HUNDRED, sheet),
        "before-after",
        gettext("Before and after"),
        gettext("Of 100 customers, how many agreed before and after, and the difference."),
    )


HEADER = [
    "id",
    "title",
    "decision",
    "touchpoint",
    "facet",
    "owner",
    "due",
    "measure_again",
    "verdict",
    "change",
    "low",
    "high",
]


def _csv_row(found: Measure, result: Judgement | Missing | None) -> list[object]:
    row: list[object] = [
        found.pk,
        found.title,
        found.kind,
        found.touchpoint,
        found.facet,
        found.owner,
        found.due,
        found.measure_again,
    ]
    if isinstance(result, Judgement):
        change = result.change
        numbers = (
            [change.value, change.low, change.high] if isinstance(change, Estimate) else [None, None, None]
        )
        return [*row, result.verdict, *numbers]
    return [*row, "", None, None, None]
