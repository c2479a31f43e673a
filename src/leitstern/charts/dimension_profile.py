"""Dimension by dimension: what is claimed, what proof carries, and what staff say.

Claimed is a star's outline, credited a solid dot, hollow while nobody has reviewed the proof, staff a ring with its
interval, where it is wider than the ring. What is claimed beyond proof is drawn in ember.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols
from leitstern.charts.legend import Key, interval_key
from leitstern.charts.level_rows import LevelRow, level_rows
from leitstern.charts.levels import CHANGES, LEVELS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.scales import Scale
    from leitstern.charts.sheet import Sheet, Side
    from leitstern.charts.svg import Pen

CLAIMED = Text("Claimed level", "Selbsteinstufung")
CREDITED = Text("Credited, reviewed", "Belegt, geprüft")
UNREVIEWED = Text("Credited, not reviewed", "Belegt, ungeprüft")
STAFF = Text("Staff", "Mitarbeitende")
OVER = Text("Claimed beyond proof", "Höher angegeben als belegt")
SAID = Text(
    "{name}. Claimed level: {claimed}. {proven}: {credited}. Staff: {staff}.",
    "{name}. Selbsteinstufung: {claimed}. {proven}: {credited}. Mitarbeitende: {staff}.",
)
RING = 0.15  # levels that the ring of staff covers
NOTHING = Text("–", "–")


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One dimension; sides are levels 0–4, or the words that say why one is not there."""

    name: str
    claimed: Side
    credited: Side
    staff: Side
    href: str = ""
    unreviewed: bool = False


def dimension_profile(rows: Sequence[ProfileRow], sheet: Sheet) -> str:
    """At least one dimension, in the caller's order."""
    say = sheet.locale.say
    proven = [row for row in rows if isinstance(row.credited, Estimate)]
    keys = [Key(say(CLAIMED), symbols.promise, 18)]
    if any(not row.unreviewed for row in proven):
        keys.append(Key(say(CREDITED), symbols.lived, 18))
    if any(row.unreviewed for row in proven):
        keys.append(Key(say(UNREVIEWED), _hollow, 18))
    keys.append(Key(say(STAFF), symbols.belief, 18))
    spreads = [row.staff for row in rows if isinstance(row.staff, Estimate) and _wide(row.staff)]
    keys += [interval_key(sheet.locale, spreads[0].level)] if spreads else []
    keys.append(Key(say(OVER), symbols.sample("stroke-gap hair fill-gap pale"), 24))
    return level_rows([_line(row, sheet) for row in rows], keys, say(OVER), sheet)


def _wide(staff: Estimate) -> bool:
    """Whether the interval reaches beyond its own ring; a narrower one would only give the ring horns."""
    return staff.high - staff.low > RING


def _line(row: ProfileRow, sheet: Sheet) -> LevelRow:
    locale = sheet.locale
    over = _over(row)
    return LevelRow(
        name=row.name,
        sentence=locale.say(
            SAID,
            name=row.name,
            proven=locale.say(UNREVIEWED if row.unreviewed else CREDITED),
            **{
                part: side if isinstance(side, str) else LEVELS.estimate(side, locale)
                for part, side in (("claimed", row.claimed), ("credited", row.credited), ("staff", row.staff))
            },
        ),
        draw=lambda pen, scale, y: _marks(row, pen, scale, y),
        end=CHANGES.text(over, locale) if over > 0 else locale.say(NOTHING),
        style="value fill-gap" if over > 0 else "value fill-muted",
        href=row.href,
    )


def _over(row: ProfileRow) -> float:
    if isinstance(row.claimed, str) or isinstance(row.credited, str):
        return 0.0
    return row.claimed.value - row.credited.value


def _marks(row: ProfileRow, pen: Pen, scale: Scale, y: float) -> str:
    drawn = []
    if isinstance(row.claimed, Estimate) and isinstance(row.credited, Estimate) and _over(row) > 0:
        left, right = scale(row.credited.value), scale(row.claimed.value)
        drawn.append(pen.rect((left, y - 4, right - left, 8), "stroke-gap hair fill-gap pale", 2))
    if isinstance(row.staff, Estimate) and _wide(row.staff):
        ends = scale(row.staff.low), scale(row.staff.high)
        drawn.append(symbols.whisker(pen, *ends, y - 8, "stroke-inside thick"))
    for side, symbol in (
        (row.credited, _hollow if row.unreviewed else symbols.lived),
        (row.staff, symbols.belief),
        (row.claimed, symbols.promise),
    ):
        if isinstance(side, Estimate):
            drawn.append(symbol(pen, scale(side.value), y))
    return "".join(drawn)


def _hollow(pen: Pen, x: float, y: float) -> str:
    return pen.circle(x, y, 6.5, "stroke-outside fill-surface heavy")
