"""The marks that carry the thesis, each drawn around its centre. They differ in shape, not only in colour."""

from __future__ import annotations

from collections.abc import Callable

from leitstern.charts.svg import Pen, fixed, points

Symbol = Callable[[Pen, float, float], str]


def promise(pen: Pen, x: float, y: float) -> str:
    """What was promised: the star one steers by."""
    corners = []
    for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)):
        corners += [(x + dx * 9, y + dy * 9), (x + (dx - dy) * 2.3, y + (dy + dx) * 2.3)]
    return pen.path(points(*corners) + "Z", "stroke-star fill-surface round")


def belief(pen: Pen, x: float, y: float) -> str:
    """What the company believes: a ring, because nothing fills it but opinion."""
    return pen.circle(x, y, 5, "stroke-inside fill-surface heavy")


def lived(pen: Pen, x: float, y: float) -> str:
    """What customers lived: a solid dot."""
    return pen.circle(x, y, 7.5, "fill-outside stroke-surface")


def observed(pen: Pen, x: float, y: float) -> str:
    """What was answered before caution: a small hollow diamond beside the solid dot."""
    corners = points((x, y - 5.5), (x + 5.5, y), (x, y + 5.5), (x - 5.5, y))
    return pen.path(corners + "Z", "stroke-outside fill-surface round")


def contact(pen: Pen, x: float, y: float) -> str:
    """One contact on a timeline."""
    return pen.circle(x, y, 6.5, "stroke-surface fill-outside")


def repeated_contact(pen: Pen, x: float, y: float) -> str:
    """A contact about the same once more: ringed in ember."""
    return pen.circle(x, y, 9.5, "stroke-gap fill-surface") + contact(pen, x, y)


def milestone(pen: Pen, x: float, y: float) -> str:
    """A moment in the relationship that deserves an answer: a diamond."""
    corners = points((x, y - 9), (x + 9, y), (x, y + 9), (x - 9, y))
    return pen.path(corners + "Z", "stroke-surface fill-bridge")


def flag_kept(pen: Pen, x: float, y: float) -> str:
    """A kept promise: a tick in an outlined flag."""
    flag = points((x - 6, y + 7), (x - 6, y - 6), (x + 6, y - 6), (x + 6, y + 3), (x - 6, y + 3))
    tick = points((x - 3, y - 2), (x - 0.5, y + 0.5), (x + 3.5, y - 4))
    return pen.path(flag + tick, "stroke-good round")


def flag_late(pen: Pen, x: float, y: float) -> str:
    """A promise not kept: a solid, torn flag."""
    corners = (
        (x - 6, y + 7),
        (x - 6, y - 6),
        (x + 6, y - 6),
        (x + 3, y - 1.5),
        (x + 6, y + 3),
        (x - 6, y + 3),
    )
    return pen.path(points(*corners), "stroke-bad fill-bad round")


def again(pen: Pen, x: float, y: float) -> str:
    """Once more: a turning arrow."""
    turn = f"M{fixed(x + 4.7)} {fixed(y - 3)}A5 5 0 1 0 {fixed(x + 5.5)} {fixed(y + 1)}"
    head = points((x + 6, y - 6.5), (x + 5, y - 2.5), (x + 1, y - 3.5))
    return pen.path(turn + head, "stroke-gap round")


def cross(pen: Pen, x: float, y: float) -> str:
    """Nothing could be said here."""
    strokes = points((x - 4, y - 4), (x + 4, y + 4)) + points((x + 4, y - 4), (x - 4, y + 4))
    return pen.path(strokes, "stroke-muted")


def interval(pen: Pen, x: float, y: float) -> str:
    """A sample of a whisker for the key."""
    return whisker(pen, x - 11, x + 11, y, "stroke-ink thick")


def band(pen: Pen, x: float, y: float) -> str:
    """A sample of a curve in its interval band for the key."""
    area = pen.rect((x - 14, y - 6, 28, 12), "fill-outside soft")
    return area + pen.line(x - 14, y, x + 14, y, "stroke-outside thick")


def sample(styles: str, height: float = 8) -> Symbol:
    """A sample of a bar in these styles for the key."""
    return lambda pen, x, y: pen.rect((x - 12, y - height / 2, 24, height), styles, 2)


def whisker(pen: Pen, x1: float, x2: float, y: float, styles: str) -> str:
    """A horizontal interval with small ends."""
    ends = f"M{fixed(x1)} {fixed(y - 3)}V{fixed(y + 3)}M{fixed(x2)} {fixed(y - 3)}V{fixed(y + 3)}"
    return pen.path(f"M{fixed(x1)} {fixed(y)}H{fixed(x2)}{ends}", styles)
