"""Technology money in departments whose culture surely does not carry it."""

from __future__ import annotations

from dataclasses import replace

from tests.core.bridge.portfolio.told import TODAY

from leitstern.core.bridge.portfolio.picture import Initiative, Portfolio
from leitstern.core.bridge.portfolio.reflex import reflex_finding
from leitstern.core.bridge.portfolio.risk import risk_finding
from leitstern.core.bridge.portfolio.terms import Aim, Kind
from leitstern.core.company.money import Money
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

BOT = Initiative(1, "Bot", Kind.TECHNOLOGY, Aim.COST, units=("it", "service"), budget=Money(100_000, "EUR"))
LOW, HIGH = Estimate(1.2, 1.0, 1.5, 40), Estimate(2.8, 2.5, 3.1, 40)
HIDDEN = Missing("few", Text("too few", "zu wenige"))


def test_money_at_risk_is_counted_per_currency_and_never_added() -> None:
    dollars = replace(BOT, key=2, units=("it",), budget=Money(40_000, "USD"))
    found = risk_finding(Portfolio((), (BOT, dollars)), {"it": LOW, "service": HIGH}, {}, 2.0, TODAY)
    assert found
    assert found.alarm
    assert found.sentence.en.startswith(
        "Technology money at risk: EUR 500 and USD 400, of EUR 1,000 and USD 400."
    )
    assert [row.unit for row in found.rows] == ["it", "it"]


def test_what_nobody_knows_stands_beside_it() -> None:
    found = risk_finding(Portfolio((), (BOT,)), {"it": HIDDEN, "service": HIGH}, {}, 2.0, TODAY)
    assert found
    assert not found.alarm
    assert "Of another EUR 500 nobody knows" in found.limits.en


def test_an_interval_that_reaches_the_line_is_no_alarm() -> None:
    near = Estimate(1.8, 1.5, 2.1, 12)
    found = risk_finding(Portfolio((), (BOT,)), {"it": near, "service": near}, {}, 2.0, TODAY)
    assert found
    assert not found.alarm


def test_without_money_or_known_culture_nothing_is_said() -> None:
    assert risk_finding(Portfolio(), {"it": LOW}, {}, 2.0, TODAY) is None
    assert risk_finding(Portfolio((), (BOT,)), {"it": HIDDEN}, {}, 2.0, TODAY) is None
    assert reflex_finding((), TODAY) is None
