"""Whether a contact must be personal at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from leitstern.core.bridge.policy.personal import (
    EASY,
    NO_CONSENT,
    NO_GAIN,
    NOT_ASKED,
    UNPROVEN,
    Answers,
    PersonalDraft,
    decide,
    never_personal,
    personal_problems,
)
from leitstern.core.bridge.policy.terms import Personal, Purpose
from leitstern.core.stats.estimate import Estimate, Missing

GOOD = Answers(gain=True, evidence="https://example.org/study", consent=True, asked=60, watched=3)
DRAFT = PersonalDraft("thank_you", Purpose.THANK, GOOD, "Head of Marketing", date(2027, 1, 1))


@pytest.mark.parametrize(
    ("change", "personal", "reasons"),
    [
        ({"gain": False}, Personal.NONE, (NO_GAIN,)),
        ({"evidence": " "}, Personal.NONE, (UNPROVEN,)),
        ({"consent": False}, Personal.NONE, (NO_CONSENT,)),
        ({"gain": False, "consent": False}, Personal.NONE, (NO_GAIN, NO_CONSENT)),
        ({"asked": 4, "watched": 0}, Personal.SEGMENT, (NOT_ASKED,)),
    ],
)
def test_what_stands_against_it(change: dict[str, Any], personal: Personal, reasons: tuple[object]) -> None:
    found = decide(replace(GOOD, **change))
    assert (found.personal, found.reasons[-len(reasons) :]) == (personal, reasons)


@pytest.mark.parametrize(
    ("asked", "watched", "personal", "said"),
    [
        (60, 3, Personal.INDIVIDUAL, "within the 20 that"),
        (60, 30, Personal.SEGMENT, "20 are tolerated"),
        (20, 3, Personal.SEGMENT, "too few were asked"),
        (11, 0, Personal.INDIVIDUAL, "within the 20 that"),
        (10, 0, Personal.SEGMENT, "too few were asked"),
    ],
)
def test_who_would_feel_watched(asked: int, watched: int, personal: Personal, said: str) -> None:
    found = decide(replace(GOOD, asked=asked, watched=watched))
    assert found.personal is personal
    assert said in found.reasons[-1].en
    assert isinstance(found.watched, Estimate)
    assert found.watched.n == asked


def test_of_four_customers_asked_nothing_is_told() -> None:
    assert isinstance(decide(replace(GOOD, asked=4, watched=4)).watched, Missing)
    assert decide(GOOD).reasons[-1].en == EASY.fill(value=5, low=2, high=12, most=20).en


def test_what_answers_lack() -> None:
    assert personal_problems(DRAFT) == ()
    bad = PersonalDraft("", Purpose.SELL, replace(GOOD, watched=61, evidence="x" * 501), " ", None)
    fields = [each.field for each in personal_problems(bad)]
    assert fields == ["touchpoint", "owner", "review", "evidence", "watched"]
    assert [each.field for each in personal_problems(replace(DRAFT, owner="x" * 121))] == ["owner"]


def test_a_touchpoint_is_never_personal_if_no_purpose_is() -> None:
    assert never_personal((Personal.NONE, Personal.NONE))
    assert not never_personal((Personal.NONE, Personal.SEGMENT))
    assert not never_personal(())
