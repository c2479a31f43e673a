"""The portfolio to look at: target picture and findings, initiatives, one initiative, one goal, the ledger, who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.portfolio import pages, queries
from leitstern.app.portfolio.drawing import bracket_drawing
from leitstern.app.portfolio.forms import HolderForm, JudgementForm
from leitstern.app.portfolio.lists import STATES, Wanted, listed
from leitstern.app.portfolio.outcomes import fulfilment_now, judged
from leitstern.app.portfolio.table import (
    FINDINGS_HEADER,
    GOALS_HEADER,
    INITIATIVES_HEADER,
    PROMISES_HEADER,
    PURPOSES_HEADER,
    finding_rows,
    goal_rows,
    initiative_rows,
    promise_rows,
    purpose_rows,
)
from leitstern.core.bridge.portfolio.bracket import bracket
from leitstern.core.bridge.portfolio.mix import make
from leitstern.core.bridge.portfolio.ownership import SUBJECTS, ownership
from leitstern.core.bridge.portfolio.purposes import balance
from leitstern.core.bridge.portfolio.terms import AI_PURPOSES, KINDS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.bridge.portfolio.picture import Portfolio

ON_A_PAGE = 50


def overview(request: HttpRequest) -> HttpResponse:
    """Target picture and findings; `?format=csv` of the findings, `?goals=csv` of the goals, `?ai=csv` of what AI is for."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found, today, language = queries.portfolio(), timezone.localdate(), get_language() or "en"
    told = queries.findings_now(found)
    if request.GET.get("format") == "csv":
        return csv_response("portfolio", FINDINGS_HEADER, finding_rows(told, language))
    if request.GET.get("ai") == "csv":
        return csv_response("ai-purposes", PURPOSES_HEADER, purpose_rows(balance(found, today)))
    if request.GET.get("goals") == "csv":
        return csv_response(
            "goals", GOALS_HEADER, goal_rows(found.goals, queries.newest_readings(), today, language)
        )
    context = {
        "alarms": [each for each in told if each.alarm],
        "quiet": [each for each in told if not each.alarm],
        "goals": pages.target_picture(found),
        "n": len(found.initiatives),
        "bracket": bracket(found, today),
        "make": make(found, today),
        "purposes": AI_PURPOSES,
        "balance": balance(found, today),
        "kept": fulfilment_now(queries.vendor_promises(), today),
        "chart": bracket_drawing(found) if found.initiatives else "",
        "matrix": _matrix(found),
        "exceptions": queries.exceptions(),
        "may_steer": Capability.STEER in me.capabilities,
    }
    return render(request, "portfolio/overview.html", context)


def initiatives(request: HttpRequest) -> HttpResponse:
    """Every initiative, fifty on a page; `?q=&unit=&kind=&state=` narrow it."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    wanted = Wanted(*(request.GET.get(name, "")[:100] for name in ("q", "unit", "kind", "state")))
    everything = listed()
    found = [each for each in everything if wanted.fits(each)]
    if request.GET.get("format") == "csv":
        return csv_response("initiatives", INITIATIVES_HEADER, initiative_rows(found))
    names = unit_names()
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    used = {unit for each in everything for unit in each.one.units}
    context = {
        "page": page,
        "gone": queries.withdrawn_initiatives(),
        "rows": [(each, pages.named(each.one.units, names), STATES[each.state]) for each in page],
        "n": len(everything),
        "found": len(found),
        "wanted": wanted,
        "query": query.urlencode(),
        "units": sorted(((slug, names[slug]) for slug in used if slug in names), key=lambda each: each[1].de),
        "kinds": KINDS,
        "states": STATES,
        "purposes": AI_PURPOSES,
        "may_steer": Capability.STEER in me.capabilities,
    }
    return render(request, "portfolio/initiatives.html", context)


def initiative(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """One initiative."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    context = pages.initiative_context(me, queries.initiative_by_id(initiative_id))
    return render(request, "portfolio/initiative.html", context)


def goal(request: HttpRequest, goal_id: int) -> HttpResponse:
    """One goal."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    return render(request, "portfolio/goal.html", pages.goal_context(me, queries.goal_by_id(goal_id)))


def promises(request: HttpRequest) -> HttpResponse:
    """What vendors promised and what they kept."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found, today = list(queries.vendor_promises()), timezone.localdate()
    if request.GET.get("format") == "csv":
        return csv_response("vendor-promises", PROMISES_HEADER, promise_rows(found))
    context = {
        "rows": [(each, judged(each), JudgementForm()) for each in found],
        "kept": fulfilment_now(found, today),
        "open": [each for each in found if each.due <= today and judged(each) is None],
        "gone": queries.withdrawn_promises(),
        "today": today,
        "may_steer": Capability.STEER in me.capabilities,
    }
    return render(request, "portfolio/promises.html", context)


def responsible(request: HttpRequest) -> HttpResponse:
    """Who answers for what, and who has left."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    rows = [
        (each, HolderForm(initial={"board": each.board, "left": each.left}, prefix=f"holder-{each.pk}"))
        for each in queries.duties()
    ]
    may = Capability.STEER in me.capabilities
    return render(request, "portfolio/responsible.html", {"rows": rows, "may_steer": may})


def _matrix(found: Portfolio) -> dict[str, object] | None:
    matrix = ownership(found)
    if not matrix.subjects:
        return None
    names = unit_names()
    return {
        "units": pages.named(matrix.units, names),
        "rows": [
            (
                SUBJECTS[subject],
                subject in matrix.alone,
                [(matrix.led[subject, unit], matrix.joined[subject, unit]) for unit in matrix.units],
            )
            for subject in matrix.subjects
        ],
    }
