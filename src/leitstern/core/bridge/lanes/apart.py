"""What each department has for itself: key figures, initiatives and money, and how much of each it shares with others.

Source: Bingemer, Ohlwein: “Jede Abteilung verfolgt eigene KPIs, Projekte und Budgets.”
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import counted
from leitstern.core.company.money import Money
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Portfolio
    from leitstern.core.stats.estimate import Measured

NOTHING = Text(
    en="No department has key figures, initiatives or budgets yet.",
    de="Noch hat kein Bereich Kennzahlen, Initiativen oder Budgets.",
)
NOTHING_SHARED = Text(
    en="{n} departments have key figures, initiatives or budgets, and none shares any of them.",
    de="{n} Bereiche haben Kennzahlen, Initiativen oder Budgets, und keiner teilt etwas davon.",
)
ALL_SHARE = Text(
    en="Each of {n} departments shares a key figure or an initiative with another one.",
    de="Jeder von {n} Bereichen teilt eine Kennzahl oder eine Initiative mit einem anderen.",
)
ONE = Text(
    en="One of {n} departments shares no key figure, no initiative and no budget with another one.",
    de="Einer von {n} Bereichen teilt keine Kennzahl, keine Initiative und kein Budget mit einem anderen.",
)
SOME = Text(
    en="{alone} of {n} departments share no key figure, no initiative and no budget with another one.",
    de="{alone} von {n} Bereichen teilen keine Kennzahl, keine Initiative und kein Budget mit einem anderen.",
)


@dataclass(frozen=True, slots=True)
class Budget:
    """Money of the initiatives a department leads or takes part in, in one currency, and the part of those with others.

    The money of an initiative counts in full with each of its departments: over departments it is no sum.
    """

    total: Money
    share: Measured


@dataclass(frozen=True, slots=True)
class Apart:
    """One department: how many there are, and the part of them that it shares with at least one other."""

    unit: str
    figures: int
    figures_shared: Measured
    initiatives: int
    initiatives_shared: Measured
    budgets: tuple[Budget, ...]

    @property
    def alone(self) -> bool:
        """Whether it shares nothing at all."""
        return not any(getattr(each, "value", 0) for each in (self.figures_shared, self.initiatives_shared))


def apart(figures: Mapping[str, frozenset[str]], portfolio: Portfolio, today: date) -> tuple[Apart, ...]:
    """Every department that has anything, by short name; `figures` are key figures with the departments that carry them."""
    carried: dict[str, list[bool]] = defaultdict(list)
    for units in figures.values():
        for unit in units:
            carried[unit].append(len(units) > 1)
    joined: dict[str, list[bool]] = defaultdict(list)
    money: dict[str, dict[str, list[tuple[int, bool]]]] = defaultdict(lambda: defaultdict(list))
    for one in portfolio.initiatives:
        units = frozenset(one.units)
        for unit in units:
            joined[unit].append(len(units) > 1)
            if one.budget:
                money[unit][one.budget.currency].append((one.budget.minor, len(units) > 1))
    return tuple(
        Apart(
            unit,
            len(carried[unit]),
            counted(sum(carried[unit]), len(carried[unit]), len(carried[unit]), today),
            len(joined[unit]),
            counted(sum(joined[unit]), len(joined[unit]), len(joined[unit]), today),
            tuple(_budget(currency, parts, today) for currency, parts in sorted(money[unit].items())),
        )
        for unit in sorted({*carried, *joined})
    )


def sentence(found: tuple[Apart, ...]) -> Text:
    """How many departments keep to themselves."""
    if not found:
        return NOTHING
    alone = sum(each.alone for each in found)
    return (
        NOTHING_SHARED if alone == len(found) else ONE if alone == 1 else SOME if alone else ALL_SHARE
    ).fill(n=len(found), alone=alone)


def _budget(currency: str, parts: list[tuple[int, bool]], today: date) -> Budget:
    whole = sum(minor for minor, _ in parts)
    shared = sum(minor for minor, joint in parts if joint)
    return Budget(Money(whole, currency), counted(shared, whole, len(parts), today))
