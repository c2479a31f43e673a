"""Numbers as people read them."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.gap.wording import (
    about,
    about_with_range,
    day,
    difference,
    hundred_bracket,
    hundred_range,
    in_words,
    of_hundred,
    one_digit,
    signed,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped


def test_thousands_are_grouped_as_each_language_does() -> None:
    assert grouped(1_234_567) == Text(en="1,234,567", de="1.234.567")
    assert grouped(-3) == Text(en="−3", de="−3")


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0"), (0.4, "0"), (7.6, "8"), (83.4, "83"), (1234, "1,200"), (98_765, "99,000")],
)
def test_about_is_two_digits(number: float, said: str) -> None:
    assert about(number).en == said


def test_ranges() -> None:
    estimate = Estimate(0.5, 0.214, 0.777, n=9)
    assert hundred_range(estimate) == Text(en="21 to 78", de="21 bis 78")
    assert hundred_bracket(estimate) == Text(en="50 [21–78]", de="50 [21–78]")


@pytest.mark.parametrize(
    ("estimate", "said"),
    [
        (Estimate(2000, 1044, 3055, n=9), "2.000 (1.000 bis 3.100)"),
        (Estimate(1083, 1031, 1131, n=9), "1.080 (1.030 bis 1.130)"),
        (Estimate(1083, 1082.6, 1083.4, n=9), "1.083 (1.083 bis 1.083)"),
        (Estimate(40.4, 31.2, 51.3, n=9), "40 (31 bis 51)"),
        (Estimate(5000, 5000, 5000, n=9), "5.000 (5.000 bis 5.000)"),
    ],
)
def test_value_and_limits_are_rounded_alike_and_stay_apart(estimate: Estimate, said: str) -> None:
    assert about_with_range(estimate).de == said


def test_small_numbers_are_words() -> None:
    assert in_words(2) == Text(en="two", de="zwei")
    assert in_words(12) == Text(en="twelve", de="zwölf")
    assert in_words(13).en == "13"
    assert one_digit(5.68) == Text(en="5.7", de="5,7")


@pytest.mark.parametrize(("share", "said"), [(0.123, "+12"), (0.0, "0"), (0.004, "0"), (-0.05, "−5")])
def test_changes_have_a_sign(share: float, said: str) -> None:
    assert signed(share).en == said


def test_readers_who_subtract_find_the_same() -> None:
    assert difference(0.744, 0.597) == pytest.approx(0.14)
    assert (of_hundred(0.744).en, of_hundred(0.597).en) == ("74", "60")


def test_shares_and_days() -> None:
    assert of_hundred(0.955).de == "96"
    assert day(date(2026, 3, 1)) == Text(en="01/03/2026", de="01.03.2026")
