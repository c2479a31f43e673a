"""What is done to the programme and its steps with one press. What somebody typed is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms as django_forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.programme import beginning, forms, models, pages, queries, stepping
from leitstern.app.programme.at import At
from leitstern.app.programme.stepping import Opening
from leitstern.core.bridge.programme.gates import MoveKind
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from leitstern.app.accounts.models import Person
    from leitstern.core.inside.steps import Step

NEEDS = {
    MoveKind.OPEN: Capability.STEER,
    MoveKind.CLAIM: Capability.STEER,
    MoveKind.ALARM: Capability.STEER,
    MoveKind.REVIEW: Capability.REVIEW_EVIDENCE,
    MoveKind.SKIP: Capability.DECIDE,
    MoveKind.CLEAR: Capability.DECIDE,
}
FORMS: dict[MoveKind, tuple[str, type[django_forms.Form]]] = {
    MoveKind.OPEN: ("open_form", forms.OpenForm),
    MoveKind.CLAIM: ("claim_form", forms.ClaimForm),
    MoveKind.REVIEW: ("review_form", forms.ReviewForm),
    MoveKind.SKIP: ("skip_form", forms.SkipForm),
    MoveKind.ALARM: ("alarm_form", forms.AlarmForm),
    MoveKind.CLEAR: ("answer_form", forms.AnswerForm),
}


def open_step(request: HttpRequest, number: int) -> HttpResponse:
    """Open its gate."""
    return _move(request, number, MoveKind.OPEN)


def claim(request: HttpRequest, number: int) -> HttpResponse:
    """Say how far it is."""
    return _move(request, number, MoveKind.CLAIM)


def review(request: HttpRequest, number: int) -> HttpResponse:
    """Say what a claimed level is worth."""
    return _move(request, number, MoveKind.REVIEW)


def skip(request: HttpRequest, number: int) -> HttpResponse:
    """Leave it out, as a decision."""
    return _move(request, number, MoveKind.SKIP)


def alarm(request: HttpRequest, number: int) -> HttpResponse:
    """Let an alarm sound."""
    return _move(request, number, MoveKind.ALARM)


def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Answer its alarms."""
    return _move(request, number, MoveKind.CLEAR)


@require_POST
def _move(request: HttpRequest, number: int, kind: MoveKind) -> HttpResponse:
    me = person_of(request)
    require(me, NEEDS[kind])
    row, step = queries.require_programme(), queries.step_of(number)
    name, form_of = FORMS[kind]
    form = form_of(request.POST)
    if form.is_valid():
        try:
            _done(me, row, step, kind, form.cleaned_data)
        except LeitsternError as problem:
            _tell(form, problem)
        else:
            messages.success(request, gettext("Kept. It can be taken back below."))
            return redirect("programme:step", number)
    return _again(request, me, row, step, **{name: form})


def _done(me: Person, row: models.Programme, step: Step, kind: MoveKind, said: dict[str, object]) -> None:
    day, words = said["day"], said.get("words", "")
    match kind:
        case MoveKind.OPEN:
            opening = Opening(said["who"], said["holds"], said["read"])  # type: ignore[arg-type]
            stepping.open_step(me, row, step, opening, day)  # type: ignore[arg-type]
        case MoveKind.CLAIM:
            stepping.claim_step(me, row, step, said["level"], words, day)  # type: ignore[arg-type]
        case MoveKind.REVIEW:
            stepping.review_step(me, row, step, said["level"], words, day)  # type: ignore[arg-type]
        case MoveKind.SKIP:
            stepping.skip_step(me, row, step, said["who"], words, day)  # type: ignore[arg-type]
        case MoveKind.ALARM:
            stepping.sound_alarm(me, row, step, words, day)  # type: ignore[arg-type]
        case MoveKind.CLEAR:
            stepping.answer_alarm(me, row, step, words, day)  # type: ignore[arg-type]


@require_POST
def prove(request: HttpRequest, number: int) -> HttpResponse:
    """Bring something that shows how far it is."""
    me = person_of(request)
    require(me, Capability.GIVE_EVIDENCE)
    row, step, form = queries.require_programme(), queries.step_of(number), forms.ProofForm(request.POST)
    if form.is_valid():
        try:
            stepping.bring_proof(me, row, step, **form.cleaned_data)
        except LeitsternError as problem:
            _tell(form, problem)
        else:
            messages.success(request, gettext("Kept. It counts with its weight, and fades with age."))
            return redirect("programme:step", number)
    return _again(request, me, row, step, proof_form=form)


@require_POST
def withdraw_move(request: HttpRequest, move_id: int) -> HttpResponse:
    """Take an entry back, or (`undo`) let it stand again."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = queries.move_by_id(move_id)
    (stepping.reinstate_move if "undo" in request.POST else stepping.withdraw_move)(me, found)
    return redirect("programme:step", found.step)


@require_POST
def withdraw_proof(request: HttpRequest, proof_id: int) -> HttpResponse:
    """Take a proof back, or (`undo`) let it count again."""
    me = person_of(request)
    require(me, Capability.GIVE_EVIDENCE)
    found = queries.proof_by_id(proof_id)
    (stepping.reinstate_proof if "undo" in request.POST else stepping.withdraw_proof)(me, found)
    return redirect("programme:step", found.step)


@require_POST
def route(request: HttpRequest) -> HttpResponse:
    """Take another route."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row, form = queries.require_programme(), forms.RouteForm(request.POST)
    return _settled(
        request, me, row, form, "route_form", lambda: beginning.choose_route(me, row, form.choice())
    )


@require_POST
def baseline(request: HttpRequest) -> HttpResponse:
    """Fix the starting point by a survey from before."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.require_programme(), forms.BaselineForm(request.POST)
    return _settled(
        request,
        me,
        row,
        form,
        "baseline_form",
        lambda: beginning.fix_baseline(me, row, **form.cleaned_data),
    )


@require_POST
def expect(request: HttpRequest) -> HttpResponse:
    """Write down who expects what."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.require_programme(), forms.ExpectForm(request.POST)
    return _settled(
        request, me, row, form, "expect_form", lambda: beginning.expect(me, row, **form.cleaned_data)
    )


@require_POST
def withdraw_expectation(request: HttpRequest, expectation_id: int) -> HttpResponse:
    """Take an expectation back, or (`undo`) let it stand again."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = get_object_or_404(models.Expectation, pk=expectation_id)
    undo = "undo" in request.POST
    (beginning.reinstate_expectation if undo else beginning.withdraw_expectation)(me, found)
    return redirect("programme:settings")


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End it, or (`undo`) take it up again."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row = queries.require_programme()
    if "undo" in request.POST:
        try:
            beginning.take_up(me, row)
        except LeitsternError as problem:
            messages.error(request, problem.text.to(get_language() or "en"))
        return redirect("programme:settings")
    form = forms.EndForm(request.POST)
    return _settled(request, me, row, form, "end_form", lambda: beginning.end(me, row, **form.cleaned_data))


def _settled(
    request: HttpRequest,
    me: Person,
    row: models.Programme,
    form: django_forms.Form,
    name: str,
    perform: Callable[[], object],
) -> HttpResponse:
    """Do it and go back to the settings, or show them with what was typed and what is missing."""
    if form.is_valid():
        try:
            perform()
        except LeitsternError as problem:
            _tell(form, problem)
        else:
            messages.success(request, gettext("Kept."))
            return redirect("programme:settings")
    context = pages.settings_context(me, row, **{name: form})
    return render(request, "programme/settings.html", context, status=422)


def _again(
    request: HttpRequest, me: Person, row: models.Programme, step: Step, **form: django_forms.Form
) -> HttpResponse:
    """The page of the step with what was typed and what is missing."""
    today = timezone.localdate()
    context = pages.step_context(me, row, step, At(today, row.began, today), **form)
    return render(request, "programme/step.html", context, status=422)


def _tell(form: django_forms.Form, problem: LeitsternError) -> None:
    form.add_error(None, problem.text.to(get_language() or "en"))
