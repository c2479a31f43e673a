"""The views of the family: what each is called, and the parts all of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.app.accounts.request import person_of
from leitstern.app.answers.asking import Choice, choose_answers
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.journeys.pages import NONE_SHOWN
from leitstern.app.outside.reading import published

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from leitstern.app.accounts.models import Person
    from leitstern.app.journeys.forms import ViewForm
    from leitstern.app.journeys.pages import Built

TABS = (
    ("scores", _("Scores over time")),
    ("comments", _("Comments")),
    ("quotes", _("Picked quotes")),
    ("drivers", _("Importance and performance")),
)


def tabs(name: str) -> list[tuple[str, object, bool]]:
    """Address, name and whether it is here, of each view."""
    return [(reverse(f"answers:{tab}"), label, tab == name) for tab, label in TABS]


def show(
    request: HttpRequest,
    name: str,
    build: Callable[[Person, Choice], Built],
    view: type[ViewForm] | None = None,
    *,
    beside: bool = True,
) -> HttpResponse:
    """The view `name` for what the address asks for; `?format=csv` for a spreadsheet."""
    me = person_of(request)
    require(me, Capability.SEE_OUTSIDE)
    template = f"answers/{name}.html"
    state = published()
    if state is None:
        return render(request, template, {"state": None})
    choice = choose_answers(state, request.GET, get_language() or "en", view, beside=beside)
    query = request.GET.copy()
    for kept in ("format", "page"):
        query.pop(kept, None)
    context: dict[str, Any] = {
        "state": state,
        "choice": choice,
        "tabs": tabs(name),
        "query": query.urlencode(),
        "may_pick": Capability.DECIDE in me.capabilities,
    }
    if choice.valid:
        built = build(me, choice)
        if request.GET.get("format") == "csv":
            return csv_response(f"answers-{name}", built.header, built.rows)
        amounts = choice.amounts()
        hidden = any(amount.few for amount in amounts if amount)
        context |= {
            "amounts": amounts,
            "sentence": NONE_SHOWN if hidden else built.sentence,
            "hidden": hidden,
        }
        context |= built.context
    return render(request, template, context)
