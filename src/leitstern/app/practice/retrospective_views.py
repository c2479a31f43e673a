"""Retrospectives: what was agreed on and what became of it, one of them, and keeping them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.portfolio.queries import holders
from leitstern.app.practice import pages, recalled, retrospecting
from leitstern.app.practice.retrospective_forms import AgreementForm, NewsForm, RetrospectiveForm
from leitstern.app.practice.table import AGREEMENTS_HEADER, agreement_rows
from leitstern.core.bridge.practice.retrospectives import BECAME, GOING, Became, carried_out, how_it_goes

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.practice.models import Retrospective


def retrospectives(request: HttpRequest) -> HttpResponse:
    """Everything agreed on, overdue first, and every retrospective; `?format=csv` as a list."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    today, ever = timezone.localdate(), list(recalled.retrospectives_ever())
    standing = [each for each in ever if not each.withdrawn]
    found = recalled.agreements(standing)
    if request.GET.get("format") == "csv":
        return csv_response("agreements", AGREEMENTS_HEADER, agreement_rows(found, get_language() or "en"))
    agreed = [each.agreed for each in found]
    context = {
        "sentence": how_it_goes(agreed, len(standing), today),
        "share": carried_out(agreed, today),
        "agreements": [(each, GOING[each.state]) for each in found],
        "rows": standing,
        "withdrawn": [each for each in ever if each.withdrawn],
        "units": unit_names(),
        "today": today,
        **pages.may(me),
    }
    return render(request, "practice/retrospectives.html", context)


def retrospective(request: HttpRequest, retrospective_id: int) -> HttpResponse:
    """One of them: what was seen, what was agreed on, what became of it."""
    require(person_of(request), Capability.SEE_INSIDE)
    return retrospective_page(request, recalled.retrospective_by_id(retrospective_id))


def retrospective_page(
    request: HttpRequest, row: Retrospective, status: int = 200, **forms: Any
) -> HttpResponse:
    """The page, with forms as they were typed; `about` is the agreement whose form it was."""
    me = person_of(request)
    context = {
        "row": row,
        "where": unit_names().get(row.unit),
        "agreements": [
            (
                each,
                GOING[each.state],
                [(said, BECAME[Became(said.how)]) for said in each.news],
                NewsForm(auto_id=_ids(each.row.pk)),
            )
            for each in recalled.agreements([row])
        ],
        "editions": pages.with_changes(row.editions.all()),
        "names": pages.names(),
        "holders": holders(),
        "agreement_form": AgreementForm(),
        "today": timezone.localdate(),
        **pages.may(me),
    }
    return render(request, "practice/retrospective.html", context | forms, status=status)


def new(request: HttpRequest) -> HttpResponse:
    """One more."""
    require(person_of(request), Capability.STEER)
    return _form(request, None)


def edit(request: HttpRequest, retrospective_id: int) -> HttpResponse:
    """In other words; those of before stay readable."""
    require(person_of(request), Capability.STEER)
    return _form(request, recalled.retrospective_by_id(retrospective_id))


def _form(request: HttpRequest, row: Retrospective | None) -> HttpResponse:
    me = person_of(request)
    fields = ("title", "day", "unit", "occasion", "seen")
    beginning = {name: getattr(row, name) for name in fields} if row else None
    form = RetrospectiveForm(request.POST or None, initial=beginning)
    made: list[Retrospective] = []

    def keep() -> None:
        made.append(retrospecting.keep_retrospective(me, form.draft(), row))

    if request.method == "POST" and pages.attempt(
        request, form, keep, gettext("Kept. What it said before stays readable.")
    ):
        return redirect("practice:retrospective", made[0].pk)
    return render(request, "practice/retrospective_form.html", {"form": form, "row": row})


@require_POST
def agree(request: HttpRequest, retrospective_id: int) -> HttpResponse:
    """Something more is agreed on."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = recalled.retrospective_by_id(retrospective_id), AgreementForm(request.POST)
    if pages.attempt(request, form, lambda: retrospecting.agree(me, row, form.draft()), gettext("Kept.")):
        return redirect("practice:retrospective", row.pk)
    return retrospective_page(request, row, 422, agreement_form=form)


@require_POST
def tell(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Say what became of something that was agreed on."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, form = recalled.agreement_by_id(agreement_id), NewsForm(request.POST, auto_id=_ids(agreement_id))
    said = gettext("Kept. It stands here for everybody.")
    if pages.attempt(request, form, lambda: retrospecting.tell(me, row, form.draft()), said):
        return redirect("practice:retrospective", row.retrospective_id)
    whole = recalled.retrospective_by_id(row.retrospective_id)
    return retrospective_page(request, whole, 422, news_form=form, about=row.pk)


@require_POST
def take_back(request: HttpRequest, news_id: int) -> HttpResponse:
    """It was not so."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = recalled.news_by_id(news_id)
    retrospecting.take_back_news(me, row)
    return redirect("practice:retrospective", row.agreement.retrospective_id)


@require_POST
def withdraw(request: HttpRequest, retrospective_id: int) -> HttpResponse:
    """Take a retrospective back, or (`undo`) let it stand again."""
    me, row = person_of(request), recalled.retrospective_by_id(retrospective_id)
    if "undo" in request.POST:
        pages.tried(
            request, lambda: retrospecting.reinstate_retrospective(me, row), gettext("It stands again.")
        )
    else:
        pages.tried(
            request,
            lambda: retrospecting.withdraw_retrospective(me, row),
            gettext("Withdrawn. It stays readable here."),
        )
    return redirect("practice:retrospective", row.pk)


def _ids(agreement_id: int) -> str:
    """The fields of each agreement's form have labels of their own: there are many on a page."""
    return f"agreement-{agreement_id}-%s"
