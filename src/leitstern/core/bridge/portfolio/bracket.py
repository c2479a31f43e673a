"""The strategic bracket: how much of the money works on a goal that the company shares, per currency.

Source: Bingemer, Ohlwein, “strategische Klammer”, “gemeinsames Zielbild”.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic, counted, plain
from leitstern.core.company.money import Money
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Initiative, Portfolio
    from leitstern.core.stats.estimate import Measured

NO_GOALS = Text(
    en="There is no shared target picture: {n} initiatives, and no goal they work on.",
    de="Es gibt kein gemeinsames Zielbild: {n} Initiativen, und kein Ziel, auf das sie einzahlen.",
)
NO_BUDGETS = Text(
    en="{linked} of {n} initiatives work on a shared goal. No budget has been entered.",
    de="{linked} von {n} Initiativen zahlen auf ein gemeinsames Ziel ein. Ein Budget ist nicht eingetragen.",
)
COVERED = Text(
    en="Of {total}, {share}% work on a shared goal.",
    de="Von {total} zahlen {share}\u00a0% auf ein gemeinsames Ziel ein.",
)
WHY = Text(
    en="Without a bracket each department follows its own figures. Money counts as linked if its initiative contributes to at least one goal; what only works against goals does not count.",
    de="Ohne Klammer folgt jeder Bereich seinen eigenen Zahlen. Geld gilt als eingebunden, wenn seine Initiative zu mindestens einem Ziel beiträgt; was nur gegen Ziele wirkt, zählt nicht.",
)
LIMITS = Text(
    en="A contribution is what somebody said when entering it, not an effect.{without} Currencies are never added up.",
    de="Ein Beitrag ist, was beim Eintragen gesagt wurde, keine Wirkung.{without} Währungen werden nie zusammengezählt.",
)
WITHOUT = Text(
    en=" {without} of {n} initiatives have no budget and weigh nothing here.",
    de=" {without} von {n} Initiativen haben kein Budget und wiegen hier nichts.",
)
UNLINKED = Text(en="{title}: no contribution to any goal", de="{title}: kein Beitrag zu einem Ziel")
UNLINKED_MONEY = Text(
    en="{title}: {money}, no contribution to any goal", de="{title}: {money}, kein Beitrag zu einem Ziel"
)


@dataclass(frozen=True, slots=True)
class Covered:
    """One currency: the money of initiatives that contribute to a goal, and all of it; `n` initiatives."""

    linked: Money
    total: Money
    n: int
    as_of: date

    @property
    def share(self) -> Measured:
        """The linked part."""
        return counted(self.linked.minor, self.total.minor, self.n, self.as_of)


def is_linked(one: Initiative, portfolio: Portfolio) -> bool:
    """Contributes to at least one standing goal."""
    return any(each.sign > 0 and each.goal in portfolio.goal_by_key for each in one.contributions)


def bracket(portfolio: Portfolio, today: date) -> tuple[Covered, ...]:
    """How much money is linked, one entry per currency, in the order of codes."""
    linked: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    n: dict[str, int] = defaultdict(int)
    for one in portfolio.initiatives:
        if one.budget:
            currency = one.budget.currency
            total[currency] += one.budget.minor
            n[currency] += 1
            linked[currency] += one.budget.minor if is_linked(one, portfolio) else 0
    return tuple(
        Covered(Money(linked[currency], currency), Money(total[currency], currency), n[currency], today)
        for currency in sorted(total)
    )


def bracket_finding(portfolio: Portfolio, today: date) -> Finding | None:
    """What the bracket holds; None without initiatives."""
    everything = portfolio.initiatives
    if not everything:
        return None
    covered = bracket(portfolio, today)
    loose = sorted(
        (one for one in everything if not is_linked(one, portfolio)),
        key=lambda one: -(one.budget.minor if one.budget else 0),
    )
    linked = len(everything) - len(loose)
    without = sum(one.budget is None for one in everything)
    return Finding(
        Topic.BRACKET,
        bool(loose),
        _sentence(portfolio, covered, linked),
        WHY,
        LIMITS.fill(without=WITHOUT.fill(without=without, n=len(everything)) if without else ""),
        tuple(_row(one) for one in loose),
        covered[0].share if len(covered) == 1 else counted(linked, len(everything), len(everything), today),
    )


def _sentence(portfolio: Portfolio, covered: tuple[Covered, ...], linked: int) -> Text:
    if not portfolio.goals:
        return NO_GOALS.fill(n=len(portfolio.initiatives))
    if not any(each.total.minor for each in covered):
        return NO_BUDGETS.fill(linked=linked, n=len(portfolio.initiatives))
    parts = [
        COVERED.fill(total=each.total.said, share=round(100 * each.linked.minor / each.total.minor))
        for each in covered
        if each.total.minor
    ]
    return Text(en=" ".join(part.en for part in parts), de=" ".join(part.de for part in parts))


def _row(one: Initiative) -> Row:
    if one.budget is None:
        return Row(UNLINKED.fill(title=plain(one.title)), one.key)
    return Row(UNLINKED_MONEY.fill(title=plain(one.title), money=one.budget.said), one.key)
