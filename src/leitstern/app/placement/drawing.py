"""The placement and its routes as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, side, words
from leitstern.charts.dimension_profile import ProfileRow, dimension_profile
from leitstern.charts.quadrant_field import MatrixCloud, Quadrants, Tone
from leitstern.charts.route_map import RoutePath, RouteTime, route_map
from leitstern.charts.type_matrix import type_matrix
from leitstern.charts.unit_axes import UnitRow, unit_axes
from leitstern.charts.unit_heat_map import HeatRow, unit_heat_map
from leitstern.charts.wave_movement import MovementRow, wave_movement
from leitstern.core.inside.org_types import NAMES, OrgType
from leitstern.core.inside.ratings import AXES, INSIDERS, LEADERS, VIEWS, View
from leitstern.core.inside.route_table import route_ways
from leitstern.core.inside.route_words import Route
from leitstern.core.inside.unit_words import type_words
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.placement.by_unit import HeatMap, Movements
    from leitstern.app.placement.dimensions import Profile
    from leitstern.app.placement.units import Units
    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.placement import Cloud, Placement
    from leitstern.core.inside.routes import Choice

MATRIX = 640
SHOWN_BY = (View.EVIDENCE, View.INDEPENDENT, None)  # where the arrow leads to: the first that sees both axes


def matrix_chart(found: Placement, assumed: Assumptions) -> SafeString:
    """Every view as a cloud, and all of them together."""
    clouds = [*found.views, *([found.fused] if found.fused else [])]
    quadrants = _quadrants(assumed)
    return fitted(
        lambda sheet: type_matrix([_cloud(each) for each in clouds], quadrants, sheet, _arrow(clouds)),
        "matrix",
        gettext("Where we stand, seen from every side"),
        gettext("Culture to the right, technology upwards, levels 0 to 4. Each view is a cloud."),
        MATRIX,
    )


def way_chart(found: Placement, choice: Choice, assumed: Assumptions) -> SafeString | str:
    """The open routes from here to the Star, with their months; nothing while one axis is not seen."""
    if found.fused is None:
        return ""
    here, paths, quadrants = _cloud(found.fused), _paths(choice), _quadrants(assumed)
    return fitted(
        lambda sheet: route_map(here, paths, quadrants, sheet),
        "ways",
        gettext("The routes from here to the Star"),
        gettext(
            "Culture to the right, technology upwards. From your position a path leads to the Star for every open route; the recommended one is emphasised. Months are given as a band, never as a date."
        ),
    )


def profile_chart(rows: Sequence[Profile]) -> SafeString | str:
    """Claimed, credited and staff per dimension; nothing while nothing is claimed or said."""
    if not rows:
        return ""
    drawn = [
        ProfileRow(
            words(each.dimension.name),
            side(each.claimed),
            side(each.credited),
            side(each.staff),
            reverse("evidence:dimension", args=[each.dimension.slug]),
            each.unreviewed,
        )
        for each in rows
    ]
    return fitted(
        lambda sheet: dimension_profile(drawn, sheet),
        "profile",
        gettext("Claimed level, credited level, what staff say"),
        gettext("Levels 0 to 4 per dimension: what is claimed, what proof carries, what staff say."),
    )


def heat_chart(found: HeatMap) -> SafeString:
    """Levels per dimension and department, what is hidden marked."""
    rows = [
        HeatRow(
            words(dimension.name),
            tuple(map(side, cells)),
            words(AXES[dimension.axis]) if dimension.axis else gettext("Further questions"),
        )
        for dimension, cells in found.rows
    ]
    return fitted(
        lambda sheet: unit_heat_map(rows, [words(column) for column in found.columns], sheet),
        "heat",
        gettext("Levels per dimension and department"),
        gettext("Levels 0 to 4; the deeper the colour, the higher. Crossed cells are hidden."),
    )


def units_chart(found: Units, assumed: Assumptions) -> SafeString:
    """Departments on both axes, with the type each makes or why it stays hidden."""
    rows = []
    for each in found.units:
        placed, cloud = each.placed, each.placed.fused if each.placed else None
        if placed and cloud:
            kind = words(type_words(placed))
            rows.append(UnitRow(words(each.name), side(cloud.culture), side(cloud.technology), kind))
        elif each.hidden:
            why = words(each.hidden.reason)
            rows.append(UnitRow(words(each.name), why, why, why))
    return fitted(
        lambda sheet: unit_axes(rows, (assumed["cut_culture"], assumed["cut_technology"]), sheet),
        "units",
        gettext("Where each unit stands"),
        gettext("Levels 0 to 4 of culture and technology with their intervals, per unit."),
    )


def movement_chart(found: Movements | None) -> SafeString | str:
    """Each dimension before and after, against its noise; nothing before there are two waves."""
    if found is None:
        return ""
    rows = [
        MovementRow(
            words(dimension.name),
            side(line.before),
            side(line.after),
            side(line.movement.change.gap),
            line.movement.direction.value,
        )
        for dimension, line in found.lines
    ]
    return fitted(
        lambda sheet: wave_movement(rows, sheet),
        "movement",
        gettext("What moved"),
        gettext("Levels in both waves per dimension; the band is where the later one would lie by chance."),
    )


def _quadrants(assumed: Assumptions) -> Quadrants:
    return Quadrants(
        camper=words(NAMES[OrgType.CAMPER]),
        tech_distant=words(NAMES[OrgType.TECH_DISTANT]),
        lemming=words(NAMES[OrgType.LEMMING]),
        star=words(NAMES[OrgType.STAR]),
        culture=assumed["cut_culture"],
        technology=assumed["cut_technology"],
    )


def _paths(choice: Choice) -> list[RoutePath]:
    """Every route that may be chosen: the recommended one first, the exception last."""
    return [
        RoutePath(
            route=way.route,
            name=words(way.name),
            times=tuple(
                RouteTime(words(each.future), each.forecast.p50, each.forecast.p80) for each in way.times
            ),
            note=words(way.note),
            recommended=way.recommended,
            risky=way.route is Route.B,
        )
        for way in route_ways(choice)
    ]


def view_name(view: View | None) -> str:
    """What a view is called, or all of them together."""
    return words(VIEWS[view]) if view else gettext("All views together")


def _cloud(cloud: Cloud) -> MatrixCloud:
    tone: Tone = "ink" if cloud.view is None else "inside" if cloud.view in INSIDERS else "outside"
    return MatrixCloud(
        view_name(cloud.view), side(cloud.culture), side(cloud.technology), cloud.sd, cloud.correlation, tone
    )


def _arrow(clouds: list[Cloud]) -> tuple[int, int] | None:
    """From the leaders' picture to what shows."""
    whole = {
        cloud.view: place
        for place, cloud in enumerate(clouds)
        if isinstance(cloud.culture, Estimate) and isinstance(cloud.technology, Estimate)
    }
    start = next((whole[view] for view in LEADERS if view in whole), None)
    end = next((whole[view] for view in SHOWN_BY if view in whole), None)
    return None if start is None or end is None else (start, end)
