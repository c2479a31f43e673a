"""How the invented company's departments work together: what staff say of each other, and who works with whom.

Planted: people in marketing, IT and customer service keep to themselves. Of the ties of a unit there are many times more
inside than chance would have it, so that the E–I index lies far below its null, in all three counts alike; and the four
functions see themselves at 4.4, 4.2, 4.5 and 4.3 of 5 and the others at 2.0 to 3.4. In the twin ties fall as chance
has it, and everybody sees the others as themselves.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.example.arrays import stream
from leitstern.collect.example.organisation import answered
from leitstern.collect.example.staff_wave import StaffWave
from leitstern.collect.instruments import shipped
from leitstern.core.inside.ratings import View
from leitstern.core.inside.silo.ties import Ties
from leitstern.core.inside.wave import Answered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.collect.example.arrays import Shares
    from leitstern.core.inside.instrument import Instrument

TOGETHER = "leitstern-together"
WAVE_ENDED = 150  # days before the end of the story
COUNTED = (382, 200, 16)  # days before the end of the story
_TIES_EACH = 8  # of a person
_CLOSED = ("marketing", "it", "service")
_INSIDE = 0.82  # of the ties of these units
_ASKED = {  # function → people who answer, by unit
    "marketing": {"marketing": 26, "campaigns": 9},
    "sales": {"branches": 60},
    "service": {"service": 48},
    "it": {"it": 40, "it_support": 12},
}
# Answers 1–5: rows answer, columns are about whom.
_SEEN = ((4.4, 2.1, 2.6, 3.0), (2.4, 4.2, 2.0, 2.2), (2.9, 2.2, 4.5, 3.4), (3.1, 2.5, 3.3, 4.3))
_TWIN = 3.9
_TURNOUT = 0.78


@dataclass(frozen=True, slots=True)
class Counted:
    """One count of ties, so many days before the end of the story."""

    ago: int
    ties: Ties


def asked() -> Instrument:
    """What the wave asks."""
    return next(each for each in shipped() if each.slug == TOGETHER)


def together_wave(seed: int, *, planted: bool) -> StaffWave:
    """Staff of four functions about all four."""
    rng = stream(seed, "how we work together")
    instrument = asked()
    functions = list(_ASKED)
    column = np.array([functions.index(item.dimension.removeprefix("with_")) for item in instrument.items])
    parts, units = [], []
    for row, people in enumerate(_ASKED.values()):
        n = sum(people.values())
        centre = np.array(_SEEN[row] if planted else [_TWIN] * len(functions))
        temper = rng.normal(0, 0.4, n)
        apart = (temper - temper.mean())[:, None] + rng.normal(0, 0.5, (n, len(column)))
        room = np.minimum(centre - 1, 5 - centre)[column]
        level = centre[column] + np.clip(apart, -room, room)
        parts.append(np.floor(level + rng.random(level.shape)))
        units += [unit for unit, many in people.items() for _ in range(many)]
    given: Shares = np.concatenate(parts)
    everybody = Answered(given, np.full(len(units), View.STAFF.value, dtype="<U12"), np.array(units))
    invited = Counter(
        {(View.STAFF, unit): ceil(n / _TURNOUT) for people in _ASKED.values() for unit, n in people.items()}
    )
    return StaffWave(WAVE_ENDED, invited, everybody, ())


def counts_of_ties(seed: int, *, planted: bool) -> tuple[Counted, ...]:
    """Who works with whom, three times in a year; units of three and four people are among them."""
    people = {unit: n for (view, unit), n in answered().items() if view is View.STAFF}
    return tuple(
        Counted(ago, _ties(stream(seed, f"ties of {ago}"), people, planted=planted)) for ago in COUNTED
    )


def _ties(rng: np.random.Generator, people: dict[str, int], *, planted: bool) -> Ties:
    """Ties fall on pairs of people by chance, but for units that keep to themselves."""
    units, n = tuple(people), np.array(list(people.values()))
    empty = Ties(units, tuple(people.values()), np.zeros((len(n), len(n)), dtype=np.int64))
    chance = _TIES_EACH / (n.sum() - 1)
    likely = np.full(empty.pairs.shape, chance)
    if planted:
        for unit in _CLOSED:
            at = units.index(unit)
            likely[at, :] = likely[:, at] = chance * (1 - _INSIDE)
        for unit in _CLOSED:
            at = units.index(unit)
            likely[at, at] = min(0.9, _INSIDE * _TIES_EACH / (n[at] - 1))
    upper = np.triu(rng.binomial(empty.pairs, likely))
    return Ties(units, empty.people, upper + np.triu(upper, 1).T, _spread(rng, n, upper))


def _spread(rng: np.random.Generator, people: NDArray[np.int64], upper: NDArray[np.int64]) -> float:
    """The standard deviation of ties per person, those within and between two units falling on any of their pairs."""
    first = np.concatenate([[0], np.cumsum(people)])
    each = np.zeros(first[-1], dtype=np.int64)
    for at, to in zip(*np.nonzero(upper), strict=True):
        if at == to:
            one, other = np.triu_indices(people[at], 1)
        else:
            one, other = np.divmod(np.arange(people[at] * people[to]), people[to])
        tied = rng.choice(len(one), upper[at, to], replace=False)
        np.add.at(each, first[at] + one[tied], 1)
        np.add.at(each, first[to] + other[tied], 1)
    return round(float(each.std()), 2)
