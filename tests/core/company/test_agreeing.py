"""Whether departments mean the same: words drawn by chance, alpha over all of them, and a verdict in words."""

from __future__ import annotations

import numpy as np
import pytest
from tests.core.company.test_editing import BANK

from leitstern.core.company.agreeing import (
    NO_LANGUAGE,
    NONE_OF_THESE,
    Asked,
    agree,
    draw,
    known_as,
    verdict,
    words_to_map,
)
from leitstern.core.company.likeness import most_alike
from leitstern.core.stats.estimate import Estimate, Missing

WORDS = tuple(f"word {n}" for n in range(30))
TERMS = ("service", "branches", "lending", NONE_OF_THESE)
RNG = np.random.default_rng(7)
TRUTH = {word: TERMS[RNG.integers(4)] for word in WORDS}


def known(found: object) -> Estimate:
    assert isinstance(found, Estimate)
    return found


def test_departments_that_say_the_same_share_a_language() -> None:
    found = agree(WORDS, {"service": TRUTH, "lending": TRUTH}, {}, 1)
    alpha = known(found.alpha)
    assert (alpha.value, alpha.n, found.differing) == (1.0, 30, ())
    assert NO_LANGUAGE < alpha.low < 1
    assert found.verdict.en == "The departments speak one language."


def test_chance_is_no_shared_language() -> None:
    other = {word: TERMS[RNG.integers(4)] for word in WORDS}
    found = agree(WORDS, {"service": TRUTH, "lending": other}, {}, 1)
    alpha = known(found.alpha)
    assert alpha.low < 0 < alpha.high < NO_LANGUAGE
    assert "no shared language" in found.verdict.en
    assert all(each.said["service"] != each.said["lending"] for each in found.differing)


def test_alpha_equals_the_published_one_for_nominal_data() -> None:
    """Krippendorff (2011), Computing Krippendorff's alpha-reliability, example B: two observers, nominal, 0.691 8."""
    first = ["a", "a", "b", "b", "d", "c", "c", "c", "e", "d", "d", "a"]
    second = ["b", "a", "b", "b", "b", "c", "c", "c", "e", "d", "d", "d"]
    words = tuple(map(str, range(12)))
    answers = {"one": dict(zip(words, first, strict=True)), "two": dict(zip(words, second, strict=True))}
    assert known(agree(words, answers, {}, 1).alpha).value == pytest.approx(0.692, abs=5e-4)


def test_what_is_not_said_is_left_out_and_three_can_take_part() -> None:
    silent = {word: said for word, said in TRUTH.items() if word != "word 3"}
    found = agree(WORDS, {"service": TRUTH, "lending": silent, "branches": {}}, {}, 1)
    assert (known(found.alpha).n, found.departments) == (29, ("service", "lending"))


def test_one_department_alone_tells_nothing() -> None:
    found = agree(WORDS, {"service": TRUTH, "lending": {}}, {}, 1)
    assert isinstance(found.alpha, Missing)
    assert "cannot be told yet" in found.verdict.en


@pytest.mark.parametrize(
    ("value", "low", "high", "said"),
    [
        (0.5, 0.4, 0.6, "have no shared language"),
        (0.6, 0.4, 0.7, "show no shared language"),
        (0.7, 0.5, 0.9, "seem to speak one language"),
        (0.75, 0.68, 0.85, "mostly mean the same"),
        (0.9, 0.7, 1.0, "speak one language"),
    ],
)
def test_the_verdict_says_what_alpha_means(value: float, low: float, high: float, said: str) -> None:
    assert said in verdict(Estimate(value, low, high, 30)).en


def test_words_are_drawn_by_chance_and_again_by_the_same_seed() -> None:
    many = tuple(f"w{n}" for n in range(100))
    assert len(draw(many, 5)) == len(set(draw(many, 5))) == 30
    assert draw(many, 5) == draw(many, 5) != draw(many, 6)
    assert sorted(draw(many[:4], 5)) == sorted(many[:4])


def test_names_are_asked_only_where_they_do_not_give_the_answer_away() -> None:
    assert words_to_map(BANK, Asked.TOUCHPOINT, ["Schalter", "anruf"], "en") == (
        "Leitung",
        "Schalter",
        "anruf",
    )
    assert set(words_to_map(BANK, Asked.STAGE, [], "en")) == {"Anruf", "Leitung", "Call", "Hotline", "Visit"}


def test_what_the_taxonomy_itself_says() -> None:
    assert [known_as(BANK, asked, "Anruf") for asked in Asked] == ["call", "service", "help"]
    assert known_as(BANK, Asked.STAGE, "Schalter") == ""


def test_proposals_are_what_is_called_alike() -> None:
    assert [each.slug for each in most_alike("Hotlin 24/7", BANK.touchpoints)][:1] == ["hotline"]
    assert [each.slug for each in most_alike("visit at the branch", BANK.touchpoints)][:1] == ["visit"]
    assert most_alike("Überweisung", BANK.touchpoints) == ()
    assert most_alike("", BANK.touchpoints) == ()
