"""Words in what customers wrote: found whatever their case, umlauts and accents, and nothing of fewer than five."""

from __future__ import annotations

import pytest
from tests.core.outside.small_lake import ANNA, APPLY, BERND, CALL, CEM, DORA, EMIL, SmallLake, run

from leitstern.core.outside.comments import (
    MOST_TERMS,
    Found,
    FoundAt,
    Search,
    counted,
    enough,
    read_counted,
    says,
    written,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import NOBODY

WROTE = {
    ANNA: "Die VERSPÄTUNG war ärgerlich. Frau [name] hat geholfen.",
    BERND: "Verspaetung um Stunden, und niemand in der Straße.",
    CEM: "Die Verspätung kam unangekündigt.",
    DORA: "Call-Center: twenty minutes on hold!",
    EMIL: "Verspätungen gab es keine, schön.",
}


def lake() -> SmallLake:
    found = SmallLake()
    for customer, comment in WROTE.items():
        language = "en" if customer == DORA else "de"
        good = 5 if customer == EMIL else 1
        found.answer(customer, CALL, customer, good, comment=comment, language=language)
    found.answer(ANNA, APPLY, 9, 5)
    found.answer(BERND, APPLY, 9, 5, comment="")
    return found


def who(asked: str, **only: str) -> set[int]:
    rows = written(lake().feedback, **only)  # type: ignore[arg-type]
    return set(run(rows.filter(says(rows, Search.of(asked))).select("entity_id"))["entity_id"].to_pylist())


FINDS = {
    "verspätung": {ANNA, BERND, CEM},
    "Verspaetung": {ANNA, BERND, CEM},
    "verspatung": {ANNA, CEM},
    "verspa\u0308tung": {ANNA, BERND, CEM},
    "verspätung*": {ANNA, BERND, CEM, EMIL},
    "*kündigt": {CEM},
    "kündigt": set(),  # whole words only
    "strasse": {BERND},
    "Straße": {BERND},
    "call center": {DORA},
    '"call center"': {DORA},
    '"center call"': set(),
    "„twenty minutes“ hold": {DORA},
    "verspätung ärgerlich": {ANNA},
    "name": set(),  # what masking left behind is nobody's word
    "schon": {EMIL},
    "SCHÖN": {EMIL},
    "(a+)+$ [x] \\d .*": set(),  # signs of expressions mean nothing here
}


def test_words_and_phrases_are_found() -> None:
    comments = written(lake().feedback)
    asked = {f"asked_{at}": says(comments, Search.of(each)) for at, each in enumerate(FINDS)}
    rows = run(comments.select("entity_id", **asked)).to_pylist()
    found = {each: {row["entity_id"] for row in rows if row[f"asked_{at}"]} for at, each in enumerate(FINDS)}
    assert found == FINDS


def test_only_good_or_bad_ones_and_one_language() -> None:
    assert who("verspätung*", verdict="good") == {EMIL}
    assert who("verspätung*", verdict="bad") == {ANNA, BERND, CEM}
    assert who("*", language="en") == {DORA}  # no word: everything that was written
    assert run(written(lake().feedback)).num_rows == 5


@pytest.mark.parametrize("asked", ["", "  ", "!?", '"..."', "*"])
def test_no_word_is_told(asked: str) -> None:
    assert Search.of(asked).terms == ()
    assert Search.of(asked).problem


def test_too_many_words_are_told_and_one_twice_is_one() -> None:
    assert Search.of("wait wait").terms == (("wait",),)
    assert Search.of(" ".join(f"w{n}" for n in range(MOST_TERMS))).problem is None
    assert Search.of(" ".join(f"w{n}" for n in range(MOST_TERMS + 1))).problem


@pytest.mark.parametrize("asked", ["verspatung", "verspätung* ärgerlich", '"war ärgerlich"'])
def test_what_was_found_is_marked_and_nothing_is_lost(asked: str) -> None:
    parts = list(Search.of(asked).parts(WROTE[ANNA]))
    assert "".join(part for part, _ in parts) == WROTE[ANNA]
    marked = {part for part, found in parts if found}
    assert marked
    assert marked <= {"VERSPÄTUNG", "ärgerlich", "war ärgerlich"}


def test_nothing_is_marked_where_nothing_is_asked() -> None:
    assert list(Search(()).parts("Alles gut.")) == [("Alles gut.", False)]
    assert list(Search.of("gut").parts("gut")) == [("gut", True)]


def test_comments_count_with_the_share_of_bad_ones() -> None:
    (row, found, bad) = read_counted(run(counted(written(lake().feedback), ["touchpoint"])))[0]
    assert row["touchpoint"] == CALL
    assert found == Found(5, 5)
    assert not found.few
    assert isinstance(bad, Estimate)
    assert bad.value == 0.8
    nobody = read_counted(run(counted(written(lake().feedback, language="fr"))))
    assert all(found.few and bad == NOBODY for _, found, bad in nobody)


def place(touchpoint: int, customers: int) -> FoundAt:
    return FoundAt(touchpoint, Found(customers, customers), NOBODY)


def test_what_is_left_out_cannot_be_worked_out_from_the_whole() -> None:
    assert [each.touchpoint for each in enough([place(1, 9), place(2, 30)])] == [2, 1]
    assert [each.touchpoint for each in enough([place(1, 9), place(2, 30), place(3, 2)])] == [2]
    assert [each.touchpoint for each in enough([place(1, 9), place(3, 3), place(4, 3)])] == [1]
    assert enough([place(1, 4)]) == ()
