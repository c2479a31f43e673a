"""Rules of the contact policy: what they lack, when they contradict each other, and what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from leitstern.core.bridge.policy.rules import (
    Demand,
    Occasion,
    Words,
    contradict,
    demand_problems,
    words_problems,
)
from leitstern.core.bridge.policy.sentences import broken, kept, kept_said, rule_said
from leitstern.core.bridge.policy.terms import Duty, OccasionKind
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.outside.followed import Counted
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

PAID = Occasion(OccasionKind.MILESTONE, "mortgage_paid_off")
PAYOFF = Occasion(OccasionKind.TOUCHPOINT, "payoff")
OFFER = Demand(PAID, "mortgage_offer", Duty.MUST_NOT, date(2024, 1, 1), 0, 60)
WORDS = Words(
    "They have waited 25 years.", "Nobody sells to them now.", "Head of Campaigns", date(2027, 1, 1)
)
MARKED = {"mortgage_paid_off": "payoff"}
NAMES = Text("Paid off", "Abbezahlt"), Text("Thanks", "Dank")


def test_a_whole_rule_lacks_nothing() -> None:
    assert demand_problems(OFFER) == words_problems(WORDS, OFFER.since) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"touchpoint": ""}, "touchpoint"),
        ({"since": None}, "since"),
        ({"until": date(2023, 1, 1)}, "until"),
        ({"first": 61}, "last"),
        ({"last": 731}, "last"),
        ({"occasion": Occasion(OccasionKind.TOUCHPOINT, "")}, "occasion"),
    ],
)
def test_what_a_demand_lacks(change: dict[str, Any], field: str) -> None:
    assert [each.field for each in demand_problems(replace(OFFER, **change))] == [field]


def test_what_its_words_lack() -> None:
    fields = [each.field for each in words_problems(Words(" ", "", "", None), None)]
    assert fields == ["reason", "outcome", "owner", "review"]
    early = replace(WORDS, review=date(2024, 1, 1), owner="x" * 121)
    assert [each.field for each in words_problems(early, OFFER.since)] == ["owner", "review"]


@pytest.mark.parametrize(
    ("change", "contradicts"),
    [
        ({"duty": Duty.MUST}, True),
        ({"duty": Duty.MAY}, True),
        ({}, False),  # the same twice is no contradiction
        ({"duty": Duty.MUST, "occasion": PAYOFF}, True),  # the contact that marks the milestone
        ({"duty": Duty.MUST, "touchpoint": "thank_you"}, False),
        ({"duty": Duty.MUST, "first": 61, "last": 90}, False),
        ({"duty": Duty.MUST, "first": 60, "last": 90}, True),
        ({"duty": Duty.MUST, "since": date(2020, 1, 1), "until": date(2023, 12, 31)}, False),
        ({"duty": Duty.MUST, "since": date(2020, 1, 1), "until": date(2024, 1, 1)}, True),
    ],
)
def test_who_contradicts_whom(change: dict[str, Any], contradicts: bool) -> None:
    other = replace(OFFER, **change)
    assert contradict(OFFER, other, MARKED) == contradict(other, OFFER, MARKED) == contradicts


@pytest.mark.parametrize(
    ("first", "last", "english", "german"),
    [
        (0, 60, "within 60 days", "innerhalb von 60 Tagen"),
        (0, 0, "on the same day", "am selben Tag"),
        (0, 1, "by the next day", "bis zum nächsten Tag"),
        (7, 7, "on day 7", "am 7. Tag"),
        (31, 90, "from day 31 to day 90", "vom 31. bis zum 90. Tag"),
    ],
)
def test_a_rule_is_one_sentence(first: int, last: int, english: str, german: str) -> None:
    said = rule_said(replace(OFFER, duty=Duty.MUST, first=first, last=last), *NAMES)
    assert said.en == f"After “Paid off”, “Thanks” must follow {english}."
    assert said.de == f"Auf „Abbezahlt“ muss {german} „Dank“ folgen."


def test_what_must_not_follow_is_kept_where_it_does_not() -> None:
    share = Estimate(0.25, 0.2, 0.3, 40)
    assert kept(Duty.MUST, share) == share
    assert kept(Duty.MUST_NOT, share) == Estimate(0.75, 0.7, 0.8, 40)
    assert isinstance(kept(Duty.MAY, share), Missing)
    assert [each for each in Duty if broken(each, share)] == [Duty.MUST, Duty.MUST_NOT]
    assert not broken(Duty.MUST_NOT, Estimate(0.15, 0.08, 0.2, 40))


def test_how_far_it_is_kept_in_a_sentence() -> None:
    counted = Counted(Estimate(0.25, 0.2, 0.3, 40), 44, 11)
    assert kept_said(Duty.MUST, counted).en == "Kept in 25 of 100 cases [20–30]: it followed 11 of 44 times."
    assert kept_said(Duty.MUST_NOT, counted).de == (
        "Eingehalten in 75 von 100 Fällen [70–80]: Bei 44 Anlässen folgte es trotzdem 11-mal."
    )
    assert kept_said(Duty.MAY, counted).en.startswith("Left open: it followed 11 of 44 times")
    assert kept_said(Duty.MUST, Counted(TOO_FEW_CUSTOMERS)).en == (
        "Not counted: fewer than five customers so far."
    )
