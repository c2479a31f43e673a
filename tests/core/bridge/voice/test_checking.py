"""Rules that are checked by pattern, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leitstern.core.bridge.voice.checking import breaches, broken
from leitstern.core.bridge.voice.rules import (
    Address,
    Rule,
    RuleKind,
    RuleSet,
    Side,
    Statement,
    Tongue,
    as_json,
    difference,
    from_json,
)
from leitstern.core.bridge.voice.sentences import sentences, words
from leitstern.core.bridge.voice.valid import (
    GERMAN_ONLY,
    INCOMPLETE,
    NO_LENGTH,
    NO_WORDS,
    NOT_BROKEN,
    ONE_SIDED,
    SAID_TWICE,
    TWICE,
    problems,
)


def rule(kind: RuleKind, example: str = "x", language: Tongue = Tongue.DE, **more: object) -> Rule:
    return Rule(kind.value, kind, language, "So that it is understood.", example, **more)  # type: ignore[arg-type]


ADVERT = rule(RuleKind.FORBIDDEN, "Jetzt zuschlagen!", words=("jetzt zuschlagen", "einmalig*", "100 %"))
FORMAL = rule(RuleKind.ADDRESS, "Hast du noch Fragen?")
INFORMAL = replace(FORMAL, address=Address.INFORMAL)
DATED = rule(RuleKind.DATED, "Wir melden uns bald.")
DATED_EN = rule(RuleKind.DATED, "We will get back to you soon.", Tongue.EN)
BOTH = (
    Statement("It keeps what the brand promises", Side.BRAND),
    Statement("It fits what I expected", Side.CUSTOMER),
)
ALL = RuleSet((ADVERT, FORMAL, DATED, DATED_EN), BOTH)


@pytest.mark.parametrize(
    ("asked", "text", "place"),
    [
        (ADVERT, "Guten Tag. Jetzt  zuschlagen und sparen. Danke.", "Jetzt zuschlagen und sparen."),
        (ADVERT, "Das ist ein einmaliges Angebot.", "Das ist ein einmaliges Angebot."),
        (ADVERT, "Zu 100 % sicher", "Zu 100 % sicher"),
        (ADVERT, "Nicht einmal das.", None),
        (rule(RuleKind.REQUIRED, words=("Freundliche Grüße",)), "Guten Tag.", "Guten Tag."),
        (rule(RuleKind.REQUIRED, words=("Freundliche Grüße",)), "Danke. Freundliche  Grüße", None),
        (rule(RuleKind.SENTENCE, most=5), "Eins zwei drei vier fünf. Eins zwei.", None),
        (rule(RuleKind.SENTENCE, most=5), "Gut. Eins zwei drei vier fünf sechs.", "Eins zwei drei vier fünf sechs."),
        (FORMAL, "Haben Sie Ihre Karte?", None),
        (FORMAL, "Gern. Hast Du deine Karte?", "Hast Du deine Karte?"),
        (FORMAL, "Die Dauer steht im Vertrag.", None),
        (INFORMAL, "Sie liegen bereit. Du findest sie dort.", None),
        (INFORMAL, "Gern helfe ich Ihnen.", "Gern helfe ich Ihnen."),
        (DATED, "Wir melden uns bei Ihnen.", "Wir melden uns bei Ihnen."),
        (DATED, "Wir melden uns schnellstmöglich, versprochen.", "Wir melden uns schnellstmöglich, versprochen."),
        (DATED, "Wir melden uns bis Freitag.", None),
        (DATED, "Sie erhalten die Karte innerhalb von sieben Tagen.", None),
        (DATED, "Wir rufen Sie am 3. März an.", None),
        (DATED, "Wir rufen um 14 Uhr an. Wir prüfen das.", "Wir prüfen das."),
        (DATED, "Guten Morgen, wir melden uns.", "Guten Morgen, wir melden uns."),
        (DATED, "Unser Haus hat geöffnet.", None),
        (DATED_EN, "You will receive it shortly.", "You will receive it shortly."),
        (DATED_EN, "You will receive it within two working days.", None),
        (DATED_EN, "We’ll call tomorrow at 9 am.", None),
        (DATED_EN, "I promise.", "I promise."),
        (replace(DATED, words=("kommt zu Ihnen",)), "Wir melden uns. Sie kommt zu Ihnen.", "Sie kommt zu Ihnen."),
    ],
)  # fmt: skip
def test_a_rule_finds_what_breaks_it(asked: Rule, text: str, place: str | None) -> None:
    found = broken(asked, text)
    assert (found or "").endswith(place) if place else found is None


def test_rules_of_the_other_language_do_not_count() -> None:
    assert not breaches(ALL.rules, "Jetzt zuschlagen!", Tongue.EN)
    assert [each.rule for each in breaches(ALL.rules, "Jetzt zuschlagen!", Tongue.DE)] == ["forbidden"]


def test_long_places_are_cut() -> None:
    found = broken(rule(RuleKind.REQUIRED, words=("Gruß",)), "Wort " * 100)
    assert found
    assert len(found) <= 160
    assert found.endswith("…")


def test_sentences_end_where_people_end_them() -> None:
    assert sentences("Das gilt z. B. am 3. März. Danke! Wirklich?\nJa") == [
        "Das gilt z. B. am 3. März.",
        "Danke!",
        "Wirklich?",
        "Ja",
    ]
    assert words("Am 3.5. – um 14:30 – geht's los.") == 6


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (RuleSet((ADVERT, ADVERT), BOTH), TWICE),
        (RuleSet((), (*BOTH, Statement(" it keeps what the BRAND promises", Side.BRAND))), SAID_TWICE),
        (RuleSet((), BOTH[:1]), ONE_SIDED),
        (RuleSet((replace(ADVERT, reason=" "),), BOTH), INCOMPLETE.fill(name="forbidden")),
        (RuleSet((replace(ADVERT, words=("*",)),), BOTH), NO_WORDS.fill(name="forbidden")),
        (RuleSet((rule(RuleKind.SENTENCE),), BOTH), NO_LENGTH.fill(name="sentence", fewest=5, most=100)),
        (RuleSet((replace(FORMAL, language=Tongue.EN),), BOTH), GERMAN_ONLY.fill(name="address")),
        (RuleSet((replace(DATED, example="Bis morgen."),), BOTH), NOT_BROKEN.fill(name="dated")),
    ],
)
def test_what_cannot_be_kept_says_why(wrong: RuleSet, said: object) -> None:
    assert problems(wrong) == (said,)


def test_versions_are_stored_and_compared() -> None:
    named = replace(ALL, rules=(ADVERT, FORMAL, DATED))
    assert problems(named) == ()
    assert from_json(as_json(named)) == named
    later = RuleSet(
        (replace(ADVERT, words=("jetzt zuschlagen",)), DATED), (BOTH[0], Statement("Anew", Side.CUSTOMER))
    )
    found = difference(named, later)
    assert found.added == ("Anew",)
    assert found.removed == ("address", "It fits what I expected")
    assert found.changed == ("forbidden",)
    assert not difference(named, named)
