"""Evidence handed in by forms: claim, prove, examine, and take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.evidence import actions, pages, queries
from leitstern.app.evidence.forms import ClaimForm, ProofForm, ReviewForm
from leitstern.core.errors import InvalidInput, LeitsternError

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.accounts.models import Person
    from leitstern.app.evidence.queries import Line


@require_POST
def claim(request: HttpRequest, dimension: str) -> HttpResponse:
    """Claim a level."""
    me = person_of(request)
    require(me, Capability.GIVE_EVIDENCE)
    line = queries.line(dimension, request.POST.get("unit", ""))
    form = ClaimForm(line.dimension, request.POST)
    if form.is_valid():
        try:
            actions.claim(
                me, dimension, form.cleaned_data["level"], form.cleaned_data["text"], unit=line.unit
            )
        except InvalidInput as problem:
            _say(form, problem)
        else:
            messages.success(request, gettext("Claimed. It counts as far as proof carries it."))
            return redirect(pages.address(line))
    return _again(request, me, line, "claim_form", form)


@require_POST
def prove(request: HttpRequest, dimension: str) -> HttpResponse:
    """Bring proof, with a file or without."""
    me = person_of(request)
    require(me, Capability.GIVE_EVIDENCE)
    line = queries.line(dimension, request.POST.get("unit", ""))
    form = ProofForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            actions.prove(me, dimension, unit=line.unit, **form.cleaned_data)
        except LeitsternError as problem:  # the form has checked everything but what the file really is
            _say(form, problem, "file")
        else:
            messages.success(request, gettext("Kept. What it carries is shown below."))
            return redirect(pages.address(line))
    return _again(request, me, line, "proof_form", form)


@require_POST
def review_claim(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Credit a claim or refuse it."""
    me = person_of(request)
    require(me, Capability.REVIEW_EVIDENCE)
    found = queries.claim_by_id(claim_id)
    line = queries.line(found.dimension, found.unit)
    form = ReviewForm(line.dimension, found.level, request.POST)
    if form.is_valid():
        actions.review(me, found, form.level(), form.cleaned_data["reason"])
        messages.success(request, gettext("Reviewed. The level counts from now on."))
        return redirect(pages.address(line))
    return _again(request, me, line, "review_form", form)


@require_POST
def withdraw_claim(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Take a claim back, or (`undo`) let it stand again."""
    me, found = person_of(request), queries.claim_by_id(claim_id)
    if "undo" in request.POST:
        actions.reinstate(me, found)
    else:
        actions.withdraw(me, found)
        messages.info(
            request, gettext("Withdrawn. It stays readable here and in the audit log; its proofs stay.")
        )
    return redirect(_page(found.dimension, found.unit))


@require_POST
def withdraw_proof(request: HttpRequest, proof_id: int) -> HttpResponse:
    """Let a proof no longer count, or (`undo`) count again."""
    me, found = person_of(request), queries.proof_by_id(proof_id)
    if "undo" in request.POST:
        actions.reinstate_proof(me, found)
    else:
        actions.withdraw_proof(me, found)
        messages.info(request, gettext("Withdrawn. It no longer counts; below you can let it count again."))
    return redirect(_page(found.dimension, found.unit))


@require_POST
def remove_proof(request: HttpRequest, proof_id: int) -> HttpResponse:
    """Take a proof out for good."""
    me = person_of(request)
    require(me, Capability.GIVE_EVIDENCE)
    found = queries.proof_by_id(proof_id)
    actions.remove_proof(me, found)
    messages.info(request, gettext("Removed, its file included. What it carried no longer counts."))
    return redirect(_page(found.dimension, found.unit))


@require_POST
def withdraw_assessment(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Let an assessment no longer count, or (`undo`) count again."""
    me = person_of(request)
    require(me, Capability.REVIEW_EVIDENCE)
    found = queries.assessment_by_id(assessment_id)
    if "undo" in request.POST:
        actions.reinstate_assessment(me, found)
    else:
        actions.withdraw_assessment(me, found)
    return redirect("evidence:independent")


def _again(request: HttpRequest, me: Person, line: Line, name: str, form: forms.Form) -> HttpResponse:
    """The page with what was typed and what is missing, opened where it is missing."""
    messages.error(request, gettext("Nothing was kept. What has to be mended is marked below."))
    wrong = next((field for field in form.fields if field in form.errors), next(iter(form.fields)))
    form.fields[wrong].widget.attrs["autofocus"] = True
    context = pages.dimension_context(me, line, timezone.localdate(), {name: form})
    return render(request, "evidence/dimension.html", context)


def _say(form: forms.Form, problem: LeitsternError, field: str | None = None) -> None:
    form.add_error(field, problem.text.to(get_language() or "en"))


def _page(dimension: str, unit: str) -> str:
    page = reverse("evidence:dimension", args=[dimension])
    return f"{page}?unit={unit}" if unit else page
