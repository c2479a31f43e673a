"""Keeping the stop list: the form, letting something in again, ending it once more, and uses counted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.portfolio.queries import holders
from leitstern.app.practice import counting, ending, pages, queries
from leitstern.app.practice.forms import AgainForm, StopForm, UseForm
from leitstern.app.practice.models import StopItem
from leitstern.app.practice.views import stop_page
from leitstern.collect.practice_file import UseLine

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def new(request: HttpRequest) -> HttpResponse:
    """Something more that ends."""
    require(person_of(request), Capability.STEER)
    return _form(request, None)


def edit(request: HttpRequest, item_id: int) -> HttpResponse:
    """An entry in other words; those of before stay readable."""
    require(person_of(request), Capability.STEER)
    return _form(request, queries.stop_item_by_id(item_id))


def _form(request: HttpRequest, row: StopItem | None) -> HttpResponse:
    me = person_of(request)
    form = StopForm(request.POST or None, initial=_beginning(row) if row else None)
    made: list[StopItem] = []

    def keep() -> None:
        made.append(ending.keep_stop_item(me, form.draft(), row))

    if request.method == "POST" and pages.attempt(
        request, form, keep, gettext("Kept. What it said before stays readable.")
    ):
        return redirect("practice:stopped", made[0].pk)
    return render(request, "practice/stop_form.html", {"form": form, "row": row, "holders": holders()})


def _beginning(row: StopItem) -> dict[str, object]:
    fields = ("name", "kind", "why", "replacement", "application", "units", "counted", "since")
    said = {name: getattr(row, name) for name in fields} | {"owner": row.owner.name if row.owner else ""}
    last = next((each for each in row.events.all() if each.change == "ended"), None)
    return said | ({"ends": last.day, "grace": last.grace} if last else {})


@require_POST
def let_in(request: HttpRequest, item_id: int) -> HttpResponse:
    """It may be used again, or (`end`) it ends once more; both with a reason."""
    me, row, form = person_of(request), queries.stop_item_by_id(item_id), AgainForm(request.POST)
    if "end" in request.POST:
        require(me, Capability.STEER)
        said = gettext("Ended again. From now on use is a sign of relapse.")
    else:
        require(me, Capability.DECIDE)
        said = gettext("Let in again. The reason stays readable here.")

    def keep() -> None:
        data = form.cleaned_data
        if "end" in request.POST:
            ending.end_again(me, row, data["day"], reason=data["reason"])
        else:
            ending.let_in_again(me, row, data["day"], data["reason"])

    if pages.attempt(request, form, keep, said):
        return redirect("practice:stopped", row.pk)
    return stop_page(request, row, 422, again_form=form)


@require_POST
def take_off(request: HttpRequest, item_id: int) -> HttpResponse:
    """Take an entry off the list, or (`undo`) put it back."""
    me, row = person_of(request), queries.stop_item_by_id(item_id)
    if "undo" in request.POST:
        pages.tried(request, lambda: ending.put_back(me, row), gettext("It is on the stop list again."))
    else:
        pages.tried(
            request,
            lambda: ending.take_off(me, row),
            gettext("Taken off. It stays readable here, with everything that was counted."),
        )
    return redirect("practice:stopped", row.pk)


@require_POST
def count(request: HttpRequest, item_id: int) -> HttpResponse:
    """Keep one month's uses, counted by hand."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    row, form = queries.stop_item_by_id(item_id), UseForm(request.POST)

    def keep() -> None:
        data = form.cleaned_data
        line = UseLine(row.slug, data["unit"], data["month"], data["uses"])
        name = counting.BY_HAND.to(get_language() or "en")
        counting.count_use(me, name, [line], timezone.localdate())

    if pages.attempt(request, form, keep, gettext("Kept. It can be withdrawn among the counts.")):
        return redirect("practice:stopped", row.pk)
    return stop_page(request, row, 422, count_form=form)
