"""The two sides of an interface are heard separately and never averaged."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.inside.structure.interfaces import (
    Aspect,
    Claim,
    Interface,
    Side,
    Standing,
    contradictions,
    stands,
)

DAY = date(2026, 5, 4)
YES, NO, NOTHING = True, False, None


def claim(side: Side, *said: bool | None, evidence: str = "") -> Claim:
    return Claim(side, dict(zip(Aspect, said, strict=False)), evidence, DAY)


def interface(*claims: Claim) -> Interface:
    return Interface(1, "lending", "service", "decision on a loan", claims=claims)


@pytest.mark.parametrize(
    ("giver", "receiver", "standing"),
    [
        (YES, YES, Standing.AGREED),
        (NO, NO, Standing.DENIED),
        (YES, NO, Standing.CONTRADICTED),
        (NO, YES, Standing.CONTRADICTED),
        (YES, NOTHING, Standing.ONE_SIDED),
        (NOTHING, NOTHING, Standing.UNSAID),
    ],
)
def test_what_two_sides_say_together(giver: bool | None, receiver: bool | None, standing: Standing) -> None:
    found = interface(claim(Side.GIVER, giver), claim(Side.RECEIVER, receiver))
    assert found.standing(Aspect.DEFINED) is standing


def test_a_contradiction_stays_one_and_credits_nothing() -> None:
    found = interface(claim(Side.GIVER, YES, YES, YES, evidence="mail"), claim(Side.RECEIVER, NO, NO, NO))
    assert contradictions([found]) == (found,)
    assert found.credited is None
    first = found.claim(Side.GIVER)
    assert first
    assert first.said[Aspect.ACCEPTED]  # kept as it was said


def test_what_is_credited_stops_at_the_first_disagreement() -> None:
    found = interface(claim(Side.GIVER, YES, YES, YES), claim(Side.RECEIVER, YES, NO, NO))
    assert found.credited is Aspect.DEFINED


def test_lived_needs_something_that_shows_it() -> None:
    both = [claim(side, YES, YES, YES) for side in Side]
    assert interface(*both).credited is Aspect.ACCEPTED
    shown = [both[0], claim(Side.RECEIVER, YES, YES, YES, evidence="20 files looked at")]
    assert interface(*shown).credited is Aspect.LIVED


def test_before_anybody_spoke() -> None:
    assert interface().credited is None
    assert not interface().contradicted


def test_what_a_side_says_by_now() -> None:
    first = claim(Side.GIVER, YES, YES, YES, evidence="seen on site")
    assert stands([]) is None
    assert stands([first, claim(Side.GIVER, NOTHING, NOTHING, NO)]) == claim(Side.GIVER, YES, YES, NO)
    assert stands([first, claim(Side.GIVER, YES)]) == first
    # The rest needs what is defined.
    assert stands([first, claim(Side.GIVER, NO)]) == claim(Side.GIVER, NO, NOTHING, NOTHING)
