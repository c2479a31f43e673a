"""Systems and how data gets from one to another: one row each, arcs beside them. What is joined to nothing stands last.

Solid arcs are live, broken ones planned, dotted ones in the colour of the gap are carried by hand. Arrows point to whom
the data goes. The same layout serves a phone: only the names are shorter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen, fixed, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.symbols import Symbol

ROW = 34.0  # height in pixels
GAP = 16.0  # before what is joined to nothing
NAMES = 300.0  # widest column of names
LIVE = Text("live interface", "laufender Datenweg")
PLANNED = Text("planned", "geplant")
BY_HAND = Text("spreadsheet by hand", "Tabelle von Hand")
GIVES = Text("to {name} ({way})", "an {name} ({way})")
TAKES = Text("from {name} ({way})", "von {name} ({way})")
SAID = Text("{name}: {joins}.", "{name}: {joins}.")
ALONE = Text("joined to nothing", "mit nichts verbunden")
LOOK = {"live": "stroke-inside thick", "planned": "stroke-muted dash", "by_hand": "stroke-gap dots"}
WORDS = {"live": LIVE, "planned": PLANNED, "by_hand": BY_HAND}


@dataclass(frozen=True, slots=True)
class System:
    """One system: its name, where it is seen, and whether it counts as an island."""

    key: str
    name: str
    href: str = ""
    island: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """Data from one system to another; `way` is live, planned or by_hand."""

    source: str
    target: str
    way: str


def joined_systems(systems: Sequence[System], joins: Sequence[Join], sheet: Sheet) -> str:
    """At least one system; joins to systems that are not there are left out."""
    pen, locale = Pen(sheet), sheet.locale
    known = {system.key for system in systems}
    drawn = [each for each in joins if {each.source, each.target} <= known and each.source != each.target]
    ordered = _ordered(systems, drawn)
    touched = {key for each in drawn for key in (each.source, each.target)}
    head, top = legend(
        pen,
        [
            Key(locale.say(WORDS[way]), _sample(LOOK[way]), 24)
            for way in WORDS
            if any(each.way == way for each in drawn)
        ],
    )
    top += 12 if head else 0
    room = min(NAMES, sheet.width * (0.52 if sheet.narrow else 0.4))
    places: dict[str, float] = {}
    at = top
    for system in ordered:
        if system.key not in touched and places and not any(key not in touched for key in places):
            at += GAP
        places[system.key] = at + ROW / 2
        at += ROW
    arcs = "".join(_arc(each, places, pen, room) for each in drawn)
    names = {system.key: system.name for system in systems}
    rows = [_row(system, places[system.key], drawn, names, pen, room) for system in ordered]
    return pen.finish(at + 4, head, arcs, *rows)


def _sample(look: str) -> Symbol:
    return lambda pen, x, y: pen.line(x - 11, y, x + 11, y, look)


def _row(
    system: System, y: float, joins: Sequence[Join], names: dict[str, str], pen: Pen, room: float
) -> str:
    locale = pen.sheet.locale
    gives = [(GIVES, each.target, each.way) for each in joins if each.source == system.key]
    takes = [(TAKES, each.source, each.way) for each in joins if each.target == system.key]
    said = ", ".join(
        locale.say(text, name=names[other], way=locale.say(WORDS[way])) for text, other, way in gives + takes
    )
    sentence = locale.say(SAID, name=system.name, joins=said or locale.say(ALONE))
    name = wrap(system.name, room - 26, "name", 1)
    alone = not said
    beside = locale.say(ALONE) if alone else ""
    return pen.mark(
        sentence,
        (0, y - ROW / 2 + 2, room + 4, ROW - 4),
        pen.lines(0, y + 4.5, name, "name", 16),
        pen.circle(room - 8, y, 5, "stroke-gap fill-surface thick" if system.island else "fill-inside"),
        pen.text(room + 8, y + 4, beside, "small fill-muted"),
        href=system.href,
    )


def _arc(join: Join, places: dict[str, float], pen: Pen, room: float) -> str:
    """Half an ellipse to the right; both directions between two systems lie inside each other."""
    start, end = places[join.source], places[join.target]
    down = end > start
    reach = pen.sheet.width - room - 16
    most = max(places.values()) - min(places.values()) or 1.0
    deep = 18 + (reach - 30) * (abs(end - start) / most) ** 0.7 + (0 if down else 6)
    shift = 3.0 if join.way == "by_hand" else 0.0
    x, y1, y2 = room, start + shift, end + shift - (5 if down else -5)
    curve = (
        f"M{fixed(x)} {fixed(y1)}C{fixed(x + deep * 4 / 3)} {fixed(y1)} "
        f"{fixed(x + deep * 4 / 3)} {fixed(y2)} {fixed(x + 6)} {fixed(y2)}"
    )
    head = points((x + 11, y2 - 4), (x + 4, y2), (x + 11, y2 + 4))
    tone = (
        "stroke-gap"
        if join.way == "by_hand"
        else "stroke-muted"
        if join.way == "planned"
        else "stroke-inside"
    )
    return pen.path(curve, f"{LOOK[join.way]}") + pen.path(head, f"{tone} thick round")


def _ordered(systems: Sequence[System], joins: Sequence[Join]) -> list[System]:
    """Neighbours beside each other: begin with the most joined, go on with what it is joined to; the lonely ones last."""
    near: dict[str, list[str]] = {system.key: [] for system in systems}
    for each in joins:
        near[each.source].append(each.target)
        near[each.target].append(each.source)
    by_key = {system.key: system for system in systems}
    left = sorted((key for key in near if near[key]), key=lambda key: -len(near[key]))
    found: dict[str, None] = {}
    while left:
        ahead = [left[0]]
        while ahead:
            key = ahead.pop(0)
            if key not in found:
                found[key] = None
                ahead += sorted(
                    (each for each in near[key] if each not in found), key=lambda each: len(near[each])
                )
        left = [key for key in left if key not in found]
    return [by_key[key] for key in found] + [system for system in systems if not near[system.key]]
