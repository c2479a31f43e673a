"""Expected margin per customer in the coming year, from what comparable customers brought in the year that is over.

Comparable are customers of the same persona who, a year ago, had been seen in the half-year before, as today's have. No
model of buying and leaving is fitted (BG/NBD, Pareto/NBD): what the cohort did holds both, refunds and losses too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import hypot, sqrt
from typing import TYPE_CHECKING

from leitstern.core.outside.both_values.margins import RECENT, YEAR, Cohort
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

MONTH = 365.25 / 12
SHORTEST = 3  # months of a check
DOMINANT = 0.5  # of all that was brought

type Cohorts = Mapping[int, Cohort]  # by persona; 0 = of none

NO_AMOUNTS = Missing(
    "no-amounts",
    Text(en="no contact of that time holds an amount", de="kein Kontakt dieser Zeit enthält einen Betrag"),
)
ONE_DOMINATES = Missing(
    "one-dominates",
    Text(
        en="not shown: one customer alone brought more than half of it",
        de="wird nicht gezeigt: Eine Kundin oder ein Kunde allein brachte mehr als die Hälfte",
    ),
)
NOT_YET = Missing(
    "history-too-short",
    Text(
        en="not forecast yet: a year and a half of amounts is needed",
        de="noch keine Prognose: Es braucht anderthalb Jahre mit Beträgen",
    ),
)
NOT_CHECKED = Missing(
    "not-checked",
    Text(
        en="not checked yet: the amounts do not reach back far enough, so the interval is too narrow",
        de="noch nicht überprüft: Die Beträge reichen nicht weit genug zurück, das Intervall ist also zu schmal",
    ),
)


@dataclass(frozen=True, slots=True)
class Check:
    """What would have been forecast `months` ago for the time since, beside what came; `off` is their relative distance."""

    months: int
    forecast: Measured
    came: Measured
    error: Measured  # forecast − came
    off: float | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """Per customer of today, in the currency: `customers` are those seen in the last half-year, hidden below five."""

    customers: int | None
    margin: Measured
    check: Check | None


def months_to_check(first: date, as_of: date) -> int:
    """The longest time, up to a year, that could have been forecast and is over; 0 if there is none of three months."""
    months = int((as_of - first - RECENT).days / 2 / MONTH)
    return min(12, months) if months >= SHORTEST else 0


def length_of(months: int) -> timedelta:
    """Months as days; twelve are a year."""
    return YEAR if months == 12 else timedelta(days=round(months * MONTH))


def enough(first: date, as_of: date) -> bool:
    """Whether a whole year after a half-year of customers is known."""
    return as_of - first >= YEAR + RECENT - timedelta(days=3)  # a last day or two without amounts is no gap


def forecast(
    now: Cohorts,
    year_ago: Cohorts,
    checked: tuple[int, Cohorts, Cohorts] | None,
    persona: int | None,
    as_of: date,
) -> Forecast:
    """Of one persona (its code), or of everybody (None): personas of then count with their share of today.

    `checked` is the months, what had come when it would have been made, and what came then. As far as the check was
    off, relative to what came, the forecast may be off again: its interval is widened by that.
    """
    check = None
    if checked:
        months, before, since = checked
        check = _check(
            months, expected(before, since, persona, as_of), expected(since, since, persona, as_of)
        )
    plain = expected(year_ago, now, persona, as_of)
    customers = sum(each.n for code, each in now.items() if persona in (None, code))
    return Forecast(
        customers if customers >= FEWEST else None, _widened(plain, check.off if check else None), check
    )


def expected(then: Cohorts, now: Cohorts, persona: int | None, as_of: date) -> Measured:
    """The mean of those of then, weighted as those of now are composed, with Student's interval over customers.

    Personas of fewer than five customers then are taken together.
    """
    codes = {code for code in {*then, *now} if persona in (None, code)}
    big = {code for code in codes if code in then and then[code].n >= FEWEST}
    groups = [(then[code], _weight(now, code)) for code in sorted(big)]
    rest = [then[code] for code in sorted(codes - big) if code in then]
    if rest:
        together = rest[0]
        for each in rest[1:]:
            together += each
        if together.n >= FEWEST:
            groups.append((together, sum(_weight(now, code) for code in codes - big)))
    whole = sum(weight for _, weight in groups)
    if not groups or not whole:
        return TOO_FEW_CUSTOMERS
    if hidden := _hidden([each for each, _ in groups]):
        return hidden
    n = sum(each.n for each, _ in groups)
    value = sum(weight / whole * each.margin.mean for each, weight in groups)
    spread = sqrt(sum((weight / whole) ** 2 * _variance(each) for each, weight in groups))
    half = student_quantile((1 + LEVEL) / 2, max(1, n - len(groups))) * spread
    return Estimate(value, value - half, value + half, n, as_of=as_of)


def _hidden(groups: list[Cohort]) -> Missing | None:
    total = sum(abs(each.margin.total) for each in groups)
    if not any(each.largest for each in groups):
        return NO_AMOUNTS
    return ONE_DOMINATES if max(each.largest for each in groups) > DOMINANT * total else None


def _variance(group: Cohort) -> float:
    """Of the mean; where all brought the same, as many as Wilson's limit for 0 of n allows may bring nothing."""
    if group.margin.variance > (1e-9 * group.margin.mean) ** 2:
        return group.margin.variance
    others = wilson(0.0, group.margin.weight**2 / group.margin.weight2)[1]
    return (others * group.margin.mean) ** 2


def _weight(cohorts: Cohorts, code: int) -> float:
    return cohorts[code].margin.weight if code in cohorts else 0.0


def _check(months: int, forecast: Measured, came: Measured) -> Check:
    if not isinstance(forecast, Estimate) or not isinstance(came, Estimate):
        missing = came if isinstance(forecast, Estimate) else forecast
        return Check(months, forecast, came, missing, None)
    error = apart(forecast, came)
    off = abs(error.value / came.value) if came.value else None
    return Check(months, forecast, came, error, off)


def apart(one: Estimate, other: Estimate) -> Estimate:
    """one − other of different people, each end from the ends of both (Zou & Donner 2008)."""
    value = one.value - other.value
    low = value - hypot(one.value - one.low, other.high - other.value)
    high = value + hypot(one.high - one.value, other.value - other.low)
    return Estimate(value, low, high, one.n + other.n, as_of=one.as_of)


def _widened(plain: Measured, off: float | None) -> Measured:
    if not isinstance(plain, Estimate) or off is None:
        return plain
    half = hypot(plain.high - plain.value, off * plain.value)
    return Estimate(plain.value, plain.value - half, plain.value + half, plain.n, as_of=plain.as_of)
