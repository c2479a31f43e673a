"""The instrument: what is asked about the inside, how answers become levels from 0 to 4.

A dimension carries five anchors of observable behaviour; its items are sentences that staff agree with or not.
A pack from elsewhere may have items only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.texts import Text

HIGHEST_LEVEL = 4
LEVELS = HIGHEST_LEVEL + 1


class Axis(StrEnum):
    """Which of the two axes a dimension speaks for."""

    CULTURE = "culture"
    TECHNOLOGY = "technology"


class Layer(StrEnum):
    """The layer of culture an item looks at (after Homburg and Pflesser, 2000)."""

    VALUE = "value"
    NORM = "norm"
    ARTEFACT = "artefact"
    BEHAVIOUR = "behaviour"


class EvidenceType(StrEnum):
    """What kind of thing shows that a level is real."""

    DOCUMENT = "document"
    SYSTEM_DATA = "system_data"
    OBSERVATION = "observation"
    CUSTOMER_VOICE = "customer_voice"
    EMPLOYEE_VOICE = "employee_voice"
    FINANCIAL = "financial"
    EXTERNAL_AUDIT = "external_audit"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What can be seen at one level, and the kinds of proof that level needs."""

    text: Text
    proof: tuple[EvidenceType, ...] = ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing that is judged. `anchors` are levels 0 to 4 in order, or none in a pack of items alone."""

    slug: str
    name: Text
    question: Text
    axis: Axis | None = None
    anchors: tuple[Anchor, ...] = ()
    indicators: Text | None = None  # hard figures that would show it
    source: str = ""  # guiding question, step or factor it comes from
    card: bool = False  # asked in the workshop


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a dimension: a sentence to agree with. Agreeing with a `reverse` item speaks for a low level."""

    slug: str
    dimension: str
    text: Text
    layer: Layer | None = None
    reverse: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The whole numbers an item is answered with, and what its ends mean."""

    low: int
    high: int
    low_label: Text
    high_label: Text

    @property
    def points(self) -> range:
        """All answers the scale allows, low to high."""
        return range(self.low, self.high + 1)


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which terms an instrument may be used, and who has to be named."""

    name: str
    text: Text
    url: str = ""
    attribution: Text | None = None
    allowed_use: Text | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """One immutable version of an instrument."""

    slug: str
    version: int
    name: Text
    licence: Licence
    scale: Scale
    dimensions: tuple[Dimension, ...]
    items: tuple[Item, ...] = ()

    def dimension(self, slug: str) -> Dimension | None:
        """The dimension with this slug."""
        return next((dimension for dimension in self.dimensions if dimension.slug == slug), None)

    def items_of(self, slug: str) -> tuple[Item, ...]:
        """The items of a dimension, in order."""
        return tuple(item for item in self.items if item.dimension == slug)

    def of(self, axis: Axis) -> tuple[Dimension, ...]:
        """The dimensions of an axis, in order."""
        return tuple(dimension for dimension in self.dimensions if dimension.axis == axis)

    @property
    def cards(self) -> tuple[Dimension, ...]:
        """The dimensions asked in the workshop, in order."""
        return tuple(dimension for dimension in self.dimensions if dimension.card)


def turn(instrument: Instrument, answers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Answers (people × items, NaN = left out) with reverse items turned: more is always better."""
    given = np.asarray(answers, dtype=np.float64).reshape(-1, len(instrument.items))
    reverse = np.array([item.reverse for item in instrument.items], dtype=bool)
    return np.where(reverse, instrument.scale.low + instrument.scale.high - given, given)


def to_level(instrument: Instrument, answers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Levels 0–4 (people × dimensions) from answers on the scale (people × items, NaN = left out).

    The mean of the answered items, reverse keys turned, stretched to 0–4; NaN where fewer than half of a
    dimension's items were answered or the dimension has no items.
    """
    turned = turn(instrument, answers)
    belongs = np.array(
        [
            [item.dimension == dimension.slug for dimension in instrument.dimensions]
            for item in instrument.items
        ],
        dtype=np.float64,
    ).reshape(len(instrument.items), len(instrument.dimensions))
    answered = np.isfinite(turned)
    counts = answered.astype(np.float64) @ belongs
    sums = np.where(answered, turned, 0.0) @ belongs
    enough = (counts > 0) & (2 * counts >= belongs.sum(axis=0))
    means = np.divide(sums, counts, out=np.full_like(sums, np.nan), where=enough)
    scale = instrument.scale
    return HIGHEST_LEVEL * (means - scale.low) / (scale.high - scale.low)
