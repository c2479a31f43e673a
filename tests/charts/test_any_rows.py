"""Rows nobody drew by hand: long names, extreme values, missing sides. No text may touch another or get lost."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.charts.reading import read

from leitstern.charts.before_after import Change, before_after
from leitstern.charts.bracket import Tied, bracket
from leitstern.charts.driver_bars import DriverBar, driver_bars
from leitstern.charts.gap_dumbbell import GapRow, gap_dumbbell
from leitstern.charts.guess_reveal import GuessRound, guess_reveal
from leitstern.charts.harm_scatter import HarmPoint, harm_scatter
from leitstern.charts.importance_performance import Reason, importance_performance
from leitstern.charts.journey_map import MapStage, MapTouchpoint, journey_map
from leitstern.charts.locales import DE, EN
from leitstern.charts.pair_matrix import Cell, pair_matrix
from leitstern.charts.plan_spans import SpanRow, plan_spans
from leitstern.charts.sheet import Sheet
from leitstern.charts.timeline_swimlane import Moment, timeline_swimlane
from leitstern.charts.trend import TrendEvent, TrendPoint, trend
from leitstern.charts.units import EMOTION, OF_HUNDRED, POINTS
from leitstern.charts.variant_chevrons import Variant, variant_chevrons
from leitstern.core.gap.findings import Finding, Observed
from leitstern.core.stats.estimate import Estimate

quick = settings(max_examples=25, deadline=None, derandomize=True)

letters = st.sampled_from("abcdefghilmnoprstuäöüßWMÜ")
word = st.text(letters, min_size=1, max_size=22)
names = st.lists(word, min_size=1, max_size=6).map(" ".join)
reasons = st.sampled_from(
    ["nicht gefragt", "kein Versprechen gegeben", "weniger als fünf Personen haben geschätzt"]
)
counts = st.integers(0, 1_234_567)


@st.composite
def estimates(draw: st.DrawFn, low: float = 0, high: float = 1) -> Estimate:
    three = sorted(draw(st.lists(st.floats(low, high), min_size=3, max_size=3)))
    return Estimate(three[1], three[0], three[2], draw(counts))


sheets = st.builds(
    lambda width, locale: Sheet("chart", "Title", "Description", width, locale),
    st.sampled_from([320, 350, 420, 560, 640, 760, 960, 1280]),
    st.sampled_from([DE, EN]),
)
sides = estimates() | reasons
findings = st.builds(
    Finding,
    estimates(),
    estimates(),
    estimates(-1, 1),
    st.just(0.5),
    st.just(0.5),
    st.sampled_from(["declared", "cannot tell", "no gap"]),
    st.booleans(),
)
gaps = findings | reasons


def clean(svg: str) -> None:
    chart = read(svg)
    assert chart.collisions() == []
    assert chart.outside() == []


observed = st.none() | st.builds(Observed, st.floats(0, 1), st.integers(0, 99), st.integers(5, 99))


@quick
@given(
    st.lists(
        st.builds(GapRow, names, sides, sides, sides, gaps, gaps, names, observed=observed),
        min_size=1,
        max_size=4,
    ),
    sheets,
)
def test_gap_dumbbell(rows: list[GapRow], sheet: Sheet) -> None:
    clean(gap_dumbbell(rows, sheet))


@st.composite
def stages(draw: st.DrawFn) -> list[MapStage]:
    feelings = estimates(-2, 2) | reasons
    touchpoints = st.lists(st.builds(MapTouchpoint, names, counts, feelings, st.integers(0, 12)), max_size=4)
    return draw(
        st.lists(st.builds(MapStage, names, feelings, touchpoints.map(tuple)), min_size=1, max_size=7)
    )


@quick
@given(stages(), sheets)
def test_journey_map(rows: list[MapStage], sheet: Sheet) -> None:
    clean(journey_map(rows, sheet))


@st.composite
def lives(draw: st.DrawFn) -> tuple[list[Moment], list[str]]:
    lanes = draw(st.lists(names, min_size=1, max_size=5, unique=True))
    moments, at = [], datetime(2020, 1, 1)  # noqa: DTZ001
    for _ in range(draw(st.integers(1, 12))):
        at += timedelta(days=draw(st.integers(0, 400)))
        moments.append(
            Moment(
                at,
                draw(st.sampled_from(lanes)),
                draw(names),
                draw(st.sampled_from(["", "kept", "late"])),
                draw(names),
                draw(st.booleans()),
                draw(st.booleans()),
                draw(names | st.just("")),
                draw(st.sampled_from(["de", "en", ""])),
            )
        )
    return moments, lanes


@quick
@given(lives(), sheets)
def test_timeline_swimlane(life: tuple[list[Moment], list[str]], sheet: Sheet) -> None:
    clean(timeline_swimlane(*life, "Übergabe", sheet))


@quick
@given(st.lists(st.builds(DriverBar, names, estimates(-0.3, 1)), min_size=1, max_size=5), sheets)
def test_driver_bars(rows: list[DriverBar], sheet: Sheet) -> None:
    clean(driver_bars(rows, sheet))


@st.composite
def months(draw: st.DrawFn) -> list[TrendPoint]:
    first = draw(st.integers(0, 40))
    values = [draw(estimates()), *draw(st.lists(sides, min_size=1, max_size=30))]
    return [
        TrendPoint(date(2022 + (first + i) // 12, (first + i) % 12 + 1, 1), v) for i, v in enumerate(values)
    ]


@quick
@given(
    months(),
    sheets,
    st.none() | st.floats(0, 1),
    st.lists(st.builds(TrendEvent, st.dates(date(2022, 1, 1), date(2027, 1, 1)), names), max_size=5),
)
def test_trend(
    points: list[TrendPoint], sheet: Sheet, promise: float | None, events: list[TrendEvent]
) -> None:
    clean(trend(points, OF_HUNDRED, sheet, promise, events))


@quick
@given(
    st.builds(
        GuessRound,
        st.lists(st.integers(0, 100), min_size=5, max_size=120),
        estimates(),
        sides,
        sides,
        estimates(-1, 1) | reasons,
    ),
    sheets,
    st.booleans(),
)
def test_guess_reveal(room: GuessRound, sheet: Sheet, revealed: bool) -> None:
    clean(guess_reveal(room, sheet, revealed=revealed))


@quick
@given(
    st.builds(
        Change,
        estimates(-2, 2),
        estimates(-2, 2),
        estimates(-4, 4),
        st.sampled_from(["better", "not", "unclear"]),
        st.just("Jan. bis März 2025"),
        st.just("September bis November 2025"),
    ),
    sheets,
)
def test_before_after(change: Change, sheet: Sheet) -> None:
    clean(before_after(change, EMOTION, sheet))


@quick
@given(
    st.lists(
        st.builds(
            Variant,
            st.lists(names, min_size=1, max_size=9).map(tuple),
            st.floats(0, 0.2),
            counts,
            st.floats(0.2, 1),
            names,
        ),
        min_size=1,
        max_size=4,
    ),
    sheets,
)
def test_variant_chevrons(variants: list[Variant], sheet: Sheet) -> None:
    clean(variant_chevrons(variants, sheet))


@quick
@given(
    st.lists(names, min_size=1, max_size=9),
    st.lists(
        st.builds(
            Cell,
            st.just(0),
            st.just(0),
            sides,
            st.none() | sides,
            st.none() | sides,
            st.booleans(),
        ),
        min_size=1,
        max_size=3,
    ),
    sheets,
)
def test_pair_matrix(rows: list[str], cells: list[Cell], sheet: Sheet) -> None:
    clean(pair_matrix(rows, rows, cells, sheet))


@quick
@given(
    st.lists(
        st.builds(
            HarmPoint, names, estimates(1, 200_000), estimates(), st.integers(1, 12), st.integers(1, 12)
        ),
        min_size=1,
        max_size=12,
    ),
    sheets,
)
def test_harm_scatter(rows: list[HarmPoint], sheet: Sheet) -> None:
    clean(harm_scatter(rows, POINTS, sheet))


@quick
@given(
    st.lists(st.builds(Reason, names, estimates(), estimates(), word, st.booleans()), min_size=1, max_size=9),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    sheets,
)
def test_importance_performance(rows: list[Reason], lines: tuple[float, float], sheet: Sheet) -> None:
    clean(importance_performance(rows, lines, sheet))


ties = st.dictionaries(st.integers(1, 4), st.sampled_from([-3, -2, -1, 1, 2, 3]), max_size=4)


@quick
@given(
    st.lists(st.builds(Tied, names, st.sampled_from(["", "1.800.000 EUR"]), ties), min_size=1, max_size=8),
    st.lists(names, max_size=4),
    sheets,
)
def test_any_bracket(rows: list[Tied], goals: list[str], sheet: Sheet) -> None:
    clean(bracket(rows, list(enumerate(goals, start=1)), sheet))


spans = st.builds(
    lambda name, technology, ends, critical: SpanRow(name, technology, ends[0], ends[1], ends[2], critical),
    names,
    st.booleans(),
    st.tuples(st.floats(0, 200), st.floats(0, 200), st.floats(0, 200)).map(sorted),
    st.booleans(),
)


@quick
@given(st.lists(spans, min_size=1, max_size=8), st.floats(0, 200), sheets)
def test_any_plan(rows: list[SpanRow], bound: float, sheet: Sheet) -> None:
    clean(plan_spans(rows, (bound, bound + 12), bound, "Jul 2026", sheet))
