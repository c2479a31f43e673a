"""Placement and routes as documents: the same for programs and on the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.core.inside.org_types import NAMES
from leitstern.core.inside.ratings import VIEWS
from leitstern.core.inside.route_words import ROUTES, TRIPWIRES
from leitstern.core.inside.steps import STEPS

if TYPE_CHECKING:
    from leitstern.core.inside.placement import Cloud, Placement
    from leitstern.core.inside.routes import Choice, Forecast


class CloudOut(Schema):
    """One view (`all` for all together): levels 0–4 with 90 % intervals, what makes the ellipse, and what n counts."""

    view: str
    name: TextOut
    culture: Number
    technology: Number
    sd_culture: float
    sd_technology: float
    correlation: float
    n: int
    counted: TextOut
    source: TextOut
    as_of: date | None


class TypeOut(Schema):
    """A type and how likely it is."""

    type: str
    name: TextOut
    probability: float


class IllusionOut(Schema):
    """Leaders against evidence and customers. `state`: illusion, none, self-image only, cannot tell."""

    state: str
    believed: str | None
    shown: str | None
    probability: float | None
    sentence: TextOut
    causes: list[TextOut]
    proofs: list[TextOut]


class PlacementOut(Schema):
    """Where the organisation stands. `declared` is null while no type is likely enough; `held` says that it is
    declared only because it was before. `contrary` has a sentence for each view that contradicts the placement."""

    sentence: TextOut
    evidence: TextOut
    contrary: list[TextOut]
    views: list[CloudOut]
    types: list[TypeOut]
    declared: str | None
    held: bool
    candidates: list[str]
    settles: str | None
    settles_by: float
    illusion: IllusionOut


class RouteOut(Schema):
    """Months until a Star on one route; time lost on a wrong course is counted in."""

    route: str
    name: TextOut
    recommended: bool
    suggested: bool
    p10: float
    p50: float
    p80: float
    p90: float
    mean: float


class FutureOut(Schema):
    """If the organisation is really of this type: the routes that may be chosen, shortest first."""

    type: str
    name: TextOut
    probability: float
    routes: list[RouteOut]


class DirectOut(Schema):
    """The direct way B, an exception: what is assumed, what would have to be true, when to stop."""

    route: RouteOut
    success: float
    break_even: float
    later: float
    sentence: TextOut
    tripwires: list[TextOut]


class RoutesOut(Schema):
    """The recommended route, what routes lead to for each possible type, the exception, and steps no candidate regrets."""

    route: str
    sentence: TextOut
    futures: list[FutureOut]
    direct: DirectOut | None
    no_regret: list[TextOut]


def cloud_document(cloud: Cloud) -> CloudOut:
    """One view."""
    return CloudOut(
        view=cloud.view or "all",
        name=both(VIEWS[cloud.view] if cloud.view else cloud.source),
        culture=number(cloud.culture),
        technology=number(cloud.technology),
        sd_culture=cloud.sd[0],
        sd_technology=cloud.sd[1],
        correlation=cloud.correlation,
        n=cloud.n,
        counted=both(cloud.counted),
        source=both(cloud.source),
        as_of=cloud.as_of,
    )


def placement_document(found: Placement) -> PlacementOut:
    """The whole placement."""
    illusion = found.illusion
    return PlacementOut(
        sentence=both(found.sentence),
        evidence=both(found.evidence_sentence),
        contrary=[both(each) for each in found.contrary],
        views=[cloud_document(each) for each in (*found.views, *([found.fused] if found.fused else []))],
        types=type_documents(found),
        declared=found.declared,
        held=found.held,
        candidates=list(found.candidates),
        settles=found.settles,
        settles_by=found.settles_by,
        illusion=IllusionOut(
            state=illusion.state,
            believed=illusion.believed,
            shown=illusion.shown,
            probability=illusion.probability,
            sentence=both(illusion.sentence),
            causes=[both(each) for each in illusion.causes],
            proofs=[both(each) for each in illusion.proofs],
        ),
    )


def type_documents(found: Placement) -> list[TypeOut]:
    """How likely each type is."""
    return [
        TypeOut(type=kind, name=both(NAMES[kind]), probability=share)
        for kind, share in found.probabilities.items()
    ]


def routes_document(choice: Choice) -> RoutesOut:
    """The routes."""
    direct = None
    if choice.direct:
        direct = DirectOut(
            route=_route(choice.direct.forecast, choice),
            success=choice.direct.success,
            break_even=choice.direct.break_even,
            later=choice.direct.later,
            sentence=both(choice.direct.sentence),
            tripwires=[both(each) for each in TRIPWIRES],
        )
    return RoutesOut(
        route=choice.route,
        sentence=both(choice.sentence),
        futures=[
            FutureOut(
                type=future.kind,
                name=both(NAMES[future.kind]),
                probability=future.share,
                routes=[_route(each, choice) for each in future.forecasts],
            )
            for future in choice.futures
        ],
        direct=direct,
        no_regret=[both(STEPS[step]) for step in choice.no_regret],
    )


def _route(each: Forecast, choice: Choice) -> RouteOut:
    return RouteOut(
        route=each.route,
        name=both(ROUTES[each.route]),
        recommended=each.route is choice.route,
        suggested=each.route is choice.suggested,
        p10=each.p10,
        p50=each.p50,
        p80=each.p80,
        p90=each.p90,
        mean=each.mean,
    )
