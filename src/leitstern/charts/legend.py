"""The key to a chart's marks, flowing over as many lines as it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.locales import Locale
    from leitstern.charts.svg import Pen

LEADING = 22


@dataclass(frozen=True, slots=True)
class Key:
    """One entry: what it is called and its mark, `size` pixels wide."""

    name: str
    draw: symbols.Symbol
    size: float = 16


def legend(pen: Pen, keys: Sequence[Key]) -> tuple[str, float]:
    """The key across the top of the sheet, and its height."""
    room = pen.sheet.width
    drawn, x, y = [], 0.0, 0.0
    for key in keys:
        long = key.size + 6 + pen.width(key.name, "small")
        if x > 0 and x + long > room:
            x, y = 0.0, y + LEADING
        drawn.append(key.draw(pen, x + key.size / 2, y + LEADING / 2))
        drawn.append(pen.text(x + key.size + 6, y + LEADING / 2 + 4.5, key.name, "small fill-muted"))
        x += long + 18
    return "".join(drawn), y + LEADING


def interval_name(locale: Locale, level: float) -> str:
    """What a 0.9 interval is called: 90-%-Intervall."""
    return locale.say(words.INTERVAL, level=round(level * 100))


def interval_key(locale: Locale, level: float) -> Key:
    """The entry that says which interval the thin bars show."""
    return Key(interval_name(locale, level), symbols.interval, 22)
