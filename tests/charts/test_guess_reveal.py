from __future__ import annotations

from dataclasses import replace

import pytest
from tests.charts import bank
from tests.charts.reading import Chart, read

from leitstern.charts.guess_reveal import guess_reveal
from leitstern.charts.locales import DE
from leitstern.charts.sheet import Sheet

SHEET = Sheet("guess", "Title", "Description", 640, DE)


def dots(chart: Chart) -> int:
    return sum(e.get("class") == "fill-inside" for e in chart.root.iter())


def test_before_the_reveal_nothing_tells_the_answer() -> None:
    room = bank.room()
    other = replace(room, lived=bank.share(0.11, 0.01, 7), promise="no promise", gap=bank.share(0.7, 0.1, 7))
    assert guess_reveal(room, SHEET, revealed=False) == guess_reveal(other, SHEET, revealed=False)


def test_every_guess_is_a_dot() -> None:
    for width in (350, 640, 1280):
        chart = read(guess_reveal(bank.room(), replace(SHEET, width=width), revealed=False))
        assert dots(chart) == 24


def test_the_reveal_says_guess_promise_reality_and_gap() -> None:
    sentences = read(guess_reveal(bank.room(), SHEET, revealed=True)).sentences
    assert sentences[-4:] == [
        "Lücke: 28 Punkte (24–32).",
        "Erlebt: 52 (50–54, n 4.213).",
        "Ihre Schätzung: 80 (76–84, n 24).",
        "Versprochen: 90.",
    ]
    assert "80 von 100: 6 Schätzungen." in sentences
    assert "50 von 100: eine Schätzung." in sentences


def test_a_side_that_is_missing_is_said_in_words() -> None:
    room = replace(bank.room(), lived="nicht gefragt", gap="nicht gefragt")
    assert "Erlebt: nicht gefragt" in read(guess_reveal(room, SHEET, revealed=True)).words


def test_fewer_than_five_guesses_are_never_shown() -> None:
    with pytest.raises(ValueError, match="fewer than five"):
        guess_reveal(replace(bank.room(), guesses=(50, 60, 70, 80)), SHEET, revealed=False)


def test_for_a_beamer_everything_is_twice_as_large() -> None:
    small, large = (
        read(guess_reveal(bank.room(), replace(SHEET, width=w), revealed=True)) for w in (640, 1280)
    )
    assert small.root.attrib["viewBox"] == large.root.attrib["viewBox"]
    assert large.root.attrib["width"] == "1280"
