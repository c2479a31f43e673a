"""Does a text keep a rule? Patterns only: the same text and the same rules always give the same answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from leitstern.core.bridge.voice.rules import Address, Rule, RuleKind, Tongue
from leitstern.core.bridge.voice.sentences import sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHOWN = 160  # characters of the place
_INFORMAL = re.compile(r"\b(?:du|dir|dich|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?)\b", re.IGNORECASE)
_FORMAL = re.compile(r"\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b")

PROMISES = {
    Tongue.DE: (
        *("wir werden", "wir melden uns", "wir kümmern uns", "wir schicken", "wir senden", "wir rufen"),
        *(
            "wir erstatten",
            "wir prüfen",
            "wir antworten",
            "meldet sich",
            "melden uns",
            "ruft sie",
            "rufen sie",
        ),
        *("sie erhalten", "erhalten sie", "sie bekommen", "bekommen sie", "verspreche*", "garantier*"),
    ),
    Tongue.EN: (
        *(
            "we will",
            "we'll",
            "we’ll",
            "i will",
            "i'll",
            "i’ll",
            "will get back",
            "will call",
            "will contact",
        ),
        *("you will receive", "you'll receive", "you’ll receive", "you will get", "promise*", "guarantee*"),
    ),
}
_DAYS = {
    Tongue.DE: r"heute|(?<!guten )morgen|übermorgen|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch",
    Tongue.EN: r"today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
}
_MONTHS = {
    Tongue.DE: r"januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
    Tongue.EN: r"january|february|march|april|may|june|july|august|september|october|november|december",
}
_SPANS = {
    Tongue.DE: r"(?:innerhalb|binnen|in|nach)\s+(?:von\s+)?(?:spätestens\s+)?(?:\w+\s+)?(?:minuten?|stunden?|(?:werk)?tag(?:e[ns]?)?|wochen?)",
    Tongue.EN: r"(?:within|in|after)\s+(?:the next\s+)?(?:[\w-]+\s+){0,2}(?:minutes?|hours?|(?:working |business )?days?|weeks?)",
}
_FIGURES = r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.|\d{1,2}/\d{1,2}|\d{1,2}(?::\d{2})?\s?(?:uhr|am|pm|a\.m\.|p\.m\.)|\d+\s(?:minuten?|stunden?|minutes?|hours?|days?|(?:werk)?tage?n?)"


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a text breaks, by name, and the words that do so."""

    rule: str
    where: str


def breaches(rules: Iterable[Rule], text: str, language: Tongue) -> tuple[Breach, ...]:
    """Every rule of the text's language that it breaks, in the order of the rules."""
    asked = ((rule, broken(rule, text)) for rule in rules if rule.language is language)
    return tuple(Breach(rule.name, where) for rule, where in asked if where is not None)


def broken(rule: Rule, text: str) -> str | None:
    """The place where a text breaks the rule; None if it keeps it."""
    match rule.kind:
        case RuleKind.FORBIDDEN:
            found = _phrases(rule.words).search(text)
            place = _sentence_around(text, found.start()) if found else None
        case RuleKind.REQUIRED:
            place = None if _phrases(rule.words).search(text) else text
        case RuleKind.SENTENCE:
            place = next((each for each in sentences(text) if words(each) > rule.most), None)
        case RuleKind.ADDRESS:
            place = _other_address(rule.address, text)
        case RuleKind.DATED:
            place = _undated(rule, text)
    return None if place is None else _short(place)


def _other_address(address: Address, text: str) -> str | None:
    """A sentence that speaks to customers in the other form; a capital at its start may be “they”."""
    if address is Address.FORMAL:
        return next((each for each in sentences(text) if _INFORMAL.search(each)), None)
    return next((each for each in sentences(text) if _FORMAL.search(each, 1)), None)


def _undated(rule: Rule, text: str) -> str | None:
    promise = _phrases(rule.words or PROMISES[rule.language])
    when = _when(rule.language)
    return next((each for each in sentences(text) if promise.search(each) and not when.search(each)), None)


def _sentence_around(text: str, at: int) -> str:
    seen = 0
    for each in sentences(text):
        seen = text.index(each, seen) + len(each)
        if at < seen:
            return each
    return text


def _short(place: str) -> str:
    place = " ".join(place.split())
    return place if len(place) <= SHOWN else f"{place[: SHOWN - 1].rstrip()}…"


@lru_cache(maxsize=256)
def _phrases(given: Sequence[str]) -> re.Pattern[str]:
    """Any of these phrases as whole words."""
    found = sorted((spelt for each in given if (spelt := each.strip())), key=len, reverse=True)
    return re.compile("|".join(map(_phrase, found)) or r"(?!)", re.IGNORECASE)


def _phrase(given: str) -> str:
    open_end = given.endswith("*")
    parts = r"\s+".join(re.escape(part) for part in given.rstrip("*").split())
    before = r"(?<!\w)" if given[0].isalnum() else ""
    if open_end:
        return rf"{before}{parts}\w*"
    return rf"{before}{parts}{r'(?!\w)' if given[-1].isalnum() else ''}"


@lru_cache(maxsize=4)
def _when(language: Tongue) -> re.Pattern[str]:
    """Anything that says when: a day, a date, a time, or a span of time in numbers or words."""
    dated = rf"\d{{1,2}}(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS[language]})|(?:{_MONTHS[language]})\s+\d{{1,2}}"
    return re.compile(
        rf"(?<!\w)(?:{_DAYS[language]}|{dated}|{_SPANS[language]}|{_FIGURES})(?!\w)", re.IGNORECASE
    )
