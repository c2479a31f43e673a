"""A room guesses, then sees what customers lived: guesses as stacked dots, and on the reveal promise, reality and gap.

Drawn for a beamer from `BEAMER` pixels on: everything twice as large. Until it is revealed nothing in the picture
tells the answer.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols, words
from leitstern.charts.findings import BARS, NAMES, finding
from leitstern.charts.scales import Scale
from leitstern.charts.spread import spread
from leitstern.charts.svg import Pen
from leitstern.charts.units import OF_HUNDRED, POINTS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.findings import Finding
    from leitstern.charts.sheet import Sheet, Side

BEAMER = 900
FEWEST = 5  # fewer guesses would show persons
TICKS = (0, 0.25, 0.5, 0.75, 1)

GUESSES = Text("{n} guesses", "{n} Schätzungen")
STACK = Text("{value} of 100: {n} guesses", "{value} von 100: {n} Schätzungen")
ONE = Text("{value} of 100: one guess", "{value} von 100: eine Schätzung")
ROOM = Text("Your guess", "Ihre Schätzung")
GAP_SAID = Text("{name}: {points} points", "{name}: {points} Punkte")
HEADLINES: dict[Finding, str] = {
    "gap": "lead fill-gap",
    "strength": "lead fill-good",
    "open": "lead fill-muted",
}


@dataclass(frozen=True, slots=True)
class GuessRound:
    """Guesses 0–100 of one room at one touchpoint, and the sides they are compared with, as shares 0–1.

    `belief` is what core makes of the guesses, `gap` is belief − lived.
    """

    guesses: Sequence[int]
    belief: Estimate
    promise: Side
    lived: Side
    gap: Side


def guess_reveal(room: GuessRound, sheet: Sheet, revealed: bool) -> str:
    """The room's picture before or after the reveal. Raises ValueError below five guesses."""
    if len(room.guesses) < FEWEST:
        raise ValueError("Guesses of fewer than five people are never shown.")
    size = 2 if sheet.width >= BEAMER else 1
    pen, width = Pen(sheet), sheet.width / size
    top, floor = 40.0, 210.0 if sheet.narrow else 250.0
    scale = Scale(0, 1, 26, width - 26)
    guessed = sheet.locale.say(GUESSES, n=sheet.locale.number(len(room.guesses)))
    drawn = [
        pen.text(0, 20, guessed, "name"),
        _reality(room, pen, scale, top, floor) if revealed else "",
        _stacks(room.guesses, pen, scale, top, floor - 16),
        pen.line(scale.start, floor, scale.end, floor, "stroke-muted"),
        *(
            pen.text(scale(v), floor + 28, OF_HUNDRED.text(v, sheet.locale), "small fill-muted", "middle")
            for v in TICKS
        ),
        _gap(room, pen, scale, width, floor) if revealed else "",
    ]
    sides, height = _sides(room, pen, scale, width, floor, revealed)
    return pen.finish(height, *drawn, sides, scale=size)


def _stacks(guesses: Sequence[int], pen: Pen, scale: Scale, top: float, floor: float) -> str:
    """One dot per guess, stacked at the nearest five (ten on a phone)."""
    width = 10 if pen.sheet.narrow else 5
    counts = Counter(min((guess + width // 2) // width * width, 100) for guess in guesses)
    room = (scale.end - scale.start) * width / 100
    radius = min(room * 0.42, (floor - top) / max(counts.values()) / 2, 12)
    drawn = []
    for value, n in sorted(counts.items()):
        x = scale(value / 100)
        dots = (pen.circle(x, floor - (2 * i + 1) * radius, radius - 0.7, "fill-inside") for i in range(n))
        sentence = pen.sheet.locale.say(STACK if n > 1 else ONE, value=value, n=n)
        pillar = (x - room / 2, floor - 2 * n * radius - 4, room, 2 * n * radius + 8)
        drawn.append(pen.mark(sentence, pillar, *dots))
    return "".join(drawn)


def _reality(room: GuessRound, pen: Pen, scale: Scale, top: float, floor: float) -> str:
    if isinstance(room.lived, str):
        return ""
    low, high, x = scale(room.lived.low), scale(room.lived.high), scale(room.lived.value)
    return pen.rect((low, top, high - low, floor - top), "fill-outside soft") + pen.line(
        x, top, x, floor, "stroke-outside thick"
    )


def _gap(room: GuessRound, pen: Pen, scale: Scale, width: float, floor: float) -> str:
    """The gap in words above and as a bar on the line."""
    if isinstance(room.gap, str) or isinstance(room.lived, str):
        return ""
    kind, locale = finding(room.gap), pen.sheet.locale
    number = locale.number(abs(room.gap.value) * 100)
    said = locale.say(GAP_SAID, name=locale.say(NAMES[kind]), points=number)
    left, right = sorted((scale(room.belief.value), scale(room.lived.value)))
    interval = f"({POINTS.interval(room.gap, locale)})"
    return (
        pen.rect((left, floor - 5, right - left, 10), BARS[kind], 2)
        + pen.text(width - pen.width(interval, "small") - 6, 20, said, HEADLINES[kind], "end")
        + pen.text(width, 20, interval, "small fill-muted", "end")
    )


def _sides(
    room: GuessRound, pen: Pen, scale: Scale, width: float, floor: float, revealed: bool
) -> tuple[str, float]:
    """Marks on the line with their numbers below it, moved apart; and where the chart ends."""
    say = pen.sheet.locale.say
    shown: list[tuple[Text, Side, str, symbols.Symbol]] = [(ROOM, room.belief, "inside", symbols.belief)]
    if revealed:
        shown.append((words.PROMISED, room.promise, "star", symbols.promise))
        shown.append((words.LIVED, room.lived, "outside", symbols.lived))
    blocks = []
    for name, side, colour, symbol in shown:
        if isinstance(side, Estimate):
            lines = [say(name), *_detail(side, pen)]
            long = max(
                pen.width(OF_HUNDRED.text(side.value, pen.sheet.locale), "big"),
                *(pen.width(line, "small") for line in lines),
            )
            blocks.append((side.value, colour, symbol, lines, long))
    places = spread([scale(b[0]) for b in blocks], [b[4] for b in blocks], 0, width, 14)
    drawn = []
    for (value, colour, symbol, lines, _), x in zip(blocks, places, strict=True):
        drawn.append(pen.line(scale(value), floor + 34, x, floor + 48, f"stroke-{colour}"))
        drawn.append(symbol(pen, scale(value), floor))
        number = OF_HUNDRED.text(value, pen.sheet.locale)
        drawn.append(pen.text(x, floor + 70, number, f"big fill-{colour}", "middle"))
        drawn.append(pen.lines(x, floor + 88, lines, "small fill-muted", 17, "middle"))
    y = floor + 88 + 17 * max(len(b[3]) for b in blocks)
    for name, side, _, _ in shown:
        if isinstance(side, str):
            drawn.append(pen.text(0, y + 6, f"{say(name)}: {side}", "small fill-muted"))
            y += 20
    return "".join(drawn), y


def _detail(side: Estimate, pen: Pen) -> list[str]:
    if side.low == side.high:
        return []
    return [OF_HUNDRED.interval(side, pen.sheet.locale), f"n\u00a0{pen.sheet.locale.number(side.n)}"]
