from __future__ import annotations

from datetime import date, timedelta

import pytest

from leitstern.charts.locales import DE, EN, Locale
from leitstern.charts.units import EMOTION, OF_HUNDRED, POINTS, Unit
from leitstern.core.stats.estimate import Estimate


@pytest.mark.parametrize(("locale", "written"), [(DE, "1.234,5"), (EN, "1,234.5")])
def test_numbers_are_grouped_and_have_the_decimal_mark_of_the_language(locale: Locale, written: str) -> None:
    assert locale.number(1234.5, 1) == written


def test_minus_is_a_minus_and_zero_has_none() -> None:
    assert DE.number(-3.2, 1) == "−3,2"
    assert DE.number(-0.04, 1) == "0,0"
    assert EN.number(-0.4) == "0"


def test_signs_are_written_for_what_differs_from_zero() -> None:
    assert [DE.signed(value, 1) for value in (1.25, 0.04, -1.2)] == ["+1,2", "0,0", "−1,2"]


def test_percent() -> None:
    assert DE.percent(0.413) == "41\u00a0%"
    assert EN.percent(0.413, 1) == "41.3%"


def test_ranges_with_signs_are_written_in_words() -> None:
    assert DE.span("58", "64") == "58–64"
    assert DE.span("−3", "5") == "−3 bis 5"
    assert EN.span("+2", "+9") == "+2 to +9"


def test_dates() -> None:
    assert DE.date(date(2024, 3, 2)) == "02.03.2024"
    assert EN.date(date(2024, 3, 2)) == "2 Mar 2024"
    assert (DE.month(date(2024, 5, 1)), EN.month(date(2024, 5, 1))) == ("Mai", "May")


@pytest.mark.parametrize(
    ("time", "german", "english"),
    [
        (timedelta(days=9105), "25 Jahre", "25 years"),
        (timedelta(days=366), "1 Jahr", "1 year"),
        (timedelta(days=231), "8 Monate", "8 months"),
        (timedelta(days=1, hours=3), "1 Tag", "1 day"),
        (timedelta(hours=5), "5 Stunden", "5 hours"),
        (timedelta(minutes=3), "1 Stunde", "1 hour"),
    ],
)
def test_lengths_of_time_in_their_largest_unit(time: timedelta, german: str, english: str) -> None:
    assert (DE.length(time), EN.length(time)) == (german, english)


def test_words_keep_the_quotation_marks_of_their_own_language() -> None:
    assert DE.quoted("Danke", "") == "„Danke“"
    assert DE.quoted("Thanks", "en-GB") == "“Thanks”"
    assert EN.quoted("Merci", "fr") == "“Merci”"


def test_an_estimate_is_written_with_interval_and_n() -> None:
    assert OF_HUNDRED.estimate(Estimate(0.61, 0.58, 0.64, 1923), DE) == "61 (58–64, n 1.923)"
    assert POINTS.estimate(Estimate(-0.08, -0.11, -0.05, 40), EN) == "−8 (−11 to −5, n 40)"
    assert EMOTION.estimate(Estimate(1.25, 0.9, 1.6, 12), DE) == "+1,2 (+0,9 bis +1,6, n 12)"


def test_what_was_simply_stated_has_no_interval() -> None:
    assert OF_HUNDRED.estimate(Estimate(0.95, 0.95, 0.95, 1, "stated"), DE) == "95"


def test_a_unit_of_ones_own() -> None:
    days = Unit(low=0, high=365, digits=1, suffix=" Tage")
    assert days.estimate(Estimate(3.25, 3, 3.5, 8), DE) == "3,2 Tage (3,0–3,5, n 8)"
