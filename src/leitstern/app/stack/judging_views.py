"""Rating an application, and deciding about an application or a capability."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.stack import deciding, keeping, pages, queries, rating
from leitstern.app.stack.judging_forms import DecisionForm, RatingForm
from leitstern.core.errors import LeitsternError, NotFound
from leitstern.core.inside.stack.advice import Option
from leitstern.core.inside.stack.terms import Kind

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

DECIDABLE = {Kind.APPLICATION.value: "stack:application", Kind.CAPABILITY.value: "stack:capability"}


@require_POST
def rate(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep how many people gave which answer."""
    me, form = person_of(request), RatingForm(request.POST)
    require(me, Capability.KEEP_REGISTERS)
    one = queries.application(slug)
    if form.is_valid():
        try:
            rating.rate(me, [form.rated(one.slug)], form.cleaned_data["source"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. Only the counts are kept, nobody's answer."))
            return redirect("stack:application", slug)
    context = pages.application_context(me, slug, rating_form=form)
    return render(request, "stack/application.html", context, status=422)


@require_POST
def withdraw_rating(request: HttpRequest, rating_id: int) -> HttpResponse:
    """Take a rating back, or (`undo`) let it count again."""
    me, row = person_of(request), rating.rating_by_id(rating_id)
    if "undo" in request.POST:
        rating.reinstate(me, row)
    else:
        rating.withdraw(me, row)
        messages.info(request, gettext("Withdrawn. What was known before stands again."))
    return redirect("stack:application", row.application)


@require_POST
def decide(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Decide, whatever the rule says."""
    me, form = person_of(request), DecisionForm(request.POST)
    require(me, Capability.DECIDE)
    if kind not in DECIDABLE:
        raise NotFound(keeping.NO_THING)
    if form.is_valid():
        data = form.cleaned_data
        try:
            deciding.decide(
                me, Kind(kind), slug, Option(data["option"]), data["reason"], data["exception_by"]
            )
        except NotFound:
            raise
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Decided. It stands with its reason and what the rule said."))
            return redirect(DECIDABLE[kind], slug)
    if kind == Kind.APPLICATION:
        context = pages.application_context(me, slug, decision_form=form)
        return render(request, "stack/application.html", context, status=422)
    context = pages.capability_context(me, slug, decision_form=form)
    return render(request, "stack/capability.html", context, status=422)


@require_POST
def withdraw_decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take a decision back, or (`undo`) let it stand again."""
    me, row = person_of(request), deciding.decision_by_id(decision_id)
    try:
        if "undo" in request.POST:
            deciding.reinstate(me, row)
        else:
            deciding.withdraw(me, row)
            messages.info(request, gettext("Withdrawn. It stays in the history."))
    except LeitsternError as problem:
        if problem.status != 409:
            raise
        messages.error(request, problem.text.to(get_language() or "en"))
    return redirect(DECIDABLE[row.kind], row.slug)
