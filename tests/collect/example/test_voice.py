"""What customers write fits what happened to them, in their language, and belongs to nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leitstern.collect.example.arrays import stream
from leitstern.collect.example.voice import PHRASES, comment

if TYPE_CHECKING:
    from leitstern.collect.example.history import History

MAIL = re.compile(r"[\w.]+@([\w.]+)")
PHONE = re.compile(r"\+?\(?\d[\d ()]{7,}\d")
RESERVED = re.compile(
    r"(030 23125|069 90009|\+49 40 66969|\(089\) 99998) \d{3}|01632 960\d{3}|\+44 7700 900\d{3}"
)  # by the German and the British regulator, for films and books


def comments(history: History, english: bool) -> list[str]:
    return [
        text
        for answers in history.answers
        for text, e in zip(answers.comment.tolist(), answers.english.tolist(), strict=True)
        if text and e == english
    ]


def test_every_situation_has_words_in_both_languages() -> None:
    parts = {language: sum(len(p[language]) for p in PHRASES.values()) for language in ("de", "en")}
    assert all(p["de"] and p["en"] for p in PHRASES.values())
    assert parts["de"] >= 230
    assert parts["en"] >= 150


def test_comments_vary(lindenberg: History) -> None:
    german, english = comments(lindenberg, False), comments(lindenberg, True)
    assert len(german) > 4_000
    assert len(english) > 700
    assert len(set(german)) > 0.4 * len(german)
    assert sum(bool(re.search("[äöüß]", text)) for text in german) > 0.6 * len(german)


def test_no_gap_is_left_unfilled(lindenberg: History) -> None:
    assert not [c for e in (True, False) for c in comments(lindenberg, e) if "{" in c or "}" in c]


def test_no_number_or_address_can_belong_to_anybody(lindenberg: History) -> None:
    found = [c for e in (True, False) for c in comments(lindenberg, e)]
    domains = {domain.rstrip(".") for c in found for domain in MAIL.findall(c)}
    assert domains == {"example.com", "example.org", "example.net"}
    numbers = [n for c in found for n in PHONE.findall(re.sub(r"DE\d\d 9999 9999[ \d]{13}", "", c))]
    assert len(numbers) > 40
    assert all(RESERVED.fullmatch(number) for number in numbers)
    assert any("DE" in c and "9999 9999" in c for c in found)


def test_an_invented_iban_has_a_correct_check_sum(lindenberg: History) -> None:
    ibans = [i for c in comments(lindenberg, False) for i in re.findall(r"DE[\d ]{20,25}\d", c)]
    assert ibans
    for iban in ibans:
        digits = iban.replace(" ", "")
        assert len(digits) == 22
        assert int(digits[4:] + "1314" + digits[2:4]) % 97 == 1


def test_a_paid_off_mortgage_is_told_in_its_order() -> None:
    told = " ".join(comment(stream(n, "x"), False, "payoff", "satisfied", "story", False) for n in range(40))
    for word in ("25 Jahre", "online", "Anrufe", "Online-Banking", "Brief", "Glückwunsch"):
        assert word in told


def test_the_bereaved_are_spared_flourishes() -> None:
    opening, closing = (tuple(PHRASES[key]["de"]) for key in ("open.good", "close.good"))
    for n in range(200):
        text = comment(stream(n, "x"), False, "bereavement", "satisfied", "", True)
        assert not text.startswith(opening)
        assert not text.endswith(closing)


def test_whoever_had_to_call_again_says_so() -> None:
    again = set(PHRASES["call_help.again"]["de"])
    for n in range(50):
        text = comment(stream(n, "x"), False, "call_help", "satisfied", "again", False)
        assert any(p in text for p in again)
