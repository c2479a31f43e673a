"""Did customers notice? The share who agree before and after an application went live, against teams without it.

An association, never an effect: nobody drew lots about who got the application.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

from leitstern.core.inside.cells import FEWEST
from leitstern.core.months import later
from leitstern.core.stats.estimate import LEVEL, Estimate, Missing
from leitstern.core.stats.posteriors import PSEUDO_CUSTOMERS
from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

BEFORE, AFTER = 12, 6  # months compared: the last before it went live, and the newest
RELEVANT = 0.05  # of 1; a smaller change is not worth a decision
FEWEST_MONTHS = 3  # on each side
NOT_BEFORE = Missing(
    "not-before",
    Text(
        en="too few customers were asked before it went live",
        de="vor dem Start wurden zu wenige Kundinnen und Kunden gefragt",
    ),
)
NOT_AFTER = Missing(
    "not-after",
    Text(
        en="too few customers have been asked since it went live",
        de="seit dem Start wurden zu wenige Kundinnen und Kunden gefragt",
    ),
)
NOBODY_ASKED = Missing(
    "nobody-asked",
    Text(
        en="nobody asked this team's customers",
        de="die Kundinnen und Kunden dieses Teams hat niemand gefragt",
    ),
)
NOT_LIVE = Missing(
    "not-live",
    Text(en="nobody has said since when it is live", de="niemand hat gesagt, seit wann es läuft"),
)


class Month(NamedTuple):
    """Of `asked` customers of a month (its first day), `good` agree."""

    month: date
    asked: float
    good: float


@dataclass(frozen=True, slots=True)
class Effect:
    """`change` of the share who agree, and `better`: how probable it is that it is `RELEVANT` points better.

    `compared` teams without the application lived through the same months; what changed there is taken off. Of the
    variance of `change` so much comes from the team's `own` customers, and so much from those, which other teams `shared`.
    """

    change: Estimate
    better: Estimate
    compared: int
    own: float
    shared: float


class _Side(NamedTuple):
    share: float
    n: float
    asked: float
    months: int


class _Change(NamedTuple):
    value: float
    variance: float
    n: int


def effect(
    months: Sequence[Month],
    live: date | None,
    others: Iterable[Sequence[Month]] = (),
    relevant: float = RELEVANT,
) -> Effect | Missing:
    """What customers lived in the months before `live` and in the newest months; `others` are teams without it."""
    if not months:
        return NOBODY_ASKED
    if live is None:
        return NOT_LIVE
    windows = _windows(months, live)
    found = _change(months, windows)
    if isinstance(found, Missing):
        return found
    beside = [each for one in others if isinstance(each := _change(one, windows), _Change)]
    value, shared = found.value, 0.0
    if beside:
        value -= sum(each.value for each in beside) / len(beside)
        shared = sum(each.variance for each in beside) / len(beside) ** 2
    last = max(month.month for month in months)
    return _effect(_Change(value, found.variance, found.n), shared, last, len(beside), relevant)


def pooled(effects: Iterable[Effect | Missing], relevant: float = RELEVANT) -> Effect | Missing:
    """Several teams together: their changes averaged by how many customers each asked, so that no mix of teams moves it.

    Their own customers are different ones; those they are compared with are the same, so that their error is the same for
    all teams and does not average out (Cauchy and Schwarz: where the months differ, it is at most that).
    """
    known = [each for each in effects if isinstance(each, Effect)]
    if not known:
        return NOBODY_ASKED
    asked = sum(each.change.n for each in known)
    weights = [each.change.n / asked for each in known]
    value = sum(weight * each.change.value for weight, each in zip(weights, known, strict=True))
    own = sum(weight**2 * each.own for weight, each in zip(weights, known, strict=True))
    shared = sum(weight * sqrt(each.shared) for weight, each in zip(weights, known, strict=True)) ** 2
    compared = max(each.compared for each in known)
    last = max((each.change.as_of for each in known if each.change.as_of), default=None)
    return _effect(_Change(value, own, asked), shared, last, compared, relevant)


def _effect(found: _Change, shared: float, as_of: date | None, compared: int, relevant: float) -> Effect:
    error = sqrt(found.variance + shared)
    half = normal_quantile((1 + LEVEL) / 2) * error
    value = min(max(found.value, -1.0), 1.0)
    low, high = max(-1.0, value - half), min(1.0, value + half)
    change = Estimate(value, min(low, value), max(high, value), found.n, "association", as_of=as_of)
    probable = 1 - NormalDist(value, error).cdf(relevant)
    better = Estimate(probable, probable, probable, found.n, "association", as_of=as_of)
    return Effect(change, better, compared, found.variance, shared)


def _windows(months: Sequence[Month], live: date) -> tuple[tuple[date, date], tuple[date, date]]:
    """First and last month of both sides; the month in which it went live counts on neither."""
    start = live.replace(day=1)
    last = max(each.month for each in months)
    return (later(start, -BEFORE), later(start, -1)), (
        max(later(last, 1 - AFTER), later(start, 1)),
        last,
    )


def _change(
    months: Sequence[Month], windows: tuple[tuple[date, date], tuple[date, date]]
) -> _Change | Missing:
    """After − before. Afterwards twenty imagined customers first say that nothing has changed."""
    before, after = (_side([m for m in months if first <= m.month <= last]) for first, last in windows)
    for side, missing in ((before, NOT_BEFORE), (after, NOT_AFTER)):
        if side.asked < FEWEST or side.months < FEWEST_MONTHS:
            return missing
    first = (before.n * before.share + 1) / (before.n + 2)
    weight = after.n + PSEUDO_CUSTOMERS
    then = (after.n * after.share + PSEUDO_CUSTOMERS * first) / weight
    variance = first * (1 - first) / (before.n + 3) + then * (1 - then) / (weight + 1)
    return _Change(then - first, variance, round(min(before.asked, after.asked)))


def _side(months: Sequence[Month]) -> _Side:
    """The share over some months; months that scatter more than chance would, count for fewer customers."""
    counted = [each for each in months if each.asked > 0]
    asked = sum(each.asked for each in counted)
    if not asked:
        return _Side(0.0, 0.0, 0.0, 0)
    share = sum(each.good for each in counted) / asked
    spread = share * (1 - share)
    excess = 1.0
    if spread and len(counted) > 1:
        scatter = sum(each.asked * (each.good / each.asked - share) ** 2 for each in counted) / spread
        excess = max(1.0, scatter / (len(counted) - 1))
    return _Side(share, asked / excess, asked, len(counted))
