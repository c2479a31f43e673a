"""The moment in which a room sees how far its guess is from what customers live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.gap.inputs import RULES
from leitstern.core.gap.wording import difference, of_hundred
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.room import Room

TOO_HIGH = Text(
    en="You guessed {guess} of 100; {lived} ({low} to {high}) live it. That is {points} fewer than you thought.",
    de="Sie haben {guess} von 100 geschätzt; erlebt haben es {lived} ({low} bis {high}). "
    "Das sind {points} weniger als gedacht.",
)
TOO_LOW = Text(
    en="You guessed {guess} of 100; {lived} ({low} to {high}) live it. That is {points} more than you thought.",
    de="Sie haben {guess} von 100 geschätzt; erlebt haben es {lived} ({low} bis {high}). "
    "Das sind {points} mehr als gedacht.",
)
RIGHT = Text(
    en="You guessed {guess} of 100; {lived} ({low} to {high}) live it. You know your customers here.",
    de="Sie haben {guess} von 100 geschätzt; erlebt haben es {lived} ({low} bis {high}). "
    "Hier kennen Sie Ihre Kundinnen und Kunden.",
)


@dataclass(frozen=True, slots=True)
class Reveal:
    """How far the room's middle guess lies above the lived share (negative: below), and the sentence for the wall."""

    distance: Estimate
    sentence: Text


def reveal(room: Room | Missing, lived: Measured, relevant: float = RULES.relevant) -> Reveal | Missing:
    """Compare guess and reality. The room is not estimated, so all uncertainty is that of the lived share.

    A guess is off if it lies outside the interval of the lived share and further than `relevant` from its value.
    """
    if isinstance(room, Missing):
        return room
    if isinstance(lived, Missing):
        return lived
    away = difference(room.median, lived.value)
    distance = Estimate(
        value=away,
        # Of a very narrow interval, rounding may put the value outside.
        low=min(room.median - lived.high, away),
        high=max(room.median - lived.low, away),
        n=lived.n,
        level=lived.level,
        as_of=lived.as_of,
    )
    sentence = RIGHT
    if distance.low > 0 and distance.value > relevant:
        sentence = TOO_HIGH
    elif distance.high < 0 and distance.value < -relevant:
        sentence = TOO_LOW
    return Reveal(
        distance,
        sentence.fill(
            guess=of_hundred(room.median),
            lived=of_hundred(lived.value),
            low=of_hundred(lived.low),
            high=of_hundred(lived.high),
            points=of_hundred(abs(away)),
        ),
    )
