"""Keeping contact rules and decisions: the forms, agreeing, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.policy import keeping, personal, queries
from leitstern.app.policy.forms import PersonalForm, RuleForm, WordsForm, beginning
from leitstern.app.policy.naming import rule_name
from leitstern.app.portfolio.queries import holders
from leitstern.app.practice.pages import attempt, tried

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.policy.models import ContactRule


def new(request: HttpRequest) -> HttpResponse:
    """A new rule."""
    me = person_of(request)
    require(me, Capability.STEER)
    form = RuleForm(request.POST or None, initial={"touchpoint": request.GET.get("touchpoint", "")})
    made: list[ContactRule] = []

    def keep() -> None:
        made.append(keeping.keep_rule(me, form.demand(), form.words()))

    if request.method == "POST" and attempt(
        request, form, keep, gettext("Kept as a proposal. It holds once somebody who decides has agreed.")
    ):
        return redirect("policy:rule", made[0].pk)
    return render(request, "policy/rule_form.html", {"form": form, "holders": holders()})


def edit(request: HttpRequest, rule_id: int) -> HttpResponse:
    """Other words around the same demand; those of before stay readable."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.rule_by_id(rule_id)
    form = WordsForm(request.POST or None, initial=beginning(row))

    def keep() -> None:
        keeping.say_otherwise(me, row, form.words(), form.cleaned_data["until"])

    if request.method == "POST" and attempt(
        request, form, keep, gettext("Kept. What it said before stays readable.")
    ):
        return redirect("policy:rule", row.pk)
    context = {"form": form, "row": row, "said": rule_name(row), "holders": holders()}
    return render(request, "policy/rule_form.html", context)


@require_POST
def agree(request: HttpRequest, rule_id: int) -> HttpResponse:
    """It is what the company wants."""
    me, row = person_of(request), queries.rule_by_id(rule_id)
    tried(request, lambda: keeping.agree(me, row), gettext("Agreed. From now on it holds."))
    return redirect("policy:rule", row.pk)


@require_POST
def withdraw(request: HttpRequest, rule_id: int) -> HttpResponse:
    """Take a rule back, or (`undo`) let it hold again."""
    me, row = person_of(request), queries.rule_by_id(rule_id)
    if "undo" in request.POST:
        tried(request, lambda: keeping.reinstate_rule(me, row), gettext("It holds again."))
    else:
        tried(request, lambda: keeping.withdraw_rule(me, row), gettext("Withdrawn. It stays readable here."))
    return redirect("policy:rule", row.pk)


def new_personal(request: HttpRequest) -> HttpResponse:
    """Decide for a purpose at a touchpoint how personal a contact is made."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    asked = {name: request.GET.get(name, "") for name in ("touchpoint", "purpose")}
    form = PersonalForm(request.POST or None, initial=asked)
    if request.method == "POST" and attempt(
        request,
        form,
        lambda: personal.keep_personal(me, form.draft()),
        gettext("Kept. What the answers come to stands beside the touchpoint's rules."),
    ):
        return redirect("policy:overview")
    return render(request, "policy/personal_form.html", {"form": form, "holders": holders()})


@require_POST
def withdraw_personal(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take a decision back, or (`undo`) let it count again."""
    me, row = person_of(request), queries.decision_by_id(decision_id)
    if "undo" in request.POST:
        tried(request, lambda: personal.reinstate_personal(me, row), gettext("It counts again."))
    else:
        tried(
            request,
            lambda: personal.withdraw_personal(me, row),
            gettext("Withdrawn. The decision before it counts again, if there is one."),
        )
    return redirect("policy:overview")
