"""A register of campaigns: what is documented, completely, soundly, in time; and whether that falls back."""

from __future__ import annotations

import pytest

from leitstern.core.inside.adoption.campaigns import FieldUse, Tally, quality, total
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
