"""Columns of the invented company's history: what happened, to whom, when, on which channel."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Shares = NDArray[np.float64]
Flags = NDArray[np.bool_]
Words = NDArray[np.str_]
Times = NDArray[np.datetime64]  # [s], wall clock of the company's time zone; NaT = has not happened

DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns of equal length."""

    def only(self, keep: Flags) -> Self:
        """The rows for which `keep` holds."""
        columns = {f.name: getattr(self, f.name) for f in fields(self)}
        return replace(self, **{name: c[keep] for name, c in columns.items() if isinstance(c, np.ndarray)})


@dataclass(frozen=True, slots=True)
class Visits(Rows):
    """Contacts at one touchpoint. All arrays have one entry per contact.

    `mood` names what happened before ("late", "repeat", …), so that comments can speak of it. `satisfied` is the
    chance that this customer is satisfied here; None means the touchpoint's ordinary level. `record` names the
    register that holds the contact; empty means the log of its channel.
    """

    touchpoint: str
    customer: Ints
    at: Times
    channel: Words
    case: Words
    mood: Words
    satisfied: Shares | None = None
    record: str = ""

    def __len__(self) -> int:
        return len(self.at)


def joined(parts: list[Visits]) -> Visits:
    """All contacts at one touchpoint, from wherever in the story they came."""
    together: dict[str, Any] = {
        f.name: np.concatenate([getattr(part, f.name) for part in parts])
        for f in fields(Visits)
        if isinstance(getattr(parts[0], f.name), np.ndarray)
    }
    return replace(parts[0], **together)


@dataclass(frozen=True, slots=True)
class Claims(Rows):
    """The register of claims: one row per claim with the time of every step."""

    number: Words
    customer: Ints
    way: Words
    reported: Times
    assessed: Times
    settled: Times
    due: Times


@dataclass(frozen=True, slots=True)
class Loans(Rows):
    """The register of loans: one row per application with the time of every step."""

    number: Words
    customer: Ints
    way: Words
    product: Words
    applied: Times
    complete: Times
    decided: Times
    due: Times


@dataclass(frozen=True, slots=True)
class Promised(Rows):
    """Promises of one kind with a date: when made, when due, when kept."""

    promise: str
    customer: Ints
    case: Words
    made: Times
    due: Times
    kept: Times


def stream(seed: int, topic: str) -> np.random.Generator:
    """Randomness of its own for each topic, so that one part of the story can change without moving the others."""
    return np.random.default_rng([seed, crc32(topic.encode())])


def quota(rng: np.random.Generator, n: int, share: float) -> Flags:
    """`n` flags of which exactly round(`share`·n) are set, in random order: truths hold without sampling error."""
    return rng.permutation(n) < round(share * n)


def pick(rng: np.random.Generator, n: int, options: dict[str, float]) -> Words:
    """`n` words drawn by weight."""
    weights = np.array(list(options.values()))
    return rng.choice(np.array(list(options)), n, p=weights / weights.sum())


def numbers(prefix: str, first: int, n: int) -> Words:
    """Consecutive case numbers: numbers("S-", 1000, 2) is S-1000, S-1001."""
    return np.array([f"{prefix}{first + i}" for i in range(n)], dtype=np.str_)


def words(word: str, n: int) -> Words:
    """The same word `n` times."""
    return np.full(n, word)
