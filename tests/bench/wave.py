"""A wave of 20,000 people × 66 items: careless flags, alpha per dimension, agreement per unit and dimension.

`python -m tests.bench.wave ours`, or `… textbook`: the same, person by person and unit by unit.
"""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.stats.agreement import agreement_by_unit
from leitstern.core.stats.careless import careless
from leitstern.core.stats.reliability import Covariance, alpha, covariance
from tests.bench.measuring import Row, in_turn

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.stats.posteriors import Floats

PEOPLE, UNITS, DIMENSIONS, ITEMS = 20_000, 200, 22, 3
LOW, HIGH = 1, 7
DIMENSION = np.repeat(np.arange(DIMENSIONS), ITEMS)
REVERSE = np.tile([False, False, True], DIMENSIONS)


def wave() -> tuple[Floats, NDArray[np.int64]]:
    """Answers as given, 3 % left out, and each person's unit."""
    rng = np.random.default_rng(1)
    level = 4 + rng.normal(0, 1, (PEOPLE, DIMENSIONS)) + rng.normal(0, 0.5, (PEOPLE, 1))
    answers = np.clip(np.rint(level[:, DIMENSION] + rng.normal(0, 0.9, (PEOPLE, len(DIMENSION)))), LOW, HIGH)
    answers = np.where(REVERSE, LOW + HIGH - answers, answers)
    return np.where(rng.random(answers.shape) < 0.03, np.nan, answers), rng.integers(0, UNITS, PEOPLE)


def ours() -> None:
    answers, unit = wave()
    careless(answers, DIMENSION, REVERSE, LOW, HIGH)
    turned = np.where(REVERSE, LOW + HIGH - answers, answers)
    for dimension in range(DIMENSIONS):
        items = turned[:, dimension == DIMENSION]
        found = covariance(items)
        assert isinstance(found, Covariance)
        alpha(found)
        agreement_by_unit(items, unit, LOW, HIGH)


def textbook() -> None:
    """Formulas as they stand in books, one person and one unit at a time; complete rows where a matrix is needed."""
    answers, unit = wave()
    turned = np.where(REVERSE, LOW + HIGH - answers, answers)
    rows = turned[~np.isnan(turned).any(axis=1)]
    inverse, mean = np.linalg.inv(np.cov(rows.T)), rows.mean(axis=0)
    for given, person in zip(answers, turned, strict=True):
        max(len(list(run)) for _, run in groupby(given))
        np.nanstd(given, ddof=1)
        away = np.nan_to_num(person - mean)
        away @ inverse @ away
        halves = [(np.nanmean(person[i : i + 3 : 2]), person[i + 1]) for i in range(0, len(person), 3)
                  if not np.isnan(person[i : i + 3]).any()]  # fmt: skip
        np.corrcoef(np.array(halves).T)
    for dimension in range(DIMENSIONS):
        items = turned[:, dimension == DIMENSION]
        matrix = np.cov(items[~np.isnan(items).any(axis=1)].T)
        ITEMS / (ITEMS - 1) * (1 - np.trace(matrix) / matrix.sum())
        for number in range(UNITS):
            ratio = np.nanvar(items[unit == number], axis=0, ddof=1).mean() / ((HIGH**2 - 1) / 12)
            ITEMS * (1 - ratio) / (ITEMS * (1 - ratio) + ratio)


def measure_wave() -> list[Row]:
    """Both in turn, whole processes."""
    mine, book, ratio = in_turn(3, ("tests.bench.wave", "ours"), ("tests.bench.wave", "textbook"))
    return [
        Row(
            "wave of 20,000 people × 66 items: careless flags, alpha, agreement of 200 units × 22 dimensions (s)",
            f"{mine.wall:.1f}",
            f"one person, one unit at a time: {book.wall:.1f}",
            f"{1 / ratio:.0f}× less CPU",
            "≤ 2 s",
        )
    ]


if __name__ == "__main__":
    {"ours": ours, "textbook": textbook}[sys.argv[1]]()
