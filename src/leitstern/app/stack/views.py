"""Technology to look at: what was found, the lists, and step by step what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.stack import queries, table
from leitstern.app.stack.drawing import joined_drawing
from leitstern.app.stack.lists import (
    WantedApplication,
    WantedCapability,
    application_lines,
    capability_lines,
)
from leitstern.app.stack.models import Item
from leitstern.core.company.money import totals
from leitstern.core.inside.adoption.rungs import RUNGS
from leitstern.core.inside.stack.finding import Topic
from leitstern.core.inside.stack.inventory import PARTS
from leitstern.core.inside.stack.loose_ends import missing_capabilities
from leitstern.core.inside.stack.roadmap import STAGES
from leitstern.core.inside.stack.sources import leading_share, sources
from leitstern.core.inside.stack.terms import CATEGORIES, LEVELS, LIFECYCLES, WAYS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

ON_A_PAGE = 50


def overview(request: HttpRequest) -> HttpResponse:
    """The finding in a sentence, how systems are joined, and everything that was found."""
    require(person_of(request), Capability.SEE_INSIDE)
    ground = queries.ground()
    told = queries.findings_now(ground)
    if request.GET.get("format") == "csv":
        return csv_response("technology", table.FINDINGS_HEADER, table.finding_rows(told, _language()))
    known = ground.inventory
    by_topic = {each.topic: each for each in told}
    context = {
        "known": known,
        "alarms": [each for each in told if each.alarm],
        "quiet": [each for each in told if not each.alarm],
        "islands": by_topic.get(Topic.ISLANDS),
        "score": queries.integration_score(),
        "leading": leading_share(known, ground.today),
        "attachment": by_topic.get(Topic.ATTACHMENT),
        "costs": list(totals(each.cost for each in known.applications if each.cost).values()),
        "chart": joined_drawing(ground) if known.integrations else "",
        "joins": [(each, WAYS[each.way]) for each in known.integrations[:200]],
        **may(request),
    }
    return render(request, "stack/overview.html", context)


def applications(request: HttpRequest) -> HttpResponse:
    """Every application, fifty on a page; `?q=&unit=&category=&what=` narrow it."""
    require(person_of(request), Capability.SEE_INSIDE)
    ground = queries.ground()
    wanted = WantedApplication(
        *(request.GET.get(name, "")[:100] for name in ("q", "unit", "category", "what"))
    )
    everything = application_lines(ground)
    found = [each for each in everything if wanted.fits(each)]
    if request.GET.get("format") == "csv":
        return csv_response(
            "applications", table.APPLICATIONS_HEADER, table.application_rows(found, _language())
        )
    names = unit_names()
    used = {unit for each in everything for unit in each.one.units}
    context = {
        "lines": found,
        "n": len(everything),
        "wanted": wanted,
        "units": sorted(((slug, names[slug]) for slug in used & names.keys()), key=lambda each: each[1].de),
        "unit_names": names,
        "categories": CATEGORIES,
        "lifecycles": LIFECYCLES,
        "gone": ground.inventory.gone,
        **_paged(request, found),
        **may(request),
    }
    return render(request, "stack/applications.html", context)


def capabilities(request: HttpRequest) -> HttpResponse:
    """Every capability in three columns: what there is, what works, what is missing; `?q=&level=` narrow it."""
    require(person_of(request), Capability.SEE_INSIDE)
    ground = queries.ground()
    wanted = WantedCapability(*(request.GET.get(name, "")[:100] for name in ("q", "level")))
    everything = ground.inventory.capabilities
    found = [each for each in everything if wanted.fits(each)]
    if request.GET.get("format") == "csv":
        return csv_response(
            "capabilities",
            table.CAPABILITIES_HEADER,
            table.capability_rows(capability_lines(ground, found), ground.inventory.names, _language()),
        )
    names = ground.inventory.names
    paged = _paged(request, found)
    context = {
        "found": len(found),
        "lines": capability_lines(ground, paged["page"]),
        "n": len(everything),
        "wanted": wanted,
        "levels": LEVELS,
        "part_names": PARTS,
        "rungs": RUNGS,
        "names": names,
        "touchpoints": touchpoint_names(),
        "missing": missing_capabilities(ground),
        "gone": Item.objects.filter(kind=Kind.CAPABILITY).exclude(gone=None),
        **paged,
        **may(request),
    }
    return render(request, "stack/capabilities.html", context)


def data(request: HttpRequest) -> HttpResponse:
    """What is kept about customers and where it is right, and how data gets from system to system."""
    require(person_of(request), Capability.SEE_INSIDE)
    known = queries.inventory()
    if request.GET.get("format") == "csv":
        return csv_response("data", table.DATA_HEADER, table.data_rows(known))
    if request.GET.get("integrations") == "csv":
        return csv_response("integrations", table.INTEGRATIONS_HEADER, table.integration_rows(known))
    state = {each.data.slug: each for each in sources(known)}
    page = Paginator([(each, state.get(each.slug)) for each in known.data], ON_A_PAGE)
    joins = Paginator([(each, WAYS[each.way]) for each in known.integrations], ON_A_PAGE)
    gone = Item.objects.filter(kind__in=(Kind.DATA, Kind.INTEGRATION)).exclude(gone=None)
    context = {
        "known": known,
        "page": page.get_page(request.GET.get("page")),
        "joins": joins.get_page(request.GET.get("joins")),
        "names": known.names,
        "objects": known.object_by_slug,
        "score": queries.integration_score(),
        "gone": gone.order_by("-gone")[:50],
        **may(request),
    }
    return render(request, "stack/data.html", context)


def roadmap(request: HttpRequest) -> HttpResponse:
    """Stages and their gates."""
    require(person_of(request), Capability.SEE_INSIDE)
    steps = queries.roadmap_now()
    if request.GET.get("format") == "csv":
        return csv_response(
            "technology-roadmap", table.ROADMAP_HEADER, table.roadmap_rows(steps, _language())
        )
    first = next((each for each in steps if not each.open), None)
    context = {
        "steps": [(each, STAGES[each.stage]) for each in steps],
        "first": STAGES[first.stage] if first else None,
        "known": queries.inventory(),
        **may(request),
    }
    return render(request, "stack/roadmap.html", context)


def may(request: HttpRequest) -> dict[str, bool]:
    """What the reader may do here."""
    mine = person_of(request).capabilities
    return {"may_keep": Capability.KEEP_REGISTERS in mine, "may_decide": Capability.DECIDE in mine}


def _paged(request: HttpRequest, found: Sequence[Any]) -> dict[str, Any]:
    """One page of a list, and the address of the others."""
    query = request.GET.copy()
    query.pop("page", None)
    return {"page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")), "query": query.urlencode()}


def _language() -> str:
    return get_language() or "en"
