"""One decision: what lies on the table, what was decided, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.leadership import deciding, log
from leitstern.app.leadership.areas import area_names
from leitstern.app.leadership.decision_forms import (
    ReverseForm,
    ReviewForm,
    TableForm,
    VerdictForm,
    WordsForm,
)
from leitstern.app.leadership.offering import offered
from leitstern.app.leadership.views import may
from leitstern.core.bridge.leadership.log import STATES
from leitstern.core.bridge.leadership.terms import (
    CIRCLES,
    FAVOURS,
    OF_CUSTOMERS,
    PROOFS,
    Circle,
    Favour,
    Proof,
)
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.leadership.freezing import Shown
    from leitstern.app.leadership.models import Decision
    from leitstern.core.company.taxonomy import Touchpoint


def decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """One decision."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, log.decision_by_id(decision_id))


@require_POST
def decide(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Write down what was decided."""
    me, found, form = person_of(request), log.decision_by_id(decision_id), VerdictForm(request.POST)
    require(me, Capability.DECIDE)
    if form.is_valid():
        try:
            deciding.decide(me, found, form.draft())
        except WrongDraft as problem:
            form.refused(problem)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Decided. What lay on the table is frozen as it was."))
            return redirect("leadership:decision", found.pk)
    return _page(request, found, verdict_form=form)


@require_POST
def put(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Put something on the table: out of the product (`which`), or in words."""
    me, found = person_of(request), log.decision_by_id(decision_id)
    require(me, Capability.DECIDE)
    form: TableForm | WordsForm
    if "which" in request.POST:
        form, name = TableForm(offered(), request.POST), "table_form"
    else:
        form, name = WordsForm(_touchpoints(), request.POST), "words_form"
    if form.is_valid():
        shown: Shown = form.shown()
        try:
            deciding.put_on_the_table(me, found, shown)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("On the table, as it is today."))
            return redirect("leadership:decision", found.pk)
    return _page(request, found, **{name: form})


@require_POST
def take(request: HttpRequest, proof_id: int) -> HttpResponse:
    """Take evidence off the table while nothing is decided."""
    me, proof = person_of(request), log.proof_by_id(proof_id)
    require(me, Capability.DECIDE)
    try:
        deciding.take_off_the_table(me, proof)
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.info(request, gettext("Taken off the table."))
    return redirect("leadership:decision", proof.decision_id)


@require_POST
def review(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Write down what came of it."""
    me, found, form = person_of(request), log.decision_by_id(decision_id), ReviewForm(request.POST)
    require(me, Capability.DECIDE)
    if form.is_valid():
        try:
            deciding.review(me, found, form.cleaned_data["found"], form.cleaned_data["again"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept."))
            return redirect("leadership:decision", found.pk)
    return _page(request, found, review_form=form)


@require_POST
def reverse(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Reverse it, with a reason."""
    me, found, form = person_of(request), log.decision_by_id(decision_id), ReverseForm(request.POST)
    require(me, Capability.DECIDE)
    if form.is_valid():
        try:
            deciding.reverse(me, found, form.cleaned_data["why"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.info(request, gettext("Reversed. The decision and the reason stay readable."))
            return redirect("leadership:decision", found.pk)
    return _page(request, found, reverse_form=form)


@require_POST
def withdraw(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take an entry back, or (`undo`) let it stand again."""
    me, found = person_of(request), log.decision_by_id(decision_id)
    if "undo" in request.POST:
        deciding.reinstate(me, found)
    else:
        deciding.withdraw(me, found)
        messages.info(request, gettext("Withdrawn. It stays readable here and in the audit log."))
    return redirect("leadership:decision", found.pk)


def _touchpoints() -> tuple[Touchpoint, ...]:
    taxonomy = current_taxonomy()
    return taxonomy.touchpoints if taxonomy else ()


def _page(request: HttpRequest, found: Decision, **came_back: forms.Form) -> HttpResponse:
    entry, today = log.as_entry(found), timezone.localdate()
    state, language = entry.state(today), get_language() or "en"
    mine = may(request)
    on_the_table = [
        (each, each.said_de if language.startswith("de") else each.said_en, PROOFS[Proof(each.kind)])
        for each in found.proofs.filter(withdrawn=None)
    ]
    open_to_me = mine["may_decide"] and found.day is None and found.withdrawn is None
    context = {
        "decision": found,
        "entry": entry,
        "state": state.value,
        "state_name": STATES[state],
        "circle": CIRCLES[Circle(found.circle)],
        "unit": area_names().get(found.unit, found.unit),
        "favour": FAVOURS[Favour(found.favour)] if found.favour else "",
        "on_the_table": on_the_table,
        "of_customers": any(Proof(each.kind) in OF_CUSTOMERS for each, _said, _name in on_the_table),
        "reviews": found.reviews.all(),
        "days": (entry.day - entry.insight).days if entry.day and entry.insight else None,
        "today": today,
        "holds": found.day is not None and found.reversed_on is None and found.withdrawn is None,
        "table_form": TableForm(offered()) if open_to_me else None,
        "words_form": WordsForm(_touchpoints(), auto_id="words_%s") if open_to_me else None,
        "verdict_form": VerdictForm(auto_id="verdict_%s") if open_to_me else None,
        "review_form": ReviewForm(auto_id="review_%s"),
        "reverse_form": ReverseForm(auto_id="reverse_%s"),
        "open_to_me": open_to_me,
        **mine,
        **came_back,
    }
    return render(request, "leadership/decision.html", context, status=422 if came_back else 200)
