"""Technology money at risk: budgets of technology initiatives in departments whose culture surely lies below the line.

A budget shared by several departments is split evenly, as in the order of technology and culture. Money of departments
whose culture nobody knows is told beside it, never added to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic, counted
from leitstern.core.bridge.portfolio.sequence import spending
from leitstern.core.company.money import Money
from leitstern.core.inside.wording import decimal, listed
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Portfolio
    from leitstern.core.stats.estimate import Measured

SOME = Text(
    en="Technology money at risk: {risk}, of {all}. It is spent where the culture does not carry it yet.",
    de="Technologiegeld im Risiko: {risk} von {all}. Es wird dort ausgegeben, wo die Kultur es noch nicht trägt.",
)
NONE = Text(
    en="No technology money is spent where the culture surely does not carry it.",
    de="Kein Technologiegeld wird dort ausgegeben, wo die Kultur es sicher nicht trägt.",
)
WHY = Text(
    en="A “grave of millions” is the technology of departments that cannot use it. At risk is what is planned where the whole interval of the culture lies below level {ready}.",
    de="Ein „Millionengrab“ ist Technologie in Bereichen, die sie nicht nutzen können. Im Risiko ist, was dort geplant ist, wo das ganze Intervall der Kultur unter Stufe {ready} liegt.",
)
LIMITS = Text(
    en="Shared budgets are split evenly between departments. At risk does not mean lost.{unknown}",
    de="Gemeinsame Budgets sind gleichmäßig auf Bereiche verteilt. Im Risiko heißt nicht verloren.{unknown}",
)
UNKNOWN = Text(
    en=" Of another {money} nobody knows: the culture there is not known or may not be shown.",
    de=" Von weiteren {money} weiß es niemand: Die Kultur dort ist nicht bekannt oder darf nicht gezeigt werden.",
)
ROW = Text(en="{name}: {money}, culture {culture} of 4", de="{name}: {money}, Kultur {culture} von 4")
AND = Text(en="and", de="und")


def risk_finding(
    portfolio: Portfolio,
    culture: Mapping[str, Measured],
    names: Mapping[str, Text],
    ready: float,
    today: date,
) -> Finding | None:
    """How much technology money is at risk, per currency; None without technology money or known culture.

    The share is that of the currency with the largest share at risk.
    """
    spent = spending(portfolio)
    known = {unit: level for unit, level in culture.items() if isinstance(level, Estimate)}
    if not spent or not known:
        return None
    low = {unit for unit, level in known.items() if level.high < ready}
    at_risk = {currency: _sum(of, low) for currency, of in spent.items()}
    everything = {currency: sum(of.values()) for currency, of in spent.items()}
    unknown = {currency: _sum(of, set(of) - set(known)) for currency, of in spent.items()}
    worst = max(spent, key=lambda currency: at_risk[currency] / (everything[currency] or 1))
    rows = tuple(
        Row(
            ROW.fill(
                name=names.get(unit, Text(unit, unit)),
                money=Money(minor, currency).said,
                culture=decimal(known[unit].value, 1),
            ),
            unit=unit,
        )
        for currency, of in sorted(spent.items())
        for unit, minor in sorted(of.items(), key=lambda each: -each[1])
        if unit in low and minor
    )
    beside = _said(unknown)
    return Finding(
        Topic.RISK,
        bool(rows),
        SOME.fill(risk=_said(at_risk), all=_said(everything)) if rows else NONE,
        WHY.fill(ready=decimal(ready)),
        LIMITS.fill(unknown=UNKNOWN.fill(money=beside) if beside.en else ""),
        rows,
        counted(at_risk[worst], everything[worst], len(portfolio.initiatives), today),
    )


def _sum(of: Mapping[str, int], units: Iterable[str]) -> int:
    return sum(of.get(unit, 0) for unit in units)


def _said(amounts: Mapping[str, int]) -> Text:
    return listed([Money(minor, currency).said for currency, minor in sorted(amounts.items()) if minor], AND)
