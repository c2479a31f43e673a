"""Organisations at random, asked in several waves: units come to nothing, people come and go, units move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.groups import COMPANY, Participation
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    import numpy as np

ANSWERED = (0, 1, 2, 3, 4, 5, 6, 8, 12, 20)


def company(rng: np.random.Generator, most_units: int = 4, most_waves: int = 3) -> list[Participation]:
    """Some waves in one company of at least two units."""
    parents: dict[str, str] = {}
    for number in range(int(rng.integers(2, most_units + 1))):
        above = [COMPANY, *parents]
        parents[f"u{number}"] = above[int(rng.integers(len(above)))]
    places = [(level, unit) for level in (View.MANAGERS, View.STAFF) for unit in (*parents, COMPANY)]
    places.append((View.EXECUTIVES, COMPANY))
    answered = {place: int(rng.choice(ANSWERED)) for place in places}
    marks = {place: _mark(rng) for place in places}
    waves = []
    for wave in range(min(int(rng.choice([1, 1, 2, 2, 3])), most_waves)):
        if wave:
            for place in places:
                luck = rng.random()
                if luck < 0.3:  # other people
                    answered[place], marks[place] = int(rng.choice(ANSWERED)), _mark(rng)
                elif luck < 0.4:  # the same, of whom fewer answered
                    answered[place] = max(answered[place] - int(rng.integers(3)), 0)
            if rng.random() < 0.5:
                parents = _moved(rng, parents)
        waves.append(Participation(wave, dict(parents), dict(answered), dict(marks)))
    return waves


def _mark(rng: np.random.Generator) -> str:
    return str(rng.integers(1 << 40))


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
