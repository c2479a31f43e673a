"""Keeping principles: the form, other rules, exemptions, and counts by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.portfolio.queries import holders
from leitstern.app.practice import counting, keeping, pages, queries
from leitstern.app.practice.forms import CountForm, ExemptionForm, PrincipleForm, RedefineForm, RuleForm
from leitstern.app.practice.models import Exemption, Principle
from leitstern.app.practice.views import principle_page
from leitstern.collect.practice_file import CountLine

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def new(request: HttpRequest) -> HttpResponse:
    """A new principle, with how it is counted."""
    me = person_of(request)
    require(me, Capability.STEER)
    posted = request.POST or None
    form, rule = PrincipleForm(posted), RuleForm(posted, prefix="rule")
    made: list[Principle] = []
    if request.method == "POST" and all([form.is_valid(), rule.is_valid()]):

        def keep() -> None:
            made.append(keeping.keep_principle(me, form.draft(), rule=rule.rule()))

        if pages.attempt(request, form, keep, gettext("Kept. From now on it can be counted.")):
            return redirect("practice:principle", made[0].pk)
    context = {"form": form, "rule_form": rule, "holders": holders()}
    return render(request, "practice/principle_form.html", context)


def edit(request: HttpRequest, principle_id: int) -> HttpResponse:
    """A principle in other words; those of before stay readable, and so do its counts."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.principle_by_id(principle_id)
    form = PrincipleForm(request.POST or None, initial=_beginning(row))
    if request.method == "POST" and pages.attempt(
        request,
        form,
        lambda: keeping.keep_principle(me, form.draft(), row),
        gettext("Kept. What it said before stays readable."),
    ):
        return redirect("practice:principle", row.pk)
    return render(request, "practice/principle_form.html", {"form": form, "row": row, "holders": holders()})


def _beginning(row: Principle) -> dict[str, object]:
    said = {name: getattr(row, name) for name in ("sentence", "why", "units", "since", "until")}
    return said | {"owner": row.owner.name if row.owner else ""}


@require_POST
def define(request: HttpRequest, principle_id: int) -> HttpResponse:
    """Count something else from a month on."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.principle_by_id(principle_id), RedefineForm(request.POST)
    if pages.attempt(
        request,
        form,
        lambda: keeping.define(me, row, form.rule(form.cleaned_data["since"])),
        gettext("Kept. Months before and after are not compared."),
    ):
        return redirect("practice:principle", row.pk)
    return principle_page(request, row, 422, rule_form=form)


@require_POST
def exempt(request: HttpRequest, principle_id: int) -> HttpResponse:
    """Let somebody not keep it for a while."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = queries.principle_by_id(principle_id), ExemptionForm(request.POST)
    if pages.attempt(
        request,
        form,
        lambda: keeping.exempt(me, row, **form.cleaned_data),
        gettext("Kept. These months do not count, and everybody can read why."),
    ):
        return redirect("practice:principle", row.pk)
    return principle_page(request, row, 422, exemption_form=form)


@require_POST
def withdraw_exemption(request: HttpRequest, exemption_id: int) -> HttpResponse:
    """Let the months count after all, or (`undo`) not."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = get_object_or_404(Exemption, pk=exemption_id)
    if "undo" in request.POST:
        keeping.reinstate_exemption(me, found)
    else:
        keeping.withdraw_exemption(me, found)
    return redirect("practice:principle", found.principle_id)


@require_POST
def withdraw(request: HttpRequest, principle_id: int) -> HttpResponse:
    """Take a principle back, or (`undo`) let it hold again."""
    me, row = person_of(request), queries.principle_by_id(principle_id)
    if "undo" in request.POST:
        pages.tried(request, lambda: keeping.reinstate_principle(me, row), gettext("It holds again."))
    else:
        pages.tried(
            request,
            lambda: keeping.withdraw_principle(me, row),
            gettext("Withdrawn. It stays readable here, with everything that was counted."),
        )
    return redirect("practice:principle", row.pk)


@require_POST
def count(request: HttpRequest, principle_id: int) -> HttpResponse:
    """Keep one month, counted by hand."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    row, form = queries.principle_by_id(principle_id), CountForm(request.POST)

    def keep() -> None:
        data = form.cleaned_data
        line = CountLine(row.slug, data["unit"], data["month"], data["kept"], data["cases"])
        name = counting.BY_HAND.to(get_language() or "en")
        counting.count(me, name, [line], timezone.localdate())

    if pages.attempt(request, form, keep, gettext("Kept. It can be withdrawn among the counts.")):
        return redirect("practice:principle", row.pk)
    return principle_page(request, row, 422, count_form=form)
