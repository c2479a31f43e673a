"""A room guesses, then sees what customers lived: guesses as stacked dots, and on the reveal promise, reality and gap.

Drawn for a beamer from `BEAMER` pixels on: everything twice as large. Until it is revealed nothing in the picture
tells the answer.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols, words
from leitstern.charts.findings import BARS, COLOURS, says_interval
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.spread import spread
from leitstern.charts.svg import Pen
from leitstern.charts.units import OF_HUNDRED, POINTS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.findings import Says
    from leitstern.charts.sheet import Sheet, Side

BEAMER = 900
ROOMY = 600  # from here on the gap stands beside the number of guesses
FEWEST = 5  # fewer guesses would show persons
TICKS = (0, 0.25, 0.5, 0.75, 1)

GUESSES = Text("{n} guesses", "{n} Schätzungen")
STACK = Text("{value} of 100: {n} guesses.", "{value} von 100: {n} Schätzungen.")
ONE = Text("{value} of 100: one guess.", "{value} von 100: eine Schätzung.")
ROOM = Text("Your guess", "Ihre Schätzung")
HEADLINES: dict[Says, Text] = {
    "gap": Text("Gap: {points} points", "Lücke: {points} Punkte"),
    "strength": Text("Better than guessed: {points} points", "Besser als geschätzt: {points} Punkte"),
    "open": Text("Well guessed: {points} points apart", "Gut geschätzt: {points} Punkte auseinander"),
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
    # The stage is the same before and after the reveal: nothing jumps on the beamer.
    stacked = width < ROOMY
    top = 80.0 if stacked else 40.0
    floor = top + (170 if sheet.narrow else 210)
    scale = Scale(0, 1, 26, width - 26)
    guessed = sheet.locale.say(GUESSES, n=sheet.locale.number(len(room.guesses)))
    sides, height = _sides(room, pen, scale, floor, revealed)
    return pen.finish(
        height,
        pen.text(0, 20, guessed, "name"),
        _reality(room.lived, pen, scale, top, floor) if revealed else "",
        _stacks(room.guesses, pen, scale, top, floor - 16),
        pen.line(scale.start, floor, scale.end, floor, "stroke-muted"),
        *(
            pen.text(scale(v), floor + 28, OF_HUNDRED.text(v, sheet.locale), "small fill-muted", "middle")
            for v in TICKS
        ),
        _gap(room, pen, scale, floor, 0 if stacked else width) if revealed else "",
        sides,
        scale=size,
    )


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


def _reality(lived: Side, pen: Pen, scale: Scale, top: float, floor: float) -> str:
    """What customers lived, as a line with its interval through the whole picture."""
    if isinstance(lived, str):
        return ""
    low, high, x = scale(lived.low), scale(lived.high), scale(lived.value)
    band = pen.rect((low, top, high - low, floor - top), "fill-outside soft")
    return band + pen.line(x, top, x, floor, "stroke-outside thick")


def _gap(room: GuessRound, pen: Pen, scale: Scale, floor: float, right: float) -> str:
    """The gap as a bar on the line and in words above: to the left of `right`, or on lines of their own from 0."""
    if isinstance(room.gap, str) or isinstance(room.lived, str):
        return ""
    kind, locale = says_interval(room.gap), pen.sheet.locale
    points = locale.number(abs(room.gap.value) * 100)
    said = locale.say(HEADLINES[kind], points=points)
    interval = f"({POINTS.interval(room.gap, locale)})"
    start, end = sorted((scale(room.belief.value), scale(room.lived.value)))
    bar = pen.rect((start, floor - 5, end - start, 10), BARS[kind], 2)
    headline = (
        pen.text(right - pen.width(interval, "small") - 6, 20, said, f"lead {COLOURS[kind]}", "end")
        + pen.text(right, 20, interval, "small fill-muted", "end")
        if right
        else pen.text(0, 44, said, f"head {COLOURS[kind]}") + pen.text(0, 64, interval, "small fill-muted")
    )
    return pen.mark(f"{said} {interval}.", (start, floor - 9, end - start, 18), bar, headline)


def _sides(room: GuessRound, pen: Pen, scale: Scale, floor: float, revealed: bool) -> tuple[str, float]:
    """Marks on the line with their numbers below it, moved apart, and the words for missing ones; and the lower end."""
    say, locale = pen.sheet.locale.say, pen.sheet.locale
    shown: list[tuple[str, Side, str, symbols.Symbol]] = [(say(ROOM), room.belief, "inside", symbols.belief)]
    if revealed:
        shown.insert(0, (say(words.LIVED), room.lived, "outside", symbols.lived))
        shown.append((say(words.PROMISED), room.promise, "star", symbols.promise))
    known = [
        (name, side, colour, symbol) for name, side, colour, symbol in shown if isinstance(side, Estimate)
    ]
    texts = [[name, *_detail(side, pen)] for name, side, _, _ in known]
    # The number in its large type is never wider than "100".
    sizes = [max(pen.width("100", "big"), *(pen.width(line, "small") for line in lines)) for lines in texts]
    places = spread([scale(side.value) for _, side, _, _ in known], sizes, 0, scale.end + scale.start, 14)
    drawn = []
    for (name, side, colour, symbol), lines, size, x in zip(known, texts, sizes, places, strict=True):
        at, number = scale(side.value), OF_HUNDRED.text(side.value, locale)
        drawn.append(
            pen.mark(
                f"{name}: {OF_HUNDRED.estimate(side, locale)}.",
                (x - size / 2 - 4, floor + 48, size + 8, 30 + 17 * len(lines)),
                pen.line(at, floor + 34, x, floor + 48, f"stroke-{colour}"),
                symbol(pen, at, floor),
                pen.text(x, floor + 70, number, f"big fill-{colour}", "middle"),
                pen.lines(x, floor + 88, lines, "small fill-muted", 17, "middle"),
            )
        )
    y = floor + 86 + 17 * max(map(len, texts))
    for name, why, _, _ in shown:
        if isinstance(why, str):
            lines = wrap(f"{name}: {why}", scale.end, "small")
            drawn.append(pen.lines(0, y + 8, lines, "small fill-muted", 17))
            y += 3 + 17 * len(lines)
    return "".join(drawn), y


def _detail(side: Estimate, pen: Pen) -> list[str]:
    if side.low == side.high:
        return []
    return [OF_HUNDRED.interval(side, pen.sheet.locale), f"n\u00a0{pen.sheet.locale.number(side.n)}"]
