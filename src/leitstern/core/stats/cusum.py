"""Does something that was reached slip back? A one-sided lower CUSUM, and how long it runs until it speaks.

A value below its target is no alarm, nor are three falls in a row: both are mostly noise. The CUSUM adds up how far
values stay below the target, forgets small amounts, and speaks when too much has come together (Page 1954).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats

_STATES = 400
_NORMAL = NormalDist()

_NO_ERROR = Text(
    en="Every value needs a standard error above zero. Nothing was calculated.",
    de="Zu jedem Wert gehört ein Standardfehler über null. Es wurde nichts berechnet.",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """`slack` is forgotten at each measurement, the alarm sounds from `limit` on; both in standard errors."""

    slack: float
    limit: float


MONTHLY = Rule(slack=0.5, limit=4.0)  # against a known level: an alarm by chance once in 28 years of months
QUARTERLY = Rule(slack=0.5, limit=2.5)  # the same in short series: once in 17 years of quarters


@dataclass(frozen=True, slots=True, eq=False)
class Watch:
    """`level` of the CUSUM after each measurement; `alarm` is the first that reached the limit.

    `since` is the first measurement of the fall that led there: the one after the CUSUM last stood at zero.
    """

    level: Floats
    alarm: int | None
    since: int | None


def watch(values: Floats, errors: Floats, target: float, rule: Rule) -> Watch:
    """The CUSUM of (value − target) / error over measurements in order.

    `errors` are standard errors including that of sampling. A measurement that is missing (NaN) changes nothing.
    """
    if len(values) != len(errors) or not (errors[~np.isnan(values)] > 0).all():
        raise InvalidInput(_NO_ERROR)
    scores = np.where(np.isnan(values), np.nan, (values - target) / np.where(errors > 0, errors, np.nan))
    level = lower_cusum(scores, rule.slack)
    above = np.flatnonzero(level >= rule.limit)
    if not len(above):
        return Watch(level, None, None)
    alarm = int(above[0])
    grounded = np.flatnonzero(level[:alarm] == 0)
    return Watch(level, alarm, int(grounded[-1]) + 1 if len(grounded) else 0)


def lower_cusum(scores: Floats, slack: float) -> Floats:
    """S = max(0, S − score − slack) along the last axis, from 0; NaN leaves S as it is."""
    level = np.zeros(scores.shape)
    now = np.zeros(scores.shape[:-1])
    for step in range(scores.shape[-1]):
        score = scores[..., step]
        now = np.where(np.isnan(score), now, np.maximum(0.0, now - score - slack))
        level[..., step] = now
    return level


@lru_cache(maxsize=256)
def average_run(rule: Rule, fall: float) -> float:
    """Measurements until the alarm, on average, when values lie `fall` standard errors below the target throughout.

    Brook and Evans (1972, Biometrika 59): the CUSUM as a Markov chain on a grid of 400 states, each step normal.
    """
    width = 2 * rule.limit / (2 * _STATES - 1)
    steps = np.arange(-_STATES, _STATES) + 0.5  # between grid points, so that each transition is a difference
    cumulative = np.array([_NORMAL.cdf(step * width + rule.slack - fall) for step in steps])
    start, end = np.indices((_STATES, _STATES))
    upper = cumulative[end - start + _STATES]
    chain = upper - np.where(end > 0, cumulative[end - start + _STATES - 1], 0.0)
    return float(np.linalg.solve(np.eye(_STATES) - chain, np.ones(_STATES))[0])
