"""Routes as people read them: a table per possible type, all durations in one unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.route_words import ROUTES, Route, future_title
from leitstern.core.inside.times import MONTHS, unit_for
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.routes import Choice, Forecast
    from leitstern.core.inside.times import TimeUnit

NOTHING = Text(en="", de="")
RECOMMENDED = Text(en="recommended", de="empfohlen")
SUGGESTED = Text(en="what the self-image suggests", de="legt das Selbstbild nahe")
EXCEPTION = Text(en="an exception, never recommended", de="eine Ausnahme, nie empfohlen")
NAME = Text(en="{route} · {name}", de="{route} · {name}")


@dataclass(frozen=True, slots=True)
class RouteLine:
    """One route for one type: what it is called, what is to be said of it, and its durations in the table's unit."""

    forecast: Forecast
    name: Text
    note: Text
    early: Text
    middle: Text
    late: Text

    @property
    def recommended(self) -> bool:
        """Whether this is the route to take."""
        return self.note is RECOMMENDED


@dataclass(frozen=True, slots=True)
class FutureTable:
    """The routes of one possible type; `title` says which, and is empty where no other is possible."""

    kind: OrgType
    title: Text
    lines: tuple[RouteLine, ...]


@dataclass(frozen=True, slots=True)
class RouteTables:
    """All tables, in one unit."""

    unit: TimeUnit
    futures: tuple[FutureTable, ...]


@dataclass(frozen=True, slots=True)
class WayTime:
    """How long a way takes if the organisation is of one type; `future` says which, empty where no other is possible.

    `middle` and `late` are the months within which half of all cases, and eight of ten, arrive.
    """

    kind: OrgType
    future: Text
    forecast: Forecast
    middle: Text
    late: Text


@dataclass(frozen=True, slots=True)
class Way:
    """One route with its times for each possible type, the likeliest first."""

    route: Route
    name: Text
    note: Text
    times: tuple[WayTime, ...]

    @property
    def recommended(self) -> bool:
        """Whether this is the route to take."""
        return self.note is RECOMMENDED


def route_ways(choice: Choice) -> tuple[Way, ...]:
    """The same routes, by route and in months: the recommended one first, the exception last."""
    times: dict[Route, list[WayTime]] = {}
    lines: dict[Route, RouteLine] = {}
    for future in route_tables(choice).futures:
        for line in future.lines:
            each = line.forecast
            middle, late = MONTHS.number(each.p50), MONTHS.number(each.p80)
            times.setdefault(each.route, []).append(WayTime(future.kind, future.title, each, middle, late))
            lines[each.route] = line
    order = sorted(lines, key=lambda route: (not lines[route].recommended, route is Route.B))
    return tuple(Way(each, lines[each].name, lines[each].note, tuple(times[each])) for each in order)


def route_tables(choice: Choice) -> RouteTables:
    """The direct way stands below the routes of a Camper, where it is an option at all."""
    direct = choice.direct.forecast if choice.direct else None
    rows = {
        future.kind: (*future.forecasts, *((direct,) if direct and future.kind is OrgType.CAMPER else ()))
        for future in choice.futures
    }
    unit = unit_for(*(each.p90 for forecasts in rows.values() for each in forecasts))
    several = len(choice.futures) > 1
    return RouteTables(
        unit,
        tuple(
            FutureTable(
                future.kind,
                future_title(future.kind, future.share) if several else NOTHING,
                tuple(_line(each, choice, unit) for each in rows[future.kind]),
            )
            for future in choice.futures
        ),
    )


def _line(each: Forecast, choice: Choice, unit: TimeUnit) -> RouteLine:
    notes = {Route.B: EXCEPTION, choice.suggested: SUGGESTED, choice.route: RECOMMENDED}
    return RouteLine(
        each,
        NAME.fill(route=each.route, name=ROUTES[each.route]),
        notes.get(each.route, NOTHING),
        *(unit.number(months) for months in (each.p10, each.p50, each.p90)),
    )
