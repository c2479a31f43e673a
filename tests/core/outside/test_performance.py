"""Importance beside performance: what is lived well, and in which field a reason stands for certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.company.taxonomy import Driver
from leitstern.core.outside.drivers import Answers, Explanation
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.outside.performance import NO_STANDARD, Field, Performed, fields, lived_well, performed
from leitstern.core.outside.reasons import FAMILIES
from leitstern.core.stats.attribution import CANNOT_TELL, Attribution, DriverShare
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = Text(en="–", de="–")


def answers(lived: Sequence[Sequence[float]], customers: list[int] | None = None) -> Answers:
    table = np.array(lived, dtype=float)
    number = len(table)
    return Answers(
        touchpoint=1,
        facet="satisfied",
        slugs=tuple(str(at) for at in range(table.shape[1])),
        lived=table,
        outcome=np.ones(number),
        good=np.ones(number),
        weights=np.ones(number),
        customers=np.array(customers or range(number)),
    )


def test_in_time_without_coming_back_and_with_nobody_handing_on_is_well() -> None:
    rows = [[0, 0, 0, 5]] * 6 + [[3, 1, 1, 80]] * 2
    well = dict(lived_well(answers(rows), FAMILIES))
    assert isinstance(well["lateness"], Estimate)
    assert well["lateness"].value == well["repeats"].value == well["handoffs"].value == 0.75  # type: ignore[union-attr]
    assert well["waits"] == NO_STANDARD


def test_earlier_than_promised_is_well_and_customers_count_once() -> None:
    early, late = Driver("early", NAME, early="date"), Driver("late", NAME, late="date")
    rows = [[2, -2], [2, -2], [0, 0], [-1, 1], [0, 0], [0, 0]]
    well = dict(lived_well(answers(rows, [1, 1, 2, 3, 4, 5]), (early, late)))
    assert isinstance(well["early"], Estimate)
    assert well["early"].value == pytest.approx(2 / 6)
    assert well["early"].n == 5
    assert well["late"].value == pytest.approx(5 / 6)  # type: ignore[union-attr]


def test_fewer_than_five_and_nobody_are_not_told() -> None:
    late = Driver("late", NAME, late="date")
    assert lived_well(answers([[0]] * 4), (late,)) == (("late", TOO_FEW_CUSTOMERS),)
    assert lived_well(answers([[float("nan")]] * 6), (late,)) == (("late", TOO_FEW_CUSTOMERS),)


def share(value: float, reach: float = 0.02) -> Estimate:
    return Estimate(value, value - reach, value + reach, 100)


def reason(slug: str, importance: Estimate, performance: Estimate | Missing) -> Performed:
    return Performed(1, "satisfied", slug, importance, performance, -1)


def test_reasons_are_those_that_explain_something() -> None:
    found = Attribution(share(0.2), share(0.01), (DriverShare("lateness", share(0.7), -1),))
    explained = Explanation(1, "satisfied", found, 100, 0, ())
    assert performed(explained, (("lateness", share(0.6)),)) == (reason("lateness", share(0.7), share(0.6)),)
    assert performed(explained, ())[0].performance == NO_STANDARD
    assert performed(Explanation(1, "satisfied", CANNOT_TELL, 100, 0, ()), ()) == ()


def test_a_reason_stands_in_a_field_only_for_certain() -> None:
    found = fields(
        [
            (
                reason("first", share(0.5), share(0.4)),
                reason("keep", share(0.45), share(0.9)),
                reason("later", share(0.02), share(0.5)),
                reason("fine", share(0.03), share(0.95)),
                reason("open", share(0.6), share(0.7, 0.3)),
                reason("unknown", share(0.1), NO_STANDARD),
            ),
            (),
        ]
    )
    assert found.importance_line == pytest.approx(1 / 6)
    assert found.performance_line == 0.7
    assert {each.slug: field for each, field in found.placed} == {
        "first": Field.FIRST,
        "keep": Field.KEEP,
        "later": Field.LATER,
        "fine": Field.FINE,
        "open": Field.OPEN,
    }
    assert [each.slug for each in found.unplaced] == ["unknown"]


def test_nothing_explained_is_no_field() -> None:
    found = fields([()])
    assert (found.placed, found.unplaced) == ((), ())
