"""Teams on the ladder of an application: one column per rung, the deeper the colour the larger the share.

The rung a team has to climb next is framed. What is not known is marked, never blank: a blank would look like nothing. On
a phone the name of a team stands above its four cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from leitstern.charts import symbols
from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen
from leitstern.charts.units import Unit
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet, Side

SHARE = Unit(low=0, high=1, factor=100)
DEPTHS = ("fill-surface", "fill-inside faint", "fill-inside soft", "fill-inside pale")
NEXT = Text("the next rung", "die nächste Sprosse")
REACHED = Text("the rung is reached", "die Sprosse ist erreicht")
NOT_KNOWN = Text("not known, or not shown", "nicht bekannt oder nicht gezeigt")
OF_HUNDRED = Text("of 100", "von 100")
SAID = Text("{team}, {rung}: {value}.", "{team}, {rung}: {value}.")
SAID_NEXT = Text("{team}, {rung}: {value}. The next rung.", "{team}, {rung}: {value}. Die nächste Sprosse.")
CELL = 32.0  # height in pixels


@dataclass(frozen=True, slots=True)
class LadderRow:
    """A team's share of each rung, or the words that say why it is not known; `ahead` is the place of the next rung."""

    name: str
    shares: tuple[Side, ...]
    ahead: int | None = None
    note: str = ""
    href: str = ""


class Step(NamedTuple):
    """A rung, and the share from which on it is reached."""

    name: str
    needed: float


def adoption_ladder(rows: Sequence[LadderRow], rungs: Sequence[Step], sheet: Sheet) -> str:
    """At least one row; every row has a share per rung, in the order in which they are climbed."""
    pen = Pen(sheet)
    say = sheet.locale.say
    keys = [Key(say(NEXT), _framed, 26), Key(say(REACHED), symbols.sample("fill-inside soft", 16), 26)]
    if any(isinstance(share, str) for row in rows for share in row.shares):
        keys.append(Key(say(NOT_KNOWN), _unknown, 26))
    drawn, top = legend(pen, keys)
    room = (
        0.0
        if sheet.narrow
        else min(max(pen.width(row.name, "name") for row in rows) + 18, sheet.width * 0.42)
    )
    cell = (sheet.width - room) / len(rungs)
    parts = [drawn]
    for at, rung in enumerate(rungs):
        head = wrap(rung.name, cell - 6, "small", 2)
        parts.append(pen.lines(room + (at + 0.5) * cell, top + 20, head, "small fill-muted", 15, "middle"))
    top += 42
    for row in rows:
        mark, top = _row(row, rungs, pen, (room, top, cell))
        parts.append(mark)
    return pen.finish(top + 4, *parts)


def _row(
    row: LadderRow, rungs: Sequence[Step], pen: Pen, place: tuple[float, float, float]
) -> tuple[str, float]:
    room, top, cell = place
    width = pen.sheet.width
    name = wrap(row.name, (room or width) - 14, "name", 2)
    note = wrap(row.note, (room or width) - 14, "small", 1) if row.note else []
    tall = 18.0 * len(name) + 15 * len(note)
    parts = [pen.line(0, top, width, top, "stroke-line hair")]
    if pen.sheet.narrow:
        parts.append(pen.lines(0, top + 18, name, "name", 18))
        parts.append(pen.lines(0, top + 17 + 18 * len(name), note, "small fill-muted", 15))
        top += tall + 8
        height = CELL
    else:
        height = max(CELL, tall + 8)
        middle = top + height / 2 + 5 - tall / 2 + 9
        parts.append(pen.lines(0, middle, name, "name", 18))
        parts.append(pen.lines(0, middle + 18 * len(name) - 2, note, "small fill-muted", 15))
    for at, share in enumerate(row.shares):
        box = (room + at * cell + 2, top + 3, cell - 4, height - 6)
        parts.append(_cell(share, row, rungs[at], pen, box, ahead=at == row.ahead))
    return "".join(parts), top + height + (6 if pen.sheet.narrow else 0)


def _cell(
    share: Side, row: LadderRow, rung: Step, pen: Pen, box: tuple[float, float, float, float], *, ahead: bool
) -> str:
    locale = pen.sheet.locale
    x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
    frame = "stroke-gap thick" if ahead else "stroke-line hair"
    if isinstance(share, Estimate):
        inside = pen.rect(box, f"{frame} {_depth(share.value, rung.needed)}", 5)
        inside += pen.text(x, y + 4.5, SHARE.text(share.value, locale), "small", "middle")
        said = f"{SHARE.estimate(share, locale)} {locale.say(OF_HUNDRED)}"
    else:
        inside = pen.rect(box, f"{frame} dots", 5) + symbols.cross(pen, x, y)
        said = share
    words = SAID_NEXT if ahead else SAID
    return pen.mark(locale.say(words, team=row.name, rung=rung.name, value=said), box, inside, href=row.href)


def _depth(value: float, needed: float) -> str:
    limits = (needed / 2, needed, (1 + needed) / 2)
    return DEPTHS[sum(value >= limit for limit in limits)]


def _framed(pen: Pen, x: float, y: float) -> str:
    return pen.rect((x - 11, y - 8, 22, 16), "stroke-gap thick fill-surface", 5)


def _unknown(pen: Pen, x: float, y: float) -> str:
    return pen.rect((x - 11, y - 8, 22, 16), "stroke-line hair dots", 5) + symbols.cross(pen, x, y)
