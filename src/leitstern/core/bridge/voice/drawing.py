"""Which texts are looked at: a draw by chance that everybody gets again, and that nobody can steer by what is handed in later.

Every text has a permanent random number made of its own words (Ohlsson 1995, Coordination of samples using permanent
random numbers); the n smallest are drawn. The n smallest of all files are among the n smallest of each, so that the rest
need not be kept.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


def number_of(seed: int, *words: object) -> str:
    """The permanent random number of a text, as 32 hexadecimal digits."""
    return blake2b(repr((seed, *words)).encode(), digest_size=16).hexdigest()


def drawn[K: Hashable](numbers: Iterable[tuple[K, str]], n: int) -> set[str]:
    """The `n` smallest numbers of each group, from `(group, number)`."""
    groups: dict[K, list[str]] = defaultdict(list)
    for group, number in numbers:
        groups[group].append(number)
    return {number for each in groups.values() for number in sorted(each)[:n]}
