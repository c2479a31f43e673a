"""Pages of silos: the index with its facets, and who stands for which function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.outside.queries import handoffs_in_cases
from leitstern.app.outside.reading import published
from leitstern.app.silo import actions
from leitstern.app.silo.counts import assigned, assignment
from leitstern.app.silo.drawing import facets_drawing, relations_drawing
from leitstern.app.silo.forms import FunctionsForm
from leitstern.app.silo.handing import between_functions, handoff_months
from leitstern.app.silo.queries import standing_now
from leitstern.app.silo.table import HEADER, silo_rows
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.silo.facet import FACETS
from leitstern.core.inside.silo.functions import FUNCTIONS
from leitstern.core.inside.silo.words import VERDICTS, reach, sentence

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.outside.reading import Published

LATELY = 12  # months of handoffs listed


def overview(request: HttpRequest) -> HttpResponse:
    """Whether there are silos, in a sentence; the facets; and what customers live of them."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found = standing_now(timezone.localdate())
    if request.GET.get("format") == "csv":
        return csv_response("silo-index", HEADER, silo_rows(found.silo, get_language() or "en"))
    silo = found.silo
    context = {
        "found": found,
        "silo": silo,
        "said": sentence(silo),
        "reach": reach(silo),
        "lines": [
            (each, FACETS[each.facet], each.verdict(silo.notable), VERDICTS[each.verdict(silo.notable)])
            for each in silo.readings
        ],
        "chart": facets_drawing(silo),
        "matrix": relations_drawing(found.relations) if found.relations else "",
        "relation_rows": [
            (FUNCTIONS[one], [found.relations.cells[one, other] for other in found.relations.functions])
            for one in found.relations.functions
        ]
        if found.relations
        else [],
        "functions": FUNCTIONS,
        "may_keep": Capability.KEEP_REGISTERS in me.capabilities,
        **_lived(published()),
    }
    return render(request, "silo/overview.html", context)


def functions(request: HttpRequest) -> HttpResponse:
    """Which departments stand for marketing, sales, service and IT."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form = FunctionsForm(assigned(), request.POST or None)
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if form.is_valid():
            try:
                actions.assign(me, form.chosen())
            except LeitsternError as problem:
                form.add_error(None, problem.text.to(get_language() or "en"))
            else:
                messages.success(request, gettext("Kept. Matrix and handoffs follow."))
                return redirect("silo:overview")
    names = unit_names()
    context = {
        "form": form,
        "said": assignment(),
        "rows": [
            (name, [names[unit] for unit in assigned().get(function, []) if unit in names])
            for function, name in FUNCTIONS.items()
        ],
        "may_keep": Capability.KEEP_REGISTERS in me.capabilities,
    }
    return render(request, "silo/functions.html", context)


def _lived(state: Published | None) -> dict[str, object]:
    """Handoffs between functions and how often cases change hands, where there are contacts."""
    if state is None:
        return {"state": None}
    handed = between_functions(state)
    return {
        "state": state,
        "handed": [
            (name, [None if one == other else handed.get((one, other), 0) for other in FUNCTIONS])
            for one, name in FUNCTIONS.items()
        ],
        "any_handed": bool(handed),
        "per_case": next(iter(handoffs_in_cases(state)), None),
        "months": handoff_months(state)[-LATELY:][::-1],
    }
