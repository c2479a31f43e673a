"""Sentences in both languages."""

from __future__ import annotations

import pytest

from leitstern.core.texts import Text


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Brief"), ("de-at", "Brief"), ("en", "Letter"), ("fr", "Letter")]
)
def test_german_for_german_and_english_for_everybody_else(language: str, word: str) -> None:
    assert Text(en="Letter", de="Brief").to(language) == word


def test_a_text_is_filled_in_each_in_its_own_language() -> None:
    sentence = Text(en="The {what} took {days} days.", de="Der {what} brauchte {days} Tage.")
    assert sentence.fill(what=Text(en="letter", de="Brief"), days=3) == Text(
        en="The letter took 3 days.", de="Der Brief brauchte 3 Tage."
    )
