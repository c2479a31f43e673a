"""How long a task takes: three points, the beta-PERT distribution between them, and technology's fat tail.

Beta-PERT with λ = 4: minimum + (maximum − minimum) · Beta(1 + 4·(m − a)/(b − a), 1 + 4·(b − m)/(b − a)). With the fat
tail, a share of technology tasks takes longer than `times` times that, and how much longer is exponential: half as long
again on average. Draws hang on the seed and the task alone, so two plans with the same task share its luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

PERT = 4.0
BEYOND = 0.5  # mean of the exponential part of the tail, as a share of the duration
LONGEST = 120.0  # months; more is no task but a programme
BACKWARDS = Text(
    en="The longest duration is shorter than the shortest. Say: at least, most likely, at most.",
    de="Die längste Dauer ist kürzer als die kürzeste. Sagen Sie: mindestens, am wahrscheinlichsten, höchstens.",
)
OUTSIDE = Text(
    en="The most likely duration lies outside of “at least” and “at most”.",
    de="Die wahrscheinlichste Dauer liegt nicht zwischen „mindestens“ und „höchstens“.",
)
NO_TIME = Text(
    en="A task takes more than 0 and at most 120 months.",
    de="Eine Aufgabe dauert mehr als 0 und höchstens 120 Monate.",
)


@dataclass(frozen=True, slots=True)
class ThreePoint:
    """Months: at least, most likely, at most."""

    low: float
    mode: float
    high: float

    @property
    def problem(self) -> Text | None:
        """What is wrong with it, if anything."""
        if self.low <= 0 or self.high > LONGEST:
            return NO_TIME
        if self.high < self.low:
            return BACKWARDS
        return None if self.low <= self.mode <= self.high else OUTSIDE


@dataclass(frozen=True, slots=True)
class Tail:
    """This share (0–1) of technology tasks takes more than `times` as long as thought."""

    share: float
    times: float


def draws(
    duration: ThreePoint, key: str, seed: int, runs: int, tail: Tail | None = None
) -> NDArray[np.float64]:
    """So many durations in months, the same for the same task and seed."""
    name = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")
    rng = np.random.default_rng([seed, name])
    width = duration.high - duration.low
    if width > 0:
        a = 1 + PERT * (duration.mode - duration.low) / width
        b = 1 + PERT * (duration.high - duration.mode) / width
        drawn = duration.low + width * rng.beta(a, b, runs)
    else:
        drawn = np.full(runs, duration.low)
    if tail:
        slow = rng.random(runs) < tail.share
        drawn = np.where(slow, drawn * (tail.times + rng.exponential(BEYOND, runs)), drawn)
    return drawn


def left(drawn: NDArray[np.float64], elapsed: float) -> NDArray[np.float64]:
    """What remains of a task that has run for `elapsed` months: worlds in which it would be over by now are left out.

    Where it has outrun every world, it is expected to take one month more: nobody knows better.
    """
    if elapsed <= 0:
        return drawn
    possible = drawn[drawn > elapsed]
    if not len(possible):
        return np.ones_like(drawn)
    return np.resize(possible, drawn.shape) - elapsed


def periods(months: NDArray[np.float64]) -> NDArray[np.int64]:
    """Whole months, at least one."""
    return np.maximum(1, np.rint(months)).astype(np.int64)
