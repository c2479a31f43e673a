"""Looking for words in what customers wrote: whole words and phrases, whatever their case, umlauts and accents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import normalize

from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.sampling import customer_sums, share_statistics
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ibis import Table
    from ibis.expr.types import BooleanValue
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

MOST_TERMS = 8  # words or phrases of one search
LONGEST = 200  # characters of what is asked for
Verdict = Literal["", "good", "bad"]

NOTHING_ASKED = Text(
    en="There is no word in what you look for. Write a word, or a phrase in quotation marks.",
    de="In Ihrer Suche steht kein Wort. Schreiben Sie ein Wort oder eine Wortfolge in Anführungszeichen.",
)
TOO_MUCH_ASKED = Text(
    en="At most {most} words or phrases can be looked for at once.",
    de="Es lassen sich höchstens {most} Wörter oder Wortfolgen zugleich suchen.",
)

_QUOTED = re.compile(r'"([^"]*)"|„([^“”"]*)[“”"]|“([^”"]*)[”"]|«([^»]*)»|»([^«]*)«|(\S+)')
_PIECES = re.compile(r"(?:[^\W_]|[\u0300-\u036f]|\*)+")
_ALIKE = {
    "ä": "(?:ä|a\u0308|ae|a)",
    "ae": "(?:ae|ä|a\u0308)",
    "ö": "(?:ö|o\u0308|oe|o)",
    "oe": "(?:oe|ö|o\u0308)",
    "ü": "(?:ü|u\u0308|ue|u)",
    "ue": "(?:ue|ü|u\u0308)",
    "ß": "(?:ß|ss)",
    "ss": "(?:ss|ß)",
    "a": "[aàáâãäå]\u0308?",
    "o": "[oòóôõöø]\u0308?",
    "u": "[uùúûü]\u0308?",
    "e": "[eèéêë]",
    "i": "[iìíîï]",
    "c": "[cç]",
    "n": "[nñ]",
}
_LETTERS = re.compile("|".join(sorted(_ALIKE, key=lambda spelt: (-len(spelt), spelt))) + "|.", re.DOTALL)
_ACCENTED = {
    letter: plain
    for plain, letters in {
        "a": "àáâãå",
        "o": "òóôõø",
        "u": "ùúû",
        "e": "èéêë",
        "i": "ìíîï",
        "c": "ç",
        "n": "ñ",
    }.items()
    for letter in letters
}
# What counts as a letter: for the engine, and the same for marking what was found.
_ENGINE, _HERE = r"\p{L}\p{N}\p{M}", r"\w\u0300-\u036f"


@dataclass(frozen=True, slots=True)
class Found:
    """How much was found: comments and the customers who wrote them."""

    comments: int
    customers: int

    @property
    def few(self) -> bool:
        """Whether it is too little to show anything of it."""
        return self.customers < FEWEST


@dataclass(frozen=True, slots=True)
class FoundAt:
    """The same for one touchpoint (its code), with the share of bad answers among them."""

    touchpoint: int
    found: Found
    bad: Measured


@dataclass(frozen=True)
class Search:
    """Words and phrases that all have to occur. `*` stands for any letters at the beginning or end of a word."""

    terms: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, written: str) -> Search:
        """What somebody wrote: words, and phrases in quotation marks of either language."""
        folded = normalize("NFC", written[:LONGEST]).lower()
        terms = []
        for match in _QUOTED.finditer(folded):
            words = tuple(piece for piece in _PIECES.findall(match[match.lastindex or 0]) if piece.strip("*"))
            if words:
                terms.append(words)
        return cls(tuple(dict.fromkeys(terms)))

    @property
    def problem(self) -> Text | None:
        """Why this cannot be looked for."""
        if not self.terms:
            return NOTHING_ASKED
        return TOO_MUCH_ASKED.fill(most=MOST_TERMS) if len(self.terms) > MOST_TERMS else None

    @property
    def patterns(self) -> tuple[str, ...]:
        """One expression per term that the engine understands; what masking left in brackets is no word."""
        apart = f"[^{_ENGINE}\\[]"
        return tuple(f"(?i)(?:^|{apart}){_body(term, _ENGINE)}(?:$|[^{_ENGINE}\\]])" for term in self.terms)

    @cached_property
    def _marks(self) -> re.Pattern[str]:
        bodies = "|".join(_body(term, _HERE) for term in self.terms)
        return re.compile(f"(?<![{_HERE}\\[])(?:{bodies})(?![{_HERE}\\]])", re.IGNORECASE)

    def parts(self, comment: str) -> Iterator[tuple[str, bool]]:
        """The comment in parts, and whether each is what was looked for."""
        at = 0
        for match in self._marks.finditer(comment) if self.terms else ():
            if match.start() > at:
                yield comment[at : match.start()], False
            yield match[0], True
            at = match.end()
        if at < len(comment):
            yield comment[at:], False


def written(answers: Table, verdict: Verdict = "", language: str = "") -> Table:
    """The answers in which somebody wrote something, good or bad ones only, in one language."""
    rows = answers.filter(answers.comment.notnull() & (answers.comment != ""))
    if verdict:
        agrees = rows.value >= rows.good_from
        rows = rows.filter(agrees if verdict == "good" else ~agrees)
    return rows.filter(rows.language == language) if language else rows


def says(comments: Table, search: Search) -> BooleanValue:
    """Whether every term occurs in each of them."""
    import ibis

    return ibis.and_(*(comments.comment.re_search(pattern) for pattern in search.patterns))


def counted(comments: Table, by: Sequence[str] = ()) -> Table:
    """Sufficient statistics of the share of bad answers among comments, per group `by`."""
    import ibis

    rows = comments.mutate(bad=ibis.ifelse(comments.value >= comments.good_from, 0, 1))
    return customer_sums(rows, by, "entity_id", ["bad"])


def read_counted(rows: Rows) -> tuple[tuple[dict[str, Any], Found, Measured], ...]:
    """The result of `counted`: its group, how much was found, and the share of bad answers."""
    return tuple(
        (row, Found(row["answers"] or 0, row["n"] or 0), share_estimate(share_statistics(row, "bad")))
        for row in rows.to_pylist()
    )


def enough(places: Sequence[FoundAt]) -> tuple[FoundAt, ...]:
    """Those that may be told, most customers first, so that what is left out cannot be worked out from the whole.

    A place of fewer than five is left out; where all that are left out come to fewer than five, so is the next one.
    """
    ranked = sorted(places, key=lambda each: (-each.found.customers, each.touchpoint))
    told = [each for each in ranked if not each.found.few]
    rest = sum(each.found.customers for each in ranked[len(told) :])
    return tuple(told[:-1] if 0 < rest < FEWEST else told)


def _body(words: Sequence[str], letters: str) -> str:
    """The words one after the other, with anything but letters between."""
    return f"[^{letters}]+".join(_word(word, letters) for word in words)


def _word(word: str, letters: str) -> str:
    spelt = "".join(_ACCENTED.get(letter, letter) for letter in word.strip("*"))
    body = "".join(_ALIKE.get(each, re.escape(each)) for each in _LETTERS.findall(spelt))
    some = f"[{letters}]*"
    return (some if word.startswith("*") else "") + body + (some if word.endswith("*") else "")
