"""What each of the seven steps asks, in the paper's words and in plain ones, and what shows that it is done.

Titles and quotations are from Bingemer and Ohlwein, „Mit Customer Experience Management die Digitalisierung meistern“,
section 6; the English is ours. Levels 0 to 4 and the kinds of proof are our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.inside.instrument import Anchor, Dimension
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.core.inside.instrument import EvidenceType
    from leitstern.core.inside.steps import Step

NOTHING_YET = Text(en="Nothing has begun.", de="Es hat noch nichts begonnen.")
SAID_ONLY = Text(en="It has been announced.", de="Es ist angekündigt.")


@dataclass(frozen=True, slots=True)
class Guide:
    """One step. `dimension` carries the levels and the kinds of proof each needs; `months` is the template's duration."""

    step: Step
    quote: Text
    dimension: Dimension
    months: ThreePoint

    @property
    def title(self) -> Text:
        """As the paper calls it."""
        return self.dimension.name

    @property
    def asks(self) -> Text:
        """What is asked, in plain words."""
        return self.dimension.question


def guide(
    step: Step,
    title: Text,
    asks: Text,
    quote: Text,
    levels: Iterable[tuple[Text, tuple[EvidenceType, ...]]],
    months: tuple[float, float, float],
) -> Guide:
    """One step with its words, what levels 2 to 4 show and need, and the template's duration."""
    anchors = (Anchor(NOTHING_YET), Anchor(SAID_ONLY), *(Anchor(text, proof) for text, proof in levels))
    return Guide(step, quote, Dimension(f"step-{step}", title, asks, anchors=anchors), ThreePoint(*months))
