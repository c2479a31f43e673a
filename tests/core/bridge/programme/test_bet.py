"""A bet is only called quiet while somebody looks, and called in as soon as a bound is crossed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from leitstern.core.bridge.programme.bet import (
    Bet,
    BetKind,
    BetState,
    Beyond,
    Wire,
    WireReading,
    WireState,
    bets_sentence,
)

TODAY = date(2026, 11, 20)
LATER = TODAY + timedelta(days=90)


def read(ago: int, value: float, *, crossed: bool = False) -> WireReading:
    return WireReading(TODAY - timedelta(days=ago), crossed, value, value - 0.5, value + 0.5)


def share(*readings: WireReading) -> Wire:
    return Wire("Share of new accounts", readings, 8.0, Beyond.BELOW, "%")


@pytest.mark.parametrize(
    ("side", "value", "crossed"),
    [
        (Beyond.BELOW, 7.9, True),
        (Beyond.BELOW, 8.0, False),
        (Beyond.ABOVE, 8.1, True),
        (Beyond.ABOVE, 8.0, False),
    ],
)
def test_a_bound_is_crossed_beyond_it_not_on_it(side: Beyond, value: float, *, crossed: bool) -> None:
    assert Wire("x", (), 8.0, side).crosses(value) is crossed
    assert not Wire("x", ()).crosses(value)


def test_what_nobody_reads_is_never_quiet() -> None:
    assert share().state(TODAY) is WireState.NEVER
    assert share(read(10, 9)).state(TODAY) is WireState.QUIET
    old = share(read(93, 9), read(400, 9))
    assert old.state(TODAY) is WireState.UNWATCHED
    assert old.seen(TODAY).en == "seen last on 19/08/2026; no longer watched"
    assert share(read(-5, 9)).state(TODAY) is WireState.NEVER  # of a day to come, nothing is known


def test_once_crossed_the_bet_stays_called_in_until_somebody_decides() -> None:
    wire = share(read(60, 7.4, crossed=True), read(5, 9))
    bet = Bet(BetKind.NICHE, LATER, (share(read(5, 9)), wire))
    assert wire.state(TODAY) is WireState.CROSSED
    assert bet.state(TODAY) is BetState.CALLED
    assert "7.4 %, the bound is 8 %)" in bet.sentence(TODAY).en
    assert bet.state(TODAY - timedelta(days=61)) is BetState.BLIND  # before, nobody had read
    assert Bet(BetKind.NICHE, LATER, (wire,), TODAY).state(TODAY) is BetState.ENDED


def test_a_bet_that_nobody_watches_or_reviews_says_so() -> None:
    quiet = share(read(5, 9))
    assert Bet(BetKind.WAIT, LATER).sentence(TODAY).en.endswith("nobody would notice that it is lost.")
    assert Bet(BetKind.WAIT, LATER, (quiet, share())).state(TODAY) is BetState.BLIND
    assert Bet(BetKind.WAIT, LATER, (quiet,)).state(TODAY) is BetState.STANDS
    assert Bet(BetKind.WAIT, TODAY - timedelta(days=1), (quiet,)).state(TODAY) is BetState.DUE


def test_the_first_sentence_is_that_of_the_gravest_bet() -> None:
    calm = Bet(BetKind.HOLD, LATER, (share(read(5, 9)),))
    lost = Bet(BetKind.NICHE, LATER, (share(read(5, 7, crossed=True)),))
    assert bets_sentence([calm, lost], TODAY) == lost.sentence(TODAY)
    assert bets_sentence([], TODAY).en.startswith("Nobody has written down")


def test_an_interval_that_holds_the_bound_is_unsure() -> None:
    assert share().unsure(read(1, 7.8, crossed=True))
    assert not share().unsure(read(1, 7.0, crossed=True))
    lost = Bet(BetKind.HOLD, LATER, (share(read(1, 7.8, crossed=True)),))
    assert "7.8 %, the bound is 8 %, which its interval still holds" in lost.sentence(TODAY).en
    assert not Wire("x", ()).unsure(read(1, 7.0))
