"""The ways customers really go: the most frequent paths as chains of chevrons, with their share and what they cover.

The bar of each path starts where the one above it ended, so that the bars together climb to what all of them cover.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.svg import Box

COVERED = Text("coverage {share}", "Abdeckung {share}")
TIMES = Text("{step}, {n} times in a row", "{step}, {n}-mal hintereinander")
SENTENCE = Text(
    "{share} of journeys (n {n}): {path}. Together with the paths above: {covered}.",
    "{share} der Reisen (n {n}): {path}. Zusammen mit den Wegen darüber: {covered}.",
)

HEIGHT, LEADING, NOTCH = 28, 34, 8  # pixels of a chevron, from line to line, and how deep its point is


@dataclass(frozen=True, slots=True)
class Variant:
    """One path: its steps, its share 0–1 of all journeys, how many they are, and the share covered so far."""

    steps: tuple[str, ...]
    share: float
    n: int
    covered: float
    note: str = ""  # how long it takes, how it ends
    href: str = ""


def variant_chevrons(variants: Sequence[Variant], sheet: Sheet) -> str:
    """The chains of at least one path, in the caller's order (most frequent first)."""
    pen, width = Pen(sheet), sheet.width
    figures = width if sheet.narrow else 270
    drawn, y = [], 0.0
    for variant in variants:
        left, top = (0, y + 58) if sheet.narrow else (figures, y + 12)
        chain, bottom = _chain(variant.steps, pen, left, top, width - left)
        note = wrap(variant.note, width - left, "small") if variant.note else []
        said = pen.lines(left, bottom + 18, note, "small fill-muted", 17)
        bottom += 8 + 17 * len(note) if note else 0
        bottom = max(bottom + 10, y + 68)
        drawn.append(
            pen.mark(
                _sentence(variant, pen),
                (0, y + 1, width, bottom - y - 2),
                pen.line(0, y, width, y, "stroke-line hair") if y else "",
                _figures(variant, pen, y, figures - (0 if sheet.narrow else 32)),
                chain,
                said,
                href=variant.href,
            )
        )
        y = bottom
    return pen.finish(y, *drawn)


def _figures(variant: Variant, pen: Pen, y: float, width: float) -> str:
    """Share and n, and a bar from what was covered before to what is covered now."""
    locale = pen.sheet.locale
    share = locale.percent(variant.share)
    start, end = (variant.covered - variant.share) * width, variant.covered * width
    covered = locale.say(COVERED, share=locale.percent(variant.covered))
    return (
        pen.text(0, y + 26, share, "head")
        + pen.text(
            pen.width(share, "head") + 8, y + 26, f"n\u00a0{locale.number(variant.n)}", "small fill-muted"
        )
        + pen.text(width, y + 26, covered, "small fill-muted", "end")
        + pen.rect((0, y + 36, width, 8), "fill-line", 4)
        + pen.rect((0, y + 36, start, 8), "fill-outside pale", 4)
        + pen.rect((start, y + 36, max(end - start, 2), 8), "fill-outside", 2)
    )


def _chain(steps: Sequence[str], pen: Pen, left: float, top: float, room: float) -> tuple[str, float]:
    """Chevrons flowing over as many lines as they need; gives the drawing and its lower end."""
    drawn, x, y = [], left, top
    for step, run in groupby(steps):
        times = len(list(run))
        suffix = f" ×{pen.sheet.locale.number(times)}" if times > 1 else ""
        name = wrap(step, room - 40 - pen.width(suffix, "label"), "label", 1)[0] + suffix
        long = pen.width(name, "label") + 22 + NOTCH
        if x > left and x + long > left + room:
            x, y = left, y + LEADING
        drawn.append(
            _chevron(pen, (x, y, long, HEIGHT), "stroke-gap fill-bg" if times > 1 else "stroke-line fill-bg")
        )
        drawn.append(pen.text(x + NOTCH + 8, y + 18.5, name, "label"))
        x += long - 2
    return "".join(drawn), y + HEIGHT


def _chevron(pen: Pen, box: Box, styles: str) -> str:
    x, y, w, h = box
    tip = w - NOTCH
    outline = points(
        (x, y), (x + tip, y), (x + w, y + h / 2), (x + tip, y + h), (x, y + h), (x + NOTCH, y + h / 2)
    )
    return pen.path(outline + "Z", styles)


def _sentence(variant: Variant, pen: Pen) -> str:
    locale = pen.sheet.locale
    runs = [(step, len(list(run))) for step, run in groupby(variant.steps)]
    path = " → ".join(locale.say(TIMES, step=step, n=n) if n > 1 else step for step, n in runs)
    said = locale.say(
        SENTENCE,
        share=locale.percent(variant.share),
        n=locale.number(variant.n),
        path=path,
        covered=locale.percent(variant.covered),
    )
    return f"{said} {variant.note}." if variant.note else said
