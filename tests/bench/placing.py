"""Placement of fifty units with four thousand draws each, and routes in two hundred thousand worlds."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.durations import durations
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.placement import place_units
from leitstern.core.inside.routes import choose
from tests.bench.measuring import Row
from tests.core.inside.known_organisations import organisation

if TYPE_CHECKING:
    from collections.abc import Callable

UNITS, DRAWS, WORLDS, ROUNDS = 50, 4000, 200_000, 5
TYPES = {OrgType.CAMPER: 0.5, OrgType.LEMMING: 0.3, OrgType.TECH_DISTANT: 0.15, OrgType.STAR: 0.05}


def seconds(work: Callable[[], object]) -> float:
    """Median processor time."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return median(taken)


def measure_placing() -> list[Row]:
    """Both, as the pages calculate them."""
    rng, assumed = np.random.default_rng(1), Assumptions()
    units = {str(number): organisation(rng).views for number in range(UNITS)}
    placed = seconds(lambda: place_units(units, assumed, rng, DRAWS))
    routed = seconds(lambda: choose(TYPES, list(TYPES)[:2], durations(assumed, rng, WORLDS), assumed))
    return [
        Row(f"placement of {UNITS} units, {DRAWS:,} draws (CPU s)", f"{placed:.2f}", "–", "–", "≤ 1 s"),
        Row(f"routes in {WORLDS:,} worlds (CPU s)", f"{routed:.2f}", "–", "–", "≤ 1 s"),
    ]
