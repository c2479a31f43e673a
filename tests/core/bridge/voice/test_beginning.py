"""Rules to begin with can be kept: each is complete and finds what stands beside it as its example."""

from __future__ import annotations

import pytest

from leitstern.core.bridge.voice.beginning import begin_with
from leitstern.core.bridge.voice.rules import Tongue
from leitstern.core.bridge.voice.valid import problems


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_one_begins_with_is_whole(language: str) -> None:
    rules = begin_with(language)
    assert problems(rules) == ()
    assert {each.language for each in rules.rules} == set(Tongue)


def test_names_are_said_in_the_language_of_who_begins() -> None:
    german, english = (begin_with(language).rules[0].name for language in ("de", "en"))
    assert (german, english) == ("Deutsch: Siezen", "German: Sie")
