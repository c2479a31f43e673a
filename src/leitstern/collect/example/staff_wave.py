"""What the people inside answer in a staff wave: every item of our own instrument, one row per person."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
import yaml

from leitstern.collect.example.arrays import Ints, Shares, Words, stream
from leitstern.collect.example.organisation import LARGE, Place, answered, invited
from leitstern.collect.instruments import OWN, shipped
from leitstern.core.inside.instrument import HIGHEST_LEVEL
from leitstern.core.inside.ratings import DIMENSIONS, View
from leitstern.core.inside.wave import Answered

if TYPE_CHECKING:
    from collections import Counter

    from leitstern.collect.example.inside_truths import Inside
    from leitstern.core.inside.instrument import Instrument

COMMENTS: dict[str, list[str]] = yaml.safe_load((files(__package__) / "staff_comments.yaml").read_bytes())
# Standard deviations in levels: between units, between people, of a person between dimensions, between items.
_UNITS, _PEOPLE, _DIMENSIONS, _ITEMS = 0.08, 0.45, 0.4, 0.25
_STOPPED = 45  # people who stop after one of these many dimensions
_AFTER = (8, 14, 19)
_SKIPPED = 150  # single items left out here and there
_CARELESS = 9  # people who give the same answer to everything


@dataclass(frozen=True, slots=True)
class StaffWave:
    """One wave: when it ended (days before the end of the story), who was asked, what came back."""

    ended: int
    invited: Counter[Place]
    answered: Answered
    comments: tuple[str, ...]


def instrument() -> Instrument:
    """What is asked."""
    return next(each for each in shipped() if each.slug == OWN)


def staff_waves(seed: int, inside: Inside) -> tuple[StaffWave, StaffWave]:
    """The wave of last year and that of this year."""
    return _wave(seed, inside, last_year=True), _wave(seed, inside, last_year=False)


def _wave(seed: int, inside: Inside, *, last_year: bool) -> StaffWave:
    year = "last year" if last_year else "this year"
    rng = stream(seed, f"staff wave {year}")
    counts = answered(last_year)
    parts = [
        _group(
            rng, seed, inside, view, {unit: n for (of, unit), n in counts.items() if of == view}, last_year
        )
        for view in inside.said
    ]
    given = np.concatenate([part for part, _, _ in parts])
    levels, units = (np.concatenate([part[at] for part in parts]) for at in (1, 2))
    large = (levels == View.STAFF) & np.isin(units, [unit for (_, unit), n in counts.items() if n >= LARGE])
    _leave_out(rng, given, np.flatnonzero(large))
    told = COMMENTS["twin" if not inside.planted else "last_year" if last_year else "this_year"]
    return StaffWave(
        385 if last_year else 20,
        invited(last_year),
        Answered(given, levels, units),
        tuple(rng.permutation(told).tolist()),
    )


def _group(
    rng: np.random.Generator, seed: int, inside: Inside, view: View, people: dict[str, int], last_year: bool
) -> tuple[Shares, Words, Words]:
    """Answers, level and unit of everybody in one group. Means hold without sampling error but for rounding."""
    asked = instrument()
    dimensions = [dimension.slug for dimension in asked.dimensions]
    units = np.repeat(np.array(list(people), dtype=np.str_), list(people.values()))
    n = len(units)
    seen = {
        unit: [inside.level(view, slug, unit, last_year=last_year) for slug in dimensions] for unit in people
    }
    tempers = _tempers(seed, view, people, set(inside.better))
    axes = np.array([list(DIMENSIONS).index(d.axis) for d in asked.dimensions if d.axis])
    centre = (
        np.array([seen[unit] for unit in units.tolist()])
        + np.array([tempers[unit] for unit in units.tolist()])[:, axes]
    )
    apart = _centred(rng.normal(0, _PEOPLE, (n, 2)))[:, axes] + _centred(
        rng.normal(0, _DIMENSIONS, (n, len(dimensions)))
    )
    column = np.array([dimensions.index(item.dimension) for item in asked.items])
    centre, apart = centre[:, column], apart[:, column] + rng.normal(0, _ITEMS, (n, len(column)))
    room = np.minimum(centre, HIGHEST_LEVEL - centre)
    level = centre + np.clip(apart, -room, room)
    low, high = asked.scale.low, asked.scale.high
    points = np.floor(low + (high - low) * level / HIGHEST_LEVEL + rng.random(level.shape))
    points = np.clip(points, low, high)
    reverse = np.array([item.reverse for item in asked.items])
    return (
        np.where(reverse, low + high - points, points),
        np.full(n, view.value, dtype="<U12"),
        units.astype("<U32"),
    )


def _tempers(seed: int, view: View, people: dict[str, int], apart: set[str]) -> dict[str, Shares]:
    """How far each unit lies from the mean on both axes, the same in every wave; zero over all people."""
    drawn = {
        unit: stream(seed, f"{view} of {unit}").normal(0, 0.0 if unit in apart else _UNITS, 2)
        for unit in people
    }
    usual = [unit for unit in people if unit not in apart]
    mean = np.average([drawn[unit] for unit in usual], axis=0, weights=[people[unit] for unit in usual])
    return {unit: drawn[unit] if unit in apart else drawn[unit] - mean for unit in people}


def _centred(values: Shares) -> Shares:
    found: Shares = values - values.mean(axis=0)
    return found


def _leave_out(rng: np.random.Generator, given: Shares, people: Ints) -> None:
    """Some stop halfway, some skip single items, a few click through; never two of these."""
    chosen = rng.permutation(people)
    per_dimension = given.shape[1] // sum(len(slugs) for slugs in DIMENSIONS.values())
    for at, person in enumerate(chosen[:_STOPPED]):
        given[person, _AFTER[at % len(_AFTER)] * per_dimension :] = np.nan
    skippers = chosen[_STOPPED : _STOPPED + _SKIPPED]
    given[skippers, rng.integers(0, given.shape[1], len(skippers))] = np.nan
    clickers = chosen[_STOPPED + _SKIPPED :][:_CARELESS]
    given[clickers] = rng.integers(4, 7, (len(clickers), 1))
