"""Customers of a bank by the quarter they began, one row of whom is too few; and two kinds of them beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.pair_matrix import Cell
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.core.texts import Language

type Field = tuple[list[str], list[str], list[Cell], str]


def field(language: Language) -> Field:
    de = language == "de"
    quarters = [f"Q{at % 4 + 1} {2024 + at // 4}" for at in range(9, 0, -1)]
    spans = [f"{at}. Vierteljahr danach" if de else f"quarter {at} after it" for at in range(1, 9)]
    cells = []
    for row in range(10):
        for column in range(8 if row == 0 else min(8, row)):
            share = 0.62 - 0.06 * column + 0.01 * (row % 3)
            cells.append(Cell(row, column, Estimate(share, share - 0.06, share + 0.06, 240 - row)))
    cells[-1] = Cell(9, 7, "zu wenige" if de else "too few")
    return (
        ["Alle" if de else "All", *quarters],
        spans,
        cells,
        "Vierteljahre seither" if de else "Quarters since",
    )


def beside(language: Language) -> Field:
    rows, spans, cells, axis = field(language)
    compared = []
    for at, each in enumerate(cells):
        if not isinstance(each.share, Estimate):
            compared.append(Cell(each.row, each.column, each.share, each.share, each.share))
            continue
        points = (at % 5 - 2) / 20
        other = Estimate(each.share.value - points, each.share.low - points, each.share.high - points, 90)
        differs = Estimate(points, points - 0.08, points + 0.08, 330)
        compared.append(Cell(each.row, each.column, each.share, other, differs, at % 5 in {0, 4}))
    return rows, spans, compared, axis
