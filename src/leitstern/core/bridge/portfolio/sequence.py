"""Whether technology runs ahead of culture: spending per department against how ready its people are.

Both are ranked among the departments that have both: only the order counts, so that a large department is not taken
for a hasty one. The lead is the difference of the two percentiles, −1 to +1.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic, counted
from leitstern.core.company.money import Money
from leitstern.core.inside.wording import decimal
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Portfolio
    from leitstern.core.stats.estimate import Measured

FEWEST = 4  # departments below which an order says nothing
NONE = Text(
    en="In no department does technology run ahead of its people.",
    de="In keinem Bereich eilt die Technologie den Menschen voraus.",
)
SOME = Text(
    en="In {n} of {all} departments technology runs ahead of its people.",
    de="In {n} von {all} Bereichen eilt die Technologie den Menschen voraus.",
)
ONE = Text(
    en="In one of {all} departments technology runs ahead of its people: {name}.",
    de="In einem von {all} Bereichen eilt die Technologie den Menschen voraus: {name}.",
)
WHY = Text(
    en="Whoever buys before people are ready gets software that runs and does not work. A department stands out if its rank in technology spending lies at least {lead} points of 100 above its rank in culture, and its culture surely below level {ready}.",
    de="Wer kauft, bevor die Menschen so weit sind, bekommt Software, die läuft und nicht wirkt. Ein Bereich fällt auf, wenn sein Rang bei den Ausgaben für Technologie mindestens {lead} von 100 Punkten über seinem Rang bei der Kultur liegt und seine Kultur sicher unter Stufe {ready}.",
)
LIMITS = Text(
    en="Ranks say who is ahead of whom, not by how much. Shared budgets are split evenly between departments.{hidden}",
    de="Ränge sagen, wer vor wem liegt, nicht um wie viel. Gemeinsame Budgets sind gleichmäßig auf Bereiche verteilt.{hidden}",
)
HIDDEN = Text(
    en=" {n} departments that spend are left out because their culture is not known or may not be shown.",
    de=" {n} Bereiche mit Ausgaben fehlen, weil ihre Kultur nicht bekannt ist oder nicht gezeigt werden darf.",
)
ROW = Text(
    en="{name}: technology {money}, culture {culture} of 4",
    de="{name}: Technologie {money}, Kultur {culture} von 4",
)


@dataclass(frozen=True, slots=True)
class Lead:
    """One department in one currency: its percentiles among the others and the lead of technology over culture."""

    unit: str
    spent: Money
    culture: Estimate
    technology_rank: float
    culture_rank: float

    @property
    def lead(self) -> float:
        """Technology's percentile less culture's, −1 to +1."""
        return self.technology_rank - self.culture_rank


def spending(portfolio: Portfolio) -> dict[str, dict[str, int]]:
    """Budgets of technology initiatives per currency and department, in minor units; what does not divide leads."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in portfolio.initiatives:
        if not one.is_technology or one.budget is None or not one.units:
            continue
        each, rest = divmod(one.budget.minor, len(one.units))
        for at, unit in enumerate(one.units):
            found[one.budget.currency][unit] += each + (rest if at == 0 else 0)
    return found


def leads(portfolio: Portfolio, culture: Mapping[str, Measured]) -> tuple[Lead, ...]:
    """Every department whose culture is known, the widest lead first; departments without spending count with 0."""
    known = {unit: level for unit, level in culture.items() if isinstance(level, Estimate)}
    if len(known) < FEWEST:
        return ()
    units = sorted(known)
    levels = _percentiles([known[unit].value for unit in units])
    found = []
    for currency, spent in spending(portfolio).items():
        money = [spent.get(unit, 0) for unit in units]
        ranks = _percentiles([float(each) for each in money])
        found += [
            Lead(unit, Money(each, currency), known[unit], rank, level)
            for unit, each, rank, level in zip(units, money, ranks, levels, strict=True)
        ]
    return tuple(sorted(found, key=lambda each: (-each.lead, each.unit)))


def _percentiles(values: Sequence[float]) -> list[float]:
    """Mid-ranks, 0 to 1: equal values share theirs."""
    n = len(values)
    return [
        (sum(other < value for other in values) + 0.5 * (sum(other == value for other in values) - 1))
        / (n - 1)
        for value in values
    ]


def sequence_finding(
    portfolio: Portfolio,
    culture: Mapping[str, Measured],
    names: Mapping[str, Text],
    limits: tuple[float, float],
    today: date,
) -> Finding | None:
    """Where technology runs ahead; None while too little is known to compare departments.

    `limits` are the lead and the level of culture: a department stands out only if its rank in spending leads by so
    much and the whole interval of its culture lies below that level.
    """
    threshold, ready = limits
    found = leads(portfolio, culture)
    if not found:
        return None
    ahead = [
        each
        for each in found
        if each.lead >= threshold and each.spent.minor > 0 and each.culture.high < ready
    ]
    units, everything = {each.unit for each in ahead}, {each.unit for each in found}
    name = names.get(ahead[0].unit, Text(ahead[0].unit, ahead[0].unit)) if ahead else Text("", "")
    sentence = (
        NONE
        if not units
        else ONE.fill(all=len(everything), name=name)
        if len(units) == 1
        else SOME.fill(n=len(units), all=len(everything))
    )
    rows = tuple(
        Row(
            ROW.fill(
                name=names.get(each.unit, Text(each.unit, each.unit)),
                money=each.spent.said,
                culture=decimal(each.culture.value, 1),
            ),
            unit=each.unit,
        )
        for each in ahead
    )
    spent = {unit for of in spending(portfolio).values() for unit in of}
    hidden = len(spent - everything)
    return Finding(
        Topic.SEQUENCE,
        bool(units),
        sentence,
        WHY.fill(lead=round(100 * threshold), ready=decimal(ready)),
        LIMITS.fill(hidden=HIDDEN.fill(n=hidden) if hidden else ""),
        rows,
        counted(len(units), len(everything), len(everything), today),
    )
