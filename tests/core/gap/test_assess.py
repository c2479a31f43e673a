"""The three sides, the two gaps, and what is said where one is missing."""

from __future__ import annotations

import pickle
import struct

import pytest
from tests.core.gap.hansa import AS_OF, answers, at, hansa, leaders, report_on

from leitstern.core.gap.findings import Finding, GapReport, IndexFinding, TouchpointGap
from leitstern.core.stats.estimate import Estimate, Missing


@pytest.fixture(scope="module")
def report() -> GapReport:
    return report_on(hansa())


def line(report: GapReport, touchpoint: str) -> TouchpointGap:
    return next(line for line in report.touchpoints if line.touchpoint == touchpoint)


def number(measured: object) -> Estimate:
    assert isinstance(measured, Estimate)
    return measured


def found(gap: object) -> Finding:
    assert isinstance(gap, Finding)
    return gap


class TestSides:
    def test_a_promise_is_exact_and_stated(self, report: GapReport) -> None:
        promise = number(line(report, "call").promise)
        assert (promise.value, promise.low, promise.high, promise.n) == (0.9, 0.9, 0.9, 1)
        assert (promise.grade, promise.as_of) == ("stated", AS_OF)

    def test_a_belief_counts_its_guesses(self, report: GapReport) -> None:
        belief = number(line(report, "advice").belief)
        assert (belief.n, belief.grade) == (10, "stated")
        assert belief.low < 0.8 < belief.high

    def test_lived_counts_customers(self, report: GapReport) -> None:
        lived = number(line(report, "call").lived)
        assert (lived.n, lived.grade) == (800, "measured")
        assert lived.value == pytest.approx(0.70, abs=0.01)

    def test_few_customers_are_drawn_towards_the_rest_of_the_company(self) -> None:
        few = [at("advice", lived=answers(0, 6)), at("call", lived=answers(800, 1000))]
        shrunk = number(line(report_on(few), "advice").lived)
        assert shrunk.value == pytest.approx(20 * 0.8 / 26, abs=0.01)

    def test_but_not_towards_another_statement(self) -> None:
        few = [at("advice", lived=answers(0, 6)), at("call", "in_time", lived=answers(800, 1000))]
        assert number(line(report_on(few), "advice").lived).value == pytest.approx(1 / 8, abs=0.01)


class TestGaps:
    def test_a_gap_is_the_difference_of_what_is_shown(self, report: GapReport) -> None:
        call = line(report, "call")
        gap = found(call.delivery)
        assert gap.estimate.value == pytest.approx(number(call.promise).value - number(call.lived).value)
        assert found(call.perception).estimate.value == pytest.approx(
            number(call.belief).value - number(call.lived).value
        )
        assert (gap.claim, gap.lived) == (call.promise, call.lived)
        assert call.measured_gap("delivery") is gap.estimate

    def test_it_rests_on_the_thinner_side(self, report: GapReport) -> None:
        call = line(report, "call")
        assert found(call.delivery).estimate.n == 800
        assert found(call.perception).estimate.n == 10

    def test_a_broken_promise_is_declared(self, report: GapReport) -> None:
        gap = found(line(report, "call").delivery)
        assert gap.state == "declared"
        assert gap.above_zero == gap.clear == 1.0

    def test_a_kept_promise_is_no_gap(self, report: GapReport) -> None:
        gap = found(line(report, "advice").delivery)
        assert gap.state == "no gap"
        assert gap.clear == 0.0
        assert not gap.strength

    def test_six_customers_cannot_tell(self) -> None:
        thin = report_on([at("call", promise=0.9, lived=answers(4, 6))])
        assert found(line(thin, "call").delivery).state == "cannot tell"

    def test_a_certain_gap_too_small_to_matter_is_not_declared(self) -> None:
        vast = report_on([at("call", promise=0.9, lived=answers(87_000, 100_000))])
        gap = found(line(vast, "call").delivery)
        assert gap.above_zero == 1.0
        assert gap.state == "no gap"

    def test_customers_who_live_more_than_leaders_think_are_a_strength(self, report: GapReport) -> None:
        gap = found(line(report, "branch").perception)
        assert gap.strength
        assert gap.state == "no gap"

    def test_declared_gaps_come_largest_first(self, report: GapReport) -> None:
        assert [line.touchpoint for line, _ in report.declared("perception")] == ["mortgage"]
        assert [line.touchpoint for line, _ in report.declared("delivery")] == ["call"]

    def test_the_report_can_be_kept_and_holds_nobodys_guess(self) -> None:
        odd = 83.21987
        kept = pickle.dumps(report_on([at("call", guesses=(*leaders(80), odd), lived=answers(50, 100))]))
        assert isinstance(pickle.loads(kept), GapReport)
        assert struct.pack(">d", odd) not in kept
        assert struct.pack(">d", odd) in pickle.dumps((odd,))

    def test_the_same_seed_gives_the_same_report(self, report: GapReport) -> None:
        assert report_on(hansa()) == report
        assert report_on(hansa(), seed=8) != report


class TestMissing:
    def code(self, measured: object) -> str:
        assert isinstance(measured, Missing)
        return measured.code

    def test_no_promise_recorded(self, report: GapReport) -> None:
        assert self.code(line(report, "letter").promise) == "no-promise"
        assert self.code(line(report, "letter").delivery) == "no-promise"

    def test_leaders_not_asked(self, report: GapReport) -> None:
        letter = line(report, "letter")
        assert self.code(letter.belief) == self.code(letter.perception) == "not-asked"
        assert letter.measured_gap("perception") is letter.perception

    def test_four_leaders_stay_hidden(self) -> None:
        four = report_on([at("call", guesses=leaders(80, people=4), lived=answers(50, 100))])
        assert self.code(line(four, "call").belief) == "fewer-than-five"
        assert self.code(line(four, "call").perception) == "fewer-than-five"
        assert self.code(four.perception.estimate) == "fewer-than-five"

    def test_customers_answer_elsewhere_but_not_here(self) -> None:
        silent = report_on([at("call", promise=0.9), at("advice", lived=answers(50, 100))])
        assert self.code(line(silent, "call").lived) == "no-feedback"
        assert self.code(line(silent, "call").delivery) == "no-feedback"

    def test_customers_were_never_asked(self) -> None:
        permits = report_on([at("call"), at("call", "in_time", promise=0.9, lived=answers(50, 100))])
        assert self.code(permits.touchpoints[0].lived) == "not-asked"

    def test_nothing_has_fallen_due(self) -> None:
        early = report_on([at("call", "in_time", promise=0.9)])
        assert self.code(line(early, "call").lived) == "no-due-promise"

    def test_four_customers_are_too_few(self) -> None:
        few = report_on([at("call", promise=0.9, lived=answers(1, 4))])
        assert self.code(line(few, "call").delivery) == "too-few-customers"

    def test_nobody_counts_as_no_answer(self) -> None:
        empty = report_on([at("call", promise=0.9, lived=answers(0, 0))])
        assert self.code(line(empty, "call").lived) == "not-asked"

    def test_an_empty_company_has_no_data(self) -> None:
        nothing = report_on([])
        assert nothing.touchpoints == ()
        assert (
            self.code(nothing.delivery.estimate)
            == self.code(nothing.perception.chance)
            == "nothing-to-compare"
        )


class TestIndices:
    def test_weighted_by_importance_and_customers(self) -> None:
        two = report_on(
            [
                at("call", promise=0.9, lived=answers(4000, 10_000), customers=3000, importance=0.5),
                at("advice", promise=0.9, lived=answers(9000, 10_000), customers=500, importance=1.0),
            ]
        )
        index = number(two.delivery.estimate)
        assert index.value == pytest.approx(50 * 1500 / 2000, abs=0.5)
        assert index.low < index.value < index.high
        assert (index.n, two.delivery.touchpoints) == (20_000, 2)

    def test_strengths_do_not_pay_for_gaps(self) -> None:
        mixed = report_on(
            [
                at("call", promise=0.5, lived=answers(9000, 10_000)),
                at("advice", promise=0.9, lived=answers(5000, 10_000)),
            ]
        )
        assert number(mixed.delivery.estimate).value == pytest.approx(20, abs=0.5)

    def test_one_declared_gap_makes_the_index_positive(self, report: GapReport) -> None:
        assert report.delivery.state == report.perception.state == "declared"
        assert report.index("delivery") is report.delivery
        assert report.index("perception") is report.perception

    def test_many_small_gaps_are_declared_together(self) -> None:
        spread_out = report_on(
            [
                at(name, facet, promise=0.80, lived=answers(71, 100))
                for name in ("advice", "call", "letter", "mortgage", "branch")
                for facet in ("satisfied", "in_time")
            ]
        )
        assert not spread_out.declared("delivery")
        assert spread_out.delivery.state == "declared"

    def test_chance_is_reported_beside_it(self, report: GapReport) -> None:
        chance = number(report.delivery.chance)
        assert chance.grade == "simulated"
        assert chance.n == 2000
        assert chance.level == pytest.approx(0.98)
        assert 0 <= chance.low <= chance.value <= chance.high < number(report.delivery.estimate).value

    def test_kept_promises_are_no_gap(self) -> None:
        kept: IndexFinding = report_on([at("call", promise=0.7, lived=answers(720, 1000))]).delivery
        assert kept.state == "no gap"

    def test_thin_data_cannot_tell(self) -> None:
        assert report_on([at("call", promise=0.9, lived=answers(8, 10))]).delivery.state == "cannot tell"

    def test_a_certain_promise_that_is_kept_has_a_twin_that_never_varies(self) -> None:
        certain = report_on([at("call", promise=1.0, lived=answers(100, 100))]).delivery
        assert number(certain.chance).low == pytest.approx(number(certain.chance).high)
        assert certain.state == "no gap"

    def test_the_commonest_reason_speaks_for_an_index(self) -> None:
        mostly = report_on(
            [
                at("call", guesses=leaders(80, people=3), lived=answers(50, 100)),
                at("letter", lived=answers(50, 100)),
                at("branch", lived=answers(50, 100)),
            ]
        )
        assert isinstance(mostly.perception.estimate, Missing)
        assert mostly.perception.estimate.code == "not-asked"
