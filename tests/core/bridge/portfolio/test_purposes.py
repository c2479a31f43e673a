"""What artificial intelligence is for, by initiatives and by money."""

from __future__ import annotations

from datetime import date

from leitstern.core.bridge.portfolio.picture import Initiative, Portfolio
from leitstern.core.bridge.portfolio.purposes import balance
from leitstern.core.bridge.portfolio.terms import Aim, AiMode, AiPurpose, Kind
from leitstern.core.company.money import Money
from leitstern.core.stats.estimate import Estimate, Missing

TODAY = date(2025, 6, 30)


def one(
    key: int, purpose: AiPurpose | None, money: Money | None, mode: AiMode | None = AiMode.ASSISTANCE
) -> Initiative:
    return Initiative(
        key, f"Initiative {key}", Kind.TECHNOLOGY, Aim.COST, ai_mode=mode, ai_purpose=purpose, budget=money
    )


def test_purposes_are_counted_and_weighed_and_currencies_never_added() -> None:
    found = balance(
        Portfolio(
            initiatives=(
                one(1, AiPurpose.EFFICIENCY, Money(300, "EUR")),
                one(2, AiPurpose.EFFICIENCY, Money(500, "CHF")),
                one(3, AiPurpose.EMPATHY, Money(100, "EUR")),
                one(4, AiPurpose.EMPATHY, None),
                one(5, None, Money(900, "EUR")),
                one(6, None, Money(900, "EUR"), mode=None),
            )
        ),
        TODAY,
    )
    empathy = found.of(AiPurpose.EMPATHY)
    assert (found.n, found.unsaid, found.unpriced, empathy.n) == (5, 1, 1, 2)
    assert isinstance(empathy.share, Estimate)
    assert (empathy.share.value, empathy.share.n) == (0.5, 4)
    assert {
        money.currency: (money.minor, share.value)
        for money, share in empathy.money
        if isinstance(share, Estimate)
    } == {
        "CHF": (0, 0.0),
        "EUR": (100, 0.25),
    }
    assert found.sentence.en.endswith("empathy 2 times. Of 1 nobody said it.")


def test_nothing_is_said_where_nobody_said_anything() -> None:
    assert balance(Portfolio(), TODAY).sentence.en == "No initiative uses artificial intelligence."
    unsaid = balance(Portfolio(initiatives=(one(1, None, None),)), TODAY)
    assert isinstance(unsaid.of(AiPurpose.EMPATHY).share, Missing)
    assert "what it is for" in unsaid.sentence.en
    efficient = balance(Portfolio(initiatives=(one(1, AiPurpose.EFFICIENCY, None),)), TODAY)
    assert efficient.sentence.de.endswith("1-mal der Effizienz, 0-mal der Relevanz und nie der Empathie.")
