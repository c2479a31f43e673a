"""Taking personal data out of comments before they are stored.

Rather too much than too little, but only where a pattern says so: dates, prices and house numbers stay. What is found
becomes a mark in square brackets, the same in every language. Masking what is masked changes nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leitstern.collect.sql import literal

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = r"(?:\p{Lu}\.|\p{Lu}[\p{L}'’]*(?:-\p{Lu}[\p{L}'’]*)*)"
_PARTICLE = r"(?:(?i:von|vom|van|zu|zur|de|der|den|di|da|del)\s+)*"
_TITLE = r"(?:(?:Dr|Prof|Dipl|Ing|med|jur|phil)\b\.?[\s-]*)*"
_SURNAME = rf"{_TITLE}{_PARTICLE}(?:\p{{Lu}}\.\s*)*{_NAME}(?:\s+{_PARTICLE}{_NAME})?"
_FULL_NAME = rf"{_TITLE}{_PARTICLE}{_NAME}(?:\s+{_PARTICLE}{_NAME}){{0,3}}"
_SALUTATION = (
    r"Herrn?|Frau|Fräulein|Familie|Hr\.|Fr\.|Mrs?\b\.?|Ms\b\.?|Miss|Mx\b\.?|Dr\b\.?|Prof\b\.?|Sir|Madam|"
    r"Mitarbeiter(?:in)?|Sachbearbeiter(?:in)?|Berater(?:in)?|Kolleg(?:e|en|in)"
)
_INTRODUCTION = r"(?i:mein name ist|ich hei(?:ß|ss)e|my name is|name:)"
_FAREWELL = r"(?i:gr(?:ü|ue)(?:ß|ss)en?|gru(?:ß|ss)|regards|sincerely|yours truly|best wishes)"
_SHORT_FAREWELL = (
    r"(?i:cheers|wishes|mfg|lg|vg)"  # words with other meanings, too: a comma, a line or the end tell
)

# In this order: what is more specific comes before what would swallow it.
_MASKS = (
    (r"(?i:https?://|www\.)\S*(?:[?#=]|[A-Za-z0-9_-]{20})\S*", "[link]"),
    (r"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+", "[e-mail]"),
    (r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b", "[iban]"),
    (r"(?i)\b[a-z]{2} ?\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,4})?\b", "[iban]"),
    (r"\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}\b", "[card]"),
    (r"(?:\+|\b00)\d[\d ()/.-]{5,}\d", "[phone]"),
    (r"\(?\b0\d{2,5}\)?[ /-]{0,3}\d[\d /-]{3,}\d\b", "[phone]"),
    (r"\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b", "[phone]"),
    (r"\d{6,}", "[number]"),
    (rf"\b({_SALUTATION})\s+{_SURNAME}", r"\1 [name]"),
    (rf"({_INTRODUCTION})\s+{_FULL_NAME}", r"\1 [name]"),
    (rf"\b({_FAREWELL},?)\s+{_FULL_NAME}", r"\1 [name]"),
    (rf"\b({_SHORT_FAREWELL}(?:,|\s*\n))\s*{_FULL_NAME}", r"\1 [name]"),
    (rf"\b((?:{_FAREWELL}|{_SHORT_FAREWELL})[,.!]?)\s+{_FULL_NAME}(\s*)$", r"\1 [name]\2"),
)
_CLUE = rf"\d{{3}}|@|://|(?i:www)|{_SALUTATION}|{_INTRODUCTION}|{_FAREWELL}|{_SHORT_FAREWELL}"

MARKS = ("[link]", "[e-mail]", "[iban]", "[card]", "[phone]", "[number]", "[name]")


def mask(comment: str) -> str:
    """SQL for a comment (the SQL of a column) without personal data."""
    masked = comment
    for pattern, mark in _MASKS:
        masked = f"regexp_replace({masked}, {literal(pattern)}, {literal(mark)}, 'g')"
    return f"CASE WHEN regexp_matches({comment}, {literal(_CLUE)}) THEN {masked} ELSE {comment} END"


def masked(comment: str) -> str:
    """A single comment without personal data; one that gives no clue of any is not looked at more closely."""
    return all_masked([comment])[0] if re.search(_CLUE, comment) else comment


def all_masked(comments: Sequence[str]) -> list[str]:
    """Comments without personal data, in their order; many cost hardly more than one."""
    import duckdb

    with duckdb.connect(":memory:") as con:
        told = "SELECT unnest($1::VARCHAR[]) AS said, generate_subscripts($1::VARCHAR[], 1) AS place"
        found = con.execute(
            f"SELECT {mask('said')} FROM ({told}) ORDER BY place", [list(comments)]
        ).fetchall()
    return [str(one) for (one,) in found]


def count(comment: str, mark: str) -> str:
    """SQL for how often a mark stands in a comment."""
    return f"(length({comment}) - length(replace({comment}, {literal(mark)}, ''))) // {len(mark)}"
