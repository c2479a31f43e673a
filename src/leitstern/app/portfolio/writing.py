"""What is done to goals and initiatives with one press: approve, take back, bring numbers, judge promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.portfolio import approving, following, keeping, models, pages, queries
from leitstern.app.portfolio.forms import (
    ExceptionForm,
    HolderForm,
    JudgementForm,
    MeasuredForm,
    PromiseForm,
    TurnForm,
)
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse


@require_POST
def approve(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """Approve; with `exception` as a named person's exception."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row = queries.initiative_by_id(initiative_id)
    form = ExceptionForm(request.POST) if "exception" in request.POST else None
    if form and not form.is_valid():
        return _again(request, row, exception_form=form)
    try:
        approving.approve(me, row, **(form.cleaned_data if form else {}))
    except LeitsternError as problem:
        return _again(request, row, exception_form=_told(form or ExceptionForm(), problem))
    messages.success(request, gettext("Approved. What was expected is frozen from now on."))
    return redirect("portfolio:initiative", row.pk)


@require_POST
def disapprove(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """Take the approval in force back."""
    row = queries.initiative_by_id(initiative_id)
    approving.withdraw_approval(person_of(request), row)
    messages.info(request, gettext("The approval no longer holds. What was frozen stays readable."))
    return redirect("portfolio:initiative", row.pk)


@require_POST
def result(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """Bring what came of it."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.initiative_by_id(initiative_id), MeasuredForm(request.POST)
    if form.is_valid():
        try:
            following.record_result(me, row, form.measured())
        except LeitsternError as problem:
            _told(form, problem)
        else:
            messages.success(request, gettext("Kept. It stands beside what was expected."))
            return redirect("portfolio:initiative", row.pk)
    return _again(request, row, result_form=form)


@require_POST
def turn(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """Say how far it is: it runs, or it is over."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.initiative_by_id(initiative_id), TurnForm(request.POST)
    if form.is_valid():
        try:
            following.turn(me, row, **form.cleaned_data)
        except LeitsternError as problem:
            _told(form, problem)
        else:
            messages.success(request, gettext("Kept. What held before stays readable."))
            return redirect("portfolio:initiative", row.pk)
    return _again(request, row, turn_form=form)


@require_POST
def withdraw_turn(request: HttpRequest, turn_id: int) -> HttpResponse:
    """Take it back; the one before holds again."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = get_object_or_404(models.Turn, pk=turn_id)
    following.withdraw_turn(me, found)
    return redirect("portfolio:initiative", found.initiative_id)


@require_POST
def promise(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """Write down what a vendor promised."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.initiative_by_id(initiative_id), PromiseForm(request.POST)
    if form.is_valid():
        try:
            following.record_promise(me, row, **form.cleaned_data)
        except LeitsternError as problem:
            _told(form, problem)
        else:
            messages.success(request, gettext("Kept. Its words no longer change."))
            return redirect("portfolio:initiative", row.pk)
    return _again(request, row, promise_form=form)


@require_POST
def judge(request: HttpRequest, promise_id: int) -> HttpResponse:
    """Say whether a vendor kept a promise."""
    me = person_of(request)
    require(me, Capability.STEER)
    found, form = queries.promise_by_id(promise_id), JudgementForm(request.POST)
    if form.is_valid():
        try:
            following.judge_promise(me, found, **form.cleaned_data)
            messages.success(request, gettext("Kept. Earlier judgements stay readable."))
        except LeitsternError as problem:
            messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.error(request, gettext("Say on which day you looked, and what was found. Nothing was kept."))
    return redirect("portfolio:promises")


@require_POST
def withdraw_initiative(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """Take an initiative back, or (`undo`) let it stand again."""
    me, row = person_of(request), queries.initiative_by_id(initiative_id)
    if "undo" in request.POST:
        keeping.reinstate_initiative(me, row)
    else:
        keeping.withdraw_initiative(me, row)
        messages.info(request, gettext("Withdrawn. It stays readable here and in the audit log."))
    return redirect("portfolio:initiative", row.pk)


@require_POST
def withdraw_goal(request: HttpRequest, goal_id: int) -> HttpResponse:
    """Take a goal back, or (`undo`) let it stand again."""
    me, row = person_of(request), queries.goal_by_id(goal_id)
    try:
        if "undo" in request.POST:
            keeping.reinstate_goal(me, row)
        else:
            keeping.withdraw_goal(me, row)
            messages.info(request, gettext("Withdrawn. It stays readable here and in the audit log."))
    except LeitsternError as problem:
        if problem.status != 409:
            raise
        messages.error(request, problem.text.to(get_language() or "en"))
    return redirect("portfolio:goal", row.pk)


@require_POST
def reading(request: HttpRequest, goal_id: int) -> HttpResponse:
    """Bring where a goal stands."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.goal_by_id(goal_id), MeasuredForm(request.POST)
    if form.is_valid():
        try:
            following.record_reading(me, row, form.measured())
        except LeitsternError as problem:
            _told(form, problem)
        else:
            messages.success(request, gettext("Kept."))
            return redirect("portfolio:goal", row.pk)
    return render(request, "portfolio/goal.html", pages.goal_context(me, row, reading_form=form), status=422)


@require_POST
def withdraw_result(request: HttpRequest, result_id: int) -> HttpResponse:
    """Take a result back."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = get_object_or_404(models.Result.objects.select_related("approval"), pk=result_id)
    following.withdraw_result(me, found)
    return redirect("portfolio:initiative", found.approval.initiative_id)


@require_POST
def withdraw_reading(request: HttpRequest, reading_id: int) -> HttpResponse:
    """Take a reading back."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = get_object_or_404(models.Reading, pk=reading_id)
    following.withdraw_reading(me, found)
    return redirect("portfolio:goal", found.goal_id)


@require_POST
def withdraw_promise(request: HttpRequest, promise_id: int) -> HttpResponse:
    """Take a promise out of the ledger, or (`undo`) put it back."""
    me, found = person_of(request), queries.promise_by_id(promise_id)
    if "undo" in request.POST:
        following.reinstate_promise(me, found)
    else:
        following.withdraw_promise(me, found)
        messages.info(request, gettext("Taken out of the ledger. It stays in the audit log."))
    return redirect("portfolio:promises")


@require_POST
def holder(request: HttpRequest, holder_id: int) -> HttpResponse:
    """Say whether somebody is on the board, and since when they have left."""
    me, found = person_of(request), queries.holder_by_id(holder_id)
    require(me, Capability.STEER)
    form = HolderForm(request.POST, prefix=f"holder-{found.pk}")
    if form.is_valid():
        following.keep_holder(me, found, **form.cleaned_data)
        messages.success(request, gettext("Kept."))
    else:
        messages.error(request, gettext("This is no day. Nothing was kept."))
    return redirect("portfolio:responsible")


def _again(request: HttpRequest, row: models.Initiative, **form: forms.Form) -> HttpResponse:
    """The page with what was typed and what is missing."""
    context = pages.initiative_context(person_of(request), row, **form)
    return render(request, "portfolio/initiative.html", context, status=422)


def _told[Form: forms.Form](form: Form, problem: LeitsternError) -> Form:
    if form.is_bound:
        form.add_error(None, problem.text.to(get_language() or "en"))
    return form
