"""Organisations at random, asked in several waves: units come to nothing, people come, go and move, units move."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from leitstern.core.inside.cohorts import cohorts_of
from leitstern.core.inside.groups import COMPANY, Participation
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np

    type Place = tuple[View, str]
    type Roster = dict[Place, set[str]]

ANSWERED = (0, 1, 2, 3, 4, 5, 6, 8, 12, 20)
ABSENT = (0, 0, 0, 1, 3)


@dataclass(frozen=True)
class Asked:
    """A wave as whoever made the roster knows it: who was invited where, and how many answered."""

    roster: Roster
    participation: Participation


def company(rng: np.random.Generator, most_units: int = 4, most_waves: int = 3) -> list[Participation]:
    """Some waves in one company of at least two units."""
    return [wave.participation for wave in company_of_people(rng, most_units, most_waves)]


def company_of_people(rng: np.random.Generator, most_units: int = 4, most_waves: int = 3) -> list[Asked]:
    """The same with everybody by name."""
    parents: dict[str, str] = {}
    for number in range(int(rng.integers(2, most_units + 1))):
        above = [COMPANY, *parents]
        parents[f"u{number}"] = above[int(rng.integers(len(above)))]
    places: list[Place] = [
        (level, unit) for level in (View.MANAGERS, View.STAFF) for unit in (*parents, COMPANY)
    ]
    places.append((View.EXECUTIVES, COMPANY))
    names = (f"p{number}" for number in count())
    answered = {place: int(rng.choice(ANSWERED)) for place in places}
    roster = {place: _hired(names, n and n + int(rng.choice(ABSENT))) for place, n in answered.items()}
    for place in places:
        if not roster[place] and rng.random() < 0.5:
            roster[place] = _hired(names, int(rng.integers(1, 13)))  # asked, and nobody answers
    waves: list[Asked] = []
    for wave in range(min(int(rng.choice([1, 1, 2, 2, 3])), most_waves)):
        if wave:
            roster = _later(rng, roster, names)
            answered = {place: _again(rng, answered[place], len(them)) for place, them in roster.items()}
            if rng.random() < 0.5:
                parents = _moved(rng, parents)
        waves.append(Asked(roster, _participation(wave, parents, answered, roster, waves)))
    return waves


def _participation(
    wave: int, parents: dict[str, str], answered: dict[Place, int], roster: Roster, before: list[Asked]
) -> Participation:
    asked = {place: them for place, them in roster.items() if them}
    together = {
        frozenset(each.roster[place]): cohort
        for each in before
        for place, cohort in each.participation.cohorts.items()
    }
    known = {person for each in before for them in each.roster.values() for person in them}
    again = {place: together[frozenset(them)] for place, them in asked.items() if frozenset(them) in together}
    cohorts = cohorts_of(asked, wave, known, again)
    return Participation(wave, dict(parents), dict(answered), cohorts, frozenset(asked))


def _hired(names: Iterator[str], n: int) -> set[str]:
    return {next(names) for _ in range(n)}


def _later(rng: np.random.Generator, roster: Roster, names: Iterator[str]) -> Roster:
    """Where everybody is by the next wave: half of the places stay as they are."""
    later = {place: set(them) for place, them in roster.items()}
    for place, them in roster.items():
        luck = rng.random()
        if luck < 0.1:
            later[place] = _hired(names, len(them))
        elif luck < 0.4:
            gone = sorted(them)[: int(rng.integers(4))]
            later[place] = later[place].difference(gone) | _hired(names, int(rng.integers(7)))
        elif luck < 0.5 and them:
            there = list(roster)[int(rng.integers(len(roster)))]
            mover = min(them)
            later[place] -= {mover}
            later[there] |= {mover}
    return later


def _again(rng: np.random.Generator, answered: int, invited: int) -> int:
    less = int(rng.integers(3)) if rng.random() < 0.2 else 0
    return max(min(answered, invited) - less, 0)


def _moved(rng: np.random.Generator, parents: dict[str, str]) -> dict[str, str]:
    moving = f"u{int(rng.integers(len(parents)))}"
    allowed = [COMPANY]
    for unit in parents:
        above = unit
        while above not in (COMPANY, moving):
            above = parents[above]
        if above == COMPANY:
            allowed.append(unit)
    return {**parents, moving: allowed[int(rng.integers(len(allowed)))]}
