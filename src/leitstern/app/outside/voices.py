"""Customers' own words, masked when they came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.app.outside.reading import Published, Question

FITTING = 140  # characters: long enough to tell something, short enough to be read aloud
LOOKED_AT = 60
MARKS = {
    "[link]": Text(en="[link]", de="[Link]"),
    "[e-mail]": Text(en="[e-mail]", de="[E-Mail]"),
    "[iban]": Text(en="[IBAN]", de="[IBAN]"),
    "[card]": Text(en="[card number]", de="[Kartennummer]"),
    "[phone]": Text(en="[phone number]", de="[Telefonnummer]"),
    "[number]": Text(en="[number]", de="[Nummer]"),
    "[name]": Text(en="[name]", de="[Name]"),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one customer wrote. `redacted`: something was masked, so it reads worse than one in which nothing was."""

    comment: str
    language: str
    day: date
    good: bool
    value: float
    high: float
    redacted: bool


def voices(state: Published, touchpoint: int, *, good: bool, most: int = 3) -> tuple[Voice, ...]:
    """Customers' own words at a touchpoint."""
    return voices_at(state, (touchpoint,), good=good, most=most)


def voices_at(
    state: Published, touchpoints: Sequence[int], *, good: bool, most: int = 3
) -> tuple[Voice, ...]:
    """Customers' own words at any of these touchpoints: what nothing was masked in first, then the most telling length."""
    wanted = tuple(sorted(touchpoints))

    def compute(ask: Question) -> tuple[Voice, ...]:
        rows = ask.table("feedback")
        agree = rows.value >= rows.good_from
        rows = rows.filter(rows.comment.notnull() & rows.touchpoint.isin(wanted) & (agree == good))
        rows = rows.mutate(fit=(rows.comment.length() - FITTING).abs(), marked=rows.comment.contains("["))
        rows = rows.order_by(["marked", "fit", "ts_us", "seq"]).limit(LOOKED_AT)
        found: dict[str, Voice] = {}
        for row in ask.rows(rows):
            language = row["language"] or ""
            comment = in_own_language(row["comment"], language)
            voice = Voice(
                comment, language, row["local_date"], good, row["value"], row["high"], row["marked"]
            )
            found.setdefault(comment, voice)
        return tuple(found.values())

    return state.find("voices", (wanted, good), compute)[:most] if wanted else ()


def in_own_language(comment: str, language: str) -> str:
    """The comment with the marks of what was masked in the language it was written in."""
    for mark, said in MARKS.items():
        comment = comment.replace(mark, said.to(language))
    return comment
