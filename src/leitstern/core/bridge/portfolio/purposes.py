"""What artificial intelligence is for: efficiency, relevance or empathy, by initiatives and by money.

Source: Bingemer, Ohlwein: most use AI for efficiency, hardly anybody to bind people emotionally; “Empathie skalieren”.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import counted
from leitstern.core.bridge.portfolio.terms import AiPurpose
from leitstern.core.company.money import Money
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Portfolio
    from leitstern.core.stats.estimate import Measured

NO_AI = Text(
    en="No initiative uses artificial intelligence.", de="Keine Initiative nutzt künstliche Intelligenz."
)
UNSAID = Text(
    en="Of no initiative with artificial intelligence it is said what it is for.",
    de="Bei keiner Initiative mit künstlicher Intelligenz ist gesagt, wozu sie dient.",
)
NO_EMPATHY = Text(
    en="Artificial intelligence serves efficiency {efficiency} times, relevance {relevance} times and empathy never.",
    de="Künstliche Intelligenz dient {efficiency}-mal der Effizienz, {relevance}-mal der Relevanz und nie der Empathie.",
)
BALANCE = Text(
    en="Artificial intelligence serves efficiency {efficiency} times, relevance {relevance} times and empathy {empathy} times.",
    de="Künstliche Intelligenz dient {efficiency}-mal der Effizienz, {relevance}-mal der Relevanz und {empathy}-mal der Empathie.",
)
LEFT_OUT = Text(en="{said} Of {n} nobody said it.", de="{said} Bei {n} ist es nicht gesagt.")


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose: how many initiatives with AI have it (`share` of those of which it is said), and their money.

    `money` has an amount and its share of all AI money with a purpose for each currency; currencies are never added.
    """

    purpose: AiPurpose
    n: int
    share: Measured
    money: tuple[tuple[Money, Measured], ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """All three purposes in order; of `unsaid` initiatives with AI nobody said what it is for, `unpriced` weigh nothing."""

    purposes: tuple[Purpose, ...]
    n: int
    unsaid: int
    unpriced: int

    def of(self, purpose: AiPurpose) -> Purpose:
        """One of them."""
        return next(each for each in self.purposes if each.purpose is purpose)

    @property
    def sentence(self) -> Text:
        """The finding, as counted."""
        if not self.n:
            return NO_AI
        if self.unsaid == self.n:
            return UNSAID
        counts = {each.purpose.value: each.n for each in self.purposes}
        said = (BALANCE if counts["empathy"] else NO_EMPATHY).fill(**counts)
        return LEFT_OUT.fill(said=said, n=self.unsaid) if self.unsaid else said


def balance(portfolio: Portfolio, today: date) -> Balance:
    """Counted from every initiative with AI under way; a share of money is one of initiatives that have a budget."""
    using = [one for one in portfolio.initiatives if one.ai_mode]
    told = [one for one in using if one.ai_purpose]
    priced = [(one, one.budget) for one in told if one.budget]
    found = []
    for purpose in AiPurpose:
        mine = [one for one in told if one.ai_purpose is purpose]
        money = []
        for currency in sorted({budget.currency for _, budget in priced}):
            of = [(one, budget) for one, budget in priced if budget.currency == currency]
            amount = sum(budget.minor for one, budget in of if one.ai_purpose is purpose)
            whole = sum(budget.minor for _, budget in of)
            money.append((Money(amount, currency), counted(amount, whole, len(of), today)))
        found.append(
            Purpose(purpose, len(mine), counted(len(mine), len(told), len(told), today), tuple(money))
        )
    return Balance(tuple(found), len(using), len(using) - len(told), len(told) - len(priced))
