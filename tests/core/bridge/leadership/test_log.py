"""How far customers reach into what is decided."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.bridge.leadership import log
from leitstern.core.bridge.leadership.log import Entry, Source, State
from leitstern.core.bridge.leadership.terms import Favour
from leitstern.core.stats.estimate import Estimate

TODAY = date(2026, 7, 1)


def decision(key: int = 1, day: date | None = date(2026, 5, 4), **more: object) -> Entry:
    return Entry(Source.DECISION, key, date(2026, 1, 5), "Shall we?", day=day, **more)  # type: ignore[arg-type]


def test_how_far_a_decision_is() -> None:
    assert decision(day=None).state(TODAY) is State.OPEN
    assert decision(day=None, deadline=date(2026, 6, 30)).state(TODAY) is State.OVERDUE
    assert decision(day=None, deadline=TODAY).state(TODAY) is State.OPEN
    assert decision().state(TODAY) is State.DECIDED
    assert decision(review=date(2026, 6, 30)).state(TODAY) is State.REVIEW_DUE
    assert decision(review=date(2026, 6, 30), reversed_on=TODAY).state(TODAY) is State.REVERSED


def test_changed_by_customers_counts_only_where_somebody_said_so() -> None:
    entries = [
        decision(1, changed=True),
        decision(2, changed=False),
        decision(3, changed=False),
        decision(4, changed=None),
    ]
    found = log.changed_by_customers(entries, TODAY)
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(1 / 3)
    assert found.n == 3
    assert 0 < found.low < found.value < found.high < 1
    assert log.changed_by_customers([], TODAY) is log.NONE_DECIDED


def test_a_quarter_holds_what_was_decided_in_it_also_what_was_reversed() -> None:
    entries = [decision(1), decision(2, date(2026, 3, 31)), decision(3, None), decision(4, reversed_on=TODAY)]
    assert [each.key for each in log.decided_in(entries, date(2026, 4, 1))] == [1, 4]


def test_decided_for_customers_where_interests_differed() -> None:
    entries = [
        decision(1, favour=Favour.SAME),
        decision(2, favour=Favour.CUSTOMER),
        decision(3, favour=Favour.COMPANY),
        decision(4),
    ]
    found = log.for_customers(entries, TODAY)
    assert isinstance(found, Estimate)
    assert (found.value, found.n) == (0.5, 2)


def test_without_review() -> None:
    entries = [
        decision(1),
        decision(2, review=TODAY),
        decision(3, reviewed=TODAY),
        decision(4, None),
        decision(5, reversed_on=TODAY),
    ]
    assert [each.key for each in log.without_review(entries)] == [1]


def test_days_from_insight_to_decision_are_a_median_that_open_questions_make_longer() -> None:
    end = date(2026, 5, 31)
    entries = [decision(at, end, insight=date.fromordinal(end.toordinal() - 10 * at)) for at in range(1, 11)]
    found = log.lead_time(entries, TODAY)
    assert isinstance(found, Estimate)
    assert (found.value, found.low, found.high, found.n) == (55, 20, 80, 10)
    known = [decision(20 + at, None, insight=date(2025, 6, 1)) for at in range(4)]
    longer = log.lead_time([*entries, *known], TODAY)
    assert isinstance(longer, Estimate)
    assert (longer.value, longer.high, longer.n) == (75, 100, 14)
    assert log.lead_time([*entries, *known, *known, *known], TODAY) is log.MOSTLY_OPEN
    assert [each.key for each in log.waiting([*entries, *known])] == [20, 21, 22, 23]
    one = log.lead_time(entries[:1], TODAY)
    assert isinstance(one, Estimate)
    assert (one.low, one.value, one.high) == (10, 10, 10)
    assert log.lead_time([decision()], TODAY) is log.NO_INSIGHT


def test_data_that_led_to_decisions() -> None:
    found = log.led_to_decisions(["a", "b", "c", "d"], ["b", "b", "elsewhere"], TODAY)
    assert isinstance(found, Estimate)
    assert (found.value, found.n) == (0.25, 4)
    assert log.led_to_decisions([], ["b"], TODAY) is log.NOTHING_COLLECTED
    evidence = log.with_evidence(
        [decision(1, evidence=True), decision(2, evidence=False), decision(3)], TODAY
    )
    assert isinstance(evidence, Estimate)
    assert evidence.value == 0.5
