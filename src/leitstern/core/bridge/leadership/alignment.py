"""Do leaders agree on what comes first? From a secret vote of which only counts are known.

Alignment = 1 − AD / the largest AD there can be. AD is the mean distance from the mean answer, over all things voted on
(Burke, Finkelstein and Dusig 1999). It can be largest where one half stands at either end of the scale; of ranks, where
one half ranks the other way round. rwg(j) compares with two kinds of chance (`core.stats.agreement`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.leadership import vote_words as words
from leitstern.core.stats.agreement import Agreement, agreement
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.estimate import Measured
    from leitstern.core.stats.posteriors import Floats
    from leitstern.core.texts import Text

MOST_LEADERS = 10_000  # who gave one answer; more is a slip of the pen, and nobody has as many
FAR = 0.5  # of the largest distance there can be: from there on people disagree on a thing


class Form(StrEnum):
    """How a vote was held: things in an order, or each on a scale of its own."""

    RANKS = "ranks"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing voted on: how many gave it each point or rank, from the first to the last."""

    name: str
    counts: tuple[int, ...]

    @property
    def n(self) -> int:
        """How many voted on it."""
        return sum(self.counts)

    @property
    def mean(self) -> float:
        """The mean point or rank, from 1."""
        return sum(at * n for at, n in enumerate(self.counts, start=1)) / self.n

    @property
    def distance(self) -> float:
        """Mean distance from the mean, in points."""
        return sum(n * abs(at - self.mean) for at, n in enumerate(self.counts, start=1)) / self.n

    @property
    def ends(self) -> tuple[int, int]:
        """The lowest and the highest answer."""
        there = [at for at, n in enumerate(self.counts, start=1) if n]
        return there[0], there[-1]


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote on at least one thing, by at least five leaders."""

    question: str
    form: Form
    day: date
    things: tuple[Counted, ...]

    @property
    def points(self) -> int:
        """How long the scale is."""
        return len(self.things[0].counts)

    @property
    def leaders(self) -> int:
        """How many voted."""
        return max(each.n for each in self.things)


@dataclass(frozen=True, slots=True)
class Alignment:
    """`value` 0–1; `agreement` as published indices; `apart` on what leaders disagree most, if they do."""

    value: Measured
    agreement: Agreement
    apart: Counted | None
    sentence: Text


def mistakes(vote: Vote, fewest: int) -> tuple[Text, ...]:
    """What is wrong with counts somebody entered; nothing if they can be a vote of enough leaders."""
    found = []
    if any(len(each.counts) != vote.points for each in vote.things) or vote.points < 2:
        found.append(words.UNEVEN)
    if any(not 0 <= n <= MOST_LEADERS for each in vote.things for n in each.counts):
        return (*found, words.NO_COUNT.fill(most=MOST_LEADERS))
    small = [each for each in vote.things if each.n < fewest]
    found += [words.TOO_FEW.fill(name=each.name, n=each.n, fewest=fewest) for each in small]
    if vote.form is Form.RANKS and not found:
        n = vote.leaders
        if len(vote.things) != vote.points:
            found.append(words.NOT_RANKS.fill(things=len(vote.things), points=vote.points))
        else:
            found += [
                words.RANK_COUNT.fill(rank=at + 1, n=n, there=there)
                for at in range(vote.points)
                if (there := sum(each.counts[at] for each in vote.things)) != n
            ]
            found += [
                words.THING_COUNT.fill(name=each.name, n=n, there=each.n)
                for each in vote.things
                if each.n != n
            ]
    return tuple(found)


def alignment(vote: Vote) -> Alignment:
    """Of a vote without mistakes."""
    found, most = agreement(_answers(vote), 1, vote.points), largest(vote)
    value: Measured = found.deviation
    if isinstance(value, Estimate):
        value = Estimate(
            _within(1 - value.value / most),
            _within(1 - value.high / most),
            _within(1 - value.low / most),
            vote.leaders,
            grade="stated",
            as_of=vote.day,
        )
    widest = max(vote.things, key=lambda each: each.distance)
    apart = widest if widest.distance >= FAR * (vote.points - 1) / 2 else None
    return Alignment(value, found, apart, _sentence(value, apart, vote))


def largest(vote: Vote) -> float:
    """The largest mean distance there can be."""
    scale = vote.points
    if vote.form is Form.POINTS:
        return (scale - 1) / 2
    middle = (scale + 1) / 2
    return sum(abs(at - middle) for at in range(1, scale + 1)) / scale


def _answers(vote: Vote) -> Floats:
    """Answers that would give these counts. Who gave which is not known: extremes are put together, the most careful way."""
    answers = np.full((vote.leaders, len(vote.things)), np.nan)
    for column, thing in enumerate(vote.things):
        given = np.repeat(np.arange(1, vote.points + 1, dtype=float), thing.counts)
        answers[: len(given), column] = given[np.argsort(-np.abs(given - thing.mean), kind="stable")]
    return answers


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))


def _sentence(value: Measured, apart: Counted | None, vote: Vote) -> Text:
    if isinstance(value, Missing):
        return value.reason
    if apart is None:
        return words.TOGETHER.fill(n=vote.leaders)
    low, high = apart.ends
    said = words.RANKED if vote.form is Form.RANKS else words.RATED
    return said.fill(name=apart.name, low=low, high=high, points=vote.points)
