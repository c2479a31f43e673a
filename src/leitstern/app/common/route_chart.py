"""How long routes take, as a picture for pages of the inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, words
from leitstern.charts.route_times import RouteFuture, RouteRow, route_times
from leitstern.core.inside.route_table import route_tables
from leitstern.core.inside.route_words import Route

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from leitstern.core.inside.route_table import RouteLine
    from leitstern.core.inside.routes import Choice


def routes_chart(choice: Choice) -> SafeString:
    """Each possible type with its routes; the direct way is marked as risky."""
    futures = [
        RouteFuture(words(future.title), tuple(_row(line) for line in future.lines))
        for future in route_tables(choice).futures
    ]
    return fitted(
        lambda sheet: route_times(futures, sheet),
        "routes",
        gettext("How long each route takes"),
        gettext("Time until a Star: for each possible type a distribution per route, never a date."),
    )


def _row(line: RouteLine) -> RouteRow:
    found = line.forecast
    return RouteRow(
        name=words(line.name),
        p10=found.p10,
        p50=found.p50,
        p90=found.p90,
        density=found.density,
        recommended=line.recommended,
        risky=found.route is Route.B,
        note=words(line.note),
    )
