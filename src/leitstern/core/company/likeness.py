"""Which terms a value may mean that none of them is called: by letters and by words in common."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from leitstern.core.company.lookup import spellings, spelt_alike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.company.lookup import Term

LIKE_ENOUGH = 0.6  # below, a proposal would only distract


@dataclass(frozen=True, slots=True)
class Like:
    """A term and how much it is called like a value, 0–1."""

    slug: str
    likeness: float


def most_alike(value: str, terms: Sequence[Term], most: int = 3) -> tuple[Like, ...]:
    """The terms called most like `value`, the best first; ties in the order of the taxonomy."""
    found = [Like(term.slug, max(likeness(value, name) for name in spellings(term))) for term in terms]
    near = [each for each in found if each.likeness >= LIKE_ENOUGH]
    return tuple(sorted(near, key=lambda each: -each.likeness)[:most])


def likeness(one: str, other: str) -> float:
    """The larger of two shares: letters in common order, and words of the shorter that begin a word of the other."""
    first, second = _plain(one), _plain(other)
    letters = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return max(letters, 0.9 * _words(first.split(), second.split()))


def _words(first: list[str], second: list[str]) -> float:
    short, long = sorted(
        ({_stem(word) for word in each if len(word) > 2} for each in (first, second)), key=len
    )
    return len(short & long) / len(short) if short else 0.0


def _stem(word: str) -> str:
    return word[:5]


def _plain(name: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in spelt_alike(name)).split())
