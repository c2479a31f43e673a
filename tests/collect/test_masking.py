"""Personal data in comments becomes marks; prices, dates and opinions stay."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leitstern.collect.language import guessed, spoken
from leitstern.collect.masking import MARKS, count, mask

if TYPE_CHECKING:
    from collections.abc import Sequence


@cache
def engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def run(sql: str, values: Sequence[str]) -> list[str | None]:
    found = engine().execute(f"SELECT {sql} FROM (SELECT unnest(?::VARCHAR[]) AS c)", [list(values)])
    return [row[0] for row in found.fetchall()]


def masked(comment: str) -> str | None:
    return run(mask("c"), [comment])[0]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        # German
        ("Schreiben Sie an anna.schmidt@example.org!", "Schreiben Sie an [e-mail]!"),
        ("Jürgen.Müller@büro-nord.de fragen", "[e-mail] fragen"),
        ("Rufen Sie 0171 2345678 an", "Rufen Sie [phone] an"),
        ("Tel. +49 (0)30 / 123-456", "Tel. [phone]"),
        ("030/1234567", "[phone]"),
        ("IBAN DE89 3704 0044 0532 0130 00 bitte", "IBAN [iban] bitte"),
        ("de89370400440532013000", "[iban]"),
        ("Karte 4111 1111 1111 1111 gesperrt", "Karte [card] gesperrt"),
        ("Kundennummer 12345678", "Kundennummer [number]"),
        ("Herr Müller-Lüdenscheidt war nett", "Herr [name] war nett"),
        ("Ihre Kollegin Meier half", "Ihre Kollegin [name] half"),
        ("Frau Dr. von der Leyen half", "Frau [name] half"),
        ("Mein Name ist Anna Maria Schmidt, danke", "Mein Name ist [name], danke"),
        ("Viele Grüße\nAnna Schmidt", "Viele Grüße [name]"),
        (
            "Mit freundlichen Grüßen, Anna Schmidt, anna@example.org",
            "Mit freundlichen Grüßen, [name], [e-mail]",
        ),
        ("Alles gut, viele Grüße Anna Schmidt und weiter so", "Alles gut, viele Grüße [name] und weiter so"),
        ("MfG Schmidt", "MfG [name]"),
        ("lg, Anna. Bis bald", "lg, [name]. Bis bald"),
        # English
        ("Mr J. Smith was rude", "Mr [name] was rude"),
        ("My name is Anna O'Neill and I wait", "My name is [name] and I wait"),
        ("Kind regards, John M. Doe, Acme", "Kind regards, [name], Acme"),
        ("call (555) 123-4567", "call [phone]"),
        ("see https://shop.example/orders?id=77 please", "see [link] please"),
        ("Cheers,\nBen", "Cheers, [name]"),
    ],
)
def test_personal_data_becomes_a_mark(written: str, kept: str) -> None:
    assert masked(written) == kept


@pytest.mark.parametrize(
    "harmless",
    [
        "Am 01.02.2026 um 10:30 für 1.234,56 € gekauft",
        "Seit 2019 Kunde, Hausnummer 12345, Filiale 20095 Hamburg",
        "Viele Grüße aus Berlin",
        "Mein LG Fernseher ist kaputt",
        "Best wishes. The product was good",
        "Der Herr am Schalter half",
        "www.example.org lädt langsam",
        "It took 3 weeks and 2 calls @ 9 am",
    ],
)
def test_what_identifies_nobody_stays(harmless: str) -> None:
    assert masked(harmless) == harmless


def test_nothing_stays_nothing() -> None:
    assert engine().execute(f"SELECT {mask('c')} FROM (SELECT NULL::VARCHAR AS c)").fetchone() == (None,)


def test_marks_are_counted() -> None:
    (comment,) = run(mask("c"), ["a@b.de und c@d.de, Herr Meier"])
    counted = {mark: run(f"({count('c', mark)})::VARCHAR", [comment or ""])[0] for mark in MARKS}
    assert {mark: times for mark, times in counted.items() if times != "0"} == {
        "[e-mail]": "2",
        "[name]": "1",
    }


pieces = st.sampled_from(
    [
        *("Herr ", "Frau ", "Dr. ", "Grüße ", "lg, ", "Regards", "mein Name ist ", "Anna", "Schmidt", "von ", "J. ", "O'Neill"),
        *("030", "12345678", "+49", "(0)", "4111", "DE89", "-", "/", " ", ".", ",", "\n", "@", "example.org", "www.", "https://"),
        *("a", "Ö", "?id=", "[name]", "[", "]", "[phone]", "0", "00", "gut", "Das"),
    ]
)  # fmt: skip
comments = st.lists(pieces | st.text(max_size=3), max_size=12).map("".join).map(lambda c: c.replace("\0", ""))


@settings(max_examples=30, deadline=None)
@given(st.lists(comments, min_size=20, max_size=60))
def test_masking_what_is_masked_changes_nothing(written: list[str]) -> None:
    once = run(mask("c"), written)
    assert run(mask("c"), [comment or "" for comment in once]) == once


addresses = st.from_regex(
    r"[a-z0-9]{1,9}([._%+-][a-zäöü0-9]{1,8})?@[a-zäöü0-9-]{1,9}(\.[a-z]{2,5}){1,2}", fullmatch=True
)


@settings(max_examples=20, deadline=None)
@given(st.lists(addresses, min_size=10, max_size=30))
def test_no_address_survives(found: list[str]) -> None:
    for address, comment in zip(
        found, run(mask("c"), [f"Antwort an {one}, danke" for one in found]), strict=True
    ):
        assert address not in (comment or "")


@pytest.mark.parametrize(
    ("comment", "language"),
    [
        ("Das war sehr gut und ich komme wieder", "de"),
        ("It was very good and I will be back", "en"),
        ("Não recebi o produto, que pena, muito ruim", None),
        ("Le produit est arrivé et je suis content des délais", None),
        ("Super!", None),
        ("", None),
    ],
)
def test_small_words_vote_for_a_language(comment: str, language: str | None) -> None:
    assert run(guessed("c"), [comment]) == [language]


@pytest.mark.parametrize(
    ("told", "language"),
    [("de", "de"), ("DE-at", "de"), ("Deutsch", "de"), ("english", "en"), ("pt_BR", "pt"), ("?", "en")],
)
def test_a_column_that_tells_the_language_outranks_the_vote(told: str, language: str) -> None:
    assert run(spoken("c", "'this was not the best'"), [told]) == [language]
