"""How emotion is shown: −2 … +2, always with a sign or a word beside its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.svg import fixed
from leitstern.charts.tokens import EMOTIONS
from leitstern.charts.units import EMOTION
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.charts.svg import Pen

WORDS = (
    Text("very bad", "sehr schlecht"),
    Text("bad", "schlecht"),
    Text("neutral", "neutral"),
    Text("good", "gut"),
    Text("very good", "sehr gut"),
)


def step(value: float) -> int:
    """Which of the five steps a value from −2 to +2 is nearest to, as an index from 0."""
    return min(max(round(value), -2), 2) + 2


def fill(value: float) -> str:
    """The style that fills a shape with the emotion's colour."""
    return f"fill-{EMOTIONS[step(value)]}"


def said(pen: Pen, value: float) -> tuple[str, str]:
    """Number and word: −1,2 and schlecht."""
    return EMOTION.number(value, pen.sheet.locale), pen.sheet.locale.say(WORDS[step(value)])


def badge(pen: Pen, x: float, y: float, value: float) -> str:
    """A dot of the emotion's colour with its sign in it."""
    bar = f"M{fixed(x - 4)} {fixed(y)}H{fixed(x + 4)}"
    cross = f"{bar}M{fixed(x)} {fixed(y - 4)}V{fixed(y + 4)}"
    dot = pen.circle(x, y, 9.5, f"stroke-surface thick {fill(value)}")
    if step(value) == 2:
        return dot + pen.circle(x, y, 2.5, "fill-surface")
    return dot + pen.path(cross if value > 0 else bar, "stroke-surface thick round")
