"""What is kept of a roadmap, of its forecast and of a scenario comes back word for word."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from tests.core.bridge.programme.trial import IT, LEADERS, RULES, trial

from leitstern.core.bridge.programme import as_json
from leitstern.core.bridge.programme.forecast import forecast
from leitstern.core.bridge.programme.scenario import Change, Difference
from leitstern.core.inside.route_words import Route


def kept(value: dict[str, Any]) -> Any:
    """As it comes out of a database."""
    return json.loads(json.dumps(value))


def test_a_roadmap_comes_back() -> None:
    first, *others = trial().tasks
    begun = replace(first, elapsed=2.5, carries_gate=True, earliest=1.0)
    plan = replace(trial(), tasks=(begun, *others), route=Route.D, wait=3)
    assert as_json.roadmap_from(kept(as_json.roadmap_json(plan))) == plan


def test_a_forecast_comes_back() -> None:
    found = forecast(trial(), RULES, seed=1, runs=20).forecast
    assert len(found.needs) == 3
    assert as_json.forecast_from(kept(as_json.forecast_json(found))) == found


def test_a_scenario_and_what_it_changes_come_back() -> None:
    change = Change({IT: 0.5, LEADERS: 2.0}, without=("3", "4"), wait=6)
    assert as_json.change_from(kept(as_json.change_json(change))) == change
    later = Difference(-1.0, 0.5, 2.0, later=0.7)
    assert as_json.difference_from(kept(asdict(later))) == later
