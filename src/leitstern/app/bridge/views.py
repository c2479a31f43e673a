"""The list of measures, one measure, and the form of a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.bridge import actions
from leitstern.app.bridge.drawing import causes_drawing, result_drawing
from leitstern.app.bridge.forms import CauseForm, HandOverForm, MeasureForm, PlanForm
from leitstern.app.bridge.handing import Thing, hand_over_measure, handed
from leitstern.app.bridge.judging import judgement, judgements
from leitstern.app.bridge.known import acting_now
from leitstern.app.bridge.models import NOT_KNOWN, Kind
from leitstern.app.bridge.planning import USUALLY, baseline_of, first_target, planned, planned_for
from leitstern.app.bridge.queries import causes, measure_by_id, measures_at, newest_cause, with_causes
from leitstern.app.bridge.table import (
    ACTING_HEADER,
    CAUSES_HEADER,
    HEADER,
    acting_rows,
    cause_rows,
    measure_rows,
)
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import language, words
from leitstern.app.common.exports import csv_response
from leitstern.app.common.lookups import or_not_found
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.reading import published, require_published
from leitstern.core.bridge.acting import ANSWERS, Answer
from leitstern.core.bridge.again import MeasureAgain
from leitstern.core.bridge.causes import CAUSES, QUOTE, Cause
from leitstern.core.bridge.plan import Plan
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.errors import LeitsternError, NotFound
from leitstern.core.gap.statements import lived_said

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.bridge.models import CauseSaid, Measure
    from leitstern.core.texts import Text


def measures_list(request: HttpRequest) -> HttpResponse:
    """Everything decided, with what came of it."""
    require(person_of(request), Capability.SEE_GAP)
    wanted = request.GET.get("format")
    decided = list(with_causes())
    found = causes(decided)
    if wanted == "causes":
        return csv_response("causes", CAUSES_HEADER, cause_rows(found, language()))
    state, today = published(), timezone.localdate()
    known = acting_now(state)
    if wanted == "acting":
        return csv_response("known-gaps", ACTING_HEADER, acting_rows(known, today, language()))
    results = judgements(state, decided) if state else [None] * len(decided)
    if wanted == "csv":
        return csv_response("measures", HEADER, measure_rows(decided, results))
    names = {t.slug: t.name for t in state.taxonomy.touchpoints} if state else {}
    rows = [(each, names.get(each.touchpoint), result) for each, result in zip(decided, results, strict=True)]
    context = {
        "rows": rows,
        "today": today,
        "may_decide": Capability.DECIDE in person_of(request).capabilities,
        "known": known,
        "acting": known.count(Answer.ACTING),
        "gaps": [
            (each, names.get(each.touchpoint), each.days(today), ANSWERS[each.answer]) for each in known.gaps
        ],
        "facets": {each.slug: each.name for each in state.taxonomy.facets} if state else {},
        "causes": found,
        "lines": [(CAUSES[line.cause], line) for line in found.lines],
        "chart": causes_drawing(found),
        "quote": QUOTE,
    }
    return render(request, "bridge/measures.html", context)


def measure(request: HttpRequest, measure_id: int) -> HttpResponse:
    """One decision."""
    require(person_of(request), Capability.SEE_GAP)
    found = measure_by_id(measure_id)
    return _page(request, found, CauseForm(initial=_begin_with(newest_cause(found))))


@require_POST
def say_cause(request: HttpRequest, measure_id: int) -> HttpResponse:
    """Say what the gap comes from, or correct it."""
    me, found = person_of(request), measure_by_id(measure_id)
    require(me, Capability.DECIDE)
    form = CauseForm(request.POST)
    draft = form.cause_said()
    if draft is None:
        return _page(request, found, form)
    actions.say_cause(me, found, draft)
    messages.success(request, gettext("Kept. What was said before stays readable below."))
    return redirect("bridge:measure", found.pk)


@require_POST
def hand_over(request: HttpRequest, measure_id: int) -> HttpResponse:
    """Somebody else answers for it from now on."""
    me, found, form = person_of(request), measure_by_id(measure_id), HandOverForm(request.POST)
    require(me, Capability.DECIDE)
    if form.is_valid():
        try:
            hand_over_measure(me, found, form.cleaned_data["to"])
        except LeitsternError as problem:
            form.add_error(None, words(problem.text))
        else:
            messages.success(request, gettext("Handed over. Who answered for it before stays readable."))
            return redirect("bridge:measure", found.pk)
    cause_form = CauseForm(initial=_begin_with(newest_cause(found)))
    return _page(request, found, cause_form, form)


def _page(
    request: HttpRequest, found: Measure, form: CauseForm, hand_form: HandOverForm | None = None
) -> HttpResponse:
    me = person_of(request)
    may_decide = Capability.DECIDE in me.capabilities
    state = require_published()
    result = judgement(state, found)
    said = list(found.causes.all())
    context = {
        "measure": found,
        "here": state.taxonomy.lookup(Touchpoint).slug(found.touchpoint),
        "facet": state.taxonomy.facet(found.facet),
        "result": result,
        "chart": result_drawing(found, result),
        "baseline": baseline_of(found),
        "plan": planned_for(found) if found.target is not None else None,
        "may_decide": may_decide,
        "acts": found.kind == Kind.ACT,
        "handed": handed(Thing.MEASURE, found.pk),
        "hand_form": hand_form or HandOverForm(),
        "hand_to": reverse("bridge:hand-over", args=[found.pk]) if may_decide and not found.withdrawn else "",
        "causes": [(each, _name(each.main), [CAUSES[Cause(one)] for one in each.further]) for each in said],
        "people": {person.actor_id: person.name for person in people()},
        "cause_form": form,
    }
    return render(request, "bridge/measure.html", context, status=422 if hand_form else 200)


def _name(main: str) -> Text | None:
    return None if main == NOT_KNOWN else CAUSES[Cause(main)]


def _begin_with(said: CauseSaid | None) -> dict[str, object]:
    """The form begins with what stands, so that a correction changes only what is wrong."""
    if said is None:
        return {}
    return {"cause": said.main, "further": said.further, "observation": said.observation}


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
    here = or_not_found(
        state.taxonomy.lookup(Touchpoint).slug(request.GET.get("touchpoint", "")), actions.UNKNOWN
    )
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
