"""On a phone, what differs for sure comes first in its colour, and what has no room is said."""

from __future__ import annotations

from leitstern.charts.locales import EN
from leitstern.charts.pair_matrix import BARS, Cell, pair_matrix
from leitstern.charts.sheet import Sheet
from leitstern.core.stats.estimate import Estimate

SHEET = Sheet("pairs", "Pairs", "From one to the other.", 340, EN)
NAMES = [f"place {number}" for number in range(5)]


def cells(*sure: tuple[int, float]) -> list[Cell]:
    """All pairs, the strongest first; those that differ for sure, by how much."""
    found = []
    for at in range(len(NAMES) ** 2):
        share = 0.5 - at / 100
        apart = dict(sure).get(at, 0.01)
        found.append(
            Cell(
                row=at // len(NAMES),
                column=at % len(NAMES),
                share=Estimate(share, share - 0.01, share + 0.01, 900),
                other=Estimate(share - apart, share - apart, share - apart, 900),
                difference=Estimate(apart, apart, apart, 900),
                sure=at in dict(sure),
            )
        )
    return found


def test_the_surest_difference_leads_in_its_colour_and_the_rest_is_counted() -> None:
    drawn = pair_matrix(NAMES, NAMES, cells((20, -0.3), (24, 0.2)), SHEET)
    fall, rise = drawn.index("place 4 → place 0"), drawn.index("place 4 → place 4")
    assert fall < rise < drawn.index("place 0 → place 0")
    assert "fill-gap soft" in drawn[fall:rise]
    assert "fill-outside soft" in drawn[rise : drawn.index("place 0 → place 0")]
    assert drawn.count(" → ") >= BARS
    assert f"{len(NAMES) ** 2 - BARS} more in the table" in drawn
    assert "fill-outside pale" not in drawn


def test_of_one_selection_all_have_one_colour_and_their_order() -> None:
    alone = [Cell(each.row, each.column, each.share) for each in cells()]
    drawn = pair_matrix(NAMES, NAMES, alone[:BARS], SHEET)
    assert drawn.index("place 0 → place 0") < drawn.index("place 2 → place 3")
    assert "fill-gap" not in drawn
    assert "more in the table" not in drawn
