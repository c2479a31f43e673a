"""What each department has for itself, and how much of it is shared."""

from __future__ import annotations

from datetime import date

from leitstern.core.bridge.lanes.apart import apart, sentence
from leitstern.core.bridge.portfolio.picture import Initiative, Portfolio
from leitstern.core.bridge.portfolio.terms import Aim, Kind
from leitstern.core.company.money import Money
from leitstern.core.stats.estimate import Estimate, Measured, Missing

TODAY = date(2025, 6, 30)


def one(key: int, minor: int, currency: str, *units: str) -> Initiative:
    return Initiative(key, str(key), Kind.PROCESS, Aim.COST, units=units, budget=Money(minor, currency))


def value(measured: Measured) -> tuple[float, int] | None:
    return (measured.value, measured.n) if isinstance(measured, Estimate) else None


def test_the_shared_part_of_each_is_counted_by_department_and_currency() -> None:
    portfolio = Portfolio(
        initiatives=(
            one(1, 300, "EUR", "it", "service"),
            one(2, 100, "EUR", "it"),
            one(3, 50, "CHF", "it"),
            one(4, 10, "EUR", "sales"),
        )
    )
    figures = {"returns": frozenset({"service", "sales"}), "calls": frozenset({"service"})}
    it, sales, service = apart(figures, portfolio, TODAY)
    assert (it.unit, it.figures, it.initiatives, value(it.initiatives_shared)) == ("it", 0, 3, (1 / 3, 3))
    assert isinstance(it.figures_shared, Missing)
    assert [(each.total.currency, each.total.minor, value(each.share)) for each in it.budgets] == [
        ("CHF", 50, (0.0, 1)),
        ("EUR", 400, (0.75, 2)),
    ]
    assert (value(service.figures_shared), value(sales.figures_shared)) == ((0.5, 2), (1.0, 1))
    assert not sales.alone
    assert sentence((it, sales, service)).en.startswith("Each of 3 departments shares")


def test_whoever_shares_nothing_is_said() -> None:
    found = apart({"calls": frozenset({"service"})}, Portfolio(initiatives=(one(1, 5, "EUR", "it"),)), TODAY)
    assert all(each.alone for each in found)
    assert (
        sentence(found).de
        == "2 Bereiche haben Kennzahlen, Initiativen oder Budgets, und keiner teilt etwas davon."
    )
    assert sentence((*found, *apart({"all": frozenset({"it", "hr"})}, Portfolio(), TODAY))).en.startswith(
        "2 of 4"
    )
    assert sentence(()).en == "No department has key figures, initiatives or budgets yet."
