"""Where we stand and which route leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.route_chart import routes_chart
from leitstern.app.inside.queries import current_instrument
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.dimensions import misdiagnosis, profile, profile_sentence
from leitstern.app.placement.drawing import matrix_chart, profile_chart, view_name, way_chart
from leitstern.app.placement.levers import LEVERS_HEADER, lever_rows, levers_now
from leitstern.app.placement.queries import placement as placement_of
from leitstern.app.placement.queries import ratings_now, route_choice, settling
from leitstern.app.placement.table import (
    ROUTES_HEADER,
    TYPES_HEADER,
    VIEWS_HEADER,
    route_rows,
    type_rows,
    view_rows,
)
from leitstern.app.waves.calendar import wave_rhythm
from leitstern.core.inside.apart import furthest
from leitstern.core.inside.assumptions import departures
from leitstern.core.inside.durations import PRIORS, Prior
from leitstern.core.inside.org_types import MEANINGS, NAMES
from leitstern.core.inside.ratings import AXES, INSIDERS
from leitstern.core.inside.route_table import route_tables, route_ways
from leitstern.core.inside.route_words import REASONS, TRIPWIRES, Route, recommended
from leitstern.core.inside.steps import STEPS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.inside.placement import Placement
    from leitstern.core.inside.routes import Choice


def placement(request: HttpRequest) -> HttpResponse:
    """The placement (`?prior=` says where the duration of changing a culture comes from)."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = placement_of()
    wanted = request.GET.get("prior", "")
    prior = Prior(wanted) if wanted in set(Prior) else Prior.PAPER
    if found is None:
        return render(request, "placement/empty.html")
    choice = route_choice(found, prior)
    if (export := request.GET.get("format")) in {"csv", "types", "routes", "levers"}:
        return _export(str(export), found, choice)
    assumed, ratings = assumptions(), ratings_now()
    rows, (settled, waves) = profile(ratings), settling()
    context = {
        "found": found,
        "clouds": [
            (view_name(each.view), each) for each in (*found.views, *([found.fused] if found.fused else []))
        ],
        "types": [
            (NAMES[kind], MEANINGS[kind], share, kind in found.candidates)
            for kind, share in sorted(found.probabilities.items(), key=lambda pair: -pair[1])
        ],
        "furthest": furthest(found.views, found.fused),
        "matrix": matrix_chart(found, assumed),
        "choice": choice,
        "routes": routes_chart(choice) if choice else "",
        "way_map": way_chart(found, choice, assumed) if choice else "",
        "ways": route_ways(choice) if choice else (),
        "route_title": recommended(choice.route) if choice else "",
        "reason": REASONS[choice.route] if choice else "",
        "tables": route_tables(choice) if choice else None,
        "open": len(found.candidates) > 1,
        "steps": [STEPS[step] for step in choice.no_regret] if choice else [],
        "tripwires": TRIPWIRES,
        "priors": [(each, PRIORS[each], each is prior) for each in Prior],
        "profile": rows,
        "profile_title": profile_sentence(rows),
        "profile_chart": profile_chart(rows),
        "levers": levers_now(rows),
        "axes": AXES,
        "diagnosis": misdiagnosis(ratings),
        "names": {dimension.slug: dimension.name for dimension in current_instrument().dimensions},
        "settled": settled,
        "waves": waves,
        "rhythm": wave_rhythm() if choice and choice.route is Route.HOLD else None,
        "settles": current_instrument().dimension(found.settles) if found.settles else None,
        "asked": any(each.view in INSIDERS for each in found.views),
        "departures": departures(assumed),
    }
    return render(request, "placement/placement.html", context)


def _export(export: str, found: Placement, choice: Choice | None) -> HttpResponse:
    if export == "routes":
        return csv_response("routes", ROUTES_HEADER, route_rows(choice) if choice else ())
    if export == "levers":
        return csv_response("levers", LEVERS_HEADER, lever_rows(levers_now(), get_language() or "en"))
    if export == "types":
        return csv_response("types", TYPES_HEADER, type_rows(found))
    return csv_response("placement", VIEWS_HEADER, view_rows(found, get_language() or "en"))
