"""How far customers get, step by step, and what those do instead who stop: the bars go down, the branches to the side.

Bars are shares of those at the first step, their thin line the interval. Beside another selection its share stands as a
ring on the bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen, fixed
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet, Side

ALL = Text("{customers} customers begin", "{customers} Kundinnen und Kunden beginnen")
GOT = Text("{share} of 100 [{span}], n {n}", "{share} von 100 [{span}], n {n}")
AFTER = Text("; typically {wait} later", "; typisch {wait} später")
BESIDE = Text("; beside them {other}, {points} points", "; daneben {other}, {points} Punkte")
BESIDE_SURE = Text(
    "; beside them {other}, {points} points for sure", "; daneben {other}, sicher {points} Punkte"
)
STOPPED = Text("{stopped} stop here. Next:", "{stopped} bleiben hier. Danach:")
STOPPED_ALONE = Text("{stopped} stop here", "{stopped} bleiben hier")
BRANCH = Text("{share} of 100 {name}", "{share} von 100 {name}")
BAR, LINE, MOST = 22.0, 21.0, 4


@dataclass(frozen=True, slots=True)
class Branch:
    """What so many (a share 0–1 of those who stop) did instead."""

    name: str
    share: Side


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step; of the first there is no share, of the last nobody stops."""

    name: str
    customers: int
    share: Side | None
    wait: str = ""
    stopped: int = 0
    instead: tuple[Branch, ...] = ()
    other: Side | None = None
    difference: Side | None = None
    sure: bool = False


def funnel_steps(steps: Sequence[FunnelStep], sheet: Sheet) -> str:
    """At least two steps, in their order."""
    pen = Pen(sheet)
    room = sheet.width if sheet.narrow else sheet.width * 0.56
    scale = Scale(0, 1, 0, room - 12)
    drawn, top = [], 0.0
    for step in steps:
        mark, top = _step(step, pen, scale, top, room)
        drawn.append(mark)
    return pen.finish(top, *drawn)


def _step(step: FunnelStep, pen: Pen, scale: Scale, top: float, room: float) -> tuple[str, float]:
    name = wrap(step.name, room - 12, "name", 2)
    bar = top + 20 * len(name) + 6
    said = wrap(_figures(step, pen), room - 12, "small", 4)
    below = bar + BAR + 19
    bottom = below + 18 * (len(said) - 1) + 16
    parts = [
        pen.lines(0, top + 17, name, "name", 20),
        pen.rect((0, bar, scale.end, BAR), "fill-surface stroke-line hair", 4),
        *_bar(step, pen, scale, bar),
        pen.lines(0, below, said, "small fill-muted", 18),
    ]
    if step.stopped:
        branch, bottom = _branches(step, pen, scale, bar, bottom)
        parts.append(branch)
    return pen.mark(_sentence(step, pen), (0, top, pen.sheet.width, bottom - top), *parts), bottom + 8


def _bar(step: FunnelStep, pen: Pen, scale: Scale, top: float) -> list[str]:
    middle = top + BAR / 2
    if step.share is None:
        full = 1.0 if step.customers else 0.0
        return [pen.rect((0, top, scale(full), BAR), "fill-outside pale", 4)]
    if not isinstance(step.share, Estimate):
        return [symbols.cross(pen, 14, middle)]
    drawn = [
        pen.rect((0, top, scale(step.share.value), BAR), "fill-outside pale", 4),
        symbols.whisker(pen, scale(step.share.low), scale(step.share.high), middle, "stroke-ink thick"),
    ]
    if isinstance(step.other, Estimate):
        drawn.append(pen.circle(scale(step.other.value), middle, 5, "stroke-gap fill-surface heavy"))
    return drawn


def _branches(step: FunnelStep, pen: Pen, scale: Scale, bar: float, bottom: float) -> tuple[str, float]:
    """To the side, on a phone below; and where they end."""
    narrow, say, number = pen.sheet.narrow, pen.sheet.locale.say, pen.sheet.locale.number
    left = 22.0 if narrow else pen.sheet.width * 0.6
    top = bottom + 6 if narrow else bar - 4
    head = say(STOPPED if step.instead else STOPPED_ALONE, stopped=number(step.stopped))
    parts = [pen.text(left, top + 15, head, "label")]
    if not narrow:
        turn = f"M{fixed(scale.end)} {fixed(bar + BAR / 2)}L{fixed(left - 8)} {fixed(top + 11)}"
        parts.append(pen.path(turn, "stroke-gap hair round"))
    y = top + 20
    for each in step.instead[:MOST]:
        share = each.share.value if isinstance(each.share, Estimate) else 0.0
        told = number(share * 100) if isinstance(each.share, Estimate) else "–"
        parts += [
            pen.rect((left, y + 5, max(64 * share, 1.5), 11), "fill-gap pale", 2),
            pen.text(left + 98, y + 15, told, "value", "end"),
            *(
                pen.text(left + 106, y + 15, line, "small")
                for line in wrap(each.name, pen.sheet.width - left - 108, "small", 1)
            ),
        ]
        y += LINE
    return "".join(parts), max(bottom, y + 6)


def _figures(step: FunnelStep, pen: Pen) -> str:
    say, number = pen.sheet.locale.say, pen.sheet.locale.number
    if step.share is None:
        return say(ALL, customers=number(step.customers))
    if not isinstance(step.share, Estimate):
        return step.share
    share = step.share
    span = pen.sheet.locale.span(number(share.low * 100), number(share.high * 100))
    said = say(GOT, share=number(share.value * 100), span=span, n=number(share.n))
    if step.wait:
        said += say(AFTER, wait=step.wait)
    if isinstance(step.other, Estimate) and isinstance(step.difference, Estimate):
        points = pen.sheet.locale.signed(step.difference.value * 100)
        words = BESIDE_SURE if step.sure else BESIDE
        said += say(words, other=number(step.other.value * 100), points=points)
    return said


def _sentence(step: FunnelStep, pen: Pen) -> str:
    say, number = pen.sheet.locale.say, pen.sheet.locale.number
    said = f"{step.name}: {_figures(step, pen)}."
    if not step.stopped:
        return said
    head = say(STOPPED if step.instead else STOPPED_ALONE, stopped=number(step.stopped))
    told = [
        say(BRANCH, share=number(each.share.value * 100), name=each.name)
        for each in step.instead
        if isinstance(each.share, Estimate)
    ]
    return f"{said} {head} {'; '.join(told)}".rstrip() + "."
