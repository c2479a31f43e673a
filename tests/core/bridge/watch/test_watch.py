"""Relapse: against which level, how often it errs, and when streams together are an alarm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.stats import chi2  # type: ignore[import-untyped]
from tests.bench.relapsing import series

from leitstern.core.bridge.watch.alarm import Nostalgia, false_alarm, relapse, slipping
from leitstern.core.bridge.watch.reading import Onset, Reading, Standing, read
from leitstern.core.bridge.watch.runs import RUNS, run_of, statement
from leitstern.core.bridge.watch.settled import UPPER, Period, Settled, settle
from leitstern.core.bridge.watch.shown import estimate, level_estimate
from leitstern.core.bridge.watch.stream import Point, Rhythm, Shown, Stream, StreamKind
from leitstern.core.stats.cusum import MONTHLY, lower_cusum
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

START = date(2024, 1, 31)
YEAR = Period(START, START + timedelta(days=30 * 11))


def stream(
    values: Sequence[float],
    *,
    kind: StreamKind = StreamKind.COMPLIANCE,
    name: str = "Classified",
    rhythm: Rhythm = Rhythm.MONTHLY,
    good_high: bool = True,
    error: float = 0.02,
    unit: str = "",
) -> Stream:
    step = 30 if rhythm is Rhythm.MONTHLY else 91
    points = tuple(
        Point(START + timedelta(days=step * index), value, error, 50) for index, value in enumerate(values)
    )
    said = Text(en=name, de=name)
    return Stream(f"{kind}:{name}:{unit}", kind, said, said, unit, rhythm, good_high, points, said, "/")


STEADY = (0.91, 0.93, 0.92, 0.90, 0.94, 0.92, 0.93, 0.91, 0.92, 0.93, 0.91, 0.92)
SLIPS = (0.88, 0.87, 0.89)  # an alarm, not far beyond its limit
FALLS = (0.91, 0.92, 0.90, 0.86, 0.82, 0.78, 0.75, 0.72, 0.70)


class TestSettled:
    def test_the_mean_of_the_period(self) -> None:
        found = settle(stream((*STEADY, 0.1)), YEAR)
        assert isinstance(found, Settled)
        assert found.n == 12
        assert found.level == pytest.approx(0.92)
        assert found.error == pytest.approx(0.02 / 12**0.5)
        assert found.spread == 0  # months differ by less than counting explains

    def test_months_that_differ_more_than_counting_explains(self) -> None:
        values = (0.8, 1.0) * 6
        found = settle(stream(values), YEAR)
        assert isinstance(found, Settled)
        upper = np.var(values, ddof=1) * 11 / chi2.ppf(1 - UPPER, 11)
        assert found.spread == pytest.approx((upper - 0.02**2) ** 0.5)

    def test_nothing_was_reached_yet(self) -> None:
        few = settle(stream(STEADY[:5]), YEAR)
        assert isinstance(few, Missing)
        assert "5 of 6 measurements" in few.reason.en

    def test_nobody_said_when(self) -> None:
        assert isinstance(settle(stream(STEADY), None), Missing)

    def test_quarters_need_three(self) -> None:
        period = Period(START, START + timedelta(days=200))
        assert isinstance(settle(stream((3.0, 3.1, 2.9), rhythm=Rhythm.QUARTERLY), period), Settled)


class TestRead:
    def test_what_holds_is_quiet(self) -> None:
        found = read(stream((*STEADY, *STEADY[:6])), YEAR)
        assert (found.onsets, found.alarm, found.standing) == ((), None, Standing.HOLDS)
        assert len(found.points) == len(found.sums) == 6

    def test_what_falls_sounds_and_says_since_when(self) -> None:
        found = read(stream((*STEADY, *FALLS)), YEAR)
        assert found.sums[:5] == pytest.approx([0, 0, 0.46, 2.84, 7.15], abs=0.01)  # error .02 · √(13/12)
        assert found.alarm == Onset(found.points[4], since=found.points[2])
        assert found.strong == found.onsets == (found.alarm,)

    def test_uses_that_come_back_sound_too(self) -> None:
        uses = stream(
            (1, 0, 2, 1, 0, 1, 1, 2, 0, 1, 1, 0, 1, 2, 9, 15, 20),
            kind=StreamKind.STOP_LIST,
            good_high=False,
            error=1.0,
        )
        found = read(uses, YEAR)
        assert found.alarm == Onset(found.points[2], since=found.points[1])
        assert found.now > MONTHLY.limit

    def test_better_than_settled_is_no_alarm(self) -> None:
        assert read(stream((*STEADY, 0.99, 1.0, 1.0, 1.0)), YEAR).alarm is None

    def test_a_fresh_start_forgets_what_was_dealt_with(self) -> None:
        falling = stream((*STEADY, *FALLS, *STEADY))
        dealt_with = read(falling, YEAR, fresh=falling.points[20].day)
        assert dealt_with.alarm is None
        assert dealt_with.points == falling.points[21:]

    def test_half_of_the_way_is_said(self) -> None:
        found = read(stream((*STEADY, 0.88, 0.88)), YEAR)
        assert found.standing is Standing.TENSE

    def test_an_alarm_that_passed_is_remembered(self) -> None:
        found = read(stream((*STEADY, *FALLS[:5], *(0.99,) * 6)), YEAR)
        assert (found.alarm, len(found.onsets)) == (None, 1)

    def test_without_a_level_nothing_is_judged(self) -> None:
        found = read(stream(FALLS), None)
        assert isinstance(found.settled, Missing)
        assert (found.points, found.now) == ((), 0.0)


class TestHowOftenItErrs:
    """10,000 series: a settled period of `months`, then 18 clean months or 18 in which it drifts."""

    def first(self, months: int, spread: float, drift: float) -> float:
        rng = np.random.default_rng(3)
        total = (1 + spread**2) ** 0.5
        before = rng.normal(0, total, (10_000, months))
        after = rng.normal(0, total, (10_000, 18)) - drift * total * np.arange(1, 19)
        upper = before.var(axis=1, ddof=1) * (months - 1) / chi2.ppf(1 - UPPER, months - 1)
        between = np.maximum(0, upper - 1)
        error = np.sqrt((1 + between) * (1 + 1 / months))
        scores = (after - before.mean(axis=1)[:, None]) / error[:, None]
        return float((lower_cusum(scores, MONTHLY.slack) >= MONTHLY.limit).any(axis=1).mean())

    @pytest.mark.parametrize(
        ("months", "spread", "false"),
        [(6, 0, 0.043), (6, 2, 0.072), (9, 0, 0.038), (9, 1, 0.057), (12, 0, 0.038), (12, 1, 0.052)],
    )
    def test_false_alarms_with_a_level_that_is_only_estimated(
        self, months: int, spread: float, false: float
    ) -> None:
        assert self.first(months, spread, 0) == pytest.approx(false, abs=0.008)

    @pytest.mark.parametrize(("drift", "detected"), [(0.1, 0.776), (0.2, 1.0), (0.4, 1.0)])
    def test_detection_with_twelve_settled_months(self, drift: float, detected: float) -> None:
        assert self.first(12, 1.0, drift) == pytest.approx(detected, abs=0.015)

    def test_the_simulation_is_what_the_product_does(self) -> None:
        values = np.random.default_rng(4).normal(0, 2, 30)
        one = stream(tuple(values), error=1.0)
        found = read(one, YEAR)
        before, after = values[:12], values[12:]
        between = max(0, before.var(ddof=1) * 11 / chi2.ppf(1 - UPPER, 11) - 1)
        error = ((1 + between) * (1 + 1 / 12)) ** 0.5
        assert found.sums == pytest.approx(lower_cusum((after - before.mean()) / error, 0.5))


class TestRelapse:
    def reading(self, values: Sequence[float], kind: StreamKind, name: str = "a", unit: str = "") -> Reading:
        return read(stream((*STEADY, *values), kind=kind, name=name, unit=unit), YEAR)

    def test_one_stream_alone_is_watched_not_proclaimed(self) -> None:
        one = self.reading((0.90, *SLIPS), StreamKind.COMPLIANCE)
        assert one.alarm
        assert relapse([one, self.reading(STEADY, StreamKind.ATTENTION)]) is None

    def test_two_within_ninety_days(self) -> None:
        early = self.reading(SLIPS, StreamKind.ATTENTION)
        late = self.reading((0.92, *SLIPS), StreamKind.COMPLIANCE, "b")
        found = relapse([late, early])
        assert found
        assert found.day == late.onsets[0].point.day
        assert found.readings == (early, late)
        assert set(found.kinds) == {Nostalgia.CULTURAL, Nostalgia.PROCESSUAL}

    def test_two_parts_of_the_same_thing_are_one(self) -> None:
        parts = [self.reading(SLIPS, StreamKind.COMPLIANCE, unit=unit) for unit in ("sales", "service")]
        assert relapse(parts) is None

    def test_far_apart_in_time(self) -> None:
        early = self.reading((*SLIPS, 0.92, 0.92, 0.93, 0.92, 0.93), StreamKind.ATTENTION)
        late = self.reading((0.92, 0.92, 0.92, 0.92, 0.92, *SLIPS), StreamKind.COMPLIANCE, "b")
        assert relapse([early, late]) is None

    def test_one_far_beyond_its_limit(self) -> None:
        found = relapse([self.reading(FALLS, StreamKind.REWARDS)])
        assert found
        assert found.kinds == (Nostalgia.STRUCTURAL,)

    def test_what_joins_later_slips_as_well(self) -> None:
        both = [
            self.reading(FALLS, StreamKind.REWARDS),
            self.reading((0.92,) * 6 + SLIPS, StreamKind.ATTENTION, "b"),
        ]
        began, now = relapse(both), slipping(both)
        assert began
        assert now
        assert began.kinds == (Nostalgia.STRUCTURAL,)
        assert now.kinds == (Nostalgia.STRUCTURAL, Nostalgia.CULTURAL)

    def test_what_came_back_no_longer_slips(self) -> None:
        passed = [self.reading((*FALLS, *(1.2,) * 30), StreamKind.REWARDS)]
        assert relapse(passed)
        assert slipping(passed) is None
        assert slipping([self.reading(STEADY, StreamKind.REWARDS)]) is None

    def test_nothing_slips(self) -> None:
        assert relapse([self.reading(STEADY, kind) for kind in StreamKind]) is None


class TestFalseAlarms:
    """What is said of chance, against series that are made at random and read as the product reads them."""

    FIRST = date(2024, 1, 1)

    def organisation(
        self, rng: np.random.Generator, monthly: int, settled: int, quarterly: int
    ) -> list[Reading]:
        def one(name: str, rhythm: Rhythm, n: int) -> Reading:
            return series(rng, rhythm, n, 1.0, self.FIRST, name=name)

        return [
            *(one(f"m{at}", Rhythm.MONTHLY, settled) for at in range(monthly)),
            *(one(f"q{at}", Rhythm.QUARTERLY, 3) for at in range(quarterly)),
        ]

    def test_nothing_watched_nothing_said(self) -> None:
        assert false_alarm([]) is None
        full = replace(stream(STEADY, kind=StreamKind.REWARDS, error=0.0), step=0.05)
        assert false_alarm([read(full, YEAR)]) is None

    @pytest.mark.parametrize(("settled", "said"), [(6, 0.398), (12, 0.295)])
    def test_what_is_said_of_eight_monthly_and_two_quarterly_series(self, settled: int, said: float) -> None:
        found = false_alarm(self.organisation(np.random.default_rng(1), 8, settled, 2))
        assert found == pytest.approx(said, abs=0.005)

    def test_is_no_less_than_what_happens(self) -> None:
        """Organisations of four monthly and one quarterly series in which nothing slips for two years."""
        rng, many = np.random.default_rng(5), 220
        there = [self.organisation(rng, 4, 6, 1) for _ in range(many)]
        happened = sum(relapse(each) is not None for each in there) / many
        said = false_alarm(there[0])
        assert said
        assert happened - 0.03 <= said <= happened + 0.09  # of spreads, what errs most often is said

    def test_the_table_is_what_the_rules_do(self) -> None:
        rng, many = np.random.default_rng(6), 500
        read_so = [series(rng, Rhythm.MONTHLY, 6, 2.0, self.FIRST) for _ in range(many)]
        sounded = sum(bool(each.onsets) for each in read_so) / many
        strong = sum(bool(each.strong) for each in read_so) / many
        assert run_of(Rhythm.MONTHLY, 6).sounds == pytest.approx(sounded, abs=0.03)
        assert run_of(Rhythm.MONTHLY, 6).strong == pytest.approx(strong, abs=0.025)

    def test_more_settled_measurements_err_less_and_notice_sooner(self) -> None:
        for rhythm in Rhythm:
            rows = [row for _, row in sorted(RUNS[rhythm].items())]
            assert [row.strong for row in rows] == sorted((row.strong for row in rows), reverse=True)
            assert [row.one for row in rows] == sorted(row.one for row in rows)
        assert run_of(Rhythm.MONTHLY, 8) is run_of(Rhythm.MONTHLY, 6)
        assert run_of(Rhythm.QUARTERLY, 40) is run_of(Rhythm.QUARTERLY, 12)

    def test_every_part_of_a_thing_counts(self) -> None:
        one = read(stream((*STEADY, *STEADY), unit="sales"), YEAR)
        part = read(stream((*STEADY, *STEADY), unit="service"), YEAR)
        other = read(stream((*STEADY, *STEADY), name="b"), YEAR)
        alone, parts, apart = (false_alarm(each) for each in ([one], [one, part], [one, other]))
        assert alone
        assert parts
        assert apart
        assert alone < parts < apart  # parts do not sound together, but each may sound far beyond its limit


class TestFullCount:
    """Nothing in it is chance: it sounds once it fell by a stated amount and stayed there."""

    def reading(self, *after: float) -> Reading:
        values = (*(0.30,) * 12, *after)
        return read(replace(stream(values, kind=StreamKind.REWARDS, error=0.0), step=0.05), YEAR)

    def test_a_shift_of_two_of_a_hundred_is_none(self) -> None:
        found = self.reading(*(0.28,) * 24)
        assert (found.onsets, found.standing) == ((), Standing.HOLDS)

    def test_three_in_a_row_are_an_alarm_and_say_since_when(self) -> None:
        found = self.reading(0.30, 0.25, 0.24, 0.25)
        assert found.alarm == Onset(found.points[3], since=found.points[1])
        assert found.sums == (0, 1, 2, 3)
        assert self.reading(0.25, 0.25, 0.30, 0.25).onsets == ()
        assert self.reading(0.25, 0.25).standing is Standing.TENSE

    def test_alone_it_is_no_relapse_whatever_its_length(self) -> None:
        found = self.reading(*(0.10,) * 24)
        assert found.strong == ()
        assert relapse([found]) is None

    def test_what_is_said(self) -> None:
        found = self.reading(0.25, 0.25)
        assert isinstance(found.settled, Settled)
        assert (found.settled.error, found.settled.spread) == (0, 0)
        assert statement(found, found.settled).en == (
            "Everybody is counted here, so nothing is chance: it sounds once the value has lain 5 of 100 or more below what "
            "was reached for 3 measurements in a row."
        )


class TestStanding:
    """ "Holds" is said of that alone of which enough was measured since."""

    @pytest.mark.parametrize(
        ("after", "standing"),
        [
            ((), Standing.UNSEEN),
            ((0.92,), Standing.EARLY),
            ((0.92, 0.91), Standing.EARLY),
            ((0.92, 0.91, 0.93), Standing.HOLDS),
            ((0.92, 0.91, 0.87, 0.88), Standing.TENSE),
            ((0.85, 0.84), Standing.ALARM),
        ],
    )
    def test_of_a_monthly_series(self, after: tuple[float, ...], standing: Standing) -> None:
        assert read(stream((*STEADY, *after)), YEAR).standing is standing

    def test_without_a_level_and_of_quarters(self) -> None:
        assert read(stream(STEADY), None).standing is Standing.NO_LEVEL
        three = (3.0, 3.1, 2.9)
        period = Period(START, START + timedelta(days=200))
        for more, standing in (((3.0,), Standing.EARLY), ((3.0, 3.0), Standing.HOLDS)):
            quarterly = stream((*three, *more), rhythm=Rhythm.QUARTERLY, error=0.1)
            assert read(quarterly, period).standing is standing


class TestShown:
    """Intervals are the same wherever a series is shown."""

    def of(self, shown: Shown, value: float, error: float) -> Estimate:
        one = replace(stream((value,), error=error), shown=shown)
        return estimate(one, one.points[0])

    def test_of_a_count_exact(self) -> None:
        found = self.of(Shown.COUNT, 3.0, 3**0.5)
        assert (found.low, found.high) == pytest.approx((0.818, 7.754), abs=0.001)  # Garwood, 90 %
        assert found.n == 50

    @pytest.mark.parametrize(
        ("shown", "value", "low", "high"),
        [
            (Shown.SHARE, 0.98, 0.914, 1.0),
            (Shown.NUMBER, 0.02, 0.0, 0.086),
            (Shown.INDEX, 0.02, -0.046, 0.086),
            (Shown.INDEX, -0.3, -0.366, -0.234),
        ],
    )
    def test_of_everything_else_normal_and_within_what_it_can_be(
        self, shown: Shown, value: float, low: float, high: float
    ) -> None:
        found = self.of(shown, value, 0.04)
        assert (found.low, found.high) == pytest.approx((low, high), abs=0.0005)

    def test_of_a_level(self) -> None:
        one = replace(stream(STEADY), shown=Shown.SHARE)
        found = settle(one, YEAR)
        assert isinstance(found, Settled)
        reached = level_estimate(one, found)
        assert reached.value == pytest.approx(0.92)
        assert reached.n == 12
        assert reached.high - reached.value == pytest.approx(1.645 * found.error, abs=1e-4)
