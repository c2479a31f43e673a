"""Roadmaps, forecasts and scenarios as plain values, to be kept word for word and read again years later."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any

from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.forecast import Forecast, Need, Span, TaskForecast
from leitstern.core.bridge.programme.roadmap import Roadmap
from leitstern.core.bridge.programme.scenario import Change, Difference
from leitstern.core.bridge.programme.task import Resource, Side, Supply, Task
from leitstern.core.inside.route_words import Route

if TYPE_CHECKING:
    from collections.abc import Mapping


def roadmap_json(roadmap: Roadmap) -> dict[str, Any]:
    """A roadmap to be kept."""
    tasks = [
        _shallow(task) | {"duration": asdict(task.duration), "demand": _amounts(task.demand)}
        for task in roadmap.tasks
    ]
    return {
        "tasks": tasks,
        "supply": _amounts(roadmap.supply),
        "route": str(roadmap.route),
        "gate": roadmap.gate,
        "wait": roadmap.wait,
    }


def roadmap_from(kept: Mapping[str, Any]) -> Roadmap:
    """The same back."""
    tasks = tuple(
        Task(
            **(
                task
                | {
                    "side": Side(task["side"]),
                    "duration": ThreePoint(**task["duration"]),
                    "needs": tuple(task["needs"]),
                    "demand": _resources(task["demand"]),
                }
            )
        )
        for task in kept["tasks"]
    )
    return Roadmap(tasks, _resources(kept["supply"]), Route(kept["route"]), kept["gate"], kept["wait"])


def forecast_json(forecast: Forecast) -> dict[str, Any]:
    """A forecast to be kept."""
    needs = [[each.resource.supply, each.resource.of, each.months] for each in forecast.needs]
    return asdict(replace(forecast, needs=())) | {"needs": needs}


def forecast_from(kept: Mapping[str, Any]) -> Forecast:
    """The same back."""
    return Forecast(
        **(
            dict(kept)
            | {
                "finish": Span(**kept["finish"]),
                "tasks": tuple(
                    TaskForecast(
                        each["key"], Span(**each["start"]), Span(**each["finish"]), each["criticality"]
                    )
                    for each in kept["tasks"]
                ),
                "needs": tuple(
                    Need(Resource(Supply(supply), of), months) for supply, of, months in kept["needs"]
                ),
            }
        )
    )


def change_json(change: Change) -> dict[str, Any]:
    """A scenario to be kept."""
    return _shallow(change) | {"capacity": _amounts(change.capacity)}


def change_from(kept: Mapping[str, Any]) -> Change:
    """The same back."""
    return Change(
        **(dict(kept) | {"capacity": _resources(kept["capacity"]), "without": tuple(kept["without"])})
    )


def difference_from(kept: Mapping[str, Any]) -> Difference:
    """A difference back from `dataclasses.asdict`."""
    return Difference(**kept)


def _amounts(of: Mapping[Resource, float]) -> list[list[Any]]:
    return [[str(each.supply), each.of, amount] for each, amount in sorted(of.items())]


def _resources(kept: list[list[Any]]) -> dict[Resource, float]:
    return {Resource(Supply(supply), of): amount for supply, of, amount in kept}


def _shallow(thing: Task | Change) -> dict[str, Any]:
    """Its fields as they are: what amounts are of is no name for a key."""
    return {field.name: getattr(thing, field.name) for field in fields(thing)}
