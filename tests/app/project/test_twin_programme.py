"""The programme of the company in which nothing is planted: no step falls back, and nobody has taken on too much."""

from __future__ import annotations

import pytest
from django.utils import timezone

from leitstern.app.programme import queries
from leitstern.app.programme.at import at
from leitstern.app.programme.bets import bets
from leitstern.app.programme.hurdling import hurdles_at
from leitstern.app.programme.resources import declared_at
from leitstern.core.bridge.programme.bet import BetState
from leitstern.core.bridge.programme.gates import State

pytestmark = pytest.mark.usefixtures("twin_inside")


def test_nothing_falls_back_and_nobody_is_overloaded() -> None:
    row = queries.require_programme()
    when = at("", row.began, timezone.localdate())
    while when.previous:
        assert not queries.standing_at(row, when.day).of(State.FALLEN)
        when = at(when.previous, row.began, timezone.localdate())
    assert not any(each.ticked_off for each in queries.standing_at(row, timezone.localdate()).gates)
    assert all(each.hurdle.owned for each in hurdles_at(row, timezone.localdate()))
    assert not any(each.over for each in declared_at(row, timezone.localdate()).values())


def test_the_niche_that_is_held_is_watched() -> None:
    (bet,) = bets(timezone.localdate())
    assert bet.state is BetState.STANDS
    assert [each.state.value for each in bet.wires] == ["quiet", "quiet"]
