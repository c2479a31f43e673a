"""What a journey feels like: stages and touchpoints with the emotion customers showed, over the path as designed.

Wide, the curve runs from left to right above the touchpoints of each stage; on a phone it runs down the page
beside them. Where the designed path is given, its steps are numbered and joined, and what nobody designed has a
dashed border.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leitstern.charts import emotion
from leitstern.charts import journey_parts as parts
from leitstern.charts.curves import smooth, smooth_down
from leitstern.charts.journey_parts import MapStage, MapTouchpoint
from leitstern.charts.legend import legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet, Side

__all__ = ["MapStage", "MapTouchpoint", "journey_map"]

LEVELS = (2, 1, 0, -1, -2)
COLUMN = 100  # pixels a stage needs to stand beside the next one


def journey_map(stages: Sequence[MapStage], sheet: Sheet) -> str:
    """The map of at least one stage, in the caller's order."""
    pen = Pen(sheet)
    axis = max(pen.width(sheet.locale.say(word), "small") for word in emotion.WORDS) + 36
    column = (sheet.width - axis) / len(stages)
    return _down(stages, pen) if sheet.narrow or column < COLUMN else _across(stages, pen, axis, column)


def _across(stages: Sequence[MapStage], pen: Pen, axis: float, column: float) -> str:
    names = [wrap(stage.name, column - 20, "head", 2) for stage in stages]
    keys, top = legend(pen, parts.keys(stages, pen))
    answered = [wrap(parts.stage_n(stage, pen), column - 20, "small", 2) for stage in stages]
    panel = top + 21 + max(len(name) * 19 + len(n) * 17 for name, n in zip(names, answered, strict=True))
    feel = Scale(-2, 2, panel + 206, panel + 46)
    spots = [axis + (i + 0.5) * column for i in range(len(stages))]
    places = list(zip(spots, (stage.emotion for stage in stages), strict=True))
    drawn = [
        keys,
        *(_level(pen, level, feel, axis - 12) for level in LEVELS),
        *(
            pen.line(x - column / 2 - 9, top + 12, x - column / 2 - 9, panel + 256, "stroke-line hair")
            for x in spots[1:]
        ),
        parts.curve(pen, places, lambda x, value: (x, feel(value)), smooth),
    ]
    bottom = cards = panel + 276
    designed: list[parts.Step] = []
    for i, (stage, name, n) in enumerate(zip(stages, names, answered, strict=True)):
        left = axis + i * column + 4
        drawn += [
            pen.lines(left, top + 26, name, "head", 19),
            pen.lines(left, top + 26 + len(name) * 19, n, "small fill-muted", 17),
            pen.mark(
                parts.stage_sentence(stage, pen),
                (left - 6, panel, column - 8, 250),
                _value_across([s.emotion for s in stages], i, pen, spots[i], feel),
            ),
        ]
        column_drawn, steps, end = parts.cards(stages, i, pen, (left, cards), column - 22)
        drawn.append(column_drawn)
        designed += steps
        bottom = max(bottom, end)
    return pen.finish(bottom - 8, *drawn, parts.path(designed, pen))


def _level(pen: Pen, level: int, feel: Scale, end: float) -> str:
    """One line of the emotion scale with its word and number."""
    y, (_, word) = feel(level), emotion.said(pen, level)
    return (
        pen.line(end + 4, y, pen.sheet.width, y, f"stroke-{'line' if level else 'muted'} hair")
        + pen.text(end - 24, y + 4.5, word, "small fill-muted", "end")
        + pen.text(end, y + 4.5, pen.sheet.locale.signed(level), "small fill-muted", "end")
    )


def _value_across(sides: Sequence[Side], i: int, pen: Pen, x: float, feel: Scale) -> str:
    """A stage's point on the curve; its number and word stand where the curve leaves room."""
    here = sides[i]
    if isinstance(here, str):
        lines = wrap(here, 90, "small", 2)
        return pen.lines(x, feel(0) - 8 - 16 * (len(lines) - 1), lines, "small fill-muted", 16, "middle")
    around = [
        side.value for j in (i - 1, i + 1) if 0 <= j < len(sides) and isinstance(side := sides[j], Estimate)
    ]
    number, word = emotion.said(pen, here.value)
    y, anchor, shift = feel(here.high) - 30, "middle", 0.0
    if around and here.value < min(around):
        y = feel(here.low) + 24
    elif len(around) == 2 and min(around) < here.value < max(around):
        # The curve runs steeply past the point: above it there is room on one side only.
        falls = around[0] > here.value
        anchor, shift = ("", -2.0) if falls else ("end", 2.0)
    return (
        pen.line(x, feel(here.low), x, feel(here.high), "stroke-outside thick")
        + emotion.badge(pen, x, feel(here.value), here.value)
        + pen.text(x + shift, y, number, "value", anchor)
        + pen.text(x + shift, y + 16, word, "small fill-muted", anchor)
    )


def _down(stages: Sequence[MapStage], pen: Pen) -> str:
    width, strip, say = pen.sheet.width, 112, pen.sheet.locale.say
    feel, x = Scale(-2, 2, 14, strip - 14), strip + 14
    key, y = legend(pen, parts.keys(stages, pen))
    top = y = y + 32
    drawn = [
        pen.text(0, y - 8, f"− {say(emotion.WORDS[1])}", "small fill-muted"),
        pen.text(strip, y - 8, f"{say(emotion.WORDS[3])} +", "small fill-muted", "end"),
    ]
    designed: list[parts.Step] = []
    places: list[tuple[float, Side]] = []
    for i, stage in enumerate(stages):
        name = wrap(stage.name, width - x, "head", 2)
        said = parts.stage_said(stage, pen, width - x)
        spot, end = y + 18 + len(name) * 19, y + 34 + len(name) * 19 + len(said) * 17
        drawn.append(pen.line(0, y, width, y, "stroke-line hair"))
        drawn.append(
            pen.mark(
                parts.stage_sentence(stage, pen),
                (0, y + 2, width, end - y - 16),
                pen.lines(x, y + 26, name, "head", 19),
                pen.lines(x, y + 26 + len(name) * 19, said, "small fill-muted", 17),
                _value_down(stage.emotion, pen, spot, feel),
            )
        )
        places.append((spot, stage.emotion))
        column, steps, y = parts.cards(stages, i, pen, (x, end), width - x - 10)
        drawn.append(column)
        designed += [replace(step, column=0) for step in steps]
        y += 8
    guides = [pen.line(feel(v), top, feel(v), y, f"stroke-{'line' if v else 'muted'} hair") for v in LEVELS]
    curve = parts.curve(pen, places, lambda y, value: (feel(value), y), smooth_down)
    return pen.finish(y, key, *guides, curve, *drawn, parts.path(designed, pen))


def _value_down(here: Side, pen: Pen, y: float, feel: Scale) -> str:
    if isinstance(here, str):
        return ""
    interval = pen.line(feel(here.low), y, feel(here.high), y, "stroke-outside thick")
    return interval + emotion.badge(pen, feel(here.value), y, here.value)
