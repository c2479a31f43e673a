"""Scales, ticks, curves and keeping labels apart."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leitstern.charts.curves import ribbon, smooth, smooth_down
from leitstern.charts.scales import Scale, ticks
from leitstern.charts.spread import overlaps, place, spread


def test_a_scale_keeps_everything_inside() -> None:
    scale = Scale(0, 1, 100, 300)
    assert [scale(v) for v in (-1, 0, 0.25, 1, 7)] == [100, 100, 150, 300, 300]


def test_a_scale_may_run_upwards() -> None:
    assert Scale(-2, 2, 190, 30)(1) == 70


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0.43, 0.73, [0.4, 0.5, 0.6, 0.7, 0.8]),
        (-37, 52, [-40, -20, 0, 20, 40, 60]),
        (0, 0.24, [0, 0.05, 0.1, 0.15, 0.2, 0.25]),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == expected


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(3, 8))
def test_ticks_cover_what_is_shown(low: float, width: float, most: int) -> None:
    marks = ticks(low, low + width, most)
    slack = 1e-6 * max(1, abs(low), width)
    assert marks[0] <= low + slack
    assert marks[-1] >= low + width - slack
    assert 2 <= len(marks) <= most + 2


def test_labels_that_fit_stay_where_they_are() -> None:
    assert spread([10, 50, 90], [10, 10, 10], 0, 100) == [10, 50, 90]


def test_labels_on_one_spot_move_apart_evenly_and_keep_their_order() -> None:
    assert spread([50, 50], [16, 16], 0, 100, 4) == [40, 60]
    assert spread([51, 50], [16, 16], 0, 100, 4) == [60.5, 40.5]


@given(st.lists(st.tuples(st.floats(0, 600), st.floats(1, 60)), min_size=1, max_size=8))
def test_spread_labels_never_touch_nor_leave(labels: list[tuple[float, float]]) -> None:
    centres, sizes = [c for c, _ in labels], [s for _, s in labels]
    placed = spread(centres, sizes, 0, 600, 4)
    boxes = sorted((p - s / 2, p + s / 2) for p, s in zip(placed, sizes, strict=True))
    assert boxes[0][0] >= -1e-6
    assert boxes[-1][1] <= 600 + 1e-6
    assert all(right + 4 <= left + 1e-6 for (_, right), (left, _) in pairwise(boxes))


def test_a_label_stands_to_the_right_of_its_point() -> None:
    assert place((50, 50), (20, 10), [], [], (0, 0, 100, 100)) == (60, 45, 20, 10)


def test_a_label_leaves_what_is_taken_and_prefers_to_leave_what_is_avoided() -> None:
    bounds, right = (0.0, 0.0, 100.0, 100.0), (60.0, 0.0, 40.0, 100.0)
    assert place((50, 50), (20, 10), [right], [], bounds) == (20, 45, 20, 10)
    assert place((50, 50), (20, 10), [], [right], bounds) == (20, 45, 20, 10)
    assert place((50, 50), (20, 10), [], [(0, 0, 100, 100)], bounds) == (60, 45, 20, 10)


def test_no_label_where_the_picture_is_full() -> None:
    assert place((50, 50), (20, 10), [(0, 0, 100, 100)], [], (0, 0, 100, 100)) is None


def test_boxes_that_only_touch_do_not_overlap() -> None:
    assert not overlaps((0, 0, 10, 10), (10, 0, 10, 10))
    assert overlaps((0, 0, 10, 10), (9, 9, 10, 10))


def test_a_curve_through_one_point_is_that_point() -> None:
    assert smooth([(3, 4)]) == "M3 4"


def test_a_straight_line_stays_straight() -> None:
    assert smooth([(0, 0), (30, 30)]) == "M0 0C10 10 20 20 30 30"


def test_a_curve_down_the_page_is_the_curve_across_turned() -> None:
    across, down = smooth([(0, 5), (30, 8), (60, 2)]), smooth_down([(5, 0), (8, 30), (2, 60)])
    turned = re.sub(r"(-?[\d.]+) (-?[\d.]+)", r"\2 \1", across)
    assert down == turned


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=8))
def test_a_curve_never_overshoots_the_points_it_joins(values: list[float]) -> None:
    curve = smooth([(i * 10, value) for i, value in enumerate(values)])
    heights = [float(y) for _, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", curve)]
    assert min(heights) >= min(values) - 0.06
    assert max(heights) <= max(values) + 0.06


def test_a_ribbon_runs_out_and_back() -> None:
    assert ribbon("M0 1L5 1", "M5 3L0 3") == "M0 1L5 1L5 3L0 3Z"
