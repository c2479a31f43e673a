"""Change that arrives, to look at: who is told, one brief, what a role reads by link, and a brief to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from leitstern.app.accounts.request import person_of
from leitstern.app.change import queries
from leitstern.app.change.briefing import count_opening
from leitstern.app.change.naming import said
from leitstern.app.change.pages import brief_context
from leitstern.app.change.pulses import newest_pulse
from leitstern.app.change.reaching import reach_by_role
from leitstern.app.change.table import COVERAGE_HEADER, coverage_rows
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.phones import only_here, phone_address, qr_code
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.portfolio.queries import initiative_by_id
from leitstern.core.bridge.change.brief import RoleKey, from_content

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.change.models import Copy, Version

GAPS_SHOWN = 5
ON_A_PAGE = 50


def overview(request: HttpRequest) -> HttpResponse:
    """Who has been told what, department by department; `?format=csv` of every affected role."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found, names, today = queries.coverage_now(), unit_names(), timezone.localdate()
    if request.GET.get("format") == "csv":
        rows = coverage_rows(found, reach_by_role(), names, get_language() or "en")
        return csv_response("briefs", COVERAGE_HEADER, rows)
    pulse = newest_pulse()
    gaps = queries.gaps_now(queries.messages(), today, found.told)
    asked = {each.unit: each for each in pulse.units} if pulse else {}
    page = Paginator(found.told, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "found": found,
        "n": len(found.told),
        "page": page,
        "lines": [(each, [said(role, names) for role in each.open]) for each in page],
        "units": names,
        "departments": [(line, asked.get(line.unit)) for line in found.units],
        "loaded": [each for each in asked.values() if each.notes],
        "pulse": pulse,
        "gaps": gaps[:GAPS_SHOWN],
        "gaps_n": len(gaps),
        "may_steer": Capability.STEER in me.capabilities,
    }
    return render(request, "change/overview.html", context)


def brief(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """The brief of one initiative."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    return render(request, "change/brief.html", brief_context(me, initiative_by_id(initiative_id)))


def summary(request: HttpRequest, initiative_id: int) -> HttpResponse:
    """Brief, coverage and comprehension of an initiative in a few lines, for other pages to take in."""
    require(person_of(request), Capability.SEE_INSIDE)
    row = initiative_by_id(initiative_id)
    pulse, names = newest_pulse(row), unit_names()
    told = queries.coverage_of(row)
    context = {
        "row": row,
        "told": told,
        "open": [said(role, names) for role in told.open],
        "pulse": pulse,
        "pulse_units": [found for unit in row.units if pulse and (found := pulse.of(unit))],
    }
    return render(request, "change/summary.html", context)


def printed(request: HttpRequest, edition_id: int) -> HttpResponse:
    """A version to print: one page for each role, with its link as a code."""
    require(person_of(request), Capability.SEE_INSIDE)
    version, names = queries.version_by_id(edition_id), unit_names()
    about = _reading(version)
    with translation.override(version.brief.language):
        sheets = [_sheet(request, copy, names) for copy in version.copies.all()]
        written = render_to_string("change/sheets.html", about | {"sheets": sheets})
    return render(request, "change/print.html", about | {"sheets": written, "version": version})


@login_not_required
@never_cache
def read(request: HttpRequest, token: str) -> HttpResponse:
    """What one role reads by link: no account, no cookie, nobody is told apart. Openings are counted, not readers."""
    copy = queries.copy_by_token(token)
    if copy is None:
        raise Http404
    version = copy.version
    with translation.override(version.brief.language):
        if version.withdrawn:
            newer = queries.newer_than(version)
            instead = newer.copies.filter(unit=copy.unit, role=copy.role).first() if newer else None
            return render(request, "change/gone.html", {"instead": instead}, status=410)
        if request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", ""):
            count_opening(copy)
        return render(request, "change/read.html", _reading(version) | _for_role(copy) | {"copy": copy})


def _reading(version: Version) -> dict[str, Any]:
    taxonomy = current_taxonomy()
    return {
        "title": version.brief.initiative.title,
        "language": version.brief.language,
        "said": from_content(version.content),
        "number": version.number,
        "published": version.created,
        "company": taxonomy.company if taxonomy else None,
    }


def _for_role(copy: Copy) -> dict[str, Any]:
    draft = from_content(copy.version.content)
    role = RoleKey(copy.unit, copy.role)
    answer = next((each for each in draft.roles if each.role == role), None)
    return {"answer": answer, "role": said(role, unit_names()) if answer else ""}


def _sheet(request: HttpRequest, copy: Copy, names: dict[str, Any]) -> dict[str, Any]:
    path = reverse("change:read", args=[copy.token])
    address = phone_address(request, path)
    role = RoleKey(copy.unit, copy.role)
    answer = next((each for each in from_content(copy.version.content).roles if each.role == role), None)
    return {
        "answer": answer,
        "role": said(role, names) if answer else "",
        "address": "" if only_here(request) else address,
        "qr": "" if only_here(request) else qr_code(address),  # no code that no phone can open
    }
