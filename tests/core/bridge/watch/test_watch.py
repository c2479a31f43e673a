"""Relapse: against which level, how often it errs, and when streams together are an alarm."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.stats import chi2  # type: ignore[import-untyped]

from leitstern.core.bridge.watch.alarm import Nostalgia, relapse, slipping, years_between_false_alarms
from leitstern.core.bridge.watch.reading import STRONG, Onset, Reading, read
from leitstern.core.bridge.watch.settled import UPPER, Period, Settled, settle
from leitstern.core.bridge.watch.stream import Point, Rhythm, Stream, StreamKind
from leitstern.core.stats.cusum import MONTHLY, QUARTERLY, lower_cusum
from leitstern.core.stats.estimate import Missing
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
        assert (found.onsets, found.alarm, found.tense) == ((), None, False)
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
        assert found.tense

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


class TestFalseAlarmsOfTheOrganisation:
    def watched(self, months: int, quarters: int) -> list[Reading]:
        monthly = [read(stream(STEADY, name=f"m{index}"), YEAR) for index in range(months)]
        period = Period(START, START + timedelta(days=400))
        quarterly = [
            read(stream((3.0, 3.1, 2.9), name=f"q{index}", rhythm=Rhythm.QUARTERLY), period)
            for index in range(quarters)
        ]
        return monthly + quarterly

    def test_nothing_watched_nothing_said(self) -> None:
        assert years_between_false_alarms([]) is None

    def test_as_simulated(self) -> None:
        """Eight monthly and two quarterly streams over 20 years, 1,500 companies in which nothing slips."""
        said = years_between_false_alarms(self.watched(8, 2))
        assert said
        rng, months, companies = np.random.default_rng(5), 240, 1500
        begun = np.zeros((companies, months), dtype=int)  # streams whose alarm began in a month
        strong = np.zeros((companies, months), dtype=bool)
        for index in range(10):
            step, rule = (1, MONTHLY) if index < 8 else (3, QUARTERLY)
            level = lower_cusum(rng.normal(size=(companies, months // step)), rule.slack)
            for limit in (rule.limit, rule.limit + STRONG):
                over = np.column_stack([np.zeros(companies, dtype=bool), level >= limit])
                onset = over[:, 1:] & ~over[:, :-1]
                if limit == rule.limit:
                    begun[:, ::step] += onset
                else:
                    strong[:, ::step] |= onset
        within = begun + np.pad(begun, ((0, 0), (1, 0)))[:, :-1] + np.pad(begun, ((0, 0), (2, 0)))[:, :-2]
        alarm = strong | (within >= 2)
        first = np.where(alarm.any(axis=1), alarm.argmax(axis=1) + 1, months)
        assert first.sum() / alarm.any(axis=1).sum() / 12 == pytest.approx(said, rel=0.1)
