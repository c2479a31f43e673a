"""Initiatives on the left, goals on the right, and what ties them: the strategic bracket, or its absence.

A line stands for a contribution, the thicker the stronger; dashed, it works against the goal. What is tied to no goal
hangs loose in the colour of the gap. On a phone each initiative names its goals below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen, fixed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.charts.sheet import Sheet

FOR = Text("Works for a goal", "Wirkt für ein Ziel")
AGAINST = Text("Works against it", "Wirkt dagegen")
LOOSE = Text("Tied to no goal", "An kein Ziel gebunden")
NO_GOAL = Text("no goal", "kein Ziel")
SAID = Text("{name}, {note}. {ties}.", "{name}, {note}. {ties}.")
SAID_BARE = Text("{name}. {ties}.", "{name}. {ties}.")
TIE = Text("works for {goal}", "wirkt für {goal}")
TIE_AGAINST = Text("works against {goal}", "wirkt gegen {goal}")
WEIGHTS = {1: "hair", 2: "thick", 3: "heavy"}
ROW, GOAL = 40.0, 62.0  # height in pixels
DOT = 5.5


@dataclass(frozen=True, slots=True)
class Tied:
    """One initiative: its name, a note beside it (its budget), and goals by key with sign times weight."""

    name: str
    note: str
    ties: Mapping[int, int]
    href: str = ""


def bracket(rows: Sequence[Tied], goals: Sequence[tuple[int, str]], sheet: Sheet) -> str:
    """At least one initiative, in the caller's order; goals by key and name, from top to bottom."""
    pen, say = Pen(sheet), sheet.locale.say
    known = {key for key, _name in goals}
    pulls = [pull for row in rows for goal, pull in row.ties.items() if goal in known]
    keys = [
        *(
            [Key(say(FOR), lambda pen, x, y: pen.line(x - 11, y, x + 11, y, _style(2)), 22)]
            if any(p > 0 for p in pulls)
            else []
        ),
        *(
            [Key(say(AGAINST), lambda pen, x, y: pen.line(x - 11, y, x + 11, y, _style(-2)), 22)]
            if any(p < 0 for p in pulls)
            else []
        ),
        *([Key(say(LOOSE), _loose, 14)] if any(not known & set(row.ties) for row in rows) else []),
    ]
    drawn_keys, top = legend(pen, keys) if keys else ("", 0.0)
    if sheet.narrow:
        return _narrow(rows, dict(goals), pen, drawn_keys, top + 8)
    return _wide(rows, goals, pen, drawn_keys, top + 8)


def _wide(rows: Sequence[Tied], goals: Sequence[tuple[int, str]], pen: Pen, keys: str, top: float) -> str:
    width, say = pen.sheet.width, pen.sheet.locale.say
    left, right = width * 0.42, width * 0.68
    tall = max(len(rows) * ROW, len(goals) * GOAL)
    ys = {key: top + tall * (at + 0.5) / len(goals) for at, (key, _name) in enumerate(goals)}
    lines, marks = [], []
    for at, row in enumerate(rows):
        y = top + tall * (at + 0.5) / len(rows)
        ties = {goal: pull for goal, pull in row.ties.items() if goal in ys}
        name = wrap(row.name, left - 30 - pen.width(row.note, "small"), "name", 2)
        lines += [_curve(pen, left, y, right, ys[goal], pull) for goal, pull in ties.items()]
        marks.append(
            pen.mark(
                _sentence(row, dict(goals), pen),
                (0, y - ROW / 2 + 1, left + 12 if ties else width, ROW - 2),
                pen.lines(0, y + 5 - 9 * (len(name) - 1), name, "name", 18),
                pen.text(left - 16, y + 4.5, row.note, "small fill-muted", "end"),
                pen.circle(left, y, DOT, "stroke-surface fill-bridge") if ties else _loose(pen, left, y),
                "" if ties else pen.text(left + 14, y + 4.5, say(NO_GOAL), "small fill-gap"),
                href=row.href,
            )
        )
    for key, title in goals:
        said = wrap(title, width - right - 20, "head", 3)
        y = ys[key]
        marks.append(pen.circle(right, y, DOT + 1.5, "stroke-surface fill-star"))
        marks.append(pen.lines(right + 16, y + 5 - 9 * (len(said) - 1), said, "head", 18))
    return pen.finish(top + tall + 4, keys, *lines, *marks)


def _narrow(rows: Sequence[Tied], goals: Mapping[int, str], pen: Pen, keys: str, top: float) -> str:
    width, say, drawn = pen.sheet.width, pen.sheet.locale.say, []
    for row in rows:
        ties = [(goals[goal], pull) for goal, pull in row.ties.items() if goal in goals]
        name = wrap(row.name, width - 24, "head", 3)
        said = [
            line
            for goal, pull in ties
            for line in wrap(f"{'+' if pull > 0 else '−'} {goal}", width - 24, "small", 2)
        ] or [say(NO_GOAL)]
        note = [row.note] if row.note else []
        start = top + 20
        below = start + 19 * (len(name) - 1)
        end = below + 17 * (len(note) + len(said)) + 12
        mark = (
            pen.circle(6, start - 5, DOT, "stroke-surface fill-bridge") if ties else _loose(pen, 6, start - 5)
        )
        drawn.append(
            pen.mark(
                _sentence(row, goals, pen),
                (0, top + 1, width, end - top - 2),
                pen.line(0, top, width, top, "stroke-line hair"),
                mark,
                pen.lines(20, start, name, "head", 19),
                pen.lines(20, below + 18, note, "small fill-muted", 17),
                pen.lines(20, below + 18 + 17 * len(note), said, "small" if ties else "small fill-gap", 17),
                href=row.href,
            )
        )
        top = end
    return pen.finish(top + 2, keys, *drawn)


def _curve(pen: Pen, x1: float, y1: float, x2: float, y2: float, pull: int) -> str:
    half = (x1 + x2) / 2
    ends = [fixed(each) for each in (x1, y1, half, y1, half, y2, x2, y2)]
    return pen.path("M{} {}C{} {} {} {} {} {}".format(*ends), _style(pull))


def _style(pull: int) -> str:
    return f"stroke-bridge {WEIGHTS[pull]}" if pull > 0 else f"stroke-bad {WEIGHTS[-pull]} dash"


def _loose(pen: Pen, x: float, y: float) -> str:
    return pen.circle(x, y, DOT, "stroke-gap thick")


def _sentence(row: Tied, goals: Mapping[int, str], pen: Pen) -> str:
    say = pen.sheet.locale.say
    ties = [
        say(TIE if pull > 0 else TIE_AGAINST, goal=goals[goal])
        for goal, pull in row.ties.items()
        if goal in goals
    ]
    said = ", ".join(ties) or say(LOOSE)
    return (
        say(SAID, name=row.name, note=row.note, ties=said)
        if row.note
        else say(SAID_BARE, name=row.name, ties=said)
    )
