"""Whom we hear: the page of new customers beside those known for longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.outside.heard import whom_we_hear
from leitstern.app.outside.heard_documents import HEADER, heard_rows
from leitstern.app.outside.reading import published
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.gap.heard import VERDICTS
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def heard(request: HttpRequest) -> HttpResponse:
    """Per statement, how often new customers are heard and what they live; `?format=csv` for a spreadsheet."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    state = published()
    if state is None:
        return render(request, "outside/heard.html", {"state": None})
    found = whom_we_hear(state)
    if request.GET.get("format") == "csv":
        return csv_response("heard", HEADER, heard_rows(state, found))
    points = state.taxonomy.lookup(Touchpoint)
    facets = {facet.slug: facet.name for facet in state.taxonomy.facets}
    rows = [
        (
            each,
            points.code(each.touchpoint),
            state.taxonomy.name("touchpoint", each.touchpoint),
            facets.get(each.facet),
        )
        for each in found.at
    ]
    context = {
        "state": state,
        "found": found,
        "asked": sum(each.verdict is not None for each in found.at),
        "coverage": {said: [row for row in rows if row[0].verdict == said] for said in VERDICTS},
        "lived": [row for row in rows if isinstance(row[0].lived_difference, Estimate)],
    }
    return render(request, "outside/heard.html", context)
