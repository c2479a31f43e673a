"""From rows to columns: shares of those in the row, the deeper the larger; beside another selection, what differs.

The number stands in every cell that holds anybody; what rests on too few is marked. On a phone the strongest pairs,
or those that differ most for sure, are bars, one below the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols
from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet, Side
    from leitstern.charts.svg import Box

SAID = Text("From {row} to {column}: {share} of 100", "Von {row} zu {column}: {share} von 100")
BESIDE = Text(", against {other}; difference {difference}", ", gegenüber {other}; Unterschied {difference}")
NOTHING = Text("too few", "zu wenige")
MORE = Text("{n} more in the table", "{n} weitere in der Tabelle")
type Depths = tuple[tuple[float, str], ...]
CELL, SMALLEST, HEAD, BARS = 38.0, 44.0, 150.0, 14
DEPTHS: Depths = ((0.5, "fill-outside pale"), (0.2, "fill-outside soft"), (0.05, "fill-outside faint"))


@dataclass(frozen=True, slots=True)
class Words:
    """How a pair is called: a sentence with {row}, {column} and {share}, and a short name for a bar."""

    said: Text = SAID
    pair: str = "{row} → {column}"


FROM_TO = Words()


@dataclass(frozen=True, slots=True)
class Cell:
    """A share 0–1 of those in the row; with another selection its share and their difference."""

    row: int
    column: int
    share: Side
    other: Side | None = None
    difference: Side | None = None
    sure: bool = False  # whether they differ for sure


def pair_matrix(
    rows: Sequence[str], columns: Sequence[str], cells: Sequence[Cell], sheet: Sheet, words: Words = FROM_TO
) -> str:
    """At least one row, column and cell; `row` and `column` are places in the names, the strongest cells first."""
    pen = Pen(sheet)
    room = min(max(pen.width(name, "name") for name in rows) + 16, sheet.width * 0.3)
    cell = min((sheet.width - room) / len(columns), 96.0)
    if sheet.narrow or cell < SMALLEST:
        return _bars(rows, columns, cells, pen, words)
    heads = [wrap(name, HEAD, "small", 2) for name in columns]
    top = 14 + max(pen.width(line, "small") for head in heads for line in head)
    parts = [
        pen.upright(room + (place + 0.5) * cell + 4 - 7.5 * (len(head) - 1), top - 8, head, "small", 15)
        for place, head in enumerate(heads)
    ]
    found = {(each.row, each.column): each for each in cells}
    for at, name in enumerate(rows):
        lines = wrap(name, room - 14, "name", 2)
        parts.append(pen.lines(0, top + CELL / 2 + 5 - 9 * (len(lines) - 1), lines, "name", 18))
        for place in range(len(columns)):
            box = (room + place * cell + 1, top + 1, cell - 2, CELL - 2)
            if (each := found.get((at, place))) is None:
                parts.append(pen.rect(box, "stroke-line hair", 5))
            else:
                parts.append(pen.mark(told(each, rows, columns, pen, words), box, filled(each, pen, box)))
        top += CELL
    return pen.finish(top + 2, *parts)


def filled(each: Cell, pen: Pen, box: Box, depths: Depths = DEPTHS) -> str:
    """The box of one cell: the deeper the larger its share, or coloured where the selections differ for sure.

    A number that has no room is left to the sentence.
    """
    x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
    if not isinstance(each.share, Estimate):
        return pen.rect(box, "stroke-muted hair dots", 5) + symbols.cross(pen, x, y)
    if each.difference is None:
        depth = next((style for above, style in depths if each.share.value >= above), "fill-surface")
        drawn = pen.rect(box, f"stroke-line hair {depth}", 5)
        return drawn + _number(pen.sheet.locale.number(each.share.value * 100), x, y, "value", box, pen)
    if not isinstance(each.difference, Estimate):
        return pen.rect(box, "stroke-muted hair dots", 5) + symbols.cross(pen, x, y)
    drawn = pen.rect(box, f"stroke-line hair {_tone(each)}", 5)
    said = pen.sheet.locale.signed(each.difference.value * 100)
    return drawn + _number(said, x, y, "value" if each.sure else "small fill-muted", box, pen)


def _number(said: str, x: float, y: float, styles: str, box: Box, pen: Pen) -> str:
    return pen.text(x, y + 4.5, said, styles, "middle") if pen.width(said, styles) <= box[2] else ""


def _bars(rows: Sequence[str], columns: Sequence[str], cells: Sequence[Cell], pen: Pen, words: Words) -> str:
    width, locale, top, parts = pen.sheet.width, pen.sheet.locale, 0.0, []
    for each in sorted(cells, key=_surest_first)[:BARS]:
        lines = wrap(words.pair.format(row=rows[each.row], column=columns[each.column]), width, "label", 2)
        shown = each.share.value if isinstance(each.share, Estimate) else 0.0
        number = locale.number(shown * 100) if isinstance(each.share, Estimate) else locale.say(NOTHING)
        if isinstance(each.difference, Estimate):
            number += f" ({locale.signed(each.difference.value * 100)})"
        y = top + 18 * len(lines)
        parts.append(
            pen.mark(
                told(each, rows, columns, pen, words),
                (0, top, width, y + 26 - top),
                pen.lines(0, top + 14, lines, "label", 18),
                pen.rect((0, y + 4, (width - 90) * shown, 12), f"stroke-line hair {_tone(each)}", 3),
                pen.text((width - 90) * shown + 8, y + 14.5, number, "value"),
            )
        )
        top = y + 30
    if len(cells) > BARS:
        parts.append(pen.text(0, top + 16, locale.say(MORE, n=str(len(cells) - BARS)), "small fill-muted"))
        top += 24
    return pen.finish(top, *parts)


def _surest_first(cell: Cell) -> float:
    """What differs for sure comes first, by how much; the others stay as they are."""
    return -abs(cell.difference.value) if cell.sure and isinstance(cell.difference, Estimate) else 0.0


def _tone(cell: Cell) -> str:
    """The colour of a bar: of one selection, or of a difference that is sure, by its sign."""
    if cell.difference is None:
        return "fill-outside pale"
    if not (cell.sure and isinstance(cell.difference, Estimate)):
        return "fill-surface"
    return "fill-outside soft" if cell.difference.value > 0 else "fill-gap soft"


def told(each: Cell, rows: Sequence[str], columns: Sequence[str], pen: Pen, words: Words) -> str:
    """What a cell says to somebody who does not see it."""
    locale = pen.sheet.locale

    def share(side: Side) -> str:
        if not isinstance(side, Estimate):
            return side
        low, high = locale.number(side.low * 100), locale.number(side.high * 100)
        return f"{locale.number(side.value * 100)} [{locale.span(low, high)}] (n {locale.number(side.n)})"

    said = locale.say(words.said, row=rows[each.row], column=columns[each.column], share=share(each.share))
    if each.other is not None and each.difference is not None:
        difference = each.difference
        points = locale.signed(difference.value * 100) if isinstance(difference, Estimate) else difference
        said += locale.say(BESIDE, other=share(each.other), difference=points)
    return said + "."
