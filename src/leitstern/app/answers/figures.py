"""The figures an answer can be read as, and how each is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.charts.units import OF_HUNDRED, Unit
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.outside.scores import Score
    from leitstern.core.stats.estimate import Measured


class Figure(StrEnum):
    """What is followed over time."""

    AGREE = "agree"
    MEAN = "mean"
    NPS = "nps"


NAMES = {
    Figure.AGREE: Text(en="agree, of 100", de="stimmen zu, von 100"),
    Figure.MEAN: Text(en="mean answer", de="mittlere Antwort"),
    Figure.NPS: Text(en="Net Promoter Score", de="Net Promoter Score"),
}


@dataclass(frozen=True, slots=True, order=True)
class Asking:
    """How a statement was asked: the kind of question, the ends of its scale, and from where on an answer agrees."""

    kind: str
    low: float
    high: float
    good_from: float

    @property
    def name(self) -> Text:
        """CSAT 1–5, agreement from 4 on."""
        ends = f"{self.kind.upper()} {self.low:g}–{self.high:g}"
        return Text(
            en=f"{ends}, agrees from {self.good_from:g} on", de=f"{ends}, stimmt zu ab {self.good_from:g}"
        )


def read(score: Score, figure: Figure) -> Measured:
    """The figure of a score."""
    match figure:
        case Figure.AGREE:
            return score.good
        case Figure.MEAN:
            return score.mean
        case Figure.NPS:
            return score.net_promoter


def unit(figure: Figure, asking: Asking) -> Unit:
    """The scale a chart of the figure lives on."""
    match figure:
        case Figure.AGREE:
            return OF_HUNDRED
        case Figure.MEAN:
            return Unit(low=asking.low, high=asking.high, digits=1)
        case Figure.NPS:
            return Unit(low=-100, high=100, signed=True)


def placed(measured: Measured, figure: Figure, asking: Asking) -> Measured:
    """The same as a place on its scale, 0 to 1, so that two can be held against each other as shares are."""
    if figure is Figure.AGREE or not isinstance(measured, Estimate):
        return measured
    low, high = (-100.0, 100.0) if figure is Figure.NPS else (asking.low, asking.high)
    value, under, over = (
        (each - low) / (high - low) for each in (measured.value, measured.low, measured.high)
    )
    return replace(measured, value=value, low=under, high=over)


def width(figure: Figure, asking: Asking) -> float:
    """By what a difference of places is a difference of the figure."""
    return {Figure.AGREE: 1.0, Figure.MEAN: asking.high - asking.low, Figure.NPS: 200.0}[figure]


def written(value: float, figure: Figure, *, difference: bool = False) -> Text:
    """A value as sentences tell it: 71 of 100, 4.2, +31; a difference with its sign."""
    digits = 2 if figure is Figure.MEAN else 0
    shown = round(value * 100 if figure is Figure.AGREE else value, digits) + 0.0
    sign = "+" if shown > 0 and (difference or figure is Figure.NPS) else ""
    english = f"{sign}{shown:.{digits}f}".replace("-", "−")
    return Text(en=english, de=english.replace(".", ","))
