"""Drivers, trend, before and after, variants, harm, sparkline."""

from __future__ import annotations

from datetime import date

import pytest
from tests.charts import bank
from tests.charts.bank import share
from tests.charts.reading import read

from leitstern.charts.before_after import before_after
from leitstern.charts.dimension_profile import ProfileRow, dimension_profile
from leitstern.charts.driver_bars import DriverBar, driver_bars
from leitstern.charts.harm_scatter import HarmPoint, harm_scatter
from leitstern.charts.importance_performance import Reason, importance_performance
from leitstern.charts.locales import DE, EN
from leitstern.charts.sheet import Sheet, Side
from leitstern.charts.sparkline import sparkline
from leitstern.charts.trend import TrendEvent, TrendPoint, trend
from leitstern.charts.units import OF_HUNDRED, POINTS
from leitstern.charts.variant_chevrons import Variant, variant_chevrons
from leitstern.core.stats.estimate import Estimate

WIDE, PHONE = (Sheet("chart", "Title", "Description", width, DE) for width in (760, 350))


def test_a_driver_says_its_share_interval_and_n() -> None:
    chart = read(driver_bars([DriverBar("Verspätung", Estimate(0.54, -0.02, 0.6, 5232))], WIDE))
    assert chart.sentences == ["Verspätung: 54\u00a0% (−2 bis 60) · n\u00a05.232."]
    assert "0\u00a0%" in chart.words


def test_an_interval_within_its_ring_is_said_but_not_drawn() -> None:
    levels = [Estimate(1.4, 1.4 - half, 1.4 + half, 900) for half in (0.04, 0.3)]
    known, open_ = ([ProfileRow("Blick", level(3.0), level(1.0), each)] for each in levels)
    assert "90-%-Intervall" not in read(dimension_profile(known, WIDE)).words
    assert "90-%-Intervall" in read(dimension_profile(open_, WIDE)).words
    assert "1,4 (1,4–1,4" in " ".join(read(dimension_profile(known, WIDE)).sentences)


def level(value: float) -> Estimate:
    return Estimate(value, value, value, 3)


def test_a_trend_says_each_month_and_breaks_where_too_few_answered() -> None:
    points = [
        TrendPoint(date(2025, 1, 1), share(0.6, 0.04, 410)),
        TrendPoint(date(2025, 2, 1), "zu wenige Antworten"),
        TrendPoint(date(2025, 3, 1), share(0.7, 0.04, 1204)),
    ]
    chart = read(trend(points, OF_HUNDRED, WIDE, 0.9))
    assert chart.sentences == [
        "Jan 2025: 60 (56–64, n 410).",
        "Feb 2025: zu wenige Antworten.",
        "Mär 2025: 70 (66–74, n 1.204).",
    ]
    assert {"410", "–", "1.204", "90", "70"} <= set(chart.words)
    assert chart.words.count("2025") == 1


def test_longer_periods_have_names_of_their_own_and_a_year_stands_once() -> None:
    quarters = [
        TrendPoint(date(2025, 1, 1), share(0.6, 0.04, 410), "Q1"),
        TrendPoint(date(2025, 4, 1), share(0.7, 0.04, 19), "Q2"),
    ]
    chart = read(trend(quarters, OF_HUNDRED, WIDE))
    assert chart.sentences == ["Q1 2025: 60 (56–64, n 410).", "Q2 2025: 70 (66–74, n 19)."]
    assert {"Q1", "Q2"} <= set(chart.words)
    years = [TrendPoint(date(year, 1, 1), share(0.6, 0.04, 410), str(year)) for year in (2024, 2025)]
    chart = read(trend(years, OF_HUNDRED, WIDE))
    assert chart.sentences[0] == "2024: 60 (56–64, n 410)."
    assert chart.words.count("2025") == 1


@pytest.mark.parametrize(("n", "style"), [(20, "head"), (19, "small")])
def test_the_latest_value_is_written_large_from_twenty_customers_on(n: int, style: str) -> None:
    points = [
        TrendPoint(date(2025, 1, 1), share(0.6, 0.04, 410)),
        TrendPoint(date(2025, 2, 1), share(0.97, 0.02, n)),
    ]
    assert f'class="{style} fill-outside">97' in trend(points, OF_HUNDRED, WIDE)


def test_events_are_numbered_on_the_curve_and_told_below() -> None:
    events = [TrendEvent(date(2025, 5, 12), "Maßnahme beginnt")]
    chart = read(trend(bank.months("de"), OF_HUNDRED, WIDE, None, events))
    assert chart.sentences[0] == "12.05.2025: Maßnahme beginnt."
    assert chart.words.count("1") == 2
    assert "12.05.2025 · Maßnahme beginnt" in chart.words


@pytest.mark.parametrize("sheet", [WIDE, PHONE])
def test_before_and_after_tell_the_difference_and_the_verdict_in_words(sheet: Sheet) -> None:
    chart = read(before_after(bank.change("de"), OF_HUNDRED, sheet))
    assert chart.sentences == [
        "Vorher, Jan. bis März 2025: 50 (48–52, n 1.204).",
        "Nachher, Juli bis Sept. 2025: 66 (64–68, n 1.176).",
        "Besser. Unterschied: +16 (+12 bis +20).",
    ]
    assert {"Besser", "+16", "(+12 bis +20)"} <= set(chart.words)
    assert "Nicht zu sagen" in read(before_after(bank.unclear("de"), OF_HUNDRED, sheet)).words


def test_repeated_steps_are_counted_not_repeated() -> None:
    variant = Variant(("Antrag", "Anruf", "Anruf", "Anruf", "Zusage"), 0.18, 1080, 0.49, "im Mittel 31 Tage")
    chart = read(variant_chevrons([variant], WIDE))
    assert chart.words.count("Anruf ×3") == 1
    assert chart.sentences == [
        "18\u00a0% der Reisen (n 1.080): Antrag → Anruf, 3-mal hintereinander → Zusage. "
        "Zusammen mit den Wegen darüber: 49\u00a0%. im Mittel 31 Tage."
    ]


def test_coverage_bars_climb_from_path_to_path() -> None:
    root = read(variant_chevrons(bank.variants("en"), Sheet("v", "T", "D", 350, EN))).root
    ends = [
        float(e.attrib["x"]) + float(e.attrib["width"])
        for e in root.iter()
        if e.get("class") == "fill-outside"
    ]
    starts = [float(e.attrib["x"]) for e in root.iter() if e.get("class") == "fill-outside"]
    assert starts[1:] == pytest.approx(ends[:-1], abs=0.2)
    assert ends[-1] == pytest.approx(0.67 * 350, abs=0.1)


MORTGAGE = HarmPoint("Letzte Rate", Estimate(430, 350, 520, 61), share(0.62, 0.09, 61), 2, 1)
BANKING = HarmPoint("Onlinebanking", Estimate(16_000, 15_000, 17_000, 900), share(0.02, 0.01, 900), 1, 2)


@pytest.mark.parametrize("sheet", [WIDE, PHONE])
def test_harm_tells_both_rankings(sheet: Sheet) -> None:
    chart = read(harm_scatter([MORTGAGE, BANKING], POINTS, sheet))
    assert chart.sentences == [
        "Letzte Rate. Betroffene Menschen: 430 (350–520, n 61), Platz 2 von 2. "
        "Von 100 erleben weniger: 62 (53–71, n 61), Platz 1 von 2.",
        "Onlinebanking. Betroffene Menschen: 16.000 (15.000–17.000, n 900), Platz 1 von 2. "
        "Von 100 erleben weniger: 2 (1–3, n 900), Platz 2 von 2.",
    ]


def test_harm_names_its_quadrants_and_lists_numbers_on_a_phone() -> None:
    wide, phone = (read(harm_scatter([MORTGAGE, BANKING], POINTS, sheet)) for sheet in (WIDE, PHONE))
    for chart in (wide, phone):
        assert {"Wenige, aber schwer", "Viele und schwer", "Viele, aber leicht"} <= set(chart.words)
    assert "→ Platz 2 · ↑ Platz 1" in wide.words
    assert "→ 430 (Platz 2) · ↑ 62 (Platz 1)" in phone.words


@pytest.mark.parametrize("sheet", [WIDE, PHONE])
def test_importance_and_performance_are_told_with_their_field(sheet: Sheet) -> None:
    rows = [
        Reason("Verspätung", share(0.48, 0.04, 900), share(0.61, 0.02, 900), "zuerst hinsehen", sure=True),
        Reason("Wartezeiten", share(0.26, 0.1, 900), share(0.9, 0.02, 900), "nicht sicher", sure=False),
    ]
    chart = read(importance_performance(rows, (0.25, 0.7), sheet))
    assert chart.sentences == [
        "Verspätung. Wichtigkeit: 48 % (44–52). Von 100 erleben es gut: 61 (59–63), n 900. zuerst hinsehen.",
        "Wartezeiten. Wichtigkeit: 26 % (16–36). Von 100 erleben es gut: 90 (88–92), n 900. nicht sicher.",
    ]
    assert {"1", "2", "sicher in seinem Feld", "kann in einem anderen Feld liegen"} <= set(chart.words)


def test_a_sparkline_breaks_and_ends_in_a_dot() -> None:
    values: list[Side] = [share(0.4, 0.1, 9), share(0.5, 0.1, 9), "zu wenige", share(0.6, 0.1, 9)]
    root = read(sparkline(values, 0, 1, Sheet("s", "T", "D", 96, DE))).root
    assert root.attrib["role"] == "img"
    assert sum(e.tag.endswith("path") for e in root.iter()) == 2
    assert [e.attrib["r"] for e in root.iter() if e.tag.endswith("circle")] == ["1", "3"]
