"""Relapse: how long a CUSUM runs, and that naive rules cry wolf or sleep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.cusum import MONTHLY, QUARTERLY, Rule, average_run, lower_cusum, watch

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Bools, Floats


class TestAverageRun:
    @pytest.mark.parametrize(
        ("limit", "still", "fallen"),
        [(4, 168, 8.38), (5, 465, 10.4)],  # Montgomery, Introduction to Statistical Quality Control, k = 1/2
    )
    def test_two_sided_as_published(self, limit: float, still: float, fallen: float) -> None:
        rule = Rule(0.5, limit)
        assert average_run(rule, 0) / 2 == pytest.approx(still, abs=0.5)
        both = 1 / (1 / average_run(rule, 1) + 1 / average_run(rule, -1))
        assert both == pytest.approx(fallen, abs=0.05 if limit == 5 else 0.005)

    def test_the_chain_to_its_digits(self) -> None:
        assert average_run(Rule(0.5, 4), 0) / 2 == pytest.approx(167.7, abs=0.05)
        assert average_run(Rule(0.5, 5), 0) / 2 == pytest.approx(465.4, abs=0.05)
        assert average_run(Rule(0.5, 5), 1) == pytest.approx(10.38, abs=0.005)

    def test_months_and_quarters(self) -> None:
        assert [round(average_run(MONTHLY, fall), 2) for fall in (0, 1, 1.5)] == [335.36, 8.38, 4.75]
        assert [round(average_run(QUARTERLY, fall), 2) for fall in (0, 1, 1.5)] == [68.19, 5.42, 3.25]

    def test_is_what_simulation_shows(self) -> None:
        rng = np.random.default_rng(1)
        level = lower_cusum(rng.normal(-1, 1, (4000, 80)), QUARTERLY.slack)
        alarms = (level >= QUARTERLY.limit).argmax(axis=1) + 1
        assert alarms.mean() == pytest.approx(average_run(QUARTERLY, 1), abs=0.15)


class TestEighteenCleanAndEighteenDriftingMonths:
    """4,000 series each; `first` is the month of the first alarm, 36 where there is none."""

    MONTHS, CLEAN = 36, 18

    def series(self, drift: float) -> Floats:
        scores = np.random.default_rng(2).normal(size=(4000, self.MONTHS))
        scores[:, self.CLEAN :] -= drift * np.arange(1, self.MONTHS - self.CLEAN + 1)
        return scores

    def outcome(self, alarms: Bools | Floats) -> tuple[float, float, float]:
        """Share of false alarms; of those without one, the share detected; their median delay in months."""
        first = np.column_stack([alarms, np.ones(len(alarms))]).argmax(axis=1)
        true = first[first >= self.CLEAN]
        found = true[true < self.MONTHS]
        return float((first < self.CLEAN).mean()), len(found) / len(true), float(np.median(found)) - 17

    @pytest.mark.parametrize(("drift", "detected", "delay"), [(0.1, 0.99, 12), (0.2, 1.0, 8), (0.4, 1.0, 5)])
    def test_cusum(self, drift: float, detected: float, delay: float) -> None:
        level = lower_cusum(self.series(drift), MONTHLY.slack)
        false, found, median = self.outcome(level >= MONTHLY.limit)
        assert 0.03 <= false <= 0.055
        assert found == pytest.approx(detected, abs=0.011)
        assert median == delay

    @pytest.mark.parametrize("drift", [0.1, 0.2, 0.4])
    def test_once_below_two_standard_errors_cries_wolf(self, drift: float) -> None:
        false, _, _ = self.outcome(self.series(drift) < -2)
        assert false == pytest.approx(0.335, abs=0.015)

    @pytest.mark.parametrize(("drift", "detected"), [(0.1, 0.59), (0.4, 0.85)])
    def test_three_falls_in_a_row_cry_wolf_and_sleep(self, drift: float, detected: float) -> None:
        falls = np.diff(self.series(drift), axis=1, prepend=-np.inf) < 0
        three = falls[:, 2:] & falls[:, 1:-1] & falls[:, :-2]
        false, found, _ = self.outcome(np.column_stack([np.zeros((4000, 2)), three]))
        assert false == pytest.approx(0.435, abs=0.02)
        assert found == pytest.approx(detected, abs=0.03)


class TestWatch:
    STANDS_AT_TARGET = np.array([3.0, 3.1, 2.9, 3.0])
    SLIPS = np.array([3.0, 3.0, 2.9, 2.8, 2.7, 2.6])

    def test_no_alarm_at_the_target(self) -> None:
        found = watch(self.STANDS_AT_TARGET, np.full(4, 0.1), 3.0, QUARTERLY)
        assert (found.alarm, found.since) == (None, None)

    def test_by_hand(self) -> None:
        found = watch(self.SLIPS, np.full(6, 0.1), 3.0, QUARTERLY)
        assert found.level == pytest.approx([0, 0, 0.5, 2.0, 4.5, 8.0])
        assert (found.alarm, found.since) == (4, 2)

    def test_an_uncertain_measurement_says_less(self) -> None:
        assert watch(self.SLIPS, np.full(6, 0.5), 3.0, QUARTERLY).alarm is None

    def test_a_missing_measurement_changes_nothing(self) -> None:
        values = np.array([3.0, 2.8, np.nan, 2.8])
        found = watch(values, np.array([0.1, 0.1, np.nan, 0.1]), 3.0, QUARTERLY)
        assert found.level == pytest.approx([0, 1.5, 1.5, 3.0])
        assert (found.alarm, found.since) == (3, 1)

    def test_falling_from_the_first_measurement_on(self) -> None:
        assert watch(np.array([2.5]), np.array([0.1]), 3.0, QUARTERLY).since == 0

    def test_nothing_measured_yet(self) -> None:
        assert watch(np.empty(0), np.empty(0), 3.0, MONTHLY).alarm is None

    @pytest.mark.parametrize("errors", [np.array([0.1]), np.array([0.1, 0.0]), np.array([0.1, np.nan])])
    def test_every_value_needs_an_error(self, errors: Floats) -> None:
        with pytest.raises(InvalidInput, match="standard error"):
            watch(np.array([3.0, 2.9]), errors, 3.0, MONTHLY)
