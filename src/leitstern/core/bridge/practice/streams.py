"""What would show a relapse: principles kept less, things used that had ended. One point per month, with its error."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.bridge.watch.stream import Point
from leitstern.core.months import last_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leitstern.core.bridge.practice.compliance import Month


def share_points(months: Iterable[Month], until: date) -> tuple[Point, ...]:
    """Shares of months that are over; months without a case are left out.

    The standard error is that of a binomial share after one case more on either side (Laplace): never zero, not even
    where everything was kept.
    """
    return tuple(
        Point(end, each.kept / each.cases, _binomial(each.kept, each.cases), each.cases)
        for each in months
        if each.cases and (end := last_day(each.month)) <= until
    )


def use_points(uses: Iterable[tuple[date, int]], until: date) -> tuple[Point, ...]:
    """Uses per month; the standard error is Poisson's, of at least one use."""
    return tuple(
        Point(end, float(n), sqrt(max(n, 1)), 1) for month, n in uses if (end := last_day(month)) <= until
    )


def _binomial(kept: int, cases: int) -> float:
    likely = (kept + 1) / (cases + 2)
    return sqrt(likely * (1 - likely) / cases)
