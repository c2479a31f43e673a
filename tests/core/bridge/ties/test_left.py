"""Names are compared with care: no one is said to have left who may be meant otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.bridge.ties.left import Held, Subject, There, sentence, who_left
from leitstern.core.texts import Text

TODAY = date(2026, 5, 1)


def thing(who: str, name: str = "Goal") -> Held:
    return Held(Subject.GOAL, "1", Text(en=name, de=name), who)


@pytest.mark.parametrize(
    ("who", "noticed"),
    [
        ("Ines Vogt", True),
        ("ines  VOGT", True),
        ("Dr. Ines Vogt, CFO", True),
        ("Ines Vogtmann", False),
        ("Vogt", False),
        ("Head of finance", False),
    ],
)
def test_a_closed_account_means_its_whole_name(who: str, noticed: bool) -> None:
    assert bool(who_left([thing(who)], There({}, ["Ines Vogt"]), TODAY)) is noticed


def test_a_name_of_one_word_means_only_exactly_that() -> None:
    there = There({}, ["Ada"])
    assert who_left([thing("Ada")], there, TODAY)
    assert not who_left([thing("Ada Brandt")], there, TODAY)


def test_a_day_that_was_said_counts_from_that_day() -> None:
    assert not who_left([thing("Ines Vogt")], There({"Ines Vogt": date(2026, 5, 2)}), TODAY)
    (found,) = who_left([thing("Ines Vogt")], There({"Ines Vogt": TODAY}, ["Ines Vogt"]), TODAY)
    assert found.since == TODAY


def test_the_sentence_counts_and_names() -> None:
    there = There(dict.fromkeys(("A B", "C D", "E F", "G H"), TODAY))
    assert "still there" in sentence(who_left([], there, TODAY)).en
    assert sentence(who_left([thing("A B")], there, TODAY)).en.startswith("1 thing")
    several = who_left([thing(name) for name in ("A B", "C D", "E F", "G H", "A B")], there, TODAY)
    assert (
        sentence(several).en == "5 things are answered for by people who have left: A B, C D, E F and 1 more."
    )
    assert (
        sentence(several).de
        == "Für 5 Sachen stehen Menschen ein, die nicht mehr da sind: A B, C D, E F und 1 weitere."
    )
