"""A register of campaigns: what is documented, completely, soundly, in time; and whether that falls back."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from leitstern.core.inside.adoption.campaigns import FieldUse, Tally, quality, total
from leitstern.core.inside.adoption.drift import Drift, drift
from leitstern.core.inside.adoption.metadata import Doubt, Field, Term, Vocabulary, Words
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

FIELDS = (
    Field("touchpoint", Text("Touchpoint", "Kontaktpunkt"), Words.TOUCHPOINTS),
    Field("purpose", Text("Purpose", "Zweck"), Words.LIST, allowed=("win", "keep", "inform")),
    Field("note", Text("Note", "Notiz"), Words.FREE, required=False),
)
TERMS = {
    Words.TOUCHPOINTS: [
        Term("offer_letter", Text("Promotional letter", "Werbebrief"), ("Promotional letter", "Werbebrief")),
        Term("renewal", Text("Contract renewed", "Vertrag verlängert"), ("Contract renewed",)),
    ]
}
VOCABULARY = Vocabulary(FIELDS, TERMS)


def test_everything_said_in_allowed_words() -> None:
    found = VOCABULARY.check({"touchpoint": "werbebrief", "purpose": "Win"})
    assert found.complete
    assert found.sound
    assert (found.asked, found.filled, found.ruled, found.valid) == (2, 2, 2, 2)


def test_what_is_missing_is_incomplete_but_not_unsound() -> None:
    found = VOCABULARY.check({"touchpoint": " ", "purpose": "keep", "note": "anything"})
    assert not found.complete
    assert found.sound


def test_a_strange_word_is_told_with_the_nearest_term() -> None:
    found = VOCABULARY.check({"touchpoint": "Werbebrif", "purpose": "xyz"})
    assert found.complete
    assert not found.sound
    assert found.doubts == (Doubt("touchpoint", "Werbebrif", "offer_letter"), Doubt("purpose", "xyz", ""))


def test_what_somebody_accepted_is_another_spelling_from_then_on() -> None:
    known = Vocabulary(FIELDS, TERMS, {("touchpoint", "Mailing"): "offer_letter"})
    assert known.meant("touchpoint", "MAILING") == "offer_letter"
    assert VOCABULARY.meant("touchpoint", "mailing") is None


def test_shares_of_campaigns_with_interval() -> None:
    found = quality(Tally(sent=50, found=40, documented=45, complete=36, sound=45, kept=9))
    for measured, value, n in (
        (found.coverage, 0.8, 50),
        (found.completeness, 0.8, 45),
        (found.validity, 1.0, 45),
        (found.compliance, 0.2, 45),
    ):
        assert isinstance(measured, Estimate)
        assert measured.value == pytest.approx(value)
        assert measured.n == n
        assert measured.low < measured.high


def test_without_a_list_of_what_went_out_nothing_is_said_about_coverage() -> None:
    found = quality(Tally(documented=3, complete=3))
    assert isinstance(found.coverage, Missing)
    assert isinstance(quality(Tally()).completeness, Missing)


def test_tallies_add_up() -> None:
    assert total([Tally(1, 1, 2, 2, 1, 0), Tally(2, 0, 1, 0, 1, 1)]) == Tally(3, 1, 3, 2, 2, 1)


def test_a_field_nobody_uses_and_one_that_tells_nothing_apart() -> None:
    assert FieldUse("note", 100, 4, 3).unused
    assert not FieldUse("note", 100, 5, 3).unused
    assert FieldUse("language", 100, 90, 1).always_alike
    assert not FieldUse("language", 0, 0, 0).unused


def series(shares: list[float], of: int = 40) -> dict[date, tuple[int, int]]:
    return {date(2024 + at // 12, at % 12 + 1, 1): (round(share * of), of) for at, share in enumerate(shares)}


def test_a_fall_is_noticed_soon_and_dated_to_its_beginning() -> None:
    found = drift(series([0.92] * 13 + [0.7] * 8), date(2024, 1, 1))
    assert isinstance(found, Drift)
    assert found.since == date(2025, 2, 1)  # the fourteenth month
    assert found.alarm
    assert found.alarm <= date(2025, 4, 1)
    assert found.watched == 12


@pytest.mark.parametrize(("share", "of"), [(0.9, 40), (0.9, 8), (0.7, 40)])
def test_what_stays_seldom_raises_an_alarm(share: float, of: int) -> None:
    """Eighteen months without a fall; the level itself is only known from nine."""
    rng = np.random.default_rng(3)
    alarms = 0
    for _ in range(300):
        drawn = {month: (int(rng.binomial(of, share)), of) for month in series([share] * 27)}
        found = drift(drawn, date(2024, 1, 1))
        assert isinstance(found, Drift)
        alarms += found.alarm is not None
    assert alarms / 300 < 0.07


def test_perfect_months_that_stay_perfect_are_no_alarm() -> None:
    found = drift(series([1.0] * 15), date(2024, 1, 1))
    assert isinstance(found, Drift)
    assert found.alarm is None


def test_months_without_campaigns_change_nothing() -> None:
    there = series([0.9] * 12)
    there |= {date(2025, 1, 1): (0, 0), date(2025, 2, 1): (36, 40)}
    found = drift(there, date(2024, 1, 1))
    assert isinstance(found, Drift)
    assert found.alarm is None


def test_too_little_is_not_settled() -> None:
    assert isinstance(drift(series([0.9] * 8), date(2024, 1, 1)), Missing)
    assert isinstance(drift(series([1.0] * 12, of=1), date(2024, 1, 1)), Missing)
