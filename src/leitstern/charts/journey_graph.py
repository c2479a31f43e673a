"""The journey as a graph: touchpoints in the order of the customer's stages, and where customers go from each.

A band is as wide as many customers go that way; its number is the typical wait. Within a stage ways down bend to the
right, ways up to the left. Where journeys begin and end, a mark says how many. On a phone the strongest steps stand one
below the other.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from leitstern.charts import symbols
from leitstern.charts.graph_layout import heights, layers
from leitstern.charts.graph_steps import NO_GROUPS, step_sentence, step_words
from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.spread import overlaps
from leitstern.charts.svg import Pen, fixed, points
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.graph_layout import Item
    from leitstern.charts.graph_steps import Edge, Node
    from leitstern.charts.sheet import Sheet
    from leitstern.charts.svg import Box, Point

TONES = ("bridge", "outside", "inside", "good", "emotion-1", "emotion-3", "gap", "emotion-0")
NODE = Text("{name}{group}: {n} customers", "{name}{group}: {n} Kundinnen und Kunden")
START = Text("Start of the journey", "Anfang der Reise")
BEGIN, END = Text("begins here", "beginnt hier"), Text("ends here", "endet hier")
MORE, LESS = Text("more often in A", "in A häufiger"), Text("more often in B", "in B häufiger")
UNSURE = Text("not sure", "nicht sicher")
RADIUS, WIDEST, STUB, LABELLED, SMALLEST, PER_STAGE, MARGIN = 11.0, 14.0, 20.0, 24, 96.0, 5, 36.0
BACK = 5.0  # pixels by which a way back runs below the way there


def journey_graph(
    nodes: Sequence[Node], edges: Sequence[Edge], columns: Sequence[str], groups: Sequence[str], sheet: Sheet
) -> str:
    """At least one node and edge; the edges of most customers first. `column` and `group` are places in the names."""
    pen = Pen(sheet)
    room = sheet.width / len(columns)
    if sheet.narrow or room < SMALLEST:
        return _listed(nodes, edges, columns, pen)
    keys, top = legend(pen, _keys(edges, groups, pen))
    heads = [wrap(name, room - 10, "small", 2) for name in columns]
    parts = [keys]
    for at, lines in enumerate(heads):
        parts.append(pen.lines((at + 0.5) * room, top + 24, lines, "small fill-muted", 16, "middle"))
    top += 24 + 16 * max(map(len, heads))
    names = [wrap(node.name, room - MARGIN, "label", 3) for node in nodes]
    inner = [
        (edge.source, edge.target) for edge in edges if edge.source is not None and edge.target is not None
    ]
    apart = [pair for pair in inner if nodes[pair[0]].column != nodes[pair[1]].column]
    placed, ways = layers([node.column for node in nodes], apart)
    ys, high = heights(placed, [64.0 + 16 * len(lines) for lines in names])
    centres = [((node.column + 0.5) * room, top + ys[at, -1] + 6 + RADIUS) for at, node in enumerate(nodes)]

    def spot(item: Item) -> Point:
        if item[1] < 0:
            return centres[item[0]]
        return (item[1] + 0.5) * room, top + ys[item] + 7

    through = {}
    for pair, way in zip(apart, ways, strict=True):
        down = BACK if nodes[pair[1]].column < nodes[pair[0]].column else 0.0
        through[pair] = [(x, y + down) for x, y in map(spot, way)]
    drawn, marks, taken = [], [], _taken(names, centres, pen)
    for at, node in enumerate(nodes):
        marks.append(_node(node, names[at], centres[at], room, groups, pen))
    most = {ending: _most(edges, ending=ending) for ending in (True, False)}
    labelled = 0
    for edge in edges:
        part = edge.customers / most[_ending(edge)]
        shape, middle = _shape(edge, max(part * WIDEST, 1.2), centres, through, room)
        label = _label(edge, middle, part, taken, pen, waits=labelled < LABELLED)
        labelled += not _ending(edge)
        head = _head(edge, nodes, centres, pen)
        hit = (middle[0] - 10, middle[1] - 10, 20.0, 20.0)
        drawn.append(
            pen.mark(step_sentence(edge, nodes, pen), hit, _band(edge, shape, nodes, pen), head, label)
        )
    return pen.finish(top + high + 6, *parts, *drawn, *marks)


def _ending(edge: Edge) -> bool:
    """Whether a journey begins or ends here."""
    return edge.source is None or edge.target is None


def _most(edges: Sequence[Edge], *, ending: bool) -> int:
    return max((edge.customers for edge in edges if _ending(edge) == ending), default=1)


def _keys(edges: Sequence[Edge], groups: Sequence[str], pen: Pen) -> list[Key]:
    say = pen.sheet.locale.say
    keys = [
        Key(
            name,
            lambda pen, x, y, at=at: (  # type: ignore[misc]
                pen.circle(x, y, 8, f"fill-{_tone(at)}")
                + pen.text(x, y + 4, str(at + 1), "tick fill-surface", "middle")
            ),
            18,
        )
        for at, name in enumerate(groups)
    ]
    keys.append(Key(say(BEGIN), lambda pen, x, y: pen.circle(x, y, 4, "fill-muted"), 12))
    keys.append(Key(say(END), lambda pen, x, y: pen.rect((x - 4, y - 4, 8, 8), "fill-muted"), 12))
    if any(edge.difference is not None for edge in edges):
        keys.append(Key(say(MORE), symbols.sample("fill-outside"), 26))
        keys.append(Key(say(LESS), symbols.sample("fill-gap"), 26))
        keys.append(Key(say(UNSURE), symbols.sample("fill-muted pale"), 26))
    return keys


def _tone(group: int) -> str:
    return TONES[group] if 0 <= group < len(TONES) else "outside" if group == NO_GROUPS else "muted"


def _taken(names: Sequence[Sequence[str]], centres: Sequence[Point], pen: Pen) -> list[Box]:
    found: list[Box] = []
    for lines, (x, y) in zip(names, centres, strict=True):
        wide = max(pen.width(line, "label") for line in lines) + 8
        found.append((x - RADIUS - 4, y - RADIUS - 4, 2 * RADIUS + 8, 2 * RADIUS + 8))
        found.append((x - max(wide, 60) / 2, y + RADIUS, max(wide, 60), 24.0 + 16 * len(lines)))
    return found


def _node(node: Node, lines: list[str], at: Point, room: float, groups: Sequence[str], pen: Pen) -> str:
    (x, y), locale = at, pen.sheet.locale
    group = f" ({groups[node.group]})" if 0 <= node.group < len(groups) else ""
    said = locale.say(NODE, name=node.name, group=group, n=locale.number(node.customers)) + "."
    wide = max(pen.width(line, "label") for line in lines) + 6
    inside = pen.text(x, y + 4, str(node.group + 1), "tick fill-surface", "middle") if group else ""
    return pen.mark(
        said,
        (x - room / 2 + 3, y - RADIUS - 3, room - 6, 2 * RADIUS + 26 + 16 * len(lines)),
        pen.rect((x - wide / 2, y + RADIUS + 3, wide, 16.0 * len(lines) + 2), "fill-surface", 4),
        pen.circle(x, y, RADIUS, f"stroke-surface fill-{_tone(node.group)}"),
        inside,
        pen.lines(x, y + RADIUS + 16, lines, "label", 16, "middle"),
        pen.text(
            x, y + RADIUS + 15 + 16 * len(lines), locale.number(node.customers), "tick fill-muted", "middle"
        ),
        href=node.href,
    )


def _shape(
    edge: Edge,
    thick: float,
    centres: Sequence[Point],
    through: dict[tuple[int, int], list[Point]],
    room: float,
) -> tuple[str, Point]:
    """The outline of the band, and its middle."""
    if edge.source is None or edge.target is None:
        (x, y), sign = centres[edge.target if edge.target is not None else edge.source or 0], 1
        if edge.target is not None:
            sign = -1
        end = x + sign * (RADIUS + STUB)
        return _bend([(x, y), (end, y)], 1), (end, y)
    if edge.source == edge.target:
        x, y = centres[edge.source]
        return "", (x + RADIUS + 9, y - RADIUS - 2)
    if (edge.source, edge.target) in through:
        way = through[edge.source, edge.target]
        (x1, y1), (x2, y2) = way[(len(way) - 1) // 2], way[(len(way) + 1) // 2]
        return _bend(way, thick), ((x1 + x2) / 2, (y1 + y2) / 2)
    (x, y1), (_, y2) = centres[edge.source], centres[edge.target]
    side, sign = (1, 1) if y2 > y1 else (-1, -1)
    out, half = x + side * (room / 2 - 12 - thick / 2) / 0.75, thick / 2
    bow = [
        f"M{fixed(x)} {fixed(y1 - sign * half)}",
        f"C{fixed(out + side * half)} {fixed(y1 - sign * half)} {fixed(out + side * half)} {fixed(y2 + sign * half)} "
        f"{fixed(x)} {fixed(y2 + sign * half)}",
        f"L{fixed(x)} {fixed(y2 - sign * half)}",
        f"C{fixed(out - side * half)} {fixed(y2 - sign * half)} {fixed(out - side * half)} {fixed(y1 + sign * half)} "
        f"{fixed(x)} {fixed(y1 + sign * half)}Z",
    ]
    return "".join(bow), (x + 0.75 * (out - x), (y1 + y2) / 2)


def _bend(way: Sequence[Point], thick: float) -> str:
    """A band through places that leaves and reaches each of them level."""

    def side(places: Sequence[Point], shift: float) -> str:
        return "".join(
            f"C{fixed((x1 + x2) / 2)} {fixed(y1 + shift)} {fixed((x1 + x2) / 2)} {fixed(y2 + shift)} "
            f"{fixed(x2)} {fixed(y2 + shift)}"
            for (x1, y1), (x2, y2) in pairwise(places)
        )

    (x1, y1), (x2, y2), half = way[0], way[-1], thick / 2
    back = f"L{fixed(x2)} {fixed(y2 + half)}{side(list(reversed(way)), half)}Z"
    return f"M{fixed(x1)} {fixed(y1 - half)}{side(way, -half)}{back}"


def _band(edge: Edge, shape: str, nodes: Sequence[Node], pen: Pen) -> str:
    return pen.path(shape, _look(edge, nodes)) if shape else ""


def _look(edge: Edge, nodes: Sequence[Node]) -> str:
    """In the colour of the department that customers come from; beside another selection, of what differs for sure."""
    if edge.difference is not None:
        more = isinstance(edge.difference, Estimate) and edge.difference.value > 0
        return f"fill-{'outside' if more else 'gap'} pale" if edge.sure else "fill-muted pale"
    if edge.source is None or edge.target is None:
        return "fill-muted pale"
    return f"fill-{_tone(nodes[edge.source].group)} pale"


def _head(edge: Edge, nodes: Sequence[Node], centres: Sequence[Point], pen: Pen) -> str:
    """The tip at which a band arrives."""
    if edge.source is None or edge.target is None or edge.source == edge.target:
        return ""
    (x, y), (_, before) = centres[edge.target], centres[edge.source]
    apart = nodes[edge.target].column - nodes[edge.source].column
    side = -1 if apart > 0 or (apart == 0 and y < before) else 1
    x, y = x + side * (RADIUS + 2), y + (BACK if apart < 0 else 0)
    tip = points((x, y), (x + side * 7, y - 4), (x + side * 7, y + 4)) + "Z"
    return pen.path(tip, "fill-ink")


def _label(edge: Edge, middle: Point, part: float, taken: list[Box], pen: Pen, *, waits: bool) -> str:
    """The typical wait where nothing else stands; the mark of a beginning, an end, and of what happens once more."""
    x, y = middle
    size = 2 + 4 * part**0.5
    more = isinstance(edge.difference, Estimate) and edge.difference.value > 0
    look = "fill-muted" if not edge.sure else "fill-outside" if more else "fill-gap"
    if edge.source is None:
        return pen.circle(x, y, size, look)
    if edge.target is None:
        return pen.rect((x - size, y - size, 2 * size, 2 * size), look)
    if edge.source == edge.target:
        return symbols.again(pen, x, y)
    if not waits or not isinstance(edge.wait, Estimate):
        return ""
    said = pen.sheet.locale.length(timedelta(hours=edge.wait.value))
    wide = pen.width(said, "tick") + 6
    for down in (0, 10, -10, 20, -20, 30, -30):
        box = (x - wide / 2, y + down - 8, wide, 15.0)
        inside = box[0] >= 0 and box[0] + wide <= pen.sheet.width
        if inside and not any(overlaps(box, other) for other in taken):
            taken.append(box)
            written = pen.text(x, y + down + 3.5, said, "tick", "middle")
            return pen.rect(box, "fill-surface", 4) + written
    return ""


def _listed(nodes: Sequence[Node], edges: Sequence[Edge], columns: Sequence[str], pen: Pen) -> str:
    """The strongest steps of each stage, stage by stage."""
    locale, top, parts = pen.sheet.locale, 0.0, []
    for at, head in enumerate([locale.say(START), *columns], -1):
        here = [e for e in edges if (-1 if e.source is None else nodes[e.source].column) == at]
        rows = [edge for edge in here if edge.target is not None][:PER_STAGE]
        if not rows:
            continue
        most = _most(edges, ending=at < 0)
        parts.append(pen.lines(0, top + 20, lines := wrap(head, pen.sheet.width, "head", 2), "head", 20))
        top += 14 + 20 * len(lines)
        for edge in rows:
            told = locale.number(edge.customers)
            if isinstance(edge.difference, Estimate):
                told += f" ({locale.signed(edge.difference.value * 100)})"
            elif isinstance(edge.wait, Estimate):
                told += f" · {locale.length(timedelta(hours=edge.wait.value))}"
            lines = wrap(step_words(edge, nodes, pen), pen.sheet.width, "label", 3)
            y, long = top + 18 * len(lines), max((pen.sheet.width - 130) * edge.customers / most, 2)
            bar = points((0, y + 4), (long, y + 4), (long, y + 16), (0, y + 16)) + "Z"
            text = pen.text(long + 8, y + 14.5, told, "value")
            label = pen.lines(0, top + 14, lines, "label", 18)
            hit = (0.0, top, float(pen.sheet.width), y + 22 - top)
            parts.append(
                pen.mark(step_sentence(edge, nodes, pen), hit, label, _band(edge, bar, nodes, pen), text)
            )
            top = y + 28
        top += 8
    return pen.finish(top, *parts)
