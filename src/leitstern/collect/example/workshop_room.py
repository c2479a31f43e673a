"""How eight people of the invented company vote in a workshop: once, and again where they lay apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.example.arrays import stream
from leitstern.collect.example.evidence import STORY
from leitstern.collect.example.staff_wave import instrument
from leitstern.core.inside.instrument import HIGHEST_LEVEL
from leitstern.core.inside.ratings import View
from leitstern.core.inside.votes import APART
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.collect.example.inside_truths import Inside

SEATS = (*[View.EXECUTIVES] * 2, *[View.MANAGERS] * 3, *[View.STAFF] * 3)
_SCATTER = 0.5  # how far single people differ, in levels
_HEARD = 0.5  # of the way to the room's mean that people go after talking
_MINUTES = (2.0, 4.5)  # spent on a question


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: how each seat voted first, then again (None: nobody was asked again), and the seconds it took."""

    dimension: str
    first: tuple[int | None, ...]
    second: tuple[int | None, ...] | None
    seconds: float


@dataclass(frozen=True, slots=True)
class NoteTold:
    """What the room said it had seen, and which level that speaks for."""

    dimension: str
    level: int
    text: Text


@dataclass(frozen=True, slots=True)
class WorkshopTold:
    """The whole hour."""

    by: str
    ago: int
    name: Text
    asked: tuple[Asked, ...]
    notes: tuple[NoteTold, ...]


def workshop(seed: int, inside: Inside) -> WorkshopTold:
    """The workshop; each group votes as it sees things in the waves."""
    told = STORY["workshop"]
    rng = stream(seed, "workshop")
    tempers = rng.normal(0, _SCATTER / 2, len(SEATS))
    return WorkshopTold(
        told["by"],
        told["ago"],
        Text(**told["name"]),
        tuple(_asked(rng, inside, dimension.slug, tempers) for dimension in instrument().cards),
        tuple(NoteTold(n["dimension"], n["level"], Text(**n["text"])) for n in told["notes"])
        if inside.planted
        else (),
    )


def _asked(
    rng: np.random.Generator,
    inside: Inside,
    dimension: str,
    tempers: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> Asked:
    seen = np.array([inside.level(view, dimension) for view in SEATS])
    first = np.clip(np.round(seen + tempers + rng.normal(0, _SCATTER, len(SEATS))), 0, HIGHEST_LEVEL)
    unsure = rng.random(len(SEATS)) < 0.03
    second = None
    if np.ptp(first[~unsure]) >= APART:
        heard = first + _HEARD * (first[~unsure].mean() - first)
        second = tuple(int(level) for level in np.round(heard))
    votes = tuple(None if cannot_say else int(level) for level, cannot_say in zip(first, unsure, strict=True))
    return Asked(dimension, votes, second, float(60 * rng.uniform(*_MINUTES)))
