"""Pages of maps as they are: all of them, one beside what customers lived, its versions."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import touchpoint_names
from leitstern.app.journeys.asking import choose
from leitstern.app.journeys.pages import NONE_SHOWN
from leitstern.app.maps.drawing import detours, map_chart
from leitstern.app.maps.finding import found_map, steps_of, weakest
from leitstern.app.maps.overview import drafts, headline, listed
from leitstern.app.maps.queries import (
    find_map,
    histories,
    history,
    noted_pains,
    require_map,
    version_of,
)
from leitstern.app.maps.table import LIST_HEADER, STEP_HEADER, list_rows, step_rows
from leitstern.app.outside.reading import published
from leitstern.core.company.map_changes import lines, summary
from leitstern.core.company.map_changes import listed as listed_marks
from leitstern.core.outside.map_words import sentence

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.accounts.models import Person
    from leitstern.app.maps.models import NotedPain


def overview(request: HttpRequest) -> HttpResponse:
    """Every map, what fits least first; those taken out; and first drafts where customers go ways no map has."""
    me = person_of(request)
    require(me, Capability.SEE_OUTSIDE)
    state = published()
    found = listed(state)
    if request.GET.get("format") == "csv":
        return csv_response("journey-maps", LIST_HEADER, list_rows(found, get_language() or "en"))
    gone = [versions for slug, versions in histories().items() if versions[0].map is None]
    names = touchpoint_names()
    context = {
        "state": state,
        "maps": found,
        "headline": headline(found),
        "gone": [(versions[0], versions[1].map) for versions in gone if len(versions) > 1],
        "drafts": [
            (
                each,
                [names[step.touchpoint] for step in each.steps],
                ".".join(s.touchpoint for s in each.steps),
            )
            for each in drafts(state)
        ],
        **_may(me),
    }
    return render(request, "maps/overview.html", context)


def one(request: HttpRequest, slug: str) -> HttpResponse:
    """A map beside what the selection lived; `?format=csv` step by step."""
    me = person_of(request)
    require(me, Capability.SEE_OUTSIDE)
    return map_page(request, slug)


def map_page(request: HttpRequest, slug: str, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a map, also where something on it was refused."""
    me, journey_map, state = person_of(request), require_map(slug), published()
    pains = _by_touchpoint(noted_pains(slug))
    context: dict[str, Any] = {
        "map": journey_map,
        "state": state,
        "versions": history(slug)[:1],
        "points": touchpoint_names(),
        "noted": pains,
        **_may(me),
        **more,
    }
    if state is not None:
        chosen = choose(state, request.GET, get_language() or "en")
        query = request.GET.copy()
        query.pop("format", None)
        context |= {"chosen": chosen, "query": query.urlencode()}
        found = found_map(chosen, journey_map) if chosen.alone.valid else None
        if found is not None:
            steps = steps_of(journey_map, found, state.taxonomy)
            if request.GET.get("format") == "csv":
                counts = Counter({at: sum(not p.withdrawn for p in rows) for at, rows in pains.items()})
                rows = step_rows(steps, counts, get_language() or "en")
                return csv_response(f"journey-map-{slug}", STEP_HEADER, rows)
            strayed = [
                (each, state.taxonomy.name("touchpoint", each.touchpoint)) for _, each in detours(found)
            ]
            context |= {
                "found": found,
                "steps": [(step, pains.get(step.touchpoint.slug, [])) for step in steps],
                "sentence": sentence(journey_map, found.fit, state.taxonomy),
                "chart": map_chart(steps, found, state.taxonomy),
                "weakest": weakest(steps),
                "strayed": strayed,
                "codes": {each.code: each.name for each in state.taxonomy.touchpoints},
            }
        elif chosen.alone.valid:
            context["sentence"] = NONE_SHOWN
    return render(request, "maps/map.html", context, status=status)


def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every version of a map, and what is different between two of them."""
    me = person_of(request)
    require(me, Capability.SEE_OUTSIDE)
    known = history(slug)
    newest = known[0].number
    after = version_of(slug, _number(request.GET.get("to"), newest))
    before = version_of(slug, _number(request.GET.get("from"), max(newest - 1, 1)))
    steps = lines(before.map.steps if before.map else (), after.map.steps if after.map else ())
    names = touchpoint_names()
    context = {
        "slug": slug,
        "map": find_map(slug),
        "name": next(each.map.name for each in known if each.map),
        "known": [(each, summary(each.changes)) for each in known],
        "before": before,
        "after": after,
        "lines": [
            (
                line,
                names.get(line.touchpoint, line.touchpoint),
                listed_marks(line.was),
                listed_marks(line.now),
            )
            for line in steps
        ],
        "people": {person.actor_id: person.name for person in people()},
        **_may(me),
    }
    return render(request, "maps/versions.html", context)


def _may(me: Person) -> dict[str, object]:
    return {"may_edit": Capability.EDIT_TAXONOMY in me.capabilities}


def _by_touchpoint(rows: list[NotedPain]) -> dict[str, list[NotedPain]]:
    found: dict[str, list[NotedPain]] = defaultdict(list)
    for row in rows:
        found[row.touchpoint].append(row)
    return dict(found)


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 6 else otherwise
