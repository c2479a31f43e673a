"""The page that sets what customers get beside what the company gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.outside.reading import published
from leitstern.app.value.drawing import money
from leitstern.app.value.queries import beside
from leitstern.app.value.table import EVERYBODY, HEADER, value_rows

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def overview(request: HttpRequest) -> HttpResponse:
    """Everybody, then persona by persona; `?currency=` chooses one, `?format=csv` takes it along."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    state = published()
    if state is None:
        return render(request, "value/overview.html", {"found": None})
    found = beside(state, request.GET.get("currency", ""))
    names = {each.code: each.name for each in state.taxonomy.personas}
    if request.GET.get("format") == "csv":
        return csv_response("value", HEADER, value_rows(found, names, get_language() or "en"))
    currency = found.earning.currency if found.earning else ""
    context = {
        "found": found,
        "state": state,
        "earning": found.earning,
        "currencies": [each.currency for each in state.taxonomy.earnings],
        "ledgers": [
            (each, names[each.persona] if each.persona else EVERYBODY, money(each.forecast, currency))
            for each in found.ledgers
        ],
        "maps": {each.slug: each.name for each in state.taxonomy.maps},
        "points": {each.slug: each.name for each in state.taxonomy.touchpoints},
        "facets": {each.slug: each.name for each in state.taxonomy.facets},
    }
    return render(request, "value/overview.html", context)
