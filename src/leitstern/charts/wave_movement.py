"""What moved between two waves, dimension by dimension, and what may be noise.

A ring marks the wave before, a solid dot the wave after. The grey band around the ring is where the dot would lie if
nothing had moved, nine times out of ten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leitstern.charts import symbols
from leitstern.charts.legend import Key
from leitstern.charts.level_rows import LevelRow, level_rows
from leitstern.charts.levels import CHANGES, LEVELS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.scales import Scale
    from leitstern.charts.sheet import Sheet, Side
    from leitstern.charts.svg import Pen

Direction = Literal["up", "down", "still", "open"]

BEFORE = Text("Before", "Vorher")
AFTER = Text("After", "Nachher")
NOISE = Text("Noise", "Rauschen")
CHANGE = Text("Change", "Veränderung")
DIRECTIONS: dict[Direction, Text] = {
    "up": Text("better", "besser"),
    "down": Text("worse", "schlechter"),
    "still": Text("unchanged", "unverändert"),
    "open": Text("cannot tell", "nicht zu sagen"),
}
COLOURS: dict[Direction, str] = {"up": "good", "down": "bad", "still": "muted", "open": "muted"}
SAID = Text(
    "{name}. Before: {before}. After: {after}. Change: {change}, {direction}.",
    "{name}. Vorher: {before}. Nachher: {after}. Veränderung: {change}, {direction}.",
)
END = Text("{change} {direction}", "{change} {direction}")


@dataclass(frozen=True, slots=True)
class MovementRow:
    """One dimension: levels before and after, their difference, and what core says of it."""

    name: str
    before: Side
    after: Side
    change: Side
    direction: Direction
    href: str = ""


def wave_movement(rows: Sequence[MovementRow], sheet: Sheet) -> str:
    """At least one dimension, in the caller's order."""
    say = sheet.locale.say
    keys = [
        Key(say(BEFORE), symbols.belief, 16),
        Key(say(AFTER), lambda pen, x, y: pen.circle(x, y, 6.5, "stroke-surface fill-ink"), 16),
        Key(say(NOISE), symbols.sample("fill-muted soft", 14), 24),
    ]
    return level_rows([_line(row, sheet) for row in rows], keys, say(CHANGE), sheet)


def _line(row: MovementRow, sheet: Sheet) -> LevelRow:
    locale = sheet.locale
    direction = locale.say(DIRECTIONS[row.direction])

    def said(side: Side) -> str:
        return side if isinstance(side, str) else LEVELS.estimate(side, locale)

    change = row.change if isinstance(row.change, str) else CHANGES.estimate(row.change, locale)
    end = (
        row.change
        if isinstance(row.change, str)
        else locale.say(END, change=CHANGES.text(row.change.value, locale), direction=direction)
    )
    return LevelRow(
        name=row.name,
        sentence=locale.say(
            SAID,
            name=row.name,
            before=said(row.before),
            after=said(row.after),
            change=change,
            direction=direction,
        ),
        draw=lambda pen, scale, y: _marks(row, pen, scale, y),
        end=end,
        style=f"{'small' if isinstance(row.change, str) else 'value'} fill-{COLOURS[row.direction]}",
        href=row.href,
    )


def _marks(row: MovementRow, pen: Pen, scale: Scale, y: float) -> str:
    drawn = []
    if isinstance(row.before, Estimate) and isinstance(row.change, Estimate):
        half = (row.change.high - row.change.low) / 2
        left, right = scale(row.before.value - half), scale(row.before.value + half)
        drawn.append(pen.rect((left, y - 10, right - left, 20), "fill-muted soft", 4))
    if isinstance(row.before, Estimate) and isinstance(row.after, Estimate):
        colour = COLOURS[row.direction]
        drawn.append(
            pen.line(scale(row.before.value), y, scale(row.after.value), y, f"stroke-{colour} heavy")
        )
        drawn.append(symbols.belief(pen, scale(row.before.value), y))
        drawn.append(pen.circle(scale(row.after.value), y, 6.5, f"stroke-surface fill-{colour}"))
    return "".join(drawn)
